import { IconLinkOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { CaseFile } from '../../../shared/contract/cases.ts'
import type { ElementAssessment, ExhibitLink, Finding } from '../../../shared/contract/findings.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useQuery } from '../../api/use-query.ts'
import { Link, navigate } from '../../app/router.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { SegmentedControl } from '../../ui/choice-fields.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { InspectorSection } from '../../ui/inspector.tsx'
import { Column } from '../../ui/layout.tsx'
import { Select } from '../../ui/select.tsx'
import { Text } from '../../ui/text.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { marksOf, NO_PLACE, placeKey, placeLabel } from '../evidence/marks.ts'
import styles from './findings.module.css'

const words = t.findings.tray

type LinkedExhibitsProps = {
  file: CaseFile
  finding: Finding
  findings: readonly Finding[]
  assessment: ElementAssessment
  readOnly: string | null
}

/** Exhibits for and against an element with their places, and the way to tie another one to it. */
export function LinkedExhibits(props: LinkedExhibitsProps) {
  const { file, finding, findings, assessment, readOnly } = props
  const link = useAction('findings.link')
  const unlink = useAction('findings.unlink')
  const of = (stance: ExhibitLink['stance']) => assessment.links.filter(entry => entry.stance === stance)
  const take = async (entry: ExhibitLink) => {
    if (!(await unlink.run({ linkId: entry.id }))) return
    const { exhibitId, stance, place, note } = entry
    showToast(
      words.unlinked(entry.exhibitNumber),
      () =>
        void link.run({
          findingId: finding.id,
          elementId: assessment.elementId,
          exhibitId,
          stance,
          place,
          note,
        }),
    )
  }
  const list = (entries: readonly ExhibitLink[], nothing: string) =>
    entries.length === 0 ? (
      <Text as="p" tone="third">
        {nothing}
      </Text>
    ) : (
      <ul className={styles.links}>
        {entries.map(entry => (
          <Linked
            key={entry.id}
            entry={entry}
            caseId={file.id}
            findings={findings}
            onTake={readOnly ? null : () => void take(entry)}
          />
        ))}
      </ul>
    )
  const [supports, contradicts] = [of('supports'), of('contradicts')]
  return (
    <>
      <InspectorSection title={words.supports} aside={supports.length || undefined}>
        {list(supports, words.noSupport)}
      </InspectorSection>
      <InspectorSection title={words.contradicts} aside={contradicts.length || undefined}>
        {list(contradicts, words.noContra)}
      </InspectorSection>
      <ActionError error={unlink.error} />
      {!readOnly && <LinkForm {...props} />}
    </>
  )
}

type LinkedProps = {
  entry: ExhibitLink
  caseId: string
  findings: readonly Finding[]
  onTake: (() => void) | null
}

function Linked({ entry, caseId, findings, onTake }: LinkedProps) {
  const key = placeKey(entry.place)
  const box = marksOf(entry.exhibitId, findings).find(mark => mark.key === key)?.number ?? null
  const place = placeLabel(entry.place, box)
  return (
    <li className={styles.linked}>
      <Link
        to={`/perkara/${caseId}/bukti?nomor=${entry.exhibitNumber}&tanda=${entry.id}`}
        className={styles.linkedText}
      >
        <span className={styles.linkedHead}>
          <Text weight="strong" lines="oneLine">
            {entry.exhibitNumber}
          </Text>
          <Text tone="second">{place}</Text>
        </span>
        <Text lines="cut">{entry.exhibitTitle}</Text>
        {entry.note && (
          <Text size={12} tone="third">
            {entry.note}
          </Text>
        )}
      </Link>
      {onTake && <IconButton icon={IconLinkOff} label={words.unlink(entry.exhibitNumber)} onClick={onTake} />}
    </li>
  )
}

/** Typing 'P-4' and Enter ties the exhibit as it stands; side and note can be chosen before. */
function LinkForm({ file, finding, assessment }: LinkedExhibitsProps) {
  const exhibits = useQuery('evidence.list', { caseId: file.id })
  const [stance, setStance] = useState<ExhibitLink['stance']>('supports')
  const [note, setNote] = useState('')
  const [ties, setTies] = useState(0)
  const link = useAction('findings.link', {
    onDone: () => {
      setNote('')
      setTies(ties + 1)
    },
  })
  const all = exhibits.data ?? []
  const tie = (exhibitId: string | null) => {
    const exhibit = all.find(entry => entry.id === exhibitId)
    if (!exhibit) return
    void link.run({
      findingId: finding.id,
      elementId: assessment.elementId,
      exhibitId: exhibit.id,
      stance,
      place: NO_PLACE,
      note,
    })
  }
  if (exhibits.data && all.length === 0) {
    return (
      <InspectorSection title={words.linkTo}>
        <Text as="p" tone="second">
          {words.noExhibits}
        </Text>
        <Button onClick={() => navigate(`/perkara/${file.id}/bukti`)}>{words.toExhibits}</Button>
      </InspectorSection>
    )
  }
  return (
    <InspectorSection
      title={words.linkTo}
      aside={
        <Button variant="link" onClick={() => navigate(`/perkara/${file.id}/bukti`)}>
          {words.toExhibits}
        </Button>
      }
    >
      <Column gap={8}>
        <SegmentedControl
          label={words.stance}
          hideLabel
          fill
          value={stance}
          onChange={setStance}
          choices={(['supports', 'contradicts'] as const).map(value => ({
            value,
            label: words.stances[value],
          }))}
        />
        <TextField
          label={words.note}
          hideLabel
          placeholder={words.note}
          value={note}
          onChange={setNote}
          maxLength={1000}
        />
        <Select
          // A fresh field after each tie, so that the next number can be typed at once.
          key={ties}
          autoFocus={ties > 0}
          label={words.linkTo}
          hideLabel
          searchable
          placeholder={words.linkPlaceholder}
          value={null}
          onChange={tie}
          disabled={link.pending}
          choices={all.map(exhibit => ({
            value: exhibit.id,
            label: `${exhibit.number} ${exhibit.title}`,
            disabled: exhibit.integrity === 'changed' || exhibit.integrity === 'missing',
          }))}
        />
        <ActionError error={link.error} />
      </Column>
    </InspectorSection>
  )
}

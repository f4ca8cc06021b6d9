import { useState } from 'react'
import type { ConflictKind, PpkConflict } from '../../../shared/contract/intake-shapes.ts'
import { formatInstant } from '../../../shared/dates.ts'
import type { ReportId } from '../../../shared/ids.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useQuery } from '../../api/use-query.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice-fields.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Column, Row } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { TextArea } from '../../ui/text-field.tsx'

const words = t.intake.conflict

type Props = {
  reportId: ReportId
  mayFlag: boolean
  /** Only what calls for attention, for the summary of a case; else also what is clear. */
  onlyAlerts?: boolean
}

/**
 * Whether the supervising authority of a person is himself part of the matter (features row 11): one notice for
 * each authority, amber while it is flagged or hinted at and undecided.
 */
export function ConflictNotices({ reportId, mayFlag, onlyAlerts = false }: Props) {
  const query = useQuery('reports.conflicts', { reportId }, { topics: ['reports.changed', 'cases.changed'] })
  const [editing, setEditing] = useState<readonly PpkConflict[] | null>(null)
  const groups = byAuthority(query.data ?? [])
  return (
    <>
      {groups.map(group => (
        <Notice
          key={group[0]?.authority}
          group={group}
          mayFlag={mayFlag}
          onlyAlerts={onlyAlerts}
          onEdit={() => setEditing(group)}
        />
      ))}
      {editing && <ConflictDialog group={editing} onClose={() => setEditing(null)} />}
    </>
  )
}

/** Flagged as part of the matter by a person. */
export const isFlagged = (conflict: PpkConflict): boolean =>
  conflict.decided !== null && conflict.decided.kind !== 'none'

function Notice({
  group,
  mayFlag,
  onlyAlerts,
  onEdit,
}: {
  group: readonly PpkConflict[]
  mayFlag: boolean
  onlyAlerts: boolean
  onEdit: () => void
}) {
  const first = group[0]
  if (!first) return null
  const { authority, decided, suggestion, higher } = first
  const flagged = isFlagged(first)
  const hinted = decided === null && suggestion !== null
  const label = decided === null ? words.decide : words.change
  const button = mayFlag ? <Button onClick={onEdit}>{label}</Button> : undefined
  if (!flagged && !hinted) {
    if (onlyAlerts) return null
    return (
      <Row gap={8}>
        <Text tone="second">{words.clear(authority)}</Text>
        {button}
      </Row>
    )
  }
  const above = higher ? words.higher(bare(higher.addressee[0] ?? '')) : words.noHigher
  return (
    <Banner
      tone="warn"
      title={
        decided && flagged
          ? words.flagged(authority, words.kinds[decided.kind])
          : suggestion
            ? words.suggested[suggestion.kind](authority, suggestion.hint)
            : authority
      }
      actions={button}
    >
      {[
        words.people(group.map(entry => entry.respondentName).join(', ')),
        decided?.note,
        decided && words.by(decided.by, formatInstant(decided.at, deviceZone)),
        above,
      ]
        .filter(Boolean)
        .map(line => (
          <div key={line}>{line}</div>
        ))}
    </Banner>
  )
}

const bare = (line: string) => line.replace(/^Yth\.\s*/, '')

function byAuthority(list: readonly PpkConflict[]): PpkConflict[][] {
  const groups = new Map<string, PpkConflict[]>()
  for (const entry of list) {
    const key = `${entry.authority} ${entry.decided?.kind ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return [...groups.values()]
}

function ConflictDialog({ group, onClose }: { group: readonly PpkConflict[]; onClose: () => void }) {
  const [first] = group
  const [kind, setKind] = useState<ConflictKind>(first?.decided?.kind ?? first?.suggestion?.kind ?? 'none')
  const [note, setNote] = useState(first?.decided?.note ?? first?.suggestion?.hint ?? '')
  const flag = useAction('reports.flagConflict')
  const submit = async () => {
    for (const { respondentId } of group) if (!(await flag.run({ respondentId, kind, note }))) return
    onClose()
  }
  const authority = first?.authority ?? ''
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.dialog.title(authority)}
      foot={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button variant="primary" pending={flag.pending} onClick={() => void submit()}>
            {words.dialog.submit}
          </Button>
        </>
      }
    >
      <Column gap={12}>
        <Text as="p" tone="second">
          {words.dialog.hint}
        </Text>
        <RadioGroup
          label={words.dialog.kind}
          value={kind}
          onChange={value => setKind(value as ConflictKind)}
          choices={(['named', 'candidate', 'none'] as const).map(value => ({
            value,
            label: words.flagged(authority, words.kinds[value]),
          }))}
        />
        <TextArea
          label={words.dialog.note}
          rows={2}
          value={note}
          onChange={setNote}
          required={kind !== 'none'}
        />
        <ActionError error={flag.error} />
      </Column>
    </Dialog>
  )
}

import { type KeyboardEvent, type Ref, useEffect, useState } from 'react'
import type { CaseFile, CaseRespondent } from '../../../shared/contract/cases.ts'
import type { Finding } from '../../../shared/contract/findings.ts'
import { formatInstant, type Instant } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useDraft } from '../../api/use-draft.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { Link } from '../../app/router.tsx'
import { useAccount } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { KeyValueList } from '../../ui/facts.tsx'
import { Inspector, InspectorSection } from '../../ui/inspector.tsx'
import { Column, Row } from '../../ui/layout.tsx'
import { provisionAddress } from '../law/addresses.ts'
import { type Concluded, ConclusionFields } from './conclusion-fields.tsx'
import { FindingEndings } from './finding-endings.tsx'
import { LevelFields } from './level-fields.tsx'
import { ReturnedNote } from './returned-note.tsx'
import { ReviewForm, ReviewHistory } from './review-panel.tsx'
import { submitReason } from './submit-reason.ts'
import { TrayHead } from './tray-head.tsx'

const words = t.findings.panel

type FindingPanelProps = {
  file: CaseFile
  finding: Finding
  person: CaseRespondent
  readOnly: string | null
  onSaved: (at: Instant | null) => void
  onBack: () => void
  onHistory: () => void
  ref: Ref<HTMLDivElement>
}

/** A finding as a whole: conclusion, consideration, hand-over to a second person, reviews. */
export function FindingPanel(props: FindingPanelProps) {
  const { file, finding, person, readOnly, onSaved, onBack, onHistory, ref } = props
  const account = useAccount()
  const draft = useDraft<Concluded>(`findings/${finding.id}/conclusion`, account.id)
  const [typed, setTyped] = useState<Concluded | null>(null)
  const conclude = useAction('findings.conclude', {
    onDone: () => {
      setTyped(null)
      void draft.discard()
    },
  })
  const submit = useAction('findings.submit')
  const { savedAt } = draft
  useEffect(() => onSaved(savedAt), [onSaved, savedAt])

  const stored: Concluded = { conclusion: finding.conclusion, consideration: finding.consideration }
  const values = typed ?? (readOnly ? null : draft.restored) ?? stored
  const dirty =
    values.conclusion !== stored.conclusion || values.consideration.trim() !== stored.consideration.trim()
  const change = (part: Partial<Concluded>) => {
    const next = { ...values, ...part }
    setTyped(next)
    draft.keep(next)
  }
  const save = () => void conclude.run({ findingId: finding.id, ...values })
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    if (event.key === 'Escape') onBack()
    else if (event.ctrlKey && event.key === 'Enter' && !readOnly) save()
    else return
    event.preventDefault()
  }
  const inReview = finding.state === 'submitted'
  return (
    <Inspector
      foot={
        !inReview &&
        !readOnly &&
        (dirty ? (
          <Button
            variant="primary"
            size="large"
            fill
            keys="Ctrl Enter"
            pending={conclude.pending}
            onClick={save}
          >
            {words.save}
          </Button>
        ) : (
          <Button
            variant="primary"
            size="large"
            fill
            pending={submit.pending}
            disabledReason={submitReason(finding)}
            onClick={() => void submit.run({ findingId: finding.id })}
          >
            {words.submit}
          </Button>
        ))
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole panel, whatever field has the focus */}
      <div ref={ref} onKeyDown={press}>
        <TrayHead over={person.name} title={finding.citation} text={finding.subject} onBack={onBack} />
        <InspectorSection>
          <Column gap={12}>
            <ReturnedNote finding={finding} />
            {finding.needsHumanCheck && (
              <Banner tone="warn" title={words.needsCheck}>
                {words.needsCheckBody}
              </Banner>
            )}
            <KeyValueList
              facts={[
                { term: words.rulebook, value: finding.regulationTitle },
                {
                  term: words.basis,
                  value: (
                    <Link to={provisionAddress(finding.provisionId, file.lawPackVersion)}>
                      {finding.legalBasis}
                    </Link>
                  ),
                },
                finding.exception !== '' && { term: words.exception, value: finding.exception },
                finding.lawNote !== '' && { term: words.lawNote, value: finding.lawNote },
                { term: words.author, value: finding.authorName },
                { term: words.updated, value: formatInstant(finding.updatedAt, deviceZone) },
              ]}
            />
            <Row>
              <Button keys="R" onClick={onHistory}>
                {t.findings.tray.history}
              </Button>
            </Row>
          </Column>
        </InspectorSection>
        {inReview && <ReviewForm finding={finding} />}
        <InspectorSection title={words.title}>
          <Column gap={12}>
            <ConclusionFields finding={finding} values={values} readOnly={readOnly} onChange={change} />
            <ActionError error={conclude.error ?? submit.error} />
          </Column>
        </InspectorSection>
        <LevelFields key={`${finding.id} ${finding.level}`} finding={finding} readOnly={readOnly} />
        <ReviewHistory finding={finding} />
        <FindingEndings finding={finding} readOnly={readOnly} />
      </div>
    </Inspector>
  )
}

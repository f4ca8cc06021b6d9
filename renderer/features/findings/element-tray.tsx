import { type KeyboardEvent, type Ref, useEffect, useState } from 'react'
import type { CaseFile, CaseRespondent } from '../../../shared/contract/cases.ts'
import { ELEMENT_STATES, type ElementAssessment, type Finding } from '../../../shared/contract/findings.ts'
import { formatInstant, type Instant } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useDraft } from '../../api/use-draft.ts'
import { deviceZone } from '../../app/device-zone.ts'
import { useAccount } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice-fields.tsx'
import { Inspector, InspectorSection } from '../../ui/inspector.tsx'
import { Column } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { type Defence, DefenceFields } from './defence-fields.tsx'
import { LinkedExhibits } from './linked-exhibits.tsx'
import { ReturnedNote } from './returned-note.tsx'
import { TrayHead } from './tray-head.tsx'

const words = t.findings.tray

type Typed = Pick<ElementAssessment, 'state' | 'reasons'> & Defence
const typedOf = (entry: ElementAssessment): Typed => {
  const { state, reasons, defence, defenceReply, defenceUnansweredReason } = entry
  const answer = defenceReply === '' && defenceUnansweredReason !== '' ? 'none' : 'reply'
  return { state, reasons, defence, defenceReply, defenceUnansweredReason, answer }
}

/** What is saved: a reply or a reason for none, never both. */
const savedOf = ({ answer, ...typed }: Typed) => ({
  ...typed,
  defenceReply: answer === 'reply' ? typed.defenceReply : '',
  defenceUnansweredReason: answer === 'none' ? typed.defenceUnansweredReason : '',
})

type ElementTrayProps = {
  file: CaseFile
  finding: Finding
  findings: readonly Finding[]
  person: CaseRespondent
  column: number
  readOnly: string | null
  onSaved: (at: Instant | null) => void
  onNext: () => void
  onBack: () => void
  onHistory: () => void
  ref: Ref<HTMLDivElement>
}

/** One element of one finding: state, exhibits for and against, reasons, defence and reply. */
export function ElementTray(props: ElementTrayProps) {
  const { finding, person, column, readOnly, onSaved, onNext, onBack, onHistory, ref } = props
  const assessment = finding.assessments[column - 1]
  const account = useAccount()
  const draft = useDraft<Typed>(`findings/${finding.id}/${column}`, account.id)
  const [typed, setTyped] = useState<Typed | null>(null)
  const assess = useAction('findings.assess', {
    onDone: () => {
      void draft.discard()
      onNext()
    },
  })
  const { restored, savedAt } = draft
  useEffect(() => onSaved(savedAt), [onSaved, savedAt])
  if (!assessment) return null

  // Typing kept before a field existed lacks it.
  const kept = readOnly || !restored ? null : { ...typedOf(assessment), ...restored }
  const values = typed ?? kept ?? typedOf(assessment)
  const change = (part: Partial<Typed>) => {
    const next = { ...values, ...part }
    setTyped(next)
    draft.keep(next)
  }
  const blocked = finding.provenBlockedBy.some(
    reason => reason.elementId === assessment.elementId && reason.code === 'findings.exhibitRequired',
  )
  const save = () =>
    readOnly
      ? onNext()
      : void assess.run({ findingId: finding.id, elementId: assessment.elementId, ...savedOf(values) })
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    if (event.key === 'Escape') onBack()
    else if (event.ctrlKey && event.key === 'Enter') save()
    else return
    event.preventDefault()
  }
  return (
    <Inspector
      foot={
        <Column gap={8}>
          <Button
            variant="primary"
            size="large"
            fill
            keys="Ctrl Enter"
            pending={assess.pending}
            disabledReason={readOnly}
            onClick={save}
          >
            {words.save}
          </Button>
          <Button variant="quiet" keys="R" onClick={onHistory}>
            {words.history}
          </Button>
        </Column>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole tray, whatever field has the focus */}
      <div ref={ref} onKeyDown={press}>
        <TrayHead
          over={person.name}
          citation={finding.citation}
          title={words.title(column, t.findings.elementName(assessment.elementId, assessment.label))}
          text={assessment.label}
          onBack={onBack}
        />
        <InspectorSection>
          <Column gap={8}>
            <ReturnedNote finding={finding} />
            <RadioGroup
              label={words.status}
              row
              value={values.state}
              onChange={state => change({ state })}
              disabled={readOnly !== null}
              choices={ELEMENT_STATES.map(value => ({
                value,
                label: t.findings.state[value],
                disabled: value === 'proven' && blocked,
              }))}
            />
            {blocked && !readOnly && (
              <Text as="p" size={12} tone="second">
                {words.locked}
              </Text>
            )}
            {restored && !typed && !readOnly && (
              <Banner
                actions={
                  <Button
                    variant="link"
                    onClick={() => {
                      setTyped(typedOf(assessment))
                      void draft.discard()
                    }}
                  >
                    {words.discard}
                  </Button>
                }
              >
                {words.restored}
              </Banner>
            )}
            <ActionError error={assess.error} />
          </Column>
        </InspectorSection>
        <LinkedExhibits {...props} assessment={assessment} />
        <InspectorSection>
          <Column gap={12}>
            <TextArea
              label={words.reasons}
              hint={readOnly ? undefined : words.reasonsHint}
              value={values.reasons}
              onChange={reasons => change({ reasons })}
              readOnly={readOnly !== null}
              maxLength={8000}
            />
            <DefenceFields values={values} readOnly={readOnly !== null} onChange={change} />
            {assessment.assessedAt && (
              <Text as="p" size={12} tone="third">
                {words.assessed(formatInstant(assessment.assessedAt, deviceZone))}
              </Text>
            )}
          </Column>
        </InspectorSection>
      </div>
    </Inspector>
  )
}

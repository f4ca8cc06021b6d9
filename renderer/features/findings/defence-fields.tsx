import { t } from '../../../shared/strings/index.ts'
import { SegmentedControl } from '../../ui/choice-fields.tsx'
import { TextArea } from '../../ui/text-field.tsx'

const words = t.findings.tray

export type Defence = {
  defence: string
  defenceReply: string
  defenceUnansweredReason: string
  /** Whether the commission replies or says why it does not. */
  answer: 'reply' | 'none'
}

type DefenceFieldsProps = { values: Defence; readOnly: boolean; onChange: (part: Partial<Defence>) => void }

/** What the respondent says to an element, and the reply to it or the reason why there is none. */
export function DefenceFields({ values, readOnly, onChange }: DefenceFieldsProps) {
  const { defence, defenceReply, defenceUnansweredReason, answer } = values
  const asked = defence !== '' || defenceReply !== '' || defenceUnansweredReason !== ''
  return (
    <>
      <TextArea
        label={words.defence}
        value={defence}
        onChange={text => onChange({ defence: text })}
        readOnly={readOnly}
        rows={2}
        maxLength={4000}
      />
      {asked && (
        <SegmentedControl
          label={words.answerKind}
          hideLabel
          fill
          value={answer}
          onChange={kind => onChange({ answer: kind })}
          disabled={readOnly}
          choices={(['reply', 'none'] as const).map(value => ({ value, label: words.answerKinds[value] }))}
        />
      )}
      {asked && answer === 'reply' && (
        <TextArea
          label={words.defenceReply}
          hint={defence !== '' && defenceReply === '' ? words.replyMissing : undefined}
          value={defenceReply}
          onChange={text => onChange({ defenceReply: text })}
          readOnly={readOnly}
          rows={2}
          maxLength={4000}
        />
      )}
      {asked && answer === 'none' && (
        <TextArea
          label={words.unansweredReason}
          hint={readOnly ? undefined : words.unansweredHint}
          value={defenceUnansweredReason}
          onChange={text => onChange({ defenceUnansweredReason: text })}
          readOnly={readOnly}
          rows={2}
          maxLength={2000}
        />
      )}
    </>
  )
}

import { useState } from 'react'
import type { CaseFile } from '../../../shared/contract/cases.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { type DraftState, useDraft } from '../../api/use-draft.ts'
import { useAccount } from '../../app/session.tsx'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choice-fields.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Column } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'

const words = t.minutes.reconsider
/** As the contract asks for. */
const SHORTEST = 20

type Props = { person: CaseFile['respondents'][number]; onClose: () => void }
type Typed = { kind: 'correction' | 'reopening' | null; reason: string }

/** Lets the plenary decide again about one person; what is typed survives a lock or a power cut. */
export function ReconsiderDialog(props: Props) {
  const draft = useDraft<Typed>(`reconsider/${props.person.id}`, useAccount().id)
  return draft.phase === 'ready' ? <ReconsiderForm {...props} draft={draft} /> : null
}

function ReconsiderForm({ person, onClose, draft }: Props & { draft: DraftState<Typed> }) {
  const [typed, setTyped] = useState<Typed>(draft.restored ?? { kind: null, reason: '' })
  const ask = useAction('plenaries.reconsider')
  const change = (part: Partial<Typed>) => {
    const next = { ...typed, ...part }
    setTyped(next)
    draft.keep(next)
  }
  const { kind, reason } = typed
  const submit = async () => {
    if (kind === null) return
    const done = await ask.run({ respondentId: person.id, kind, reason })
    if (!done) return
    await draft.discard()
    showToast(words.done)
    onClose()
  }
  const missing = kind === null ? words.chooseKind : reason.trim().length < SHORTEST ? words.tooShort : null
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.title(person.name)}
      width={560}
      foot={
        <Button
          variant="primary"
          pending={ask.pending}
          disabledReason={missing}
          onClick={() => void submit()}
        >
          {words.submit}
        </Button>
      }
    >
      <Column gap={16}>
        <Text as="p" tone="second">
          {words.why}
        </Text>
        <RadioGroup
          label={words.kind}
          required
          value={kind}
          onChange={value => change({ kind: value })}
          choices={[
            { value: 'correction', label: words.correction, hint: words.correctionHint },
            { value: 'reopening', label: words.reopening, hint: words.reopeningHint },
          ]}
        />
        <TextArea
          label={words.reason}
          hint={words.reasonHint}
          required
          rows={4}
          maxLength={2000}
          value={reason}
          onChange={text => change({ reason: text })}
        />
        <ActionError error={ask.error} />
      </Column>
    </Dialog>
  )
}

import { useState } from 'react'
import type { Letter } from '../../../shared/contract/letters.ts'
import { errorSentence, t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { useKey } from '../../app/use-key.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { Button } from '../../ui/button.tsx'
import { Column } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { FinaliseDialog } from './finalise-dialog.tsx'
import { ReviewDialog } from './review-dialog.tsx'
import { SignDialog } from './sign-dialog.tsx'

const words = t.letters.next
type Act = 'submit' | 'review' | 'approve' | 'finalise' | 'sign'

/** The one act that moves a letter on from each state. */
const NEXT: Readonly<Record<Letter['state'], Act | null>> = {
  draft: 'submit',
  returned: 'submit',
  inReview: 'review',
  reviewed: 'approve',
  approved: 'finalise',
  finalised: 'sign',
  issued: null,
}

type Props = {
  letter: Letter
  /** Saves what is typed before the letter goes on; false stops. */
  save: () => Promise<boolean>
  /** Something must be settled first (a newer version elsewhere). */
  blocked: string | null
}

/** The foot of the letter: one primary for the next step, or the reason why it is not this person's. */
export function NextStep({ letter, save, blocked }: Props) {
  const [dialog, setDialog] = useState<Act | 'export' | null>(null)
  const submit = useAction('letters.submit')
  const approve = useAction('letters.approve')
  const act = NEXT[letter.state]
  const allowed = act === null || (letter.may[act]?.allowed ?? false)
  const code = act === null ? null : (letter.may[act]?.reason ?? null)
  const reason = blocked ?? (allowed || !code ? null : errorSentence(code))
  const { id: letterId } = letter

  const go = async () => {
    if (act === null) return setDialog('export')
    if (reason !== null) return
    if (act === 'submit') {
      if (await save()) await submit.run({ letterId })
    } else if (act === 'approve') await approve.run({ letterId })
    else setDialog(act)
  }
  useKey('Ctrl+Shift+Enter', () => void go())
  const error = submit.error ?? approve.error
  const mayTakeOver = letter.state === 'finalised' && letter.may.finalise?.allowed
  const close = () => setDialog(null)
  return (
    <Column gap={8} style={{ flex: 1 }}>
      <ActionError error={error} />
      {!reason && (
        <Text as="p" size={12} tone="second">
          {hintOf(letter, act)}
        </Text>
      )}
      <Button
        variant="primary"
        size="large"
        fill
        keys="Ctrl Shift Enter"
        disabledReason={reason}
        pending={submit.pending || approve.pending}
        onClick={() => void go()}
      >
        {act === null ? words.export : words[act]}
      </Button>
      {mayTakeOver && (
        <Button fill title={words.takeOverHint} onClick={() => setDialog('finalise')}>
          {words.takeOver}
        </Button>
      )}
      <ReviewDialog letter={letter} opened={dialog === 'review'} onClose={close} />
      <FinaliseDialog letter={letter} opened={dialog === 'finalise'} onClose={close} />
      {dialog === 'sign' && <SignDialog letter={letter} onClose={close} />}
      <ExportDialog letter={letter} opened={dialog === 'export'} onClose={close} />
    </Column>
  )
}

function hintOf(letter: Letter, act: Act | null): string {
  const warnings = letter.checks.some(check => check.severity === 'warning')
  if (act === null) return words.issuedHint
  if (act === 'submit') return warnings ? words.submitWithWarnings : words.submitHint
  return words[`${act}Hint`]
}

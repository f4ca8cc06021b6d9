import { useState } from 'react'
import type { Letter } from '../../../shared/contract/letters.ts'
import { t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { RadioGroup } from '../../ui/choice-fields.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { TextArea } from '../../ui/text-field.tsx'

const words = t.letters.review
type Outcome = 'approved' | 'returned'

/** The second reader's answer: on to approval, or back to the writer with what is to be mended. */
export function ReviewDialog({
  letter,
  opened,
  onClose,
}: {
  letter: Letter
  opened: boolean
  onClose: () => void
}) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [comment, setComment] = useState('')
  const [tried, setTried] = useState(false)
  const review = useAction('letters.review', { onDone: onClose })
  const commentMissing = outcome === 'returned' && comment.trim() === ''
  const submit = () => {
    setTried(true)
    if (outcome !== null && !commentMissing) void review.run({ letterId: letter.id, outcome, comment })
  }
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={words.title}
      submit={words.submit}
      pending={review.pending}
      onSubmit={submit}
    >
      <RadioGroup<Outcome>
        label={words.question}
        required
        value={outcome}
        onChange={setOutcome}
        error={tried && outcome === null ? words.choose : null}
        choices={[
          { value: 'approved', label: words.approved, hint: words.approvedHint },
          { value: 'returned', label: words.returned, hint: words.returnedHint },
        ]}
      />
      <TextArea
        label={words.comment}
        hint={words.commentHint}
        required={outcome === 'returned'}
        rows={4}
        value={comment}
        onChange={setComment}
        maxLength={4000}
        error={tried && commentMissing ? words.commentNeeded : null}
      />
      <ActionError error={review.error} />
    </FormDialog>
  )
}

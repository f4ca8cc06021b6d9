import { useState } from 'react'
import type { FollowUp } from '../../../shared/contract/follow-ups.ts'
import { fieldSentence, t } from '../../../shared/strings/index.ts'
import { useAction } from '../../api/use-action.ts'
import { ActionError } from '../../ui/action-error.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Text } from '../../ui/text.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'

const words = t.followUps.close
const SHORTEST = 20

/** Ends a clock without an SK; the reason is kept. */
export function CloseDialog({
  followUp,
  opened,
  onClose,
}: {
  followUp: FollowUp
  opened: boolean
  onClose: () => void
}) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const close = useAction('followUps.closeWithout', {
    onDone: () => {
      showToast(words.done)
      onClose()
    },
  })
  const short = reason.trim().length < SHORTEST
  const submit = () => {
    setTried(true)
    if (!short) void close.run({ followUpId: followUp.id, reason })
  }
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={words.title}
      submit={words.submit}
      pending={close.pending}
      onSubmit={submit}
    >
      <Text as="p" tone="second">
        {words.intro}
      </Text>
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        required
        rows={4}
        value={reason}
        onChange={setReason}
        maxLength={4000}
        error={tried && short ? fieldSentence('followUps.reasonShort') : null}
        autoFocus
      />
      <ActionError error={close.error} />
    </FormDialog>
  )
}

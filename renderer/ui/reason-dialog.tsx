import { useState } from 'react'
import type { EngineError } from '../api/engine-error.ts'
import { ActionError } from './action-error.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Column } from './layout.tsx'
import { Text } from './text.tsx'
import { TextArea } from './text-field.tsx'

type ReasonDialogProps = {
  title: string
  /** What happens, and what stays. */
  why: string
  label: string
  submit: string
  pending: boolean
  error: EngineError | null
  /** In the meeting room, where everything is larger. */
  large?: boolean
  onSubmit: (reason: string) => void
  onClose: () => void
}

/** Asks for the reason of a step that needs one. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, why, label, submit, pending, error, large, onSubmit, onClose } = props
  const [reason, setReason] = useState('')
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      foot={
        <Button
          variant="primary"
          size={large ? 'plenary' : 'normal'}
          pending={pending}
          onClick={() => onSubmit(reason)}
        >
          {submit}
        </Button>
      }
    >
      <Column gap={12}>
        <Text as="p" tone="second" {...(large && { size: 16 })}>
          {why}
        </Text>
        <TextArea
          label={label}
          value={reason}
          onChange={setReason}
          required
          large={large}
          autoFocus
          maxLength={500}
        />
        <ActionError error={error} />
      </Column>
    </Dialog>
  )
}

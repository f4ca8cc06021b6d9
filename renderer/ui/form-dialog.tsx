import { type ReactNode, useId } from 'react'
import { common } from '../../shared/strings/id/common.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Column } from './layout.tsx'

type FormDialogProps = {
  opened: boolean
  onClose: () => void
  title: string
  width?: number
  /** False while something runs that closing would leave half done. */
  closable?: boolean
  /** What sends the form. */
  submit: string
  pending: boolean
  disabledReason?: string | null
  onSubmit: () => void
  /** A step back that takes the place of cancelling. */
  back?: { label: string; onClick: () => void } | null
  children: ReactNode
}

/** A dialog with one form: Enter in a field sends it, and the first button leaves it. */
export function FormDialog(props: FormDialogProps) {
  const { opened, onClose, title, width, closable, submit, pending, disabledReason, onSubmit } = props
  const back = props.back ?? { label: common.cancel, onClick: onClose }
  const form = useId()
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={title}
      width={width}
      closable={closable}
      foot={
        <>
          <Button onClick={back.onClick}>{back.label}</Button>
          <Button
            type="submit"
            form={form}
            variant="primary"
            pending={pending}
            disabledReason={disabledReason}
          >
            {submit}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <Column gap={12}>{props.children}</Column>
      </form>
    </Dialog>
  )
}

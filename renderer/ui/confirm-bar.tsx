import type { ReactNode } from 'react'
import { common } from '../../shared/strings/id/common.ts'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'

type ConfirmBarProps = {
  /** What will happen, and whether it can be undone. */
  question: string
  children?: ReactNode
  confirm: { label: string; run: () => void; pending?: boolean; disabledReason?: string | null }
  onCancel: () => void
}

/** Asks once, in place, before something that has no undo (issuing a letter, closing a vote). */
export function ConfirmBar({ question, children, confirm, onCancel }: ConfirmBarProps) {
  return (
    <Banner
      tone="warn"
      title={question}
      announce
      actions={
        <>
          <Button
            variant="primary"
            // The second half of the double click that asked is no answer.
            onClick={({ detail }) => detail < 2 && confirm.run()}
            pending={confirm.pending}
            disabledReason={confirm.disabledReason}
          >
            {confirm.label}
          </Button>
          <Button onClick={onCancel}>{common.cancel}</Button>
        </>
      }
    >
      {children}
    </Banner>
  )
}

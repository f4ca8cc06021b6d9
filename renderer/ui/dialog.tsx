import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { common } from '../../shared/strings/id/common.ts'
import styles from './overlays.module.css'

type DialogProps = {
  opened: boolean
  onClose: () => void
  title: string
  /** Buttons, the primary last; stays in view while the body scrolls. */
  foot?: ReactNode
  width?: number
  children: ReactNode
  /** False while something runs that closing would leave half done. */
  closable?: boolean
}

/** A sheet over the page. Escape closes it and nothing is lost; focus returns to where it came from. */
export function Dialog({
  opened,
  onClose,
  title,
  foot,
  width = 480,
  children,
  closable = true,
}: DialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={width}
      centered
      closeOnEscape={closable}
      closeOnClickOutside={closable}
      withCloseButton={closable}
      closeButtonProps={{ 'aria-label': common.close, className: styles.dialogClose }}
      overlayProps={{ color: 'transparent', backgroundOpacity: 0, style: { background: 'var(--veil)' } }}
      transitionProps={{ transition: 'fade', duration: 100 }}
      classNames={{
        content: styles.dialog,
        header: styles.dialogHead,
        title: styles.dialogTitle,
        body: styles.dialogBody,
      }}
    >
      {children}
      {foot ? <div className={styles.dialogFoot}>{foot}</div> : null}
    </Modal>
  )
}

import { Modal } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { common } from '../../shared/strings/id/common.ts'
import styles from './overlays.module.css'

/** A second click that follows the one that opened a dialog falls beside it, and must not close it. */
const DOUBLE_CLICK_MS = 500

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
  useFocusBack(opened)
  const settled = useSettled(opened)
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={width}
      centered
      closeOnEscape={closable}
      closeOnClickOutside={closable && settled}
      transitionProps={{ transition: 'fade', duration: 100 }}
      classNames={{ content: styles.dialog }}
    >
      <Modal.Overlay color="transparent" backgroundOpacity={0} className={styles.veil} />
      <Modal.Content>
        {/* The library's own head is a <header>, which would be a second banner landmark. */}
        <div className={styles.dialogHead}>
          <Modal.Title className={styles.dialogTitle}>{title}</Modal.Title>
          {closable && <Modal.CloseButton className={styles.dialogClose} aria-label={common.close} />}
        </div>
        <Modal.Body className={styles.dialogBody}>
          {children}
          {foot ? <div className={styles.dialogFoot}>{foot}</div> : null}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/** The library gives the focus back when a dialog closes, but not when it is taken away while it is open. */
function useFocusBack(opened: boolean): void {
  const [before] = useState(() => (opened ? document.activeElement : null))
  useEffect(
    () => () => {
      const lost = document.activeElement === null || document.activeElement === document.body
      if (lost && before instanceof HTMLElement) before.focus({ preventScroll: true })
    },
    [before],
  )
}

/** Whether the dialog has been open for longer than a double click takes. */
function useSettled(opened: boolean): boolean {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    setSettled(false)
    if (!opened) return undefined
    const timer = setTimeout(() => setSettled(true), DOUBLE_CLICK_MS)
    return () => clearTimeout(timer)
  }, [opened])
  return settled
}

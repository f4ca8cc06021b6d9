import { IconCheck, IconX } from '@tabler/icons-react'
import { useEffect, useSyncExternalStore } from 'react'
import { common } from '../../shared/strings/id/common.ts'
import { ui } from '../../shared/strings/id/ui.ts'
import { Button } from './button.tsx'
import styles from './feedback.module.css'
import { iconProps } from './icon.ts'
import { IconButton } from './icon-button.tsx'

type Toast = { id: number; text: string; undo: (() => void) | undefined }
const UNDO_MS = 10_000
const SAID_MS = 4_000

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function change(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}
const drop = (id: number) => change(toasts.filter(toast => toast.id !== id))

/**
 * Says that something was saved, printed, signed or can be undone; nothing else is a toast. With `undo`
 * it stays 10 seconds.
 */
export function showToast(text: string, undo?: () => void): void {
  lastId += 1
  change([...toasts.slice(-2), { id: lastId, text, undo }])
}

/** Where toasts appear: bottom left, above the status bar. */
export function ToastHost() {
  const shown = useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
  // Gone with the frame: after a lock the next person must not read what the one before was told.
  useEffect(() => () => change([]), [])
  return (
    <div className={styles.toasts} role="status">
      {shown.map(toast => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function ToastLine({ toast }: { toast: Toast }) {
  const { id, text, undo } = toast
  useEffect(() => {
    const timer = setTimeout(() => drop(id), undo ? UNDO_MS : SAID_MS)
    return () => clearTimeout(timer)
  }, [id, undo])
  return (
    <div className={styles.toast}>
      <IconCheck {...iconProps} />
      <span className={styles.toastText}>{text}</span>
      {undo && (
        <Button
          variant="quiet"
          onClick={() => {
            drop(id)
            undo()
          }}
        >
          {common.undo}
        </Button>
      )}
      <IconButton icon={IconX} label={ui.closeMessage} onClick={() => drop(id)} />
    </div>
  )
}

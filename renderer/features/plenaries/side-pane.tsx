import { type ReactNode, useEffect, useRef } from 'react'
import styles from './vote.module.css'

type SidePaneProps = {
  label: string
  foot: ReactNode
  /** The signed-in member withdrew from the case: the pane stands back. */
  out?: boolean
  /** Something lies over the room; once it is gone the next step takes the focus. */
  covered?: boolean
  children: ReactNode
}

/** The right-hand pane of the room; what can be done stays in view at its foot while the rest scrolls. */
export function SidePane({ label, foot, out, covered = false, children }: SidePaneProps) {
  const steps = useRef<HTMLDivElement>(null)
  // A step that is done takes its button away, and the focus with it: the meeting goes on by pressing Enter.
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body
    if (lost && !covered) steps.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [covered])
  return (
    <aside className={styles.side} aria-label={label} data-pane="" data-out={out || undefined} tabIndex={-1}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: nothing in it is a form */}
      <div className={styles.sideBody} tabIndex={0} role="group" aria-label={label}>
        {children}
      </div>
      {foot && (
        <div ref={steps} className={styles.sideFoot}>
          {foot}
        </div>
      )}
    </aside>
  )
}

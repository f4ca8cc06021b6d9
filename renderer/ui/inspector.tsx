import { createContext, type ReactNode, use, useEffect } from 'react'
import { createPortal } from 'react-dom'
import styles from './layout.module.css'

type Slot = { host: HTMLElement | null; announce(present: boolean): void }
/** Where the frame puts a page's inspector; F8 opens and closes it. */
export const InspectorSlot = createContext<Slot>({ host: null, announce: () => undefined })

type InspectorProps = { children: ReactNode; foot?: ReactNode }

/** The right-hand pane of a page: what is selected, why it is here, what is next. `foot` holds the one primary. */
export function Inspector({ children, foot }: InspectorProps) {
  const { host, announce } = use(InspectorSlot)
  useEffect(() => {
    announce(true)
    return () => announce(false)
  }, [announce])
  if (!host) return null
  return createPortal(
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className={styles.inspectorBody} tabIndex={0}>
        {children}
      </div>
      {foot && <div className={styles.foot}>{foot}</div>}
    </>,
    host,
  )
}

/** One block of an inspector, with a hairline under it. */
export function InspectorSection({
  title,
  aside,
  children,
}: {
  title?: string
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <section className={styles.section}>
      {title && (
        <h3 className={styles.sectionTitle}>
          <span>{title}</span>
          {aside && <span className={styles.sectionAside}>{aside}</span>}
        </h3>
      )}
      {children}
    </section>
  )
}

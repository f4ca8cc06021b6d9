import type { CSSProperties, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './layout.module.css'

type Gap = 0 | 2 | 4 | 6 | 8 | 12 | 16 | 24
type BoxProps = { children: ReactNode; gap?: Gap; className?: string; style?: CSSProperties }

/** Side by side, centred on one line. */
export function Row({
  children,
  gap = 8,
  wrap,
  className,
  style,
  align,
}: BoxProps & { wrap?: boolean; align?: 'start' | 'baseline' | 'end' }) {
  return (
    <div
      className={classNames(styles.row, wrap && styles.wrap, className)}
      style={{ gap, alignItems: align && (align === 'baseline' ? align : `flex-${align}`), ...style }}
    >
      {children}
    </div>
  )
}

/** One under the other. */
export function Column({ children, gap = 8, className, style }: BoxProps) {
  return (
    <div className={classNames(styles.column, className)} style={{ gap, ...style }}>
      {children}
    </div>
  )
}

/** Takes the room that is left in a Row. */
export function Spacer() {
  return <span className={styles.spacer} />
}

type PageHeaderProps = {
  title: string
  meta?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  open?: boolean
}

/** The first line of a page: title, what it is about, and at the right what can be done. `open` draws no line below (tabs follow). */
export function PageHeader({ title, meta, children, actions, open }: PageHeaderProps) {
  return (
    <header className={classNames(styles.pageHead, open && styles.open)}>
      <h1 className={styles.pageTitle}>{title}</h1>
      {meta && <span className={styles.pageMeta}>{meta}</span>}
      {children}
      <Spacer />
      {actions}
    </header>
  )
}

/** A whole page: header, then panes, from top to bottom. */
export function Page({ children }: { children: ReactNode }) {
  return <div className={styles.page}>{children}</div>
}

import type { ReactNode } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { ui } from '../../shared/strings/id/ui.ts'
import { classNames } from './class-names.ts'
import styles from './layout.module.css'

type PaneProps = {
  children: ReactNode
  /** Its name for screen readers; the visible title when `title` is not given. */
  label: string
  title?: ReactNode
  /** Buttons at the right of the head. */
  actions?: ReactNode
  /** The buttons of this pane; the one primary of the screen belongs to such a foot. */
  foot?: ReactNode
  /** Frame-coloured, for panes that recede. */
  subtle?: boolean
  padded?: boolean
  /** Holds text alone, so the area itself takes the focus and can be scrolled by keyboard. */
  reading?: boolean
  width?: number | string
}

/** One area of the work, edge to edge with its neighbours; F6 goes from pane to pane. */
export function Pane({ children, label, title, actions, foot, subtle, padded, reading, width }: PaneProps) {
  return (
    <section
      className={classNames(styles.pane, subtle && styles.subtle)}
      aria-label={label}
      data-pane=""
      tabIndex={-1}
      style={width === undefined ? undefined : { width, flex: 'none' }}
    >
      {(title || actions) && (
        <header className={styles.paneHead}>
          <h2 className={styles.paneTitle}>{title ?? label}</h2>
          <span className={styles.spacer} />
          {actions}
        </header>
      )}
      <div
        className={classNames(styles.paneBody, padded && styles.padded)}
        tabIndex={reading ? 0 : undefined}
      >
        {children}
      </div>
      {foot && <footer className={styles.foot}>{foot}</footer>}
    </section>
  )
}

type SplitPaneProps = {
  /** Two or three panes; sizes in percent of the whole, or px as '280px'. */
  panes: readonly { id: string; size: string; min?: string; content: ReactNode }[]
  orientation?: 'horizontal' | 'vertical'
  id: string
}

/** Panes whose borders can be moved by mouse, or with the arrow keys on the border. */
export function SplitPane({ panes, orientation = 'horizontal', id }: SplitPaneProps) {
  return (
    <Group id={id} orientation={orientation} style={{ flex: 1, minWidth: 0, minHeight: 0 }}>
      {panes.map((pane, index) => (
        <SplitPart key={pane.id} pane={pane} first={index === 0} />
      ))}
    </Group>
  )
}

function SplitPart({ pane, first }: { pane: SplitPaneProps['panes'][number]; first: boolean }) {
  return (
    <>
      {!first && <Separator className={styles.separator} aria-label={ui.resizePane} />}
      <Panel
        id={pane.id}
        defaultSize={pane.size}
        minSize={pane.min ?? '160px'}
        style={{ display: 'flex', overflow: 'hidden' }}
      >
        {pane.content}
      </Panel>
    </>
  )
}

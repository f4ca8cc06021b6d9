import { type ComponentType, type KeyboardEvent, type ReactNode, useRef } from 'react'
import { classNames } from './class-names.ts'
import { type Icon, smallIconProps } from './icon.ts'
import styles from './tabs.module.css'

export type Tab<V extends string> = { value: V; label: string; count?: number; icon?: Icon }

type TabsProps<V extends string> = {
  label: string
  value: V
  onChange: (value: V) => void
  tabs: readonly Tab<V>[]
  /** Id of the panel they switch, when it is one element. */
  panelId?: string
  /** As high as the page header, for tabs that stand in it. */
  tall?: boolean
}

/** Views of the same thing on one page: filters, persons. Left and Right move, as in any tab list. */
export function Tabs<V extends string>({ label, value, onChange, tabs, panelId, tall }: TabsProps<V>) {
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const at = tabs.findIndex(tab => tab.value === value)
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (!step || !next) return
    event.preventDefault()
    onChange(next.value)
    list.current?.querySelectorAll('button')[tabs.indexOf(next)]?.focus()
  }
  return (
    <div
      className={classNames(styles.tabs, tall && styles.tall)}
      role="tablist"
      aria-label={label}
      ref={list}
      onKeyDown={move}
    >
      {tabs.map(tab => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          className={styles.tab}
          aria-selected={tab.value === value}
          aria-controls={panelId}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
        >
          <TabText tab={tab} />
        </button>
      ))}
    </div>
  )
}

type LinkComponent = ComponentType<{
  to: string
  className?: string
  'aria-current'?: 'page'
  children: ReactNode
}>
type LinkTabsProps = {
  label: string
  link: LinkComponent
  tabs: readonly (Tab<string> & { to: string })[]
  value: string
}

/** Pages of one thing, each with its own address (the tabs inside a case). */
export function LinkTabs({ label, link: Link, tabs, value }: LinkTabsProps) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map(tab => (
        <Link
          key={tab.value}
          to={tab.to}
          className={styles.tab}
          aria-current={tab.value === value ? 'page' : undefined}
        >
          <TabText tab={tab} />
        </Link>
      ))}
    </nav>
  )
}

function TabText({ tab: { icon: Icon, label, count } }: { tab: Tab<string> }) {
  return (
    <>
      {Icon && <Icon {...smallIconProps} />}
      {label}
      {count !== undefined && <span className={styles.count}>{count}</span>}
    </>
  )
}

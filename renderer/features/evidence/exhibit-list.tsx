import { IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { EXHIBIT_SERIES, type Exhibit } from '../../../shared/contract/evidence.ts'
import { t } from '../../../shared/strings/index.ts'
import { classNames } from '../../ui/class-names.ts'
import { smallIconProps } from '../../ui/icon.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './evidence.module.css'
import { exhibitState } from './exhibit-state.ts'

const words = t.evidence

type ExhibitListProps = {
  exhibits: readonly Exhibit[]
  activeId: string | undefined
  /** Exhibits tied to at least one element. */
  coded: ReadonlySet<string>
  onChoose: (exhibit: Exhibit) => void
  onAdd: (() => void) | null
  /** Progress and results of an intake, above the list. */
  children?: ReactNode
}

/** All exhibits of the case in their two series; J/K or arrows move, and what is moved to is opened. */
export function ExhibitList({ exhibits, activeId, coded, onChoose, onAdd, children }: ExhibitListProps) {
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  useEffect(() => {
    list.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    // The viewer of the last exhibit is gone, and the focus with it: the keys go on working from the list.
    if (document.activeElement === document.body) list.current?.focus({ preventScroll: true })
    if (activeId) document.getElementById(`${id}-${activeId}`)?.scrollIntoView({ block: 'nearest' })
  }, [activeId, id])
  const press = (event: KeyboardEvent) => {
    const at = exhibits.findIndex(exhibit => exhibit.id === activeId)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: exhibits.length - 1 }[event.key]
    const exhibit = to === undefined || event.ctrlKey || event.altKey ? undefined : exhibits[to]
    if (!exhibit) return
    event.preventDefault()
    onChoose(exhibit)
  }
  return (
    <section className={styles.list} aria-label={words.list} data-pane="" tabIndex={-1}>
      <header className={styles.listHead}>
        <h2>{words.list}</h2>
        {onAdd && <IconButton icon={IconPlus} label={words.add} keys="Ctrl O" onClick={onAdd} />}
      </header>
      {children}
      <div
        ref={list}
        className={styles.listBody}
        role="listbox"
        aria-label={words.list}
        aria-activedescendant={activeId ? `${id}-${activeId}` : undefined}
        tabIndex={0}
        data-pane-focus=""
        onKeyDown={press}
      >
        {EXHIBIT_SERIES.map(series => {
          const group = exhibits.filter(exhibit => exhibit.series === series)
          if (group.length === 0) return null
          return (
            // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox
            <div key={series} role="group" aria-label={words.series[series]}>
              <div className={styles.groupHead} aria-hidden="true">
                <span>{words.series[series]}</span>
                <small>{group.length}</small>
              </div>
              {group.map(exhibit => (
                <ExhibitRow
                  key={exhibit.id}
                  rowId={`${id}-${exhibit.id}`}
                  exhibit={exhibit}
                  active={exhibit.id === activeId}
                  coded={coded.has(exhibit.id)}
                  onChoose={() => onChoose(exhibit)}
                />
              ))}
            </div>
          )
        })}
      </div>
    </section>
  )
}

type RowProps = { rowId: string; exhibit: Exhibit; active: boolean; coded: boolean; onChoose: () => void }

function ExhibitRow({ rowId, exhibit, active, coded, onChoose }: RowProps) {
  const { icon: Icon, label, tone } = exhibitState(exhibit, coded)
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus and names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are on the list
    <div
      id={rowId}
      role="option"
      aria-selected={active}
      className={classNames(styles.exhibit, active && styles.activeExhibit)}
      title={`${exhibit.title} · ${label}`}
      onClick={onChoose}
    >
      <b>{exhibit.number}</b>
      <span className={styles.exhibitTitle}>{exhibit.title}</span>
      <Text tone={tone}>
        <Icon {...smallIconProps} />
        <span className="visually-hidden">{label}</span>
      </Text>
    </div>
  )
}

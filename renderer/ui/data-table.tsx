// biome-ignore-all lint/a11y/noStaticElementInteractions: its role is grid or treegrid
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: its role is grid or treegrid
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the active row
// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid of 100,000 rows is not an HTML table
import { columnResizingFeature, columnSizingFeature, tableFeatures, useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  use,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { classNames } from './class-names.ts'
import styles from './data-table.module.css'
import { asTabSeparated, asTextTable } from './data-table-copy.ts'
import { moveCursor, type RowGroup, type TableItem, tableItems } from './data-table-items.ts'
import { GroupLine, RowLine } from './data-table-lines.tsx'
import { KitPreferences } from './kit-preferences.ts'
import { SkeletonRows } from './skeleton-rows.tsx'

export type Column<T> = {
  id: string
  header: string
  cell: (row: T) => ReactNode
  /** Plain text for a copy to a spreadsheet; a column without it is not copied. */
  copy?: (row: T) => string
  /** Px; the person may change it and it is remembered. */
  width: number
  minWidth?: number
  /** Takes the room that is left, or shares it with others that grow. */
  grow?: boolean
  align?: 'right'
  look?: 'strong' | 'second'
  /** Left out while the table is narrower than this, in px: what the inspector tells as well. */
  from?: number
  /** Never ends in an ellipsis (numbers, NIP). */
  whole?: boolean
  /** The header is only read aloud (icon columns). */
  hideHeader?: boolean
}

export type DataTableProps<T> = {
  /** Remembers column widths under this name. */
  name: string
  /** Read aloud: what the rows are. */
  label: string
  columns: readonly Column<T>[]
  /** Rows, with holes where nothing has been loaded yet; or `groups`. */
  rows?: readonly (T | undefined)[]
  groups?: readonly RowGroup<T>[]
  keyOf: (row: T) => string
  /** The row the cursor is on. */
  activeKey: string | null
  onActiveChange: (key: string | null, row: T | null) => void
  onOpen?: (row: T) => void
  /** Space. */
  onPeek?: (row: T) => void
  /** X; gives the table check-like picking of several rows. */
  picked?: ReadonlySet<string>
  onPickedChange?: (picked: ReadonlySet<string>) => void
  /** More keys while the table has the focus; see useListKeys. */
  onKeyDown?: (event: KeyboardEvent) => void
  /** Positions now on screen, for loading pages of a long list. */
  onRange?: (first: number, last: number) => void
  /** Shown instead of rows when there are none. */
  empty?: ReactNode
  loading?: boolean
  density?: 'compact' | 'comfortable'
  autoFocus?: boolean
}

const features = tableFeatures({ columnSizingFeature, columnResizingFeature })
const noRows: never[] = []
const GROUP_HEIGHT = 28

/** The columns that the table has room for; all of them until it is on screen. */
function useFittingColumns<T>(
  columns: readonly Column<T>[],
  table: RefObject<HTMLElement | null>,
): readonly Column<T>[] {
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY)
  const seen = useRef<HTMLElement | null>(null)
  const observer = useRef<ResizeObserver | null>(null)
  // Runs after each render, because the table appears only once there are rows.
  useLayoutEffect(() => {
    if (seen.current === table.current) return
    observer.current?.disconnect()
    seen.current = table.current
    if (!seen.current) return
    setRoom(seen.current.clientWidth)
    observer.current = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect.width))
    observer.current.observe(seen.current)
  })
  useEffect(() => () => observer.current?.disconnect(), [])
  return useMemo(() => columns.filter(({ from = 0 }) => from <= room), [columns, room])
}

/**
 * A dense list: one tab stop, cursor by J/K or arrows, Enter opens, Space peeks, X picks, Ctrl+C copies rows
 * as a spreadsheet takes them. Only what is on screen is in the page, so 100,000 rows scroll as 100 do.
 */
export function DataTable<T>(props: DataTableProps<T>) {
  const {
    name,
    label,
    columns: allColumns,
    rows = noRows,
    groups,
    keyOf,
    activeKey,
    onActiveChange,
    onOpen,
    onPeek,
    picked,
    onPickedChange,
    onRange,
    empty,
    loading,
    density = 'compact',
    autoFocus,
  } = props
  const { singleKeys, widths, keepWidths } = use(KitPreferences)
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  const columns = useFittingColumns(allColumns, scroller)
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set())
  const items = useMemo(
    () => tableItems({ rows, groups, collapsed, keyOf }),
    [rows, groups, collapsed, keyOf],
  )
  const cursor = useMemo(() => items.findIndex(item => item.key === activeKey), [items, activeKey])

  const table = useTable({
    features,
    data: noRows,
    columns: useMemo(
      () =>
        columns.map(({ id: columnId, width, minWidth = 40 }) => ({
          id: columnId,
          size: width,
          minSize: minWidth,
        })),
      [columns],
    ),
    initialState: { columnSizing: widths(name) },
    columnResizeMode: 'onChange',
  })
  const sizing = table.state.columnSizing
  const resizing = table.state.columnResizing.isResizingColumn
  const keepRef = useRef(keepWidths)
  keepRef.current = keepWidths
  const wasResizing = useRef(false)
  useEffect(() => {
    if (wasResizing.current && !resizing) keepRef.current(name, sizing)
    wasResizing.current = Boolean(resizing)
  }, [resizing, sizing, name])
  const template = columns
    .map(({ id: columnId, width, grow, minWidth = 40 }) =>
      grow
        ? `minmax(${sizing[columnId] ?? Math.max(width, minWidth)}px, 1fr)`
        : `${sizing[columnId] ?? width}px`,
    )
    .join(' ')

  const rowHeight = density === 'compact' ? 28 : 36
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => (items[index]?.kind === 'group' ? GROUP_HEIGHT : rowHeight),
    getItemKey: index => items[index]?.key ?? index,
    overscan: 12,
    scrollPaddingStart: 28,
  })
  const shown = virtual.getVirtualItems()
  const first = shown[0]?.index ?? 0
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => onRange?.(first, last), [onRange, first, last])
  const present = items.length > 0
  const begin = useRef<() => void>(() => undefined)
  begin.current = () => {
    const at = document.activeElement
    // Someone who already types elsewhere (a search field) keeps the focus.
    if (at !== document.body && at?.id !== 'work') return
    scroller.current?.focus({ preventScroll: true })
    const row = items.find(item => item.kind === 'row' && item.row !== undefined)
    if (activeKey === null && row?.kind === 'row') onActiveChange(row.key, row.row ?? null)
  }
  useEffect(() => {
    if (autoFocus && present) begin.current()
  }, [autoFocus, present])

  const activate = (at: number) => {
    const item = items[at]
    if (!item) return
    virtual.scrollToIndex(at, { align: 'auto' })
    onActiveChange(item.key, item.kind === 'row' ? (item.row ?? null) : null)
  }
  const toggleGroup = (groupId: string, close: boolean) => {
    const next = new Set(collapsed)
    if (close) next.add(groupId)
    else next.delete(groupId)
    setCollapsed(next)
    if (close) onActiveChange(`group:${groupId}`, null)
  }
  const pick = (item: TableItem<T>) => {
    if (!picked || !onPickedChange || item.kind !== 'row' || item.row === undefined) return
    const next = new Set(picked)
    if (!next.delete(item.key)) next.add(item.key)
    onPickedChange(next)
  }

  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== scroller.current || event.ctrlKey || event.altKey || event.metaKey)
      return props.onKeyDown?.(event)
    const item = items[cursor]
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 300) / rowHeight) - 2)
    const row = item?.kind === 'row' ? item.row : undefined
    const act: Partial<Record<string, () => void>> = {
      ArrowDown: () => activate(cursor < 0 ? moveCursor(items, -1, 1) : moveCursor(items, cursor, 1)),
      ArrowUp: () => activate(moveCursor(items, Math.max(cursor, 0), -1)),
      PageDown: () => activate(moveCursor(items, cursor, page)),
      PageUp: () => activate(moveCursor(items, cursor, -page)),
      Home: () => activate(moveCursor(items, -1, 1)),
      End: () => activate(moveCursor(items, items.length, -1)),
      ArrowLeft: () => item?.kind === 'row' && item.group && toggleGroup(item.group.id, true),
      ArrowRight: () => item?.kind === 'group' && toggleGroup(item.group.id, false),
      Enter: () =>
        item?.kind === 'group' ? toggleGroup(item.group.id, false) : row !== undefined && onOpen?.(row),
      ' ': () => row !== undefined && onPeek?.(row),
    }
    if (singleKeys) {
      act.j = act.ArrowDown
      act.k = act.ArrowUp
      act.x = () => item && pick(item)
    }
    const action = act[event.key]
    if (!action) return props.onKeyDown?.(event)
    event.preventDefault()
    action()
  }

  const copy = (event: ClipboardEvent) => {
    if (!window.getSelection()?.isCollapsed) return // somebody marked words: they want those
    const loaded = items.flatMap(item =>
      item.kind === 'row' && item.row !== undefined ? [{ key: item.key, row: item.row }] : [],
    )
    const chosen = picked?.size
      ? loaded.filter(({ key }) => picked.has(key))
      : loaded.filter(({ key }) => key === activeKey)
    const copied = allColumns.filter(column => column.copy)
    const cells = [
      copied.map(column => column.header),
      ...(chosen.length > 0 ? chosen : loaded).map(({ row }) =>
        copied.map(column => column.copy?.(row) ?? ''),
      ),
    ]
    event.clipboardData.setData('text/plain', asTabSeparated(cells))
    event.clipboardData.setData('text/html', asTextTable(cells))
    event.preventDefault()
  }

  if (loading && items.length === 0) return <SkeletonRows />
  if (items.length === 0 && empty) return <div className={styles.empty}>{empty}</div>
  return (
    <div
      ref={scroller}
      className={classNames(styles.table, density === 'comfortable' && styles.comfortable)}
      role={groups ? 'treegrid' : 'grid'}
      aria-label={label}
      aria-rowcount={items.length + 1}
      aria-multiselectable={picked ? true : undefined}
      aria-activedescendant={cursor >= 0 ? `${id}-${cursor}` : undefined}
      tabIndex={0}
      data-pane-focus=""
      style={{ ['--columns' as string]: template }}
      onKeyDown={press}
      onCopy={copy}
    >
      <div className={styles.head} role="rowgroup">
        <div className={classNames(styles.line, styles.headLine)} role="row" aria-rowindex={1}>
          {columns.map((column, index) => {
            const header = table.getFlatHeaders().find(candidate => candidate.column.id === column.id)
            return (
              <div
                key={column.id}
                className={classNames(styles.headCell, column.align && styles.right)}
                role="columnheader"
              >
                <span className={column.hideHeader ? 'visually-hidden' : undefined}>{column.header}</span>
                {!column.grow && !column.hideHeader && index < columns.length - 1 && (
                  <span
                    className={classNames(styles.resizer, resizing === column.id && styles.resizing)}
                    aria-hidden="true"
                    onMouseDown={header?.getResizeHandler()}
                    onTouchStart={header?.getResizeHandler()}
                  />
                )}
              </div>
            )
          })}
        </div>
      </div>
      <div className={styles.body} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {shown.map(place => {
          const item = items[place.index]
          if (!item) return null
          const shared = {
            id: `${id}-${place.index}`,
            'aria-rowindex': place.index + 2,
            style: { transform: `translateY(${place.start}px)` },
          }
          return item.kind === 'group' ? (
            <GroupLine
              key={place.key}
              item={item}
              active={place.index === cursor}
              span={columns.length}
              onToggle={() => toggleGroup(item.group.id, !item.collapsed)}
              {...shared}
            />
          ) : (
            <RowLine
              key={place.key}
              item={item}
              columns={columns}
              active={place.index === cursor}
              selected={picked ? picked.has(item.key) : place.index === cursor}
              onPress={() => activate(place.index)}
              onOpen={() => item.row !== undefined && onOpen?.(item.row)}
              {...shared}
            />
          )
        })}
      </div>
    </div>
  )
}

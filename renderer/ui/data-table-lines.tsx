// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid itself takes the keys
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the active row
// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid of 100,000 rows is not an HTML table
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { classNames } from './class-names.ts'
import styles from './data-table.module.css'
import type { Column } from './data-table.tsx'
import type { TableItem } from './data-table-items.ts'
import { smallIconProps } from './icon.ts'

type Placed = { id: string; 'aria-rowindex': number; style: { transform: string } }
type RowLineProps<T> = Placed & {
  item: Extract<TableItem<T>, { kind: 'row' }>
  columns: readonly Column<T>[]
  active: boolean
  selected: boolean
  onPress: () => void
  onOpen: () => void
}

/** One row; a row that is still loading keeps its place. */
export function RowLine<T>({ item, columns, active, selected, onPress, onOpen, ...placed }: RowLineProps<T>) {
  const { row } = item
  return (
    <div
      className={classNames(styles.line, styles.row, active && styles.active)}
      role="row"
      aria-selected={selected}
      aria-level={item.group ? 2 : undefined}
      onClick={onPress}
      onDoubleClick={onOpen}
      {...placed}
    >
      {columns.map(column => (
        <div
          key={column.id}
          className={classNames(
            styles.cell,
            column.align && styles.right,
            column.look && styles[column.look],
            column.whole && styles.whole,
            row === undefined && styles.unloaded,
          )}
          role="gridcell"
        >
          {row === undefined ? <i /> : <span>{column.cell(row)}</span>}
        </div>
      ))}
    </div>
  )
}

type GroupLineProps<T> = Placed & {
  item: Extract<TableItem<T>, { kind: 'group' }>
  active: boolean
  span: number
  onToggle: () => void
}

/** The head of a group, with how many rows it holds. */
export function GroupLine<T>({
  item: { group, collapsed },
  active,
  span,
  onToggle,
  ...placed
}: GroupLineProps<T>) {
  const Chevron = collapsed ? IconChevronRight : IconChevronDown
  return (
    <div
      className={classNames(styles.group, active && styles.active)}
      role="row"
      aria-expanded={!collapsed}
      aria-level={1}
      onClick={onToggle}
      {...placed}
    >
      <span role="gridcell" aria-colspan={span}>
        <Chevron {...smallIconProps} />
        {group.label}
        <small>{group.count ?? group.rows.length}</small>
      </span>
    </div>
  )
}

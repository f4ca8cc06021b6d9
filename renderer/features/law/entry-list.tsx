import type { ReactNode } from 'react'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import type { RowGroup } from '../../ui/data-table-items.ts'
import { Inspector } from '../../ui/inspector.tsx'
import { useActiveRow } from './view-props.ts'

type Entry = { id: string }
const keyOf = (row: Entry) => row.id

type EntryListProps<T> = {
  /** Remembers column widths under this name. */
  name: string
  label: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  /** The same rows under their headings, when the list has any. */
  groups?: readonly RowGroup<T>[]
  /** What the inspector shows of the row that the cursor is on. */
  children: (active: T) => ReactNode
}

/** One part of the law pack as a list, with the facts of one entry beside it. */
export function EntryList<T extends Entry>(props: EntryListProps<T>) {
  const { name, label, columns, rows, groups, children } = props
  const { active, activeId, setActiveId } = useActiveRow(rows)
  return (
    <>
      <DataTable
        name={name}
        label={label}
        columns={columns}
        rows={groups ? undefined : rows}
        groups={groups}
        keyOf={keyOf}
        activeKey={activeId}
        onActiveChange={setActiveId}
        autoFocus
      />
      {active && <Inspector>{children(active)}</Inspector>}
    </>
  )
}

/** Rows under the number of their regulation, in the order in which the pack names it first. */
export function byRegulation<T extends { regulation: string }>(rows: readonly T[]): RowGroup<T>[] {
  const numbers = [...new Set(rows.map(entry => entry.regulation))]
  return numbers.map(number => ({
    id: number,
    label: number,
    rows: rows.filter(entry => entry.regulation === number),
  }))
}

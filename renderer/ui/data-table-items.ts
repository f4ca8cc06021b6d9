export type RowGroup<T> = {
  id: string
  label: string
  /** Shown beside the label; the number of rows when left out. */
  count?: number
  rows: readonly (T | undefined)[]
}
export type TableItem<T> =
  | { kind: 'group'; key: string; group: RowGroup<T>; collapsed: boolean }
  | { kind: 'row'; key: string; row: T | undefined; group: RowGroup<T> | null }

type Source<T> = {
  rows: readonly (T | undefined)[]
  groups: readonly RowGroup<T>[] | undefined
  collapsed: ReadonlySet<string>
  keyOf: (row: T) => string
}

/** One flat list of what the table shows; rows that have not been loaded yet keep their place. */
export function tableItems<T>({ rows, groups, collapsed, keyOf }: Source<T>): TableItem<T>[] {
  const rowItem = (row: T | undefined, index: number, group: RowGroup<T> | null): TableItem<T> => ({
    kind: 'row',
    key: row === undefined ? `unloaded:${group?.id ?? ''}:${index}` : keyOf(row),
    row,
    group,
  })
  if (!groups) return rows.map((row, index) => rowItem(row, index, null))
  return groups.flatMap(group => {
    const isCollapsed = collapsed.has(group.id)
    const head: TableItem<T> = { kind: 'group', key: `group:${group.id}`, group, collapsed: isCollapsed }
    return isCollapsed ? [head] : [head, ...group.rows.map((row, index) => rowItem(row, index, group))]
  })
}

/** Where the cursor goes from `from` by `step`; it rests on rows and on collapsed groups, and stops at the ends. */
export function moveCursor<T>(items: readonly TableItem<T>[], from: number, step: number): number {
  const rests = (item: TableItem<T> | undefined) =>
    item !== undefined && (item.kind === 'row' || item.collapsed)
  const direction = step < 0 ? -1 : 1
  let at = Math.min(Math.max(from + step, 0), items.length - 1)
  while (items[at] && !rests(items[at])) at += direction
  if (items[at]) return at
  // Past the end on a group head: take the nearest resting place behind.
  at = Math.min(Math.max(from + step, 0), items.length - 1)
  while (items[at] && !rests(items[at])) at -= direction
  return items[at] ? at : from
}

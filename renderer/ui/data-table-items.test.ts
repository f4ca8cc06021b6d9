import { describe, expect, it } from 'vitest'
import { moveCursor, type RowGroup, tableItems } from './data-table-items.ts'

const keyOf = (row: string) => row
const groups: RowGroup<string>[] = [
  { id: 'late', label: 'Late', rows: ['a', 'b'] },
  { id: 'mine', label: 'Mine', rows: ['c'] },
]
const open = tableItems({ rows: [], groups, collapsed: new Set(), keyOf })

describe('tableItems', () => {
  it('puts each group head before its rows', () => {
    expect(open.map(item => item.key)).toEqual(['group:late', 'a', 'b', 'group:mine', 'c'])
  })
  it('leaves out the rows of a collapsed group', () => {
    const items = tableItems({ rows: [], groups, collapsed: new Set(['late']), keyOf })
    expect(items.map(item => item.key)).toEqual(['group:late', 'group:mine', 'c'])
  })
  it('keeps the place of rows that are not loaded', () => {
    const items = tableItems({ rows: ['a', undefined], groups: undefined, collapsed: new Set(), keyOf })
    expect(items.map(item => item.key)).toEqual(['a', 'unloaded::1'])
  })
})

describe('moveCursor', () => {
  it('steps over the head of an open group', () => expect(moveCursor(open, 2, 1)).toBe(4))
  it('rests on a collapsed group', () => {
    const items = tableItems({ rows: [], groups, collapsed: new Set(['mine']), keyOf })
    expect(moveCursor(items, 2, 1)).toBe(3)
  })
  it('stays on the first row when moving up from it', () => expect(moveCursor(open, 1, -1)).toBe(1))
  it('stops at the last row', () => expect(moveCursor(open, 1, 100)).toBe(4))
  it('goes nowhere in an empty table', () => expect(moveCursor([], 0, 1)).toBe(0))
})

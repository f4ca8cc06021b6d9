import { expect, it } from 'vitest'
import type { Finding } from '../../../shared/contract/findings.ts'
import { cellFromText, defenceOf, following, moved, numbersOf, standingOf } from './matrix-model.ts'

type Part = Partial<Pick<Finding, 'state' | 'conclusion'>> & { points?: [string, string, string?][] }
const finding = (id: string, elements: number, { points = [], ...rest }: Part = {}): Finding =>
  ({
    id,
    state: 'draft',
    conclusion: 'undecided',
    assessments: Array.from({ length: elements }, (_, n) => ({
      elementId: `e${n}`,
      links: [],
      defence: points[n]?.[0] ?? '',
      defenceReply: points[n]?.[1] ?? '',
      defenceUnansweredReason: points[n]?.[2] ?? '',
    })),
    ...rest,
  }) as unknown as Finding

const rows = [finding('a', 6), finding('b', 3)]

it('keeps the cursor inside the matrix and shortens it for a shorter provision', () => {
  expect(moved({ findingId: 'a', column: 0 }, 'left', rows)).toEqual({ findingId: 'a', column: 0 })
  expect(moved({ findingId: 'a', column: 6 }, 'right', rows)).toEqual({ findingId: 'a', column: 6 })
  expect(moved({ findingId: 'a', column: 6 }, 'down', rows)).toEqual({ findingId: 'b', column: 3 })
  expect(moved({ findingId: 'b', column: 1 }, 'down', rows)).toEqual({ findingId: 'b', column: 1 })
})

it('goes on along the row and ends at the conclusion', () => {
  expect(following({ findingId: 'b', column: 2 }, rows)).toEqual({ findingId: 'b', column: 3 })
  expect(following({ findingId: 'b', column: 3 }, rows)).toEqual({ findingId: 'b', column: 0 })
})

it('takes no cell from an address that names none', () => {
  expect(cellFromText(null, rows)).toBeNull()
  expect(cellFromText('x.1', rows)).toBeNull()
  expect(cellFromText('a.-1', rows)).toBeNull()
  expect(cellFromText('a.<script>', rows)).toBeNull()
  expect(cellFromText('b.99', rows)).toEqual({ findingId: 'b', column: 3 })
})

it('counts an exhibit once for each side', () => {
  const link = (exhibitNumber: string, stance: string) => ({ exhibitNumber, stance })
  const links = [
    link('p1', 'supports'),
    link('p1', 'supports'),
    link('p2', 'supports'),
    link('t1', 'contradicts'),
  ]
  expect(numbersOf({ links } as unknown as Finding['assessments'][number])).toEqual({
    supports: ['p1', 'p2'],
    contradicts: ['t1'],
  })
})

it('names the least finished finding of a person', () => {
  expect(standingOf([])).toBe('none')
  expect(standingOf([finding('a', 1, { state: 'reviewed' }), finding('b', 1)])).toBe('open')
  expect(standingOf([finding('a', 1, { conclusion: 'proven' })])).toBe('ready')
  expect(standingOf([finding('a', 1, { state: 'submitted' })])).toBe('waiting')
  expect(standingOf([finding('a', 1, { state: 'reviewed' })])).toBe('reviewed')
})

it('finds the first point of the defence without a reply', () => {
  const own = [
    finding('a', 2, { points: [['x', 'y']] }),
    finding('b', 3, {
      points: [
        ['', ''],
        ['z', ''],
      ],
    }),
  ]
  expect(defenceOf(own)).toEqual({ total: 2, open: 1, withReason: 0, first: { findingId: 'b', column: 2 } })
})

it('takes a point as answered when a reason says why there is no reply', () => {
  const own = [finding('a', 1, { points: [['x', '', 'Tidak berkaitan dengan unsur ini.']] })]
  expect(defenceOf(own)).toEqual({ total: 1, open: 0, withReason: 1, first: null })
})

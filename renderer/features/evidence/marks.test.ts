import { describe, expect, it } from 'vitest'
import type { Finding, Place } from '../../../shared/contract/findings.ts'
import { markLabel, marksOf, mediaClock, NO_PLACE, placeKey } from './marks.ts'

const box = (x: number, y: number): Place => ({ ...NO_PLACE, box: { x, y, width: 0.2, height: 0.1 } })
const finding = (id: string, places: readonly (readonly [string, Place])[]): Finding =>
  ({
    id,
    assessments: ['a', 'b', 'c'].map(elementId => ({
      elementId,
      links: places
        .filter(([element]) => element === elementId)
        .map(([, place], n) => ({
          id: `${id}-${elementId}-${n}`,
          exhibitId: 'x',
          place,
          stance: 'supports',
        })),
    })),
  }) as unknown as Finding

describe('marks of an exhibit', () => {
  it('join links at the same place and number boxes in reading order', () => {
    const marks = marksOf('x' as never, [
      finding('f', [
        ['c', box(0.1, 0.8)],
        ['a', box(0.1, 0.2)],
        ['b', box(0.1, 0.2)],
      ]),
    ])
    expect(marks.map(mark => markLabel(mark, 'f'))).toEqual(['Kotak 1 · unsur 1, 2', 'Kotak 2 · unsur 3'])
  })

  it('leave out links of other exhibits, and name no elements of other findings', () => {
    const findings = [finding('f', [['a', { ...NO_PLACE, second: 134 }]])]
    expect(marksOf('y' as never, findings)).toEqual([])
    expect(marksOf('x' as never, findings).map(mark => markLabel(mark, 'g'))).toEqual(['Menit 02.14'])
  })

  it('tell places apart by their content alone', () => {
    expect(placeKey(box(0.1, 0.2))).toBe(placeKey({ ...box(0.1, 0.2) }))
    expect(placeKey(box(0.1, 0.2))).not.toBe(placeKey(box(0.1, 0.21)))
  })
})

describe('the clock of a recording', () => {
  it('shows hours only when there are any', () => {
    expect([0, 59.9, 134, 3734].map(mediaClock)).toEqual(['00.00', '00.59', '02.14', '1.02.14'])
  })
})

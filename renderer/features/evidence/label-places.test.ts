import { describe, expect, it } from 'vitest'
import { labelPlaces } from './label-places.ts'

const anchor = (key: string, left: number, top: number) => ({ key, left, top, width: 60 })

describe('labels of boxes', () => {
  it('stand beside the box where there is room, else above it', () => {
    const places = labelPlaces([anchor('a', 200, 100), anchor('b', 10, 300)])
    expect(places.get('a')).toEqual({ left: 198, top: 100, beside: true })
    expect(places.get('b')).toEqual({ left: 10, top: 274, beside: false })
  })

  it('never lie over one another, however close the boxes are', () => {
    const anchors = Array.from({ length: 12 }, (_, n) => anchor(String(n), 200, 100 + n * 3))
    const tops = [...labelPlaces(anchors).values()].map(place => place.top).sort((a, b) => a - b)
    for (let n = 1; n < tops.length; n += 1) {
      expect((tops[n] ?? 0) - (tops[n - 1] ?? 0)).toBeGreaterThanOrEqual(26)
    }
  })

  it('stay inside at the upper edge', () => {
    expect(labelPlaces([anchor('a', 0, 5)]).get('a')?.top).toBe(7)
  })
})

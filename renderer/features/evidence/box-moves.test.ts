import { describe, expect, it } from 'vitest'
import { type Box, boxAfterKey, boxBetween, isTiny, middleBox } from './box-moves.ts'

const inside = ({ x, y, width, height }: Box) =>
  x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 1.000001 && y + height <= 1.000001

describe('a box on a page', () => {
  it('is the same whichever corner the mouse began at', () => {
    const box = boxBetween({ x: 0.6, y: 0.7 }, { x: 0.2, y: 0.1 })
    expect(box.x).toBe(0.2)
    expect(box.y).toBe(0.1)
    expect(box.width).toBeCloseTo(0.4)
    expect(box.height).toBeCloseTo(0.6)
  })

  it('never leaves the page, by mouse or by keys', () => {
    expect(inside(boxBetween({ x: -3, y: 0.5 }, { x: 9, y: 7 }))).toBe(true)
    let box = middleBox()
    for (let n = 0; n < 300; n += 1) {
      const key = ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'][Math.floor(n / 80)] ?? 'ArrowUp'
      box = boxAfterKey(box, key, n % 3 === 0) ?? box
      expect(inside(box)).toBe(true)
    }
  })

  it('takes arrows and leaves other keys alone; a click is no box', () => {
    expect(boxAfterKey(middleBox(), 'Enter', false)).toBeNull()
    expect(isTiny(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.5, y: 0.501 }))).toBe(true)
  })
})

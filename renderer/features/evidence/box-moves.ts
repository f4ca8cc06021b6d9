import type { Place } from '../../../shared/contract/findings.ts'

export type Box = NonNullable<Place['box']>
const STEP = 0.01
const SMALLEST = 0.01

/** A box in the middle of what is seen, in fractions of the page. */
export const middleBox = (seen: Box = { x: 0, y: 0, width: 1, height: 1 }): Box =>
  insidePage({
    x: seen.x + seen.width * 0.35,
    y: seen.y + seen.height * 0.4,
    width: seen.width * 0.3,
    height: seen.height * 0.2,
  })

/** Two corners in any order, in fractions, as a box inside the page. */
export function boxBetween(a: { x: number; y: number }, b: { x: number; y: number }): Box {
  const [left, right] = [clamp(Math.min(a.x, b.x)), clamp(Math.max(a.x, b.x))]
  const [top, bottom] = [clamp(Math.min(a.y, b.y)), clamp(Math.max(a.y, b.y))]
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** A box too small to be meant: a click, not a drag. */
export const isTiny = (box: Box): boolean => box.width < SMALLEST / 2 || box.height < SMALLEST / 2

/** The box after an arrow key: moved, or with `resize` larger and smaller; null for any other key. */
export function boxAfterKey(box: Box, key: string, resize: boolean): Box | null {
  const dx = key === 'ArrowRight' ? STEP : key === 'ArrowLeft' ? -STEP : 0
  const dy = key === 'ArrowDown' ? STEP : key === 'ArrowUp' ? -STEP : 0
  if (dx === 0 && dy === 0) return null
  return insidePage(
    resize
      ? { ...box, width: box.width + dx, height: box.height + dy }
      : { ...box, x: box.x + dx, y: box.y + dy },
  )
}

function insidePage(box: Box): Box {
  const width = round(Math.min(1, Math.max(SMALLEST, box.width)))
  const height = round(Math.min(1, Math.max(SMALLEST, box.height)))
  return {
    width,
    height,
    x: round(Math.min(1 - width, Math.max(0, box.x))),
    y: round(Math.min(1 - height, Math.max(0, box.y))),
  }
}

const clamp = (value: number): number => round(Math.min(1, Math.max(0, value)))
// Rounded down, so that left edge plus width never leaves the page.
const round = (value: number): number => Math.floor(value * 10_000 + 1e-6) / 10_000

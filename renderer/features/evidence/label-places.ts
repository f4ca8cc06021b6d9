/** Where a label wants to be: the upper left corner of its box, and about how wide it is, in px. */
export type LabelAnchor = { key: string; left: number; top: number; width: number }
/** Upper left corner of a label; `beside` hangs it to the left of that point. */
export type LabelPlace = { left: number; top: number; beside: boolean }

/** Px from one label to the next: 24 to be hit with a finger, and 2 between them. */
const STEP = 26

/**
 * Labels beside their boxes where the picture leaves room, else above them, and none over another: labels of
 * boxes that lie close together step down.
 */
export function labelPlaces(anchors: readonly LabelAnchor[]): ReadonlyMap<string, LabelPlace> {
  const places = new Map<string, LabelPlace>()
  const taken: { from: number; to: number; top: number }[] = []
  for (const { key, left, top, width } of [...anchors].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const beside = left >= width + 4
    const from = beside ? left - 2 - width : left
    const to = from + width
    let at = beside ? top : top < STEP ? top + 2 : top - STEP
    for (const other of taken) {
      if (from < other.to && other.from < to && Math.abs(at - other.top) < STEP) at = other.top + STEP
    }
    taken.push({ from, to, top: at })
    taken.sort((a, b) => a.top - b.top)
    places.set(key, { left: beside ? left - 2 : left, top: at, beside })
  }
  return places
}

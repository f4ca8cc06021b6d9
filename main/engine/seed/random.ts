/** A repeatable source of chance: the same seed gives the same store on every machine. */
export type Random = {
  /** 0 ≤ x < 1. */
  next(): number
  /** Whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /**
   * Version 4 form, from this source instead of the system's. The first digits count up, so that a
   * hundred thousand rows are appended to their indexes instead of scattered over them.
   */
  uuid(): string
  /** 32 random hexadecimal digits. */
  hex32(): string
}

/** Mulberry32 over a 32-bit seed. Never for keys or secrets. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  let count = 0
  const word = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (t ^ (t >>> 14)) >>> 0
  }
  const next = () => word() / 0x1_0000_0000
  const hex = () => word().toString(16).padStart(8, '0')
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: probability => next() < probability,
    pick(list) {
      const item = list[Math.floor(next() * list.length)]
      if (item === undefined) throw new RangeError('empty list')
      return item
    },
    hex32: () => hex() + hex() + hex() + hex(),
    uuid() {
      count += 1
      const all = count.toString(16).padStart(8, '0') + hex() + hex() + hex()
      const variant = '89ab'[Number.parseInt(all.charAt(16), 16) & 3]
      return `${all.slice(0, 8)}-${all.slice(8, 12)}-4${all.slice(13, 16)}-${variant}${all.slice(17, 20)}-${all.slice(20)}`
    },
  }
}

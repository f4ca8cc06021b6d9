/**
 * Whether bytes are one DER value in canonical lengths, to the last byte. Parsers forgive wrong length
 * headers and would let a changed signature pass (found by flipping every bit of one).
 * Looks into constructed values only; octet strings may hold anything.
 */
export function isStrictDer(bytes: Uint8Array): boolean {
  return endOfValue(bytes, 0, bytes.length, 0) === bytes.length
}

const deepest = 60

/** Index after the value at `start`, or -1 when it is not DER within `limit`. */
function endOfValue(bytes: Uint8Array, start: number, limit: number, depth: number): number {
  if (depth > deepest || start + 2 > limit) return -1
  const tag = bytes[start] ?? 0
  let at = start + 1
  if ((tag & 0x1f) === 0x1f) return -1 // high tag numbers do not occur in CMS or X.509
  const first = bytes[at++] ?? 0
  let length = first
  if (first & 0x80) {
    const count = first & 0x7f
    if (count === 0 || count > 4 || at + count > limit) return -1
    length = 0
    for (let index = 0; index < count; index++) length = length * 256 + (bytes[at++] ?? 0)
    const shortest = length < 0x80 ? 0 : Math.ceil(Math.log2(length + 1) / 8)
    if (count !== shortest) return -1
  }
  const end = at + length
  if (end > limit) return -1
  if (tag & 0x20) {
    while (at < end) {
      at = endOfValue(bytes, at, end, depth + 1)
      if (at < 0) return -1
    }
  }
  return end
}

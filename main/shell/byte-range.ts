export type ByteRange = { from: number; to: number }

/**
 * Reads a Range header of one range. Takes the header (null when absent) and the size in bytes; `to` is
 * inclusive. Gives 'whole' when there is nothing to cut, 'unsatisfiable' when it lies outside (status 416).
 */
export function readByteRange(header: string | null, size: number): ByteRange | 'whole' | 'unsatisfiable' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  // RFC 9110 lets a server ignore a header that it does not understand, such as several ranges.
  if (!match || (match[1] === '' && match[2] === '')) return 'whole'
  if (match[1] === '') {
    const length = Math.min(Number(match[2]), size)
    return length === 0 ? 'unsatisfiable' : { from: size - length, to: size - 1 }
  }
  const from = Number(match[1])
  const to = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1)
  if (from >= size) return 'unsatisfiable'
  return to < from ? 'whole' : { from, to }
}

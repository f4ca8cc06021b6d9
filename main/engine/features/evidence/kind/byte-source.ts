/** Bytes at random places, such as a sealed blob; short only at the end. */
export type ByteSource = { readonly size: number; readAt(offset: number, length: number): Buffer }

const STEP = 1024 * 1024

/**
 * Where `wanted` stands at or after `from`, or -1. Reads piece by piece, so that the size of a hostile
 * file never decides how much memory is used.
 */
export function findBytes(source: ByteSource, wanted: Buffer, from: number): number {
  const overlap = wanted.length - 1
  for (let offset = from; offset < source.size; offset += STEP) {
    const found = source.readAt(offset, STEP + overlap).indexOf(wanted)
    if (found !== -1) return offset + found
  }
  return -1
}

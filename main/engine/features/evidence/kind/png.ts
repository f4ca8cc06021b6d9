import type { ByteSource } from './byte-source.ts'
import type { PictureFacts } from './image-kind.ts'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Millions of empty chunks are a trick to waste time; no camera or screen writes so many. */
const MOST_CHUNKS = 200_000

/** Size from IHDR; complete when the chunks lead to IEND. Null when it is no PNG. */
export function pngFacts(source: ByteSource, head: Buffer): PictureFacts | 'undecodable' | null {
  if (!head.subarray(0, 8).equals(SIGNATURE)) return null
  if (head.length < 33) return { width: 1, height: 1, complete: false }
  if (head.toString('latin1', 12, 16) !== 'IHDR' || head.readUInt32BE(8) !== 13) return 'undecodable'
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20), complete: reachesEnd(source) }
}

function reachesEnd(source: ByteSource): boolean {
  let offset = 8
  let pixels = false
  for (let n = 0; n < MOST_CHUNKS; n++) {
    const header = source.readAt(offset, 8)
    if (header.length < 8) return false
    const name = header.toString('latin1', 4, 8)
    const end = offset + 12 + header.readUInt32BE(0)
    if (end > source.size || !/^[A-Za-z]{4}$/.test(name)) return false
    if (name === 'IDAT') pixels = true
    if (name === 'IEND') return pixels
    offset = end
  }
  return false
}

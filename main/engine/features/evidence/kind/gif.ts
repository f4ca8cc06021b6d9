import type { ByteSource } from './byte-source.ts'
import type { PictureFacts } from './image-kind.ts'

const MOST_BLOCKS = 2_000_000

/** Size of the screen or of its largest picture; complete when the blocks lead to the trailer. */
export function gifFacts(source: ByteSource, head: Buffer): PictureFacts | 'undecodable' | null {
  if (!/^GIF8[79]a$/.test(head.toString('latin1', 0, 6))) return null
  if (head.length < 13) return { width: 1, height: 1, complete: false }
  const found = { width: head.readUInt16LE(6), height: head.readUInt16LE(8), complete: false }
  let offset = 13 + colours(head[10] ?? 0)
  let pictures = 0
  for (let n = 0; n < MOST_BLOCKS; n++) {
    const block = source.readAt(offset, 10)
    const kind = block[0]
    if (kind === 0x3b) return { ...found, complete: pictures > 0 }
    if (kind === 0x21) offset = afterParts(source, offset + 2)
    else if (kind === 0x2c && block.length === 10) {
      pictures += 1
      found.width = Math.max(found.width, block.readUInt16LE(5))
      found.height = Math.max(found.height, block.readUInt16LE(7))
      offset = afterParts(source, offset + 11 + colours(block[9] ?? 0))
    } else return kind === undefined || offset >= source.size ? found : 'undecodable'
  }
  return 'undecodable'
}

/** Bytes of a colour table by its flags. */
function colours(flags: number): number {
  return flags & 0x80 ? 3 << ((flags & 7) + 1) : 0
}

/** Skips the length-prefixed parts of a block up to their empty end; reads 64 KiB at a time. */
function afterParts(source: ByteSource, from: number): number {
  let offset = from
  let base = from
  let piece = source.readAt(from, 65_536)
  while (offset < source.size) {
    if (offset - base >= piece.length) {
      base = offset
      piece = source.readAt(base, 65_536)
    }
    const length = piece[offset - base] ?? 0
    offset += 1 + length
    if (length === 0) return offset
  }
  return source.size
}

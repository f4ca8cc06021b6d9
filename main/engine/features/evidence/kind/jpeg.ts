import { type ByteSource, findBytes } from './byte-source.ts'
import type { PictureFacts } from './image-kind.ts'

const END_OF_IMAGE = Buffer.from([0xff, 0xd9])
const MOST_SEGMENTS = 5_000

/**
 * Size from the frame header; complete when an end marker follows the picture data. The end marker of a
 * preview inside the camera's own segments does not count, since those are skipped by their lengths.
 */
export function jpegFacts(source: ByteSource, head: Buffer): PictureFacts | 'undecodable' | null {
  if (head[0] !== 0xff || head[1] !== 0xd8 || head[2] !== 0xff) return null
  let offset = 2
  let size: { width: number; height: number } | null = null
  for (let n = 0; n < MOST_SEGMENTS; n++) {
    const bytes = source.readAt(offset, 9)
    if (bytes.length < 4) return size === null ? 'undecodable' : { ...size, complete: false }
    if (bytes[0] !== 0xff) return 'undecodable'
    const marker = bytes[1] ?? 0
    // Fill bytes before a marker, and markers that stand alone.
    if (marker === 0xff) {
      offset += 1
      continue
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      offset += 2
      continue
    }
    if (marker === 0xd9 || marker === 0x00) return 'undecodable'
    if (isFrame(marker) && bytes.length === 9) {
      size = { height: bytes.readUInt16BE(5), width: bytes.readUInt16BE(7) }
    }
    const next = offset + 2 + bytes.readUInt16BE(2)
    if (marker === 0xda) {
      if (size === null) return 'undecodable'
      return { ...size, complete: findBytes(source, END_OF_IMAGE, next) !== -1 }
    }
    offset = next
  }
  return 'undecodable'
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which share the range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

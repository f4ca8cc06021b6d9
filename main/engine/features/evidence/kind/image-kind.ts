import { imageSize } from 'image-size'
import type { ByteSource } from './byte-source.ts'
import { type KindFacts, OCTETS, plainKind } from './exhibit-kind.ts'
import { gifFacts } from './gif.ts'
import { jpegFacts } from './jpeg.ts'
import { pngFacts } from './png.ts'
import { webpFacts } from './webp.ts'

/** What a format's rule found: size in pixels, and whether the file goes on to its proper end. */
export type PictureFacts = { width: number; height: number; complete: boolean }

/** Above this a picture would take more than 400 MB once decoded. */
const MOST_PIXELS = 100_000_000
/** Longest side that the viewer's canvas takes. */
const LONGEST_SIDE = 32_767

const FORMATS = [
  { mime: 'image/png', facts: pngFacts },
  { mime: 'image/jpeg', facts: jpegFacts },
  { mime: 'image/gif', facts: gifFacts },
  { mime: 'image/webp', facts: webpFacts },
] as const

/** PNG, JPEG, GIF and WebP; null for all else. */
export function imageKind(source: ByteSource, head: Buffer): KindFacts | null {
  for (const { mime, facts } of FORMATS) {
    const found = facts(source, head)
    if (found === null) continue
    if (found === 'undecodable') return plainKind('damaged', OCTETS, 'undecodable')
    const { width, height } = asShown(found, head, mime)
    if (width < 1 || height < 1) return plainKind('damaged', OCTETS, 'undecodable')
    if (!found.complete) return { kind: 'damaged', mime: OCTETS, notice: 'truncated', width, height }
    if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
      return { kind: 'other', mime: OCTETS, notice: 'imageTooLarge', width, height }
    }
    return { kind: 'image', mime, notice: null, width, height }
  }
  return null
}

/** A camera held upright notes a quarter turn; viewers follow it, so width and height change places. */
function asShown(found: PictureFacts, head: Buffer, mime: string): { width: number; height: number } {
  const turned = mime === 'image/jpeg' && orientationOf(head) >= 5
  return turned ? { width: found.height, height: found.width } : found
}

function orientationOf(head: Buffer): number {
  try {
    return imageSize(head).orientation ?? 1
  } catch {
    return 1
  }
}

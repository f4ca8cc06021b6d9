import { imageSize } from 'image-size'
import type { ByteSource } from './byte-source.ts'
import type { PictureFacts } from './image-kind.ts'

/** Size by the first chunk; complete when the file is as long as its header says. */
export function webpFacts(source: ByteSource, head: Buffer): PictureFacts | 'undecodable' | null {
  if (head.toString('latin1', 0, 4) !== 'RIFF' || head.toString('latin1', 8, 12) !== 'WEBP') return null
  if (head.length < 30) return 'undecodable'
  const { width, height } = imageSize(head)
  if (width === undefined || height === undefined) return 'undecodable'
  return { width, height, complete: head.readUInt32LE(4) + 8 <= source.size }
}

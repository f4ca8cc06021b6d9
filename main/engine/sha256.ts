import { createHash } from 'node:crypto'

/** SHA-256 (FIPS 180-4) in 64 lower-case hex digits; of a text, over its UTF-8 bytes as they are, not normalised. */
export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

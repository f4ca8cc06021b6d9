/** Bytes of plain text in one chunk of an age payload. */
export const CHUNK = 65_536
/** The same sealed: plus the Poly1305 tag. */
export const SEALED_CHUNK = CHUNK + 16

/** Nonce of a chunk in age's STREAM: 11 bytes of number, big endian, and 1 for the last chunk. */
export function streamNonce(nonce: Buffer, chunk: number, last: boolean): Buffer {
  nonce.fill(0)
  nonce.writeUInt32BE(Math.floor(chunk / 2 ** 32), 3)
  nonce.writeUInt32BE(chunk >>> 0, 7)
  nonce[11] = last ? 1 : 0
  return nonce
}

import { hkdfSync, randomBytes } from 'node:crypto'
import * as age from 'age-encryption'
import { CodedError } from '../errors.ts'
import { sodium } from '../store/native.ts'
import { CHUNK, SEALED_CHUNK, streamNonce } from './stream-nonce.ts'

/** A key pair of the vault in age's own text form. */
export type AgeKeys = { identity: string; recipient: string }

/** A new X25519 identity (`AGE-SECRET-KEY-1…`) and its recipient (`age1…`). */
export async function generateAgeKeys(): Promise<AgeKeys> {
  const identity = await age.generateX25519Identity()
  return { identity, recipient: await age.identityToRecipient(identity) }
}

/** Longest header read: one recipient takes 200 bytes. */
const LONGEST_HEADER = 16 * 1024
const PAYLOAD_NONCE = 16

/**
 * Header of an age v1 file for these recipients and the file key in it; the payload is ours
 * because the library's own is slow and cannot seek.
 */
export async function makeHeader(
  recipients: readonly string[],
): Promise<{ header: Buffer; fileKey: Buffer }> {
  let fileKey: Buffer | undefined
  const encrypter = new age.Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  // A recipient that adds no stanza is shown the file key: the only way the library gives it out.
  encrypter.addRecipient({
    wrapFileKey(key) {
      fileKey = Buffer.from(key)
      return []
    },
  })
  const whole = Buffer.from(await encrypter.encrypt(new Uint8Array(0)))
  if (!fileKey) throw new CodedError('vault.headerFailed')
  // An empty payload is its nonce and one empty sealed chunk.
  return { header: whole.subarray(0, whole.length - PAYLOAD_NONCE - 16), fileKey }
}

/**
 * Reads the header from the first bytes of a file. Throws `vault.damaged` when it is no age
 * file or its MAC does not fit, `vault.wrongIdentity` when it is for someone else.
 */
export async function openHeader(
  start: Buffer,
  identity: string,
): Promise<{ length: number; fileKey: Buffer }> {
  const length = headerLength(start)
  let fileKey: Buffer | undefined
  const own = new age.Decrypter()
  own.addIdentity(identity)
  try {
    fileKey = Buffer.from(await own.decryptHeader(start.subarray(0, length)))
  } catch (error) {
    const foreign = error instanceof Error && /no identity matched/i.test(error.message)
    throw new CodedError(foreign ? 'vault.wrongIdentity' : 'vault.damaged', {}, error)
  }
  return { length, fileKey }
}

/** The header ends with the line that begins `--- `. */
function headerLength(start: Buffer): number {
  const mark = start.indexOf('\n--- ')
  const end = mark < 0 ? -1 : start.indexOf('\n', mark + 5)
  if (end < 0 || !start.subarray(0, 21).equals(Buffer.from('age-encryption.org/v1'))) {
    throw new CodedError('vault.damaged')
  }
  return end + 1
}

export { LONGEST_HEADER }

/** Seals a payload piece by piece; `write` gets whole buffers that it must use before returning. */
export function payloadSealer(fileKey: Buffer, write: (bytes: Buffer) => void) {
  const nonce = randomBytes(PAYLOAD_NONCE)
  const key = payloadKey(fileKey, nonce)
  write(nonce)
  const chunkNonce = Buffer.alloc(12)
  const pending = Buffer.allocUnsafeSlow(CHUNK)
  const out = Buffer.allocUnsafeSlow(16 * SEALED_CHUNK)
  let used = 0
  let chunk = 0
  let filled = 0
  const seal = (source: Buffer, last: boolean) => {
    const end = filled + source.length + 16
    const target = out.subarray(filled, end)
    const nonceOfChunk = streamNonce(chunkNonce, chunk++, last)
    sodium.crypto_aead_chacha20poly1305_ietf_encrypt(target, source, null, null, nonceOfChunk, key)
    filled = end
    if (filled === out.length || last) {
      write(out.subarray(0, filled))
      filled = 0
    }
  }
  return {
    push(bytes: Buffer): void {
      let at = 0
      while (at < bytes.length) {
        // A full chunk is sealed only when more follows: the last one is marked as such.
        if (used === CHUNK) {
          seal(pending, false)
          used = 0
        }
        const length = Math.min(CHUNK - used, bytes.length - at)
        if (used === 0 && bytes.length - at > CHUNK) {
          seal(bytes.subarray(at, at + CHUNK), false)
          at += CHUNK
          continue
        }
        bytes.copy(pending, used, at, at + length)
        used += length
        at += length
      }
    },
    end(): void {
      seal(pending.subarray(0, used), true)
      key.fill(0)
      pending.fill(0)
    },
  }
}

/** Opens any part of a payload. */
export type PayloadReader = {
  readonly size: number
  readAt(offset: number, length: number): Buffer
  close(): void
}

/**
 * Reads a payload at any place; each chunk read is authenticated.
 * `read(target, position)` fills from the file and gives the count of bytes.
 * `readAt` gives fewer bytes at the end. Throws `vault.damaged`.
 */
export function payloadReader(options: {
  fileKey: Buffer
  headerLength: number
  fileSize: number
  read: (target: Buffer, position: number) => number
}): PayloadReader {
  const { fileKey, read } = options
  const nonce = Buffer.alloc(PAYLOAD_NONCE)
  const base = options.headerLength + PAYLOAD_NONCE
  const sealedSize = options.fileSize - base
  const chunks = Math.ceil(sealedSize / SEALED_CHUNK)
  const lastSealed = sealedSize - (chunks - 1) * SEALED_CHUNK
  // Only an empty payload may end in an empty chunk (age v1).
  const possible = chunks >= 1 && lastSealed >= 16 && (lastSealed > 16 || chunks === 1)
  if (!possible || read(nonce, options.headerLength) !== PAYLOAD_NONCE) throw new CodedError('vault.damaged')
  const key = payloadKey(fileKey, nonce)
  const size = sealedSize - chunks * 16
  const chunkNonce = Buffer.alloc(12)
  const sealed = Buffer.allocUnsafeSlow(16 * SEALED_CHUNK)
  const openChunks = (first: number, count: number, take: (plain: Buffer, chunk: number) => void) => {
    const wanted = Math.min(count * SEALED_CHUNK, sealedSize - first * SEALED_CHUNK)
    if (read(sealed.subarray(0, wanted), base + first * SEALED_CHUNK) !== wanted) {
      throw new CodedError('vault.damaged')
    }
    for (let i = 0; i < count; i++) {
      const box = sealed.subarray(i * SEALED_CHUNK, Math.min((i + 1) * SEALED_CHUNK, wanted))
      const plain = Buffer.allocUnsafeSlow(box.length - 16)
      const nonceOfChunk = streamNonce(chunkNonce, first + i, first + i === chunks - 1)
      try {
        sodium.crypto_aead_chacha20poly1305_ietf_decrypt(plain, null, box, null, nonceOfChunk, key)
      } catch (error) {
        throw new CodedError('vault.damaged', { chunk: first + i }, error)
      }
      take(plain, first + i)
    }
  }
  return {
    size,
    readAt(offset, length) {
      const start = Math.max(0, Math.min(offset, size))
      const end = Math.max(start, Math.min(size, start + length))
      const result = Buffer.allocUnsafe(end - start)
      let chunk = Math.floor(start / CHUNK)
      // An empty file still has its one chunk to prove.
      const lastChunk = end > start ? Math.floor((end - 1) / CHUNK) : size === 0 ? 0 : chunk - 1
      while (chunk <= lastChunk) {
        const count = Math.min(16, lastChunk - chunk + 1)
        openChunks(chunk, count, (plain, number) => {
          const from = Math.max(start, number * CHUNK)
          const to = Math.min(end, number * CHUNK + plain.length)
          plain.copy(result, from - start, from - number * CHUNK, to - number * CHUNK)
        })
        chunk += count
      }
      return result
    },
    close() {
      key.fill(0)
      fileKey.fill(0)
    },
  }
}

/** HKDF-SHA-256 as age v1 has it. */
function payloadKey(fileKey: Buffer, nonce: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32))
}

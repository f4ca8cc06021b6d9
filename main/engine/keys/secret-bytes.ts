import { sodium } from '../store/native.ts'

/** Random bytes outside the shared pool, so that zeroing them leaves no copy behind. */
export function randomSecret(length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length)
  sodium.randombytes_buf(bytes)
  return bytes
}

/** An empty buffer of its own for a secret about to be computed. */
export function emptySecret(length: number): Buffer {
  return Buffer.allocUnsafeSlow(length).fill(0)
}

/** Copies a secret into a buffer of its own. */
export function copySecret(source: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafeSlow(source.length)
  bytes.set(source)
  return bytes
}

/** Overwrites secrets; safe to call twice. */
export function wipe(...secrets: (Buffer | undefined)[]): void {
  for (const secret of secrets) if (secret && secret.length > 0) sodium.sodium_memzero(secret)
}

/** A key for one purpose out of another key: BLAKE2b keyed with it, over the purpose's name. */
export function deriveKey(key: Buffer, purpose: string): Buffer {
  const derived = emptySecret(32)
  sodium.crypto_generichash(derived, Buffer.from(`adjudikasn/1/${purpose}`, 'utf8'), key)
  return derived
}

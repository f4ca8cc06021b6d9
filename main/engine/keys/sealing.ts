import { CodedError } from '../errors.ts'
import { sodium } from '../store/native.ts'
import { emptySecret, randomSecret } from './secret-bytes.ts'

/** A small secret under a key: XChaCha20-Poly1305, base64. */
export type Wrapped = { nonce: string; box: string }

/** Encrypts with associated data that must be the same at opening. */
export function wrap(key: Buffer, secret: Buffer, associated: string): Wrapped {
  const nonce = randomSecret(24)
  const box = Buffer.alloc(secret.length + 16)
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(box, secret, Buffer.from(associated), null, nonce, key)
  return { nonce: nonce.toString('base64'), box: box.toString('base64') }
}

/** The secret, or null when the key, the box or the associated data is not the one it was made with. */
export function unwrap(key: Buffer, wrapped: Wrapped, associated: string, length: number): Buffer | null {
  const secret = emptySecret(length)
  try {
    const box = decode(wrapped.box, length + 16)
    const nonce = decode(wrapped.nonce, 24)
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(secret, null, box, Buffer.from(associated), nonce, key)
    return secret
  } catch {
    return null
  }
}

/** Anyone can seal to a public key; only the holder of the secret opens it. */
export function sealTo(publicKey: Buffer, secret: Buffer): string {
  const box = Buffer.alloc(secret.length + 48)
  sodium.crypto_box_seal(box, secret, publicKey)
  return box.toString('base64')
}

/** Opens a 32-byte secret sealed to this key pair. Throws `keyring.damaged`. */
export function openSealed(sealed: string, publicKey: Buffer, secretKey: Buffer): Buffer {
  const secret = emptySecret(32)
  if (!sodium.crypto_box_seal_open(secret, decode(sealed, 80), publicKey, secretKey)) {
    throw new CodedError('keyring.damaged')
  }
  return secret
}

/** Opens a box of any length; null when it was not sealed to this secret, or was changed. */
export function unsealBox(box: Buffer, sealSecret: Buffer): Buffer | null {
  if (box.length <= 48) return null
  const secret = emptySecret(box.length - 48)
  return sodium.crypto_box_seal_open(secret, box, sealPublicOf(sealSecret), sealSecret) ? secret : null
}

/** X25519 public key of a secret. */
export function sealPublicOf(sealSecret: Buffer): Buffer {
  const publicKey = Buffer.alloc(32)
  sodium.crypto_scalarmult_base(publicKey, sealSecret)
  return publicKey
}

/** Base64 of a known length. Throws `keyring.damaged`. */
export function decode(text: string, length: number): Buffer {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length !== length) throw new CodedError('keyring.damaged')
  return bytes
}

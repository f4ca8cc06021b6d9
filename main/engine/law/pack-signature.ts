import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import canonicalize from 'canonicalize'
import { CodedError } from '../errors.ts'
import { sha256Of } from '../sha256.ts'

/** Public keys whose packs are trusted, by their 32 bytes in hex. */
export type Publishers = ReadonlyMap<string, KeyObject>

/** SHA-256 in hex over the canonical JSON (RFC 8785) of a pack without `sha256` and `signature`. */
export function lawPackDigest(pack: unknown): string {
  return sha256Of(canonicalBytes(pack, ['sha256', 'signature']))
}

/** The bytes that a publisher signs: the canonical JSON (RFC 8785) of the pack without `signature`. */
export function signedBytes(pack: unknown): Buffer {
  return canonicalBytes(pack, ['signature'])
}

/** The pack with its checksum and an Ed25519 signature of `privateKey`; both are made anew. */
export function signPack<P extends object>(pack: P, privateKey: KeyObject) {
  const sealed = { ...pack, sha256: lawPackDigest(pack) }
  const key = publicKeyHex(createPublicKey(privateKey))
  const value = sign(null, signedBytes(sealed), privateKey).toString('base64')
  return { ...sealed, signature: { key, value } }
}

/** Whether the signature is that of this publisher over this pack, as it was parsed. */
export function signatureFits(pack: unknown, signature: { value: string }, publisher: KeyObject): boolean {
  return verify(null, signedBytes(pack), publisher, Buffer.from(signature.value, 'base64'))
}

/**
 * The keys of a PEM file with one or more SPKI public keys. Throws 'law.publishersInvalid' when it holds none,
 * or one that is no Ed25519 key.
 */
export function publishersOf(pem: string): Publishers {
  const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? []
  const keys = blocks.map(block => {
    try {
      return createPublicKey(block)
    } catch (cause) {
      throw new CodedError('law.publishersInvalid', {}, cause)
    }
  })
  if (keys.length === 0 || keys.some(key => key.asymmetricKeyType !== 'ed25519')) {
    throw new CodedError('law.publishersInvalid')
  }
  return new Map(keys.map(key => [publicKeyHex(key), key]))
}

/** The 32 bytes of an Ed25519 public key in hex. */
export function publicKeyHex(key: KeyObject): string {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex')
}

function canonicalBytes(pack: unknown, without: readonly string[]): Buffer {
  const content: Record<string, unknown> = { ...(pack as object) }
  for (const name of without) delete content[name]
  return Buffer.from(canonicalize(content) ?? '', 'utf8')
}

import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { CodedError } from '../errors.ts'
import type { Signer } from '../keys/unlocked-keys.ts'
import { sodium } from '../store/native.ts'

/** Small values of an entry; long texts and bytes are named by their hash. */
export type AuditFacts = { [name: string]: AuditValue }
export type AuditValue = string | number | boolean | null | AuditValue[] | { [name: string]: AuditValue }

/** What a caller states; number, chain and signature are added by `appendEntry`. */
export type AuditEntryInput = {
  /** UTC instant, ISO. */
  at: string
  /** Null for what the program does by itself. */
  actorId: string | null
  actorName: string
  role: string
  device: string
  /** Contract method, or `system.…`. */
  method: string
  caseId: string | null
  /** What was acted on, as an id or short name. */
  subject: string | null
  facts: AuditFacts
}

export type AuditBody = AuditEntryInput & { v: 1; seq: number }

/** Hash before the first entry. */
export const CHAIN_START = Buffer.alloc(32)

/** RFC 8785 text of an entry: the same bytes on every machine. Throws `audit.notCanonical`. */
export function canonicalBody(body: AuditBody): string {
  try {
    const text = canonicalize(body)
    if (text !== undefined) return text
  } catch (error) {
    throw new CodedError('audit.notCanonical', { method: body.method }, error)
  }
  throw new CodedError('audit.notCanonical', { method: body.method })
}

/** SHA-256 over the hash before and the body. */
export function chainHash(previous: Uint8Array, body: string): Buffer {
  return createHash('sha256').update(previous).update(body, 'utf8').digest()
}

/** Ed25519 over a purpose and bytes, so that a signature of one kind never passes for another. */
export function signFor(purpose: 'entry' | 'head', message: Uint8Array, signer: Signer): Buffer {
  const signature = Buffer.alloc(64)
  sodium.crypto_sign_detached(signature, tagged(purpose, message), signer.secretKey)
  return signature
}

/** Does the signature fit? False also for signatures or keys of a wrong length. */
export function verifyFor(
  purpose: 'entry' | 'head',
  message: Uint8Array,
  signature: Buffer,
  publicKey: Buffer,
): boolean {
  if (signature.length !== 64 || publicKey.length !== 32) return false
  return sodium.crypto_sign_verify_detached(signature, tagged(purpose, message), publicKey)
}

function tagged(purpose: string, message: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`adjudikasn-audit-${purpose}\n`, 'latin1'), message])
}

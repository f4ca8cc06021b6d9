import { createHash } from 'node:crypto'
import { activeKeys } from '../../audit-chain/signing-keys.ts'
import type { ReadableDb } from '../../store/database.ts'

/**
 * First 16 hex digits, in groups of four, of SHA-256 over a member's public signing key, with which the own
 * ballots are signed; short enough to be compared by eye. Empty for an account without a key.
 */
export function keyFingerprint(db: ReadableDb, accountId: string): string {
  const key = activeKeys(db, { accountId }).at(-1)
  if (!key) return ''
  const hex = createHash('sha256').update(key).digest('hex').slice(0, 16)
  return hex.match(/.{4}/g)?.join(' ') ?? hex
}

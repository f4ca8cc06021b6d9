import { CodedError } from '../errors.ts'
import { signKeysOf } from '../keys/account-slot.ts'
import { randomSecret, wipe } from '../keys/secret-bytes.ts'
import type { Signer } from '../keys/unlocked-keys.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import { appendEntry, appendFirst } from './append-entry.ts'
import type { AuditEntryInput, AuditFacts } from './audit-entry.ts'

/** Method of the entries that say whose signatures count from then on. */
export const KEYS_CHANGED = 'system.changeSigningKeys'

export type SigningKey = {
  kind: 'account' | 'device' | 'recovery'
  accountId: string | null
  publicKey: Buffer
}

/** Who acts, as in every entry. */
export type AuditActor = Pick<AuditEntryInput, 'at' | 'actorId' | 'actorName' | 'role' | 'device'>

/**
 * Entry 1: the first account vouches for itself, the device's own key (made here) and the
 * recovery key. Everything later hangs on these three.
 */
export function startChain(
  db: WritableDb,
  store: { storeId: string; generation: number },
  signer: Signer,
  actor: AuditActor,
  recoveryKey: Buffer,
): void {
  const seed = randomSecret(32)
  const device = signKeysOf(seed)
  db.run(sql`insert into device_keys (id, public_key, secret_seed) values (1, ${device.publicKey}, ${seed})`)
  wipe(seed, device.secretKey)
  const added: SigningKey[] = [
    { kind: 'account', accountId: signer.accountId, publicKey: signer.publicKey },
    { kind: 'device', accountId: null, publicKey: device.publicKey },
    { kind: 'recovery', accountId: null, publicKey: recoveryKey },
  ]
  appendFirst(db, store, signer, entryOf(actor, added, []))
  remember(db, added, [], 1)
}

/**
 * States in the chain that keys count from now on, or no longer: when an account is added or
 * retired, when it was recovered (signed by the recovery signer, whose `actorId` is null), when
 * the recovery code is replaced. An entry signed by a key the chain has not introduced is broken.
 */
export function changeSigningKeys(
  db: WritableDb,
  by: Signer,
  actor: AuditActor,
  change: { added?: readonly SigningKey[]; ended?: readonly Buffer[] },
): void {
  const added = change.added ?? []
  const ended = change.ended ?? []
  const { seq } = appendEntry(db, by, entryOf(actor, added, ended))
  remember(db, added, ended, seq)
}

/** Keys that count now, of one account or of one kind. */
export function activeKeys(
  db: ReadableDb,
  of: { accountId: string } | { kind: SigningKey['kind'] },
): Buffer[] {
  const where = 'accountId' in of ? sql`account_id = ${of.accountId}` : sql`kind = ${of.kind}`
  const query = sql`select public_key as publicKey from signing_keys where ${where} and ended_seq is null`
  return db.all<{ publicKey: Buffer }>(query).map(row => row.publicKey)
}

/** The device's signer, for what the program does by itself; wipe its secret after use. */
export function deviceSigner(db: ReadableDb): Signer {
  const row = db.get<{ seed: Buffer }>(sql`select secret_seed as seed from device_keys where id = 1`)
  if (!row) throw new CodedError('audit.noChain')
  const keys = signKeysOf(row.seed)
  wipe(row.seed)
  return { accountId: null, ...keys }
}

function entryOf(actor: AuditActor, added: readonly SigningKey[], ended: readonly Buffer[]): AuditEntryInput {
  const facts: AuditFacts = {
    added: added.map(k => ({ kind: k.kind, accountId: k.accountId, publicKey: k.publicKey.toString('hex') })),
    ended: ended.map(k => k.toString('hex')),
  }
  return { ...actor, method: KEYS_CHANGED, caseId: null, subject: null, facts }
}

function remember(db: WritableDb, added: readonly SigningKey[], ended: readonly Buffer[], seq: number): void {
  for (const key of added) {
    db.run(sql`insert into signing_keys (public_key, kind, account_id, added_seq, ended_seq)
      values (${key.publicKey}, ${key.kind}, ${key.accountId}, ${seq}, null)`)
  }
  for (const key of ended) {
    db.run(sql`update signing_keys set ended_seq = ${seq} where public_key = ${key}`)
  }
}

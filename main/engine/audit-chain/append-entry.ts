import { CodedError } from '../errors.ts'
import type { Signer } from '../keys/unlocked-keys.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import { type AuditEntryInput, CHAIN_START, canonicalBody, chainHash, signFor } from './audit-entry.ts'
import { type AuditHead, headMessage, readHead, saveHead } from './audit-head.ts'
import { publishedHead } from './publish-head.ts'

/**
 * Adds an entry to the chain inside the caller's transaction: with the change it tells of, or
 * not at all. Gives its number and hash. After the commit call `publishHead`.
 * `signer` signs the entry, `headSigner` the head: the device's key lies in the database, so it
 * may sign an entry of the program but never vouch for how far the chain reached.
 * The first entry of a chain is written by `startChain`.
 * Throws `audit.headSignerMissing`, `audit.notCanonical`, `audit.noChain`.
 */
export function appendEntry(
  db: WritableDb,
  signer: Signer,
  entry: AuditEntryInput,
  headSigner: Signer = signer,
): { seq: number; hash: Buffer } {
  const before = readHead(db, 'current')
  if (!before) throw new CodedError('audit.noChain')
  return append(db, before, signer, entry, headSigner)
}

/** Entry number 1; only `startChain` calls this. */
export function appendFirst(
  db: WritableDb,
  store: { storeId: string; generation: number },
  signer: Signer,
  entry: AuditEntryInput,
): void {
  if (readHead(db, 'current')) throw new CodedError('audit.chainExists')
  append(db, { seq: 0, hash: CHAIN_START, ...store }, signer, entry, signer)
}

type Before = Pick<AuditHead, 'seq' | 'hash' | 'storeId' | 'generation'>

function append(db: WritableDb, before: Before, signer: Signer, entry: AuditEntryInput, headSigner: Signer) {
  if (isDeviceKey(db, headSigner.publicKey)) throw new CodedError('audit.headSignerMissing')
  const seq = before.seq + 1
  const body = canonicalBody({ ...pick(entry), v: 1, seq })
  const hash = chainHash(before.hash, body)
  db.run(sql`insert into audit_entries (seq, at, actor_id, method, case_id, body, hash, signature, signer)
    values (${seq}, ${entry.at}, ${entry.actorId}, ${entry.method}, ${entry.caseId}, ${body}, ${hash},
      ${signFor('entry', hash, signer)}, ${signer.publicKey})`)
  const published = publishedHead(db)
  if (published) saveHead(db, 'published', published)
  const head = { seq, hash, storeId: before.storeId, generation: currentGeneration(db) ?? before.generation }
  const signature = signFor('head', headMessage(head), headSigner)
  saveHead(db, 'current', { ...head, signature, signer: headSigner.publicKey })
  return { seq, hash }
}

/** Only the known fields, so that nothing a caller drags along gets into the trail. */
function pick(entry: AuditEntryInput): AuditEntryInput {
  const { at, actorId, actorName, role, device, method, caseId, subject, facts } = entry
  return { at, actorId, actorName, role, device, method, caseId, subject, facts }
}

function isDeviceKey(db: ReadableDb, publicKey: Buffer): boolean {
  return db.get(sql`select 1 from device_keys where public_key = ${publicKey}`) !== undefined
}

function currentGeneration(db: ReadableDb): number | undefined {
  const row = db.get<{ value: string }>(sql`select value from store_facts where name = 'keyringGeneration'`)
  return row && Number(row.value)
}

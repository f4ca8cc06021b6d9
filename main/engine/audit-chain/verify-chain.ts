import { z } from 'zod'
import { CodedError } from '../errors.ts'
import type { ReadableDb } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import { CHAIN_START, canonicalBody, chainHash, verifyFor } from './audit-entry.ts'
import { type AuditHead, isHeadSigned, readHead, readHeadFile } from './audit-head.ts'
import { compareHeads } from './publish-head.ts'
import { KEYS_CHANGED } from './signing-keys.ts'

export type ChainFault =
  | 'missingEntry'
  | 'unreadable'
  | 'wrongNumber'
  | 'columnsDiffer'
  | 'wrongHash'
  | 'unknownSigner'
  | 'wrongSignature'
  | 'cutTail'
  | 'headDiffers'
  | 'headSignature'
  | 'headMissing'
  | 'headFileMissing'
  | 'headFileDamaged'
  | 'headFileForeign'
  | 'headFileAhead'
  | 'headFileOlder'

export type ChainReport = {
  ok: boolean
  /** Rows that were found whole, from the first. */
  entries: number
  /** Public key (hex) on which the chain rests: to compare with the recovery sheet. */
  rootKey: string | null
  firstBroken?: { seq: number; reason: ChainFault }
}

const publicKey = z.string().regex(/^[0-9a-f]{64}$/)
const keysChanged = z.object({
  added: z.array(
    z.object({
      kind: z.enum(['account', 'device', 'recovery']),
      accountId: z.string().nullable(),
      publicKey,
    }),
  ),
  ended: z.array(publicKey),
})
const auditBody = z.strictObject({
  v: z.literal(1),
  seq: z.number(),
  at: z.string(),
  actorId: z.string().nullable(),
  actorName: z.string(),
  role: z.string(),
  device: z.string(),
  method: z.string(),
  caseId: z.string().nullable(),
  subject: z.string().nullable(),
  facts: z.record(z.string(), z.json()),
})

type Body = z.infer<typeof auditBody>
type Row = {
  seq: number
  at: string
  actor_id: string | null
  method: string
  case_id: string | null
  body: string
  hash: Buffer
  signature: Buffer
  signer: Buffer
}
type KnownKey = { kind: 'account' | 'device' | 'recovery'; accountId: string | null }

/**
 * Walks the whole chain: numbers without a gap, hash over hash, each signature by a key that
 * the chain itself had introduced and not ended, columns equal to the signed text; then the
 * head in the database and the one in the file outside (`headFile`, null to leave it out).
 * Names the first broken row.
 */
export function verifyChain(db: ReadableDb, headFile: string | null): ChainReport {
  const walk = walkChain(db, headFile)
  for (;;) {
    const step = walk.next()
    if (step.done) return step.value
  }
}

/**
 * The same without holding up other calls: entries may be added meanwhile.
 * Throws `audit.cancelled`.
 */
export async function verifyChainInSteps(
  db: ReadableDb,
  headFile: string | null,
  options: { onProgress?: (entries: number) => void; signal?: AbortSignal } = {},
): Promise<ChainReport> {
  const walk = walkChain(db, headFile)
  for (;;) {
    if (options.signal?.aborted) throw new CodedError('audit.cancelled')
    const step = walk.next()
    if (step.done) return step.value
    options.onProgress?.(step.value)
    await new Promise(resolve => setImmediate(resolve))
  }
}

const ROWS_AT_ONCE = 500

/** Yields the count of rows found whole, after each batch. */
function* walkChain(db: ReadableDb, headFile: string | null): Generator<number, ChainReport> {
  const known = new Map<string, KnownKey>()
  let previous: Buffer = CHAIN_START
  let entries = 0
  let rootKey: string | null = null
  const broken = (seq: number, reason: ChainFault): ChainReport => ({
    ok: false,
    entries,
    rootKey,
    firstBroken: { seq, reason },
  })
  for (;;) {
    const { rows, damaged } = readRows(db, entries)
    for (const row of rows) {
      const fault = checkRow(row, entries + 1, previous, known)
      if (fault) return broken(fault === 'missingEntry' ? entries + 1 : row.seq, fault)
      if (entries === 0) rootKey = row.signer.toString('hex')
      previous = row.hash
      entries++
    }
    if (damaged) return broken(entries + 1, 'unreadable')
    if (rows.length < ROWS_AT_ONCE) break
    yield entries
  }
  const fault = checkHeads(db, headFile, { seq: entries, hash: previous, known })
  return fault ? broken(fault.seq, fault.reason) : { ok: true, entries, rootKey }
}

/** A batch; of a damaged one, what stands before the damage, row by row. */
function readRows(db: ReadableDb, after: number): { rows: Row[]; damaged: boolean } {
  const columns = sql`select seq, at, actor_id, method, case_id, body, hash, signature, signer
    from audit_entries`
  // Every row counts in the first batch, also one that was given a number below 1.
  const start = after === 0 ? sql`` : sql`where seq > ${after}`
  const rows: Row[] = []
  try {
    const found = db.iterate<Row>(sql`${columns} ${start} order by seq limit ${ROWS_AT_ONCE}`)
    for (const row of found) rows.push(row)
    return { rows, damaged: false }
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'store.damaged') throw error
    return { rows, damaged: true }
  }
}

function checkRow(
  row: Row,
  seq: number,
  previous: Buffer,
  known: Map<string, KnownKey>,
): ChainFault | undefined {
  if (row.seq !== seq) return 'missingEntry'
  if (!chainHash(previous, row.body).equals(row.hash)) return 'wrongHash'
  const body = parseBody(row.body)
  if (!body) return 'unreadable'
  if (body.seq !== seq) return 'wrongNumber'
  if (
    body.at !== row.at ||
    body.actorId !== row.actor_id ||
    body.method !== row.method ||
    body.caseId !== row.case_id
  ) {
    return 'columnsDiffer'
  }
  const changes = body.method === KEYS_CHANGED ? keysChanged.safeParse(body.facts) : undefined
  if (changes && !changes.success) return 'unreadable'
  const signer = row.signer.toString('hex')
  if (!maySign(body, signer, seq === 1 ? introduced(changes?.data) : known)) return 'unknownSigner'
  if (!verifyFor('entry', row.hash, row.signature, row.signer)) return 'wrongSignature'
  for (const [key, facts] of introduced(changes?.data)) known.set(key, facts)
  for (const key of changes?.data?.ended ?? []) known.delete(key)
  return undefined
}

/** Accounts sign for themselves, the device for the program, the recovery key only changes of keys. */
function maySign(body: Body, signer: string, known: ReadonlyMap<string, KnownKey>): boolean {
  const key = known.get(signer)
  if (!key) return false
  if (key.kind === 'account') return key.accountId === body.actorId
  if (body.actorId !== null) return false
  return key.kind === 'recovery' ? body.method === KEYS_CHANGED : body.method !== KEYS_CHANGED
}

function introduced(change: z.infer<typeof keysChanged> | undefined): Map<string, KnownKey> {
  return new Map((change?.added ?? []).map(k => [k.publicKey, { kind: k.kind, accountId: k.accountId }]))
}

function parseBody(text: string): Body | undefined {
  try {
    const body = auditBody.parse(JSON.parse(text))
    return canonicalBody(body) === text ? body : undefined
  } catch {
    return undefined
  }
}

type End = { seq: number; hash: Buffer; known: ReadonlyMap<string, KnownKey> }

function checkHeads(db: ReadableDb, headFile: string | null, end: End): ChainReport['firstBroken'] {
  const head = readHead(db, 'current')
  if (!head) return { seq: end.seq, reason: 'headMissing' }
  if (head.seq > end.seq) return { seq: end.seq + 1, reason: 'cutTail' }
  if (head.seq < end.seq) return { seq: head.seq + 1, reason: 'headDiffers' }
  if (!head.hash.equals(end.hash)) return { seq: head.seq, reason: 'headDiffers' }
  if (!isVouchedFor(head, end)) return { seq: head.seq, reason: 'headSignature' }
  if (headFile === null) return undefined
  const file = readHeadFile(headFile)
  const found = compareHeads(db, file)
  switch (found.state) {
    case 'missing':
      return { seq: end.seq, reason: 'headFileMissing' }
    case 'damaged':
      return { seq: end.seq, reason: 'headFileDamaged' }
    case 'foreign':
      return { seq: found.fileSeq ?? end.seq, reason: 'headFileForeign' }
    case 'ahead':
      return { seq: end.seq + 1, reason: 'headFileAhead' }
    case 'older':
      return { seq: (found.fileSeq ?? 0) + 1, reason: 'headFileOlder' }
    default:
      if (typeof file !== 'string' && !isHeadSigned(file)) return { seq: file.seq, reason: 'headSignature' }
      return undefined
  }
}

/** A head counts when an account or the recovery key that the chain knows has signed it. */
function isVouchedFor(head: AuditHead, end: End): boolean {
  const key = end.known.get(head.signer.toString('hex'))
  return key !== undefined && key.kind !== 'device' && isHeadSigned(head)
}

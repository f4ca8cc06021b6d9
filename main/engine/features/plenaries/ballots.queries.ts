import type { RejectedBallot } from '../../../../shared/contract/plenaries.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { listSql, sql } from '../../store/sql.ts'
import type { SealedBallot } from './ballot-format.ts'

export type SealedRow = SealedBallot & {
  voteId: string
  accountId: string
  serial: number
  sealHash: string
  receivedAt: string
}

/** All sealed ballots of a vote with their content, also replaced ones, in the order in which they came. */
export function sealedBallotsOf(db: ReadableDb, voteId: string): SealedRow[] {
  return db.all<SealedRow>(sql`select vote_id as voteId, account_id as accountId, serial, seal_hash as sealHash,
      header, signature, cipher, shares, received_at as receivedAt
    from sealed_ballots where vote_id = ${voteId} order by account_id, serial`)
}

/** The seals of a vote without what is in them: enough to know who has voted. */
export type SealRow = { accountId: string; serial: number; sealHash: string; castAt: string }

export function sealsOf(db: ReadableDb, voteId: string): SealRow[] {
  return db.all<SealRow>(sql`select account_id as accountId, serial, seal_hash as sealHash,
      json_extract(header, '$.castAt') as castAt
    from sealed_ballots where vote_id = ${voteId} order by account_id, serial`)
}

/** The seal that counts of each member: the last one. */
export function countedSeals(seals: readonly SealRow[]): Map<string, SealRow> {
  return new Map(seals.map(seal => [seal.accountId, seal]))
}

export function insertSealed(db: WritableDb, row: SealedRow): void {
  db.run(sql`insert into sealed_ballots (vote_id, account_id, serial, seal_hash, header, signature, cipher, shares,
      received_at)
    values (${row.voteId}, ${row.accountId}, ${row.serial}, ${row.sealHash}, ${row.header}, ${row.signature},
      ${row.cipher}, ${row.shares}, ${row.receivedAt})`)
}

export type RejectedRow = {
  reason: RejectedBallot['reason']
  castAt: string | null
  receivedAt: string
  sealHash: string
  voteId: string
  accountId: string
  displayName: string
}

/** Ballots that came for a vote and do not count. */
export function rejectedOf(db: ReadableDb, voteId: string): RejectedRow[] {
  return db.all<RejectedRow>(sql`select r.vote_id as voteId, r.account_id as accountId, r.reason,
      r.cast_at as castAt, r.received_at as receivedAt, r.seal_hash as sealHash,
      coalesce(a.display_name, '') as displayName
    from rejected_ballots r left join accounts a on a.id = r.account_id
    where r.vote_id = ${voteId} order by r.received_at, r.seal_hash`)
}

/** Whether the very same bytes were rejected before. */
export function isRejected(db: ReadableDb, plenaryId: string, ballotHash: string): boolean {
  return (
    db.get(
      sql`select 1 from rejected_ballots where plenary_id = ${plenaryId} and ballot_hash = ${ballotHash}`,
    ) !== undefined
  )
}

/** `ballot` is kept as it came, for whoever has to find out how it came about. */
export function insertRejected(
  db: WritableDb,
  row: Omit<RejectedRow, 'displayName'> & { plenaryId: string; ballotHash: string; ballot: string },
): void {
  db.run(sql`insert into rejected_ballots (plenary_id, ballot_hash, seal_hash, vote_id, account_id, reason, cast_at,
      received_at, ballot)
    values (${row.plenaryId}, ${row.ballotHash}, ${row.sealHash}, ${row.voteId}, ${row.accountId}, ${row.reason},
      ${row.castAt}, ${row.receivedAt}, ${row.ballot})`)
}

/** Every key that ever signed for an account of this store. */
export function knownKeys(db: ReadableDb): Buffer[] {
  return db
    .all<{ publicKey: Buffer }>(sql`select public_key as publicKey from signing_keys where kind = 'account'`)
    .map(row => row.publicKey)
}

/** Facts that the audit trail noted about the votes of a case, oldest first. */
export function notedFacts(
  db: ReadableDb,
  caseId: string,
  methods: readonly string[],
): { voteId?: string; sealHash?: string; questionHash?: string; voterId?: string }[] {
  return db
    .all<{ body: string }>(
      sql`select body from audit_entries where case_id = ${caseId} and method in ${listSql(methods)} order by seq`,
    )
    .map(row => (JSON.parse(row.body) as { facts: object }).facts)
}

/** Public voting key of every account that has one now. */
export function votingKeys(db: ReadableDb): Map<string, Buffer> {
  const rows = db.all<{ accountId: string; publicKey: Buffer }>(sql`select account_id as accountId,
      public_key as publicKey from signing_keys
    where kind = 'account' and account_id is not null and ended_seq is null order by added_seq`)
  return new Map(rows.map(row => [row.accountId, row.publicKey]))
}

export function markAnnulled(
  db: WritableDb,
  vote: { voteId: string; reason: string; by: string; at: string },
): void {
  db.run(sql`update votes set state = 'annulled', closed_at = ${vote.at}, annulled_reason = ${vote.reason},
    annulled_by = ${vote.by} where id = ${vote.voteId}`)
}

/** The signed public parts of all ballots of a vote, in the order of their members and serials. */
export function sealHeadersOf(
  db: ReadableDb,
  voteId: string,
): Pick<SealedRow, 'sealHash' | 'header' | 'signature'>[] {
  return db.all(sql`select seal_hash as sealHash, header, signature from sealed_ballots
    where vote_id = ${voteId} order by account_id, serial`)
}

/** The opened choices of a closed vote as they were committed to. */
export function openedBodies(
  db: ReadableDb,
  voteId: string,
): { accountId: string; sealHash: string; body: string }[] {
  return db.all(sql`select account_id as accountId, seal_hash as sealHash, body from ballots
    where vote_id = ${voteId} order by account_id`)
}

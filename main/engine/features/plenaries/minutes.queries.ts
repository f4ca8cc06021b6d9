import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'

export type MinutesNote = {
  id: string
  caseId: string | null
  position: 'opening' | 'case' | 'closing'
  text: string
  addedBy: string
  at: string
}

/** Sentences added by hand that stand in the minutes; removed ones stay only in the table and the trail. */
export function minutesNotesOf(db: ReadableDb, plenaryId: string): MinutesNote[] {
  return db.all<MinutesNote>(sql`select n.id, n.case_id as caseId, n.position, n.text,
      a.display_name as addedBy, n.at
    from minutes_notes n join accounts a on a.id = n.added_by
    where n.plenary_id = ${plenaryId} and n.removed_at is null order by n.at, n.rowid`)
}

export function insertMinutesNote(
  db: WritableDb,
  note: Omit<MinutesNote, 'addedBy'> & { plenaryId: string; addedById: string },
): void {
  db.run(sql`insert into minutes_notes (id, plenary_id, case_id, position, text, added_by, at)
    values (${note.id}, ${note.plenaryId}, ${note.caseId}, ${note.position}, ${note.text},
      ${note.addedById}, ${note.at})`)
}

/** Gives whether there was such a note to remove. */
export function removeMinutesNote(
  db: WritableDb,
  note: { id: string; plenaryId: string; by: string; at: string },
): boolean {
  const { changes } = db.run(sql`update minutes_notes set removed_by = ${note.by}, removed_at = ${note.at}
    where id = ${note.id} and plenary_id = ${note.plenaryId} and removed_at is null`)
  return changes > 0
}

export type MinutesSignature = {
  accountId: string
  displayName: string
  ordinal: number
  signedAt: string
  certificateName: string
  issuer: string
  blobId: string
  sha256: string
}

/** Signatures on the fixed minutes in the order in which they were made. */
export function minutesSignaturesOf(db: ReadableDb, plenaryId: string): MinutesSignature[] {
  return db.all<MinutesSignature>(sql`select s.account_id as accountId, a.display_name as displayName,
      s.ordinal, s.signed_at as signedAt, s.certificate_name as certificateName, s.issuer,
      s.blob_id as blobId, s.sha256
    from minutes_signatures s join accounts a on a.id = s.account_id
    where s.plenary_id = ${plenaryId} order by s.ordinal`)
}

export function insertMinutesSignature(
  db: WritableDb,
  row: Omit<MinutesSignature, 'displayName'> & { plenaryId: string },
): void {
  db.run(sql`insert into minutes_signatures (plenary_id, account_id, ordinal, signed_at, certificate_name,
      issuer, blob_id, sha256)
    values (${row.plenaryId}, ${row.accountId}, ${row.ordinal}, ${row.signedAt}, ${row.certificateName},
      ${row.issuer}, ${row.blobId}, ${row.sha256})`)
}

/** Whether the decided sanction lies in the band; null without a sanction or from an earlier program. */
export function decisionGroundOf(db: ReadableDb, voteId: string): { insideBand: 0 | 1 | null } | undefined {
  return db.get(sql`select inside_band as insideBand from decisions where vote_id = ${voteId}`)
}

/** Names of those who opened the ballots of a vote together, as the trail noted it; empty when it did not. */
export function openersOf(db: ReadableDb, caseId: string, voteId: string): string {
  const rows = db.all<{ body: string }>(sql`select body from audit_entries
    where case_id = ${caseId} and method = 'plenaries.closeVotes' order by seq desc`)
  const noted = rows.map(row => (JSON.parse(row.body) as { facts: Record<string, unknown> }).facts)
  const openers = noted.find(facts => facts.voteId === voteId)?.openers
  return typeof openers === 'string' ? openers : ''
}

/** Members whose ballot was opened in a meeting, also those who left before its end. */
export function votersOf(db: ReadableDb, plenaryId: string): Set<string> {
  const rows = db.all<{ accountId: string }>(sql`select distinct b.account_id as accountId
    from ballots b join votes v on v.id = b.vote_id where v.plenary_id = ${plenaryId}`)
  return new Set(rows.map(row => row.accountId))
}

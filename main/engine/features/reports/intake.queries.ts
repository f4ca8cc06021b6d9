import type { Completable, ReportReturn } from '../../../../shared/contract/intake-shapes.ts'
import type { CivilDate, Instant } from '../../../../shared/dates.ts'
import type { ReportId } from '../../../../shared/ids.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'

/** Whether name and contact of the protected reporter are known; never the words themselves. */
export function reporterKnown(db: ReadableDb, reportId: string): { name: boolean; contact: boolean } {
  const row = db.get<{ name: number; contact: number }>(
    sql`select name <> '' as name, contact <> '' as contact from reporters where report_id = ${reportId}`,
  )
  return { name: row?.name === 1, contact: row?.contact === 1 }
}

export type AmendmentRow = { field: Completable; before: string; after: string; by: string; at: string }

export function amendmentsOf(db: ReadableDb, reportId: string): AmendmentRow[] {
  return db.all(sql`select m.field, m.value_before as before, m.value_after as after, a.display_name as by, m.at
    from report_amendments m join accounts a on a.id = m.account_id
    where m.report_id = ${reportId} order by m.id`)
}

export function insertAmendment(
  db: WritableDb,
  row: { reportId: string; field: Completable; before: string; after: string; accountId: string; at: string },
): void {
  db.run(sql`insert into report_amendments (report_id, field, value_before, value_after, account_id, at)
    values (${row.reportId}, ${row.field}, ${row.before}, ${row.after}, ${row.accountId}, ${row.at})`)
}

type Plain = Exclude<Completable, 'reporterName' | 'reporterContact'>

/** Writes one field of a report. */
export function writeField(db: WritableDb, reportId: string, field: Plain, value: string): void {
  db.run(sql`update reports set
      sender_office = iif(${field} = 'senderOffice', ${value}, sender_office),
      sender_letter_number = iif(${field} = 'senderLetterNumber', ${value}, sender_letter_number),
      sender_letter_on = iif(${field} = 'senderLetterOn', ${value}, sender_letter_on),
      candidate = iif(${field} = 'candidate', ${value}, candidate),
      election_id = iif(${field} = 'electionId', ${value}, election_id),
      designated_on = iif(${field} = 'designatedOn', ${value}, designated_on),
      act_time = iif(${field} = 'actTime', ${value}, act_time),
      province_code = iif(${field} = 'provinceCode', ${value}, province_code),
      initial_evidence = iif(${field} = 'initialEvidence', ${value}, initial_evidence)
    where id = ${reportId}`)
}

/** Completes the protected reporter, in the table of its own. */
export function writeReporter(
  db: WritableDb,
  reportId: string,
  field: 'name' | 'contact',
  value: string,
): void {
  db.run(sql`insert into reporters (report_id, name, contact)
    values (${reportId}, ${field === 'name' ? value : ''}, ${field === 'contact' ? value : ''})
    on conflict (report_id) do update set name = iif(${field} = 'name', ${value}, name),
      contact = iif(${field} = 'contact', ${value}, contact)`)
}

export type ReturnRow = Omit<ReportReturn, 'missing' | 'signature'> & {
  reportId: string
  missing: string
  blobId: string
  sha256: string
  /** JSON of what its pages are drawn from; null for a letter of an earlier program. */
  content: string | null
  signedBy: string | null
  signedAt: Instant | null
  signedBlobId: string | null
  signedSha256: string | null
}

const returnColumns = sql`select b.id, b.report_id as reportId, b.number, b.dated_on as datedOn, b.addressee,
    b.missing, b.blob_id as blobId, b.sha256, a.display_name as returnedBy, b.returned_at as returnedAt,
    b.taken_up_at as takenUpAt, coalesce(t.display_name, '') as takenUpBy, b.taken_up_reason as takenUpReason,
    b.content, g.display_name as signedBy, s.signed_at as signedAt, s.blob_id as signedBlobId,
    s.sha256 as signedSha256
  from report_returns b join accounts a on a.id = b.returned_by left join accounts t on t.id = b.taken_up_by
    left join report_return_signatures s on s.return_id = b.id left join accounts g on g.id = s.account_id`

export function returnRows(db: ReadableDb, reportId: string): ReturnRow[] {
  return db.all(sql`${returnColumns} where b.report_id = ${reportId} order by b.returned_at, b.rowid`)
}

export function returnRow(db: ReadableDb, id: string): ReturnRow | undefined {
  return db.get(sql`${returnColumns} where b.id = ${id}`)
}

export function insertReturn(
  db: WritableDb,
  row: {
    id: string
    reportId: string
    number: string
    datedOn: string
    addressee: string
    missing: readonly string[]
    content: string
    blobId: string
    sha256: string
    by: string
    at: string
  },
): void {
  db.run(sql`insert into report_returns (id, report_id, number, dated_on, addressee, missing, content, blob_id, sha256,
      returned_by, returned_at)
    values (${row.id}, ${row.reportId}, ${row.number}, ${row.datedOn}, ${row.addressee},
      ${JSON.stringify(row.missing)}, ${row.content}, ${row.blobId}, ${row.sha256}, ${row.by}, ${row.at})`)
}

export function insertReturnSignature(
  db: WritableDb,
  row: {
    returnId: string
    accountId: string
    at: string
    certificateName: string
    issuer: string
    blobId: string
    sha256: string
  },
): void {
  db.run(sql`insert into report_return_signatures (return_id, account_id, signed_at, certificate_name, issuer,
      blob_id, sha256)
    values (${row.returnId}, ${row.accountId}, ${row.at}, ${row.certificateName}, ${row.issuer}, ${row.blobId},
      ${row.sha256})`)
}

export type ReturnToSign = { reportId: ReportId; registerNumber: string; number: string; datedOn: CivilDate }

/**
 * Letters to senders that wait for a signature, the oldest first. Those of an earlier program, which have no
 * content, went out signed on paper.
 */
export function returnsToSign(db: ReadableDb): ReturnToSign[] {
  return db.all(sql`select b.report_id as reportId, r.register_number as registerNumber, b.number,
      b.dated_on as datedOn
    from report_returns b join reports r on r.id = b.report_id
    where b.content is not null
      and not exists (select 1 from report_return_signatures s where s.return_id = b.id)
    order by b.returned_at, b.rowid limit 500`)
}

/** Ends the waiting of a returned report. */
export function endReturn(db: WritableDb, reportId: string, by: string, at: string, reason: string): void {
  db.run(sql`update report_returns set taken_up_by = ${by}, taken_up_at = ${at}, taken_up_reason = ${reason}
    where report_id = ${reportId} and taken_up_at is null`)
}

import type { Completable, ReportReturn } from '../../../../shared/contract/intake-shapes.ts'
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

export type ReturnRow = Omit<ReportReturn, 'missing'> & {
  reportId: string
  missing: string
  blobId: string
  sha256: string
}

const returnColumns = sql`select b.id, b.report_id as reportId, b.number, b.dated_on as datedOn, b.addressee,
    b.missing, b.blob_id as blobId, b.sha256, a.display_name as returnedBy, b.returned_at as returnedAt,
    b.taken_up_at as takenUpAt, coalesce(t.display_name, '') as takenUpBy, b.taken_up_reason as takenUpReason
  from report_returns b join accounts a on a.id = b.returned_by left join accounts t on t.id = b.taken_up_by`

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
    blobId: string
    sha256: string
    by: string
    at: string
  },
): void {
  db.run(sql`insert into report_returns (id, report_id, number, dated_on, addressee, missing, blob_id, sha256,
      returned_by, returned_at)
    values (${row.id}, ${row.reportId}, ${row.number}, ${row.datedOn}, ${row.addressee},
      ${JSON.stringify(row.missing)}, ${row.blobId}, ${row.sha256}, ${row.by}, ${row.at})`)
}

/** Ends the waiting of a returned report. */
export function endReturn(db: WritableDb, reportId: string, by: string, at: string, reason: string): void {
  db.run(sql`update report_returns set taken_up_by = ${by}, taken_up_at = ${at}, taken_up_reason = ${reason}
    where report_id = ${reportId} and taken_up_at is null`)
}

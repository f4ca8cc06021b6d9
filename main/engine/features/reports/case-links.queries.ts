import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'

const ordered = (a: string, b: string) => (a < b ? ([a, b] as const) : ([b, a] as const))

/** Cases that are linked with this one now. */
export function linksOf(db: ReadableDb, caseId: string): { caseId: string; reason: string }[] {
  return db.all(sql`select iif(case_id = ${caseId}, other_case_id, case_id) as caseId, reason from case_links
    where (case_id = ${caseId} or other_case_id = ${caseId}) and unlinked_at is null order by id`)
}

export function insertLink(
  db: WritableDb,
  row: { caseId: string; otherCaseId: string; reason: string; by: string; at: string },
): void {
  const [first, second] = ordered(row.caseId, row.otherCaseId)
  db.run(sql`insert into case_links (case_id, other_case_id, reason, linked_by, linked_at)
    values (${first}, ${second}, ${row.reason}, ${row.by}, ${row.at})`)
}

/** Ends a link; the row stays. Gives how many were ended. */
export function endLink(
  db: WritableDb,
  row: { caseId: string; otherCaseId: string; reason: string; by: string; at: string },
): number {
  const [first, second] = ordered(row.caseId, row.otherCaseId)
  const open = db.all(sql`select 1 from case_links where case_id = ${first} and other_case_id = ${second}
    and unlinked_at is null`)
  db.run(sql`update case_links set unlinked_by = ${row.by}, unlinked_at = ${row.at}, unlink_reason = ${row.reason}
    where case_id = ${first} and other_case_id = ${second} and unlinked_at is null`)
  return open.length
}

export type SameExhibit = { caseId: string; here: string; there: string }

/** Exhibits of other cases with the bytes of an exhibit of this one, by number here and there. */
export function sameExhibits(db: ReadableDb, caseId: string): SameExhibit[] {
  return db.all(sql`select o.case_id as caseId, x.series || '-' || x.serial as here,
      o.series || '-' || o.serial as there
    from exhibits x join exhibits o on o.sha256 = x.sha256 and o.case_id <> x.case_id
    where x.case_id = ${caseId} order by x.series, x.serial, o.rowid limit 500`)
}

/** Numbers of a case and of its report. */
export function namesOfCase(
  db: ReadableDb,
  caseId: string,
): { caseNumber: string; reportId: string; reportNumber: string } | undefined {
  return db.get(sql`select c.register_number as caseNumber, r.id as reportId, r.register_number as reportNumber
    from cases c join reports r on r.id = c.report_id where c.id = ${caseId}`)
}

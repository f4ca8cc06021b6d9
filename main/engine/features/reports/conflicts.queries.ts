import type { ConflictKind } from '../../../../shared/contract/intake-shapes.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'

export type ConflictRow = { kind: ConflictKind; note: string; by: string; at: string }

/** The newest word on one person; earlier ones stay. */
export function conflictOf(db: ReadableDb, respondentId: string): ConflictRow | undefined {
  return db.get(sql`select f.kind, f.note, a.display_name as by, f.at
    from ppk_conflicts f join accounts a on a.id = f.account_id
    where f.respondent_id = ${respondentId} order by f.id desc limit 1`)
}

export function insertConflict(
  db: WritableDb,
  row: { respondentId: string; kind: ConflictKind; note: string; accountId: string; at: string },
): void {
  db.run(sql`insert into ppk_conflicts (respondent_id, kind, note, account_id, at)
    values (${row.respondentId}, ${row.kind}, ${row.note}, ${row.accountId}, ${row.at})`)
}

/** Report and case of a respondent. */
export function reportOfRespondent(
  db: ReadableDb,
  respondentId: string,
): { reportId: string; caseId: string | null; name: string } | undefined {
  return db.get(sql`select p.report_id as reportId, c.id as caseId, p.name
    from respondents p left join cases c on c.report_id = p.report_id where p.id = ${respondentId}`)
}

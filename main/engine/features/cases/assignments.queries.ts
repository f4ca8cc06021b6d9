import type { Assignment } from '../../../../shared/contract/cases.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'
import type { AssignmentKind } from './assignment.rules.ts'

/** Who works on a case, in the order of assignment. */
export function assignmentsOf(db: ReadableDb, caseId: string): Assignment[] {
  return db.all<Assignment>(sql`
    select s.account_id as accountId, a.display_name as displayName, a.role, s.kind,
      s.assigned_at as assignedAt
    from assignments s join accounts a on a.id = s.account_id
    where s.case_id = ${caseId} order by s.assigned_at, s.rowid`)
}

export function insertAssignment(
  db: WritableDb,
  entry: { caseId: string; accountId: string; kind: AssignmentKind; at: string; by: string },
): void {
  db.run(sql`insert into assignments (case_id, account_id, kind, assigned_at, assigned_by)
    values (${entry.caseId}, ${entry.accountId}, ${entry.kind}, ${entry.at}, ${entry.by})`)
}

/** Gives whether there was one to take away. */
export function deleteAssignment(
  db: WritableDb,
  entry: { caseId: string; accountId: string; kind: AssignmentKind },
): boolean {
  const { changes } = db.run(sql`delete from assignments where case_id = ${entry.caseId}
    and account_id = ${entry.accountId} and kind = ${entry.kind}`)
  return changes > 0
}

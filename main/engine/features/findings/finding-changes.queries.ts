import type { FindingChange } from '../../../../shared/contract/findings.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'

export type ChangeRow = Pick<FindingChange, 'elementId' | 'field' | 'before' | 'after'> & {
  id: string
  findingId: string
  at: string
}

export function insertChange(db: WritableDb, row: ChangeRow & { accountId: string }): void {
  db.run(sql`insert into finding_changes (id, finding_id, element_id, field, before, after, by_id, at)
    values (${row.id}, ${row.findingId}, ${row.elementId}, ${row.field}, ${row.before}, ${row.after},
      ${row.accountId}, ${row.at})`)
}

/** Every change of a finding, newest first. */
export function changeRows(
  db: ReadableDb,
  findingId: string,
): (ChangeRow & { byName: string; elementLabel: string })[] {
  return db.all(sql`select h.id, h.finding_id as findingId, h.element_id as elementId, h.field, h.before, h.after,
      h.at, a.display_name as byName, coalesce(e.label, '') as elementLabel
    from finding_changes h join accounts a on a.id = h.by_id
    left join element_assessments e on e.finding_id = h.finding_id and e.element_id = h.element_id
    where h.finding_id = ${findingId} order by h.at desc, h.rowid desc`)
}

import { CodedError } from '../../errors.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { noSql, sql } from '../../store/sql.ts'
import type { Difference } from './follow-ups.rules.ts'

export type NewFollowUp = {
  id: string
  letterId: string
  caseId: string
  respondentId: string
  startedOn: string
  dueOn: string
  days: number
  unit: 'hari' | 'hari kerja'
  skipped: { on: string; reason: string }[]
  basis: string
  recommendedSanctionId: string | null
}

/** Starts the clock of an issued letter. */
export function createFollowUp(db: WritableDb, row: NewFollowUp): void {
  db.run(sql`insert into follow_ups (id, letter_id, case_id, respondent_id, started_on, due_on, days, unit, skipped,
      basis, recommended_sanction_id)
    values (${row.id}, ${row.letterId}, ${row.caseId}, ${row.respondentId}, ${row.startedOn}, ${row.dueOn},
      ${row.days}, ${row.unit}, ${JSON.stringify(row.skipped)}, ${row.basis}, ${row.recommendedSanctionId})`)
}

/** Ends the clock of an earlier letter about a person, when a letter on a newer decision takes its place. */
export function endReplaced(
  db: WritableDb,
  respondentId: string,
  end: { note: string; at: string; by: string },
): void {
  db.run(sql`update follow_ups set closed_kind = 'noSanctionDecision', difference = 'notComparable',
      note = ${end.note}, closed_at = ${end.at}, closed_by = ${end.by}
    where respondent_id = ${respondentId} and closed_at is null`)
}

export type FollowUpRecord = NewFollowUp & {
  letterNumber: string
  letterDatedOn: string
  addressee: string
  caseNumber: string
  respondentName: string
  rulebook: string
  closedKind: 'sanctionDecision' | 'noSanctionDecision' | null
  decisionNumber: string | null
  decisionOn: string | null
  imposedSanctionId: string | null
  difference: Difference | null
  note: string | null
  exhibitNumber: string | null
  closedAt: string | null
  closedBy: string | null
}
type Stored = Omit<FollowUpRecord, 'skipped'> & { skipped: string }

const select = sql`select f.id, f.letter_id as letterId, f.case_id as caseId, f.respondent_id as respondentId,
    f.started_on as startedOn, f.due_on as dueOn, f.days, f.unit, f.skipped, f.basis,
    f.recommended_sanction_id as recommendedSanctionId, l.number as letterNumber,
    l.dated_on as letterDatedOn, l.header ->> '$.addressee[0]' as addressee, c.register_number as caseNumber,
    p.name as respondentName, c.rulebook, f.closed_kind as closedKind, f.decision_number as decisionNumber,
    f.decision_on as decisionOn, f.imposed_sanction_id as imposedSanctionId, f.difference, f.note,
    e.series || '-' || e.serial as exhibitNumber, f.closed_at as closedAt, a.display_name as closedBy
  from follow_ups f join letters l on l.id = f.letter_id join cases c on c.id = f.case_id
    join respondents p on p.id = f.respondent_id left join exhibits e on e.id = f.exhibit_id
    left join accounts a on a.id = f.closed_by`

const recordOf = (row: Stored): FollowUpRecord => ({
  ...row,
  skipped: JSON.parse(row.skipped) as FollowUpRecord['skipped'],
})

/** Throws `followUps.unknown`. */
export function followUpById(db: ReadableDb, id: string): FollowUpRecord {
  const row = db.get<Stored>(sql`${select} where f.id = ${id}`)
  if (!row) throw new CodedError('followUps.unknown')
  return recordOf(row)
}

/** Follow-ups by due date, the open ones first; `today` decides what is late. */
export function listFollowUps(
  db: ReadableDb,
  filter: { state: 'waiting' | 'late' | 'closed' | null; caseId: string | null },
  today: string,
): FollowUpRecord[] {
  const states = {
    waiting: sql`and f.closed_at is null and f.due_on >= ${today}`,
    late: sql`and f.closed_at is null and f.due_on < ${today}`,
    closed: sql`and f.closed_at is not null`,
  }
  return db
    .all<Stored>(sql`${select} where 1 = 1 ${filter.state ? states[filter.state] : noSql}
      ${filter.caseId ? sql`and f.case_id = ${filter.caseId}` : noSql}
      order by f.closed_at is not null, f.due_on, p.name limit 2000`)
    .map(recordOf)
}

export type Closing = {
  kind: 'sanctionDecision' | 'noSanctionDecision'
  number: string
  on: string | null
  imposedSanctionId: string | null
  difference: Difference
  note: string
  exhibitId: string | null
  at: string
  by: string
}

export function closeFollowUp(db: WritableDb, id: string, closing: Closing): void {
  db.run(sql`update follow_ups set closed_kind = ${closing.kind}, decision_number = ${closing.number},
      decision_on = ${closing.on}, imposed_sanction_id = ${closing.imposedSanctionId},
      difference = ${closing.difference}, note = ${closing.note}, exhibit_id = ${closing.exhibitId},
      closed_at = ${closing.at}, closed_by = ${closing.by}
    where id = ${id} and closed_at is null`)
}

import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { noSql, sql } from '../../store/sql.ts'

export type Reconsideration = {
  id: string
  respondentId: string
  caseId: string
  oldVoteId: string
  kind: 'correction' | 'reopening'
  reason: string
  askedBy: string
  at: string
  newVoteId: string | null
  /** Number and day of the meeting whose decision is reconsidered. */
  oldNumber: string
  oldHeldOn: string
}

const columns = sql`select r.id, r.respondent_id as respondentId, r.case_id as caseId,
    r.old_vote_id as oldVoteId, r.kind, r.reason, a.display_name as askedBy, r.at,
    r.new_vote_id as newVoteId, p.number as oldNumber, p.held_on as oldHeldOn
  from reconsiderations r join accounts a on a.id = r.asked_by
    join decisions d on d.vote_id = r.old_vote_id join plenaries p on p.id = d.plenary_id`

/** The reconsideration of a person that waits for a new decision; undefined when there is none. */
export function openReconsideration(db: ReadableDb, respondentId: string): Reconsideration | undefined {
  return db.get<Reconsideration>(
    sql`${columns} where r.respondent_id = ${respondentId} and r.new_vote_id is null`,
  )
}

/** The reconsideration that a decision answered; undefined for a first decision. */
export function reconsiderationAnsweredBy(db: ReadableDb, voteId: string): Reconsideration | undefined {
  return db.get<Reconsideration>(sql`${columns} where r.new_vote_id = ${voteId}`)
}

/** The reconsideration that was asked for a decision, answered or not. */
export function reconsiderationOf(db: ReadableDb, oldVoteId: string): Reconsideration | undefined {
  return db.get<Reconsideration>(sql`${columns} where r.old_vote_id = ${oldVoteId}`)
}

export function insertReconsideration(
  db: WritableDb,
  row: Pick<Reconsideration, 'id' | 'respondentId' | 'caseId' | 'oldVoteId' | 'kind' | 'reason' | 'at'> & {
    askedById: string
  },
): void {
  db.run(sql`insert into reconsiderations (id, respondent_id, case_id, old_vote_id, kind, reason, asked_by, at)
    values (${row.id}, ${row.respondentId}, ${row.caseId}, ${row.oldVoteId}, ${row.kind}, ${row.reason},
      ${row.askedById}, ${row.at})`)
}

export type DecisionInTime = {
  voteId: string
  number: string
  /** Of its meeting. */
  state: 'planned' | 'open' | 'closed'
  heldOn: string
  decidedAt: string
  outcome: 'proven' | 'notProven' | 'deferred'
  sentence: string
  replacesVoteId: string | null
}

/** All decisions about one person with their meetings, newest first. */
export function decisionsAbout(db: ReadableDb, respondentId: string): DecisionInTime[] {
  return decisionRows(db, sql`d.respondent_id = ${respondentId}`)
}

/** The decision that took the place of another one; undefined while that one stands. */
export function decisionReplacing(db: ReadableDb, voteId: string): DecisionInTime | undefined {
  return decisionRows(db, sql`d.replaces_vote_id = ${voteId}`)[0]
}

function decisionRows(db: ReadableDb, which = noSql): DecisionInTime[] {
  return db.all<DecisionInTime>(sql`select d.vote_id as voteId, p.number, p.state, p.held_on as heldOn,
      d.decided_at as decidedAt, d.outcome, d.sentence, d.replaces_vote_id as replacesVoteId
    from decisions d join plenaries p on p.id = d.plenary_id where ${which}
    order by d.decided_at desc, d.rowid desc`)
}

/** Whether an account is assigned to a case, whatever its stage. */
export function isAssignedTo(db: ReadableDb, accountId: string, caseId: string): boolean {
  return (
    db.get(sql`select 1 from assignments where case_id = ${caseId} and account_id = ${accountId} limit 1`) !==
    undefined
  )
}

/** Case and name of a reported person; undefined before there is a case. */
export function personInCase(
  db: ReadableDb,
  respondentId: string,
): { caseId: string; name: string } | undefined {
  return db.get(sql`select c.case_id as caseId, p.name from case_respondents c
    join respondents p on p.id = c.respondent_id where c.respondent_id = ${respondentId}`)
}

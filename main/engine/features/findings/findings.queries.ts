import type { SanctionLevel } from '../../../../shared/law-pack.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'

export type FindingRow = {
  id: string
  caseId: string
  respondentId: string
  provisionId: string
  lawPackVersion: string
  state: 'draft' | 'submitted' | 'returned' | 'reviewed'
  conclusion: 'proven' | 'notProven' | 'undecided'
  consideration: string
  sanctionId: string | null
  sanctionReason: string
  level: SanctionLevel | null
  levelReason: string
  authorId: string
  authorName: string
  createdAt: string
  updatedAt: string
  withdrawnAt: string | null
}

export type AssessmentRow = {
  findingId: string
  elementId: string
  label: string
  state: 'proven' | 'notProven' | 'insufficient' | 'notAssessed'
  reasons: string
  defence: string
  defenceReply: string
  /** Why the point of the defence is not answered. */
  defenceUnansweredReason: string
  assessedBy: string | null
  assessedAt: string | null
}

export type LinkRow = {
  id: string
  findingId: string
  elementId: string
  exhibitId: string
  series: 'P' | 'T'
  serial: number
  exhibitTitle: string
  sha256: string
  integrity: string
  provenance: string
  stance: 'supports' | 'contradicts'
  place: string
  note: string
  linkedBy: string
  linkedAt: string
}

export type ReviewRow = {
  findingId: string
  reviewerId: string
  reviewerName: string
  at: string
  outcome: 'approved' | 'returned'
  /** JSON list of the confirmed points. */
  checks: string
  comment: string
}

const findingColumns = sql`
  select f.id, f.case_id as caseId, f.respondent_id as respondentId, f.provision_id as provisionId,
    f.law_pack_version as lawPackVersion, f.state, f.conclusion, f.consideration, f.sanction_id as sanctionId,
    f.sanction_reason as sanctionReason, f.level,
    f.level_reason as levelReason, f.author_id as authorId, a.display_name as authorName,
    f.created_at as createdAt, f.updated_at as updatedAt, f.withdrawn_at as withdrawnAt
  from findings f join accounts a on a.id = f.author_id`

export function findingRow(db: ReadableDb, findingId: string): FindingRow | undefined {
  return db.get(sql`${findingColumns} where f.id = ${findingId}`)
}

/** Findings of a case that were not withdrawn, by person and then in the order they were added. */
export function findingRowsOfCase(db: ReadableDb, caseId: string): FindingRow[] {
  return db.all(sql`${findingColumns} join respondents r on r.id = f.respondent_id
    where f.case_id = ${caseId} and f.withdrawn_at is null order by r.ordinal, f.created_at, f.rowid`)
}

export function findingRowsOfRespondent(db: ReadableDb, respondentId: string): FindingRow[] {
  return db.all(sql`${findingColumns}
    where f.respondent_id = ${respondentId} and f.withdrawn_at is null order by f.created_at, f.rowid`)
}

export function assessmentRows(db: ReadableDb, findingId: string): AssessmentRow[] {
  return db.all(sql`select e.finding_id as findingId, e.element_id as elementId, e.label, e.state, e.reasons, e.defence,
    e.defence_reply as defenceReply, e.defence_unanswered_reason as defenceUnansweredReason, a.display_name as assessedBy, e.assessed_at as assessedAt
    from element_assessments e left join accounts a on a.id = e.assessed_by
    where e.finding_id = ${findingId} order by e.ordinal`)
}

const linkColumns = sql`
  select l.id, l.finding_id as findingId, l.element_id as elementId, l.exhibit_id as exhibitId, x.series, x.serial,
    x.title as exhibitTitle, x.sha256, x.integrity, x.provenance, l.stance, l.place, l.note,
    a.display_name as linkedBy, l.linked_at as linkedAt
  from exhibit_links l join exhibits x on x.id = l.exhibit_id join accounts a on a.id = l.linked_by`

export function linkRows(db: ReadableDb, findingId: string): LinkRow[] {
  return db.all(
    sql`${linkColumns} where l.finding_id = ${findingId} order by x.series, x.serial, l.linked_at, l.rowid`,
  )
}

export function linkRow(db: ReadableDb, linkId: string): LinkRow | undefined {
  return db.get(sql`${linkColumns} where l.id = ${linkId}`)
}

export function reviewRows(db: ReadableDb, findingId: string): ReviewRow[] {
  return db.all(sql`select v.finding_id as findingId, v.reviewer_id as reviewerId, a.display_name as reviewerName, v.at,
    v.outcome, v.checks, v.comment from finding_reviews v join accounts a on a.id = v.reviewer_id
    where v.finding_id = ${findingId} order by v.at, v.rowid`)
}

/** All who wrote any part of a finding; none of them may review it. */
export function authorIds(db: ReadableDb, findingId: string): string[] {
  return db
    .all<{ id: string }>(sql`select account_id as id from finding_authors where finding_id = ${findingId}`)
    .map(row => row.id)
}

export function addAuthor(db: WritableDb, findingId: string, accountId: string): void {
  db.run(
    sql`insert or ignore into finding_authors (finding_id, account_id) values (${findingId}, ${accountId})`,
  )
}

/** What the choice of provisions rests on. */
export type CaseFacts = {
  caseId: string
  rulebook: string
  /** Last day of a continuing act. */
  actUntil: string | null
  violationForm: string
  electionScope: string
  designatedOn: string | null
  actOn: string
}

export function caseFacts(db: ReadableDb, caseId: string): CaseFacts | undefined {
  return db.get(sql`select c.id as caseId, c.rulebook, r.violation_form as violationForm,
    r.election_scope as electionScope, r.designated_on as designatedOn, r.act_on as actOn,
    r.act_until as actUntil
    from cases c join reports r on r.id = c.report_id where c.id = ${caseId}`)
}

/** Stage of a person within a case; undefined when the person is not named in it. */
export function respondentStage(db: ReadableDb, caseId: string, respondentId: string): string | undefined {
  return db.get<{ stage: string }>(
    sql`select stage from case_respondents where case_id = ${caseId} and respondent_id = ${respondentId}`,
  )?.stage
}

export function respondentIds(db: ReadableDb, caseId: string): string[] {
  return db
    .all<{ id: string }>(sql`select cr.respondent_id as id from case_respondents cr
      join respondents r on r.id = cr.respondent_id where cr.case_id = ${caseId} order by r.ordinal`)
    .map(row => row.id)
}

export type NewFinding = {
  id: string
  caseId: string
  respondentId: string
  provisionId: string
  lawPackVersion: string
  authorId: string
  at: string
}

export function insertFinding(db: WritableDb, row: NewFinding): void {
  db.run(sql`insert into findings (id, case_id, respondent_id, provision_id, law_pack_version, state, conclusion,
    consideration, sanction_id, sanction_reason, author_id, created_at, updated_at, withdrawn_at)
    values (${row.id}, ${row.caseId}, ${row.respondentId}, ${row.provisionId}, ${row.lawPackVersion}, 'draft',
      'undecided', '', null, '', ${row.authorId}, ${row.at}, ${row.at}, null)`)
}

export function insertElement(
  db: WritableDb,
  findingId: string,
  ordinal: number,
  id: string,
  label: string,
): void {
  db.run(sql`insert into element_assessments (finding_id, element_id, ordinal, label, state, reasons, defence,
    defence_reply, assessed_by, assessed_at)
    values (${findingId}, ${id}, ${ordinal}, ${label}, 'notAssessed', '', '', '', null, null)`)
}

export function saveAssessment(
  db: WritableDb,
  row: Pick<
    AssessmentRow,
    'findingId' | 'elementId' | 'state' | 'reasons' | 'defence' | 'defenceReply' | 'defenceUnansweredReason'
  > & {
    accountId: string
    at: string
  },
): void {
  db.run(sql`update element_assessments set state = ${row.state}, reasons = ${row.reasons}, defence = ${row.defence},
    defence_reply = ${row.defenceReply}, defence_unanswered_reason = ${row.defenceUnansweredReason},
    assessed_by = ${row.accountId}, assessed_at = ${row.at}
    where finding_id = ${row.findingId} and element_id = ${row.elementId}`)
}

export function insertLink(
  db: WritableDb,
  row: Pick<LinkRow, 'id' | 'findingId' | 'elementId' | 'exhibitId' | 'stance' | 'place' | 'note'> & {
    accountId: string
    at: string
  },
): void {
  db.run(sql`insert into exhibit_links (id, finding_id, element_id, exhibit_id, stance, place, note, linked_by,
    linked_at) values (${row.id}, ${row.findingId}, ${row.elementId}, ${row.exhibitId}, ${row.stance}, ${row.place},
    ${row.note}, ${row.accountId}, ${row.at})`)
}

export function deleteLink(db: WritableDb, linkId: string): void {
  db.run(sql`delete from exhibit_links where id = ${linkId}`)
}

export function saveConclusion(db: WritableDb, id: string, conclusion: string, consideration: string): void {
  db.run(
    sql`update findings set conclusion = ${conclusion}, consideration = ${consideration} where id = ${id}`,
  )
}

/** `insideBand` is null without a sanction. */
export function saveProposal(
  db: WritableDb,
  id: string,
  proposal: { sanctionId: string; reason: string; insideBand: boolean } | null,
): void {
  db.run(sql`update findings set sanction_id = ${proposal?.sanctionId ?? null},
    sanction_reason = ${proposal?.reason ?? ''}, inside_band = ${proposal?.insideBand ?? null} where id = ${id}`)
}

export function saveLevel(db: WritableDb, id: string, level: SanctionLevel | null, reason: string): void {
  db.run(sql`update findings set level = ${level}, level_reason = ${reason} where id = ${id}`)
}

export function saveState(db: WritableDb, id: string, state: FindingRow['state']): void {
  db.run(sql`update findings set state = ${state} where id = ${id}`)
}

export function touch(db: WritableDb, id: string, at: string): void {
  db.run(sql`update findings set updated_at = ${at} where id = ${id}`)
}

export function saveWithdrawal(db: WritableDb, id: string, at: string): void {
  db.run(sql`update findings set withdrawn_at = ${at}, updated_at = ${at} where id = ${id}`)
}

export function insertReview(
  db: WritableDb,
  row: Pick<ReviewRow, 'findingId' | 'reviewerId' | 'at' | 'outcome' | 'checks' | 'comment'> & { id: string },
): void {
  db.run(sql`insert into finding_reviews (id, finding_id, reviewer_id, at, outcome, checks, comment)
    values (${row.id}, ${row.findingId}, ${row.reviewerId}, ${row.at}, ${row.outcome}, ${row.checks},
      ${row.comment})`)
}

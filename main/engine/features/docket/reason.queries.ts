import type { DocketReasonCode, DocketRow, NextStep } from '../../../../shared/contract/docket.ts'
import type { ReadableDb } from '../../store/database.ts'
import { type Sql, sql } from '../../store/sql.ts'

type Reason = DocketRow['reason']
type Facts = Reason['facts']

/** Why a person stands at a step: the missing thing, or who sent it back, or for whom it waits. */
export function reasonOf(db: ReadableDb, respondentId: string, step: NextStep): Reason {
  const { code, facts } = REASONS[step]
  return { code, facts: facts ? (db.get<Facts>(facts(respondentId)) ?? {}) : {} }
}

const letter = (id: string) => sql`letters l join decisions d on d.vote_id = l.vote_id
  where d.respondent_id = ${id} order by d.decided_at desc, d.vote_id desc limit 1`

const REASONS: Readonly<Record<NextStep, { code: DocketReasonCode; facts?: (id: string) => Sql }>> = {
  openCase: { code: 'noFindings' },
  addExhibits: { code: 'noExhibits' },
  assess: {
    code: 'elementsOpen',
    facts: id => sql`select count(distinct f.id) as findings, count(e.element_id) as elements,
        coalesce(sum(e.state = 'notAssessed'), 0) as open
      from findings f left join element_assessments e on e.finding_id = f.id
      where f.respondent_id = ${id} and f.withdrawn_at is null`,
  },
  submitFinding: { code: 'notSubmitted' },
  answerReview: {
    code: 'findingReturned',
    facts: id => sql`select a.display_name as name, v.comment from finding_reviews v
      join findings f on f.id = v.finding_id join accounts a on a.id = v.reviewer_id
      where f.respondent_id = ${id} and f.withdrawn_at is null and f.state = 'returned'
        and v.outcome = 'returned' and not exists (select 1 from finding_reviews n
          where n.finding_id = v.finding_id and n.at > v.at)
      order by v.at desc limit 1`,
  },
  answerDeferral: { code: 'deferredNeeds' },
  review: {
    code: 'waitsForReview',
    facts: id => sql`select a.display_name as name from findings f join accounts a on a.id = f.author_id
      where f.respondent_id = ${id} and f.withdrawn_at is null and f.state = 'submitted' limit 1`,
  },
  schedulePlenary: { code: 'notOnAgenda' },
  vote: {
    code: 'onAgenda',
    facts: id => sql`select m.number, m.held_on as heldOn from case_respondents cr
      join agenda_items a on a.case_id = cr.case_id join plenaries m on m.id = a.plenary_id
      where cr.respondent_id = ${id} and m.state <> 'closed' order by m.held_on limit 1`,
  },
  draftLetter: {
    code: 'noLetter',
    facts: id => sql`select d.outcome, l.version from decisions d left join letters l on l.vote_id = d.vote_id
      where d.respondent_id = ${id} order by d.decided_at desc, d.vote_id desc limit 1`,
  },
  answerLetterReview: {
    code: 'letterReturned',
    facts: id => sql`select a.display_name as name, s.comment from letter_steps s
      join accounts a on a.id = s.account_id
      where s.step = 'returned' and s.letter_id = (select l.id from ${letter(id)}) order by s.id desc limit 1`,
  },
  reviewLetter: {
    code: 'letterWaitsForReview',
    facts: id => sql`select (select display_name from accounts where id = l.author_id) as name
      from ${letter(id)}`,
  },
  approveLetter: { code: 'letterWaitsForApproval' },
  finaliseLetter: { code: 'letterWaitsForNumber' },
  signLetter: { code: 'letterWaitsForSignature', facts: id => sql`select l.number from ${letter(id)}` },
  awaitSanctionDecision: {
    code: 'awaitsAuthority',
    facts: id => sql`select l.number, u.started_on as startedOn from follow_ups u
      join letters l on l.id = u.letter_id
      where u.respondent_id = ${id} and u.closed_at is null order by u.started_on desc limit 1`,
  },
  done: { code: 'closed' },
}

/** Some steps have two reasons; the facts, and a deferral that waits, tell them apart. */
export function exactReason(reason: Reason, deferral: DocketRow['deferral']): Reason {
  const { code, facts } = reason
  const deferred = deferral && { number: deferral.plenaryNumber, heldOn: deferral.heldOn }
  if (code === 'deferredNeeds' && deferred) return { code, facts: deferred }
  if (code === 'notOnAgenda' && deferred) return { code: 'deferredReady', facts: deferred }
  // Back in work without a reader's note: opened again for the plenary.
  if (code === 'findingReturned' && facts.name === undefined) return { code: 'findingReopened', facts: {} }
  if (code === 'elementsOpen' && facts.findings === 0) return { code: 'noFindings', facts: {} }
  if (code === 'elementsOpen' && facts.open === 0) return { code: 'notConcluded', facts: {} }
  if (code === 'noLetter' && facts.version !== null && facts.version !== undefined) {
    return { code: 'letterUnfinished', facts }
  }
  return reason
}

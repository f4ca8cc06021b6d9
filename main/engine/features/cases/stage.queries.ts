import type { Stage } from '../../../../shared/contract/cases.ts'
import type { NextStep } from '../../../../shared/contract/docket.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { type Sql, sql } from '../../store/sql.ts'
import type { PersonFacts } from './stage.rules.ts'

export type PersonStanding = PersonFacts & {
  caseId: string
  respondentId: string
  /** As kept with the person until now. */
  stage: Stage
  nextStep: NextStep
}

/** The facts from which the stage of each person of a case follows. */
export function personStandings(db: ReadableDb, caseId: string): PersonStanding[] {
  return standingsWhere(db, sql`cr.case_id = ${caseId}`)
}

/** The same for some persons of any cases. */
export function standingsOf(db: ReadableDb, respondentIds: readonly string[]): PersonStanding[] {
  return standingsWhere(
    db,
    sql`cr.respondent_id in (select value from json_each(${JSON.stringify(respondentIds)}))`,
  )
}

type Row = Omit<PersonStanding, 'onAgenda'> & { onAgenda: number }

function standingsWhere(db: ReadableDb, condition: Sql): PersonStanding[] {
  const rows = db.all<Row>(sql`
    select cr.case_id as caseId, cr.respondent_id as respondentId, cr.stage, cr.next_step as nextStep,
      (select count(*) from exhibits x where x.case_id = cr.case_id) as exhibits,
      coalesce(f.findings, 0) as findings, coalesce(f.drafts, 0) as draftFindings,
      coalesce(f.undecided, 0) as undecidedFindings, coalesce(f.returned, 0) as returnedFindings,
      coalesce(f.submitted, 0) as submittedFindings,
      case when exists (select 1 from reconsiderations n
        where n.respondent_id = cr.respondent_id and n.new_vote_id is null) then null else d.outcome end as outcome,
      exists (select 1 from agenda_items a join plenaries p on p.id = a.plenary_id
        where a.case_id = cr.case_id and p.state <> 'closed' and not exists (select 1 from votes v
          where v.plenary_id = p.id and v.respondent_id = cr.respondent_id and v.state = 'closed')) as onAgenda,
      case when d.outcome is not 'deferred' then 'none'
        when not exists (select 1 from ballots b where b.vote_id = d.vote_id and b.verdict = 'deferred'
            and trim(b.opinion) <> '')
          or exists (select 1 from findings g join finding_reviews r on r.finding_id = g.id
            where g.respondent_id = cr.respondent_id and g.withdrawn_at is null and r.outcome = 'approved'
              and r.at > d.decided_at) then 'answered'
        else 'asked' end as deferral,
      l.state as letterState,
      case when u.id is null then 'none' when u.closed_at is null then 'open' else 'closed' end as followUp
    from case_respondents cr
    left join (
      select respondent_id, count(*) as findings, sum(state = 'draft') as drafts,
        sum(conclusion = 'undecided') as undecided, sum(state = 'returned') as returned,
        sum(state = 'submitted') as submitted
      from findings where withdrawn_at is null
        and respondent_id in (select cr.respondent_id from case_respondents cr where ${condition})
      group by respondent_id
    ) f on f.respondent_id = cr.respondent_id
    left join decisions d on d.vote_id = (
      select vote_id from decisions n where n.respondent_id = cr.respondent_id
      order by n.decided_at desc, n.vote_id desc limit 1)
    left join letters l on l.vote_id = d.vote_id
    left join follow_ups u on u.letter_id = l.id
    where ${condition}
    order by cr.rowid`)
  return rows.map(row => ({ ...row, onAgenda: row.onAgenda === 1 }))
}

/** Keeps where a person stands, with the nearest open due date of the person or the whole case. */
export function saveStanding(db: WritableDb, respondentId: string, stage: Stage, nextStep: NextStep): void {
  db.run(sql`update case_respondents set stage = ${stage}, next_step = ${nextStep},
    due_on = ${nearestDue} where respondent_id = ${respondentId}`)
}

/** After a deadline began or ended. */
export function saveDueDates(db: WritableDb, caseId: string): void {
  db.run(sql`update case_respondents set due_on = ${nearestDue} where case_id = ${caseId}`)
}

/** Also the clock of an issued letter, which runs in its own table. */
const nearestDue = sql`(select min(due_on) from (
  select d.due_on from deadlines d
  where d.case_id = case_respondents.case_id and d.done_at is null
    and (d.respondent_id is null or d.respondent_id = case_respondents.respondent_id)
  union all
  select u.due_on from follow_ups u
  where u.case_id = case_respondents.case_id and u.respondent_id = case_respondents.respondent_id
    and u.closed_at is null))`

export function saveCaseStage(db: WritableDb, caseId: string, stage: Stage): void {
  db.run(sql`update cases set stage = ${stage} where id = ${caseId} and stage <> ${stage}`)
}

import type { CaseRespondent, CaseRow, Stage } from '../../../../shared/contract/cases.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { joinSql, noSql, type Sql, sql } from '../../store/sql.ts'
import { countMatches, matchingIds, ofKind } from '../docket/index.ts'

export type NewCase = {
  id: string
  reportId: string
  registerNumber: string
  lawPackVersion: string
  rulebook: string
  rulebookReason: string
  openedAt: string
  openedBy: string
}

/** Opens the file with every person of the report at the first stage. */
export function insertCase(db: WritableDb, file: NewCase): void {
  db.run(sql`insert into cases (id, report_id, register_number, stage, law_pack_version, rulebook,
      rulebook_reason, opened_at, opened_by)
    values (${file.id}, ${file.reportId}, ${file.registerNumber}, 'examination', ${file.lawPackVersion},
      ${file.rulebook}, ${file.rulebookReason}, ${file.openedAt}, ${file.openedBy})`)
  db.run(sql`insert into case_respondents (case_id, respondent_id, stage)
    select ${file.id}, id, 'examination' from respondents where report_id = ${file.reportId} order by ordinal`)
}

export function openedBy(db: ReadableDb, caseId: string): string {
  const row = db.get<{ name: string }>(sql`select a.display_name as name from cases c
    join accounts a on a.id = c.opened_by where c.id = ${caseId}`)
  return row?.name ?? ''
}

export type CaseFilter = {
  match: string | null
  stage: Stage | null
  /** Only cases this account is assigned to, when given. */
  mineOf: string | null
  accountId: string
  offset: number
  limit: number
}

/** A page of case files, newest first; those that match words in the order of the index. */
export function casePage(db: ReadableDb, filter: CaseFilter): { total: number; rows: CaseRow[] } {
  const onlyWords = filter.match !== null && filter.stage === null && filter.mineOf === null
  if (filter.match !== null && onlyWords) {
    const match = ofKind(filter.match, 'case')
    const ids = JSON.stringify(matchingIds(db, match, filter))
    const condition = sql`where c.id in (select value from json_each(${ids}))`
    return { total: countMatches(db, match), rows: caseRows(db, filter, condition) }
  }
  const where = conditions(filter)
  const total = countCases(db, filter, where)
  // Looking for nothing would go through every case.
  if (total === 0) return { total, rows: [] }
  const page = sql`${where} order by c.opened_at desc limit ${filter.limit} offset ${filter.offset}`
  return { total, rows: caseRows(db, filter, page) }
}

function countCases(db: ReadableDb, filter: CaseFilter, where: Sql): number {
  // The index of assignments knows by itself how many cases an account has.
  const counted =
    filter.match === null && filter.stage === null && filter.mineOf !== null
      ? sql`select count(distinct case_id) as n from assignments where account_id = ${filter.mineOf}`
      : sql`select count(*) as n from cases c ${where}`
  return db.get<{ n: number }>(counted)?.n ?? 0
}

function caseRows(db: ReadableDb, filter: CaseFilter, condition: Sql): CaseRow[] {
  const rows = db.all<Omit<CaseRow, 'assignedToMe'> & { assigned: number }>(sql`
    select c.id, c.register_number as registerNumber, substr(c.opened_at, 1, 10) as openedOn, c.stage,
      (select count(*) from case_respondents x where x.case_id = c.id) as respondentCount,
      p.name as firstRespondent, p.agency_name as agencyName, r.violation_form as violationForm,
      r.province_code as provinceCode, r.act_on as actOn,
      (select min(x.due_on) from case_respondents x where x.case_id = c.id) as dueOn,
      (select count(*) from exhibits x where x.case_id = c.id) as exhibitCount,
      exists (select 1 from assignments a where a.case_id = c.id and a.account_id = ${filter.accountId})
        as assigned
    from (select * from cases c ${condition}) c join reports r on r.id = c.report_id
      join respondents p on p.report_id = r.id and p.ordinal = 1
    order by c.opened_at desc, c.register_number desc`)
  return rows.map(({ assigned, ...row }) => ({ ...row, assignedToMe: assigned === 1 }))
}

function conditions(filter: CaseFilter): Sql {
  const pieces: Sql[] = []
  if (filter.match !== null) {
    pieces.push(sql`c.id in (select entity_id from search_index
      where search_index match ${ofKind(filter.match, 'case')})`)
  }
  if (filter.stage !== null) pieces.push(sql`c.stage = ${filter.stage}`)
  if (filter.mineOf !== null) {
    pieces.push(sql`exists (select 1 from assignments s where s.case_id = c.id
      and s.account_id = ${filter.mineOf})`)
  }
  return pieces.length === 0 ? noSql : sql`where ${joinSql(pieces, sql` and `)}`
}

export type RespondentState = Pick<
  CaseRespondent,
  'stage' | 'findingCount' | 'provenCount' | 'decided' | 'letterState' | 'followUpState'
>

/** Where each person of a case stands, by respondent id; `today` decides whether a follow-up is late. */
export function respondentStates(
  db: ReadableDb,
  caseId: string,
  today: string,
): Map<string, RespondentState> {
  const rows = db.all<RespondentState & { id: string }>(sql`
    select cr.respondent_id as id, cr.stage,
      (select count(*) from findings f where f.respondent_id = cr.respondent_id and f.withdrawn_at is null)
        as findingCount,
      (select count(*) from findings f where f.respondent_id = cr.respondent_id and f.withdrawn_at is null
        and f.conclusion = 'proven') as provenCount,
      coalesce(d.outcome, 'none') as decided, l.state as letterState,
      case when u.id is null then 'none' when u.closed_at is not null then 'closed'
        when u.due_on < ${today} then 'late' else 'waiting' end as followUpState
    from case_respondents cr
    left join decisions d on d.vote_id = (select n.vote_id from decisions n
      where n.respondent_id = cr.respondent_id order by n.decided_at desc, n.vote_id desc limit 1)
    left join letters l on l.vote_id = d.vote_id
    left join follow_ups u on u.letter_id = l.id
    where cr.case_id = ${caseId}`)
  return new Map(rows.map(({ id, ...state }) => [id, state]))
}

/** How many exhibits there are, how many this account opened, how many are no longer intact. */
export function exhibitCounts(
  db: ReadableDb,
  caseId: string,
  accountId: string,
): { total: number; openedByMe: number; changed: number } {
  const row = db.get<{ total: number; openedByMe: number; changed: number }>(sql`
    select count(*) as total, count(o.exhibit_id) as openedByMe,
      coalesce(sum(x.integrity in ('changed', 'missing')), 0) as changed
    from exhibits x left join exhibit_openings o on o.exhibit_id = x.id and o.account_id = ${accountId}
    where x.case_id = ${caseId}`)
  return row ?? { total: 0, openedByMe: 0, changed: 0 }
}

export function caseOfReport(db: ReadableDb, reportId: string): { registerNumber: string } | undefined {
  return db.get(sql`select register_number as registerNumber from cases where report_id = ${reportId}`)
}

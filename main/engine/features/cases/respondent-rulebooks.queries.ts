import { CodedError } from '../../errors.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { type Sql, sql } from '../../store/sql.ts'
import type { KeptRulebook, RespondentRulebookRow, RulebookFactsRow } from './rulebook-facts.ts'

type Flat = RulebookFactsRow & {
  [K in keyof KeptRulebook]: KeptRulebook[K] extends boolean ? number | null : KeptRulebook[K] | null
}

/** The persons of a case in the order of the report. */
export function rulebookRowsOfCase(db: ReadableDb, caseId: string): RespondentRulebookRow[] {
  return rowsWhere(db, sql`x.case_id = ${caseId}`)
}

/** Throws `cases.respondentUnknown` for a person of no case. */
export function rulebookRow(db: ReadableDb, respondentId: string): RespondentRulebookRow {
  const [found] = rowsWhere(db, sql`x.respondent_id = ${respondentId}`)
  if (!found) throw new CodedError('cases.respondentUnknown')
  return found
}

function rowsWhere(db: ReadableDb, condition: Sql): RespondentRulebookRow[] {
  const rows = db.all<Flat>(sql`
    select x.case_id as caseId, x.respondent_id as respondentId, p.name, p.status,
      substr(c.opened_at, 1, 10) as openedOn, r.act_on as actOn, r.act_until as actUntil,
      r.designated_on as designatedOn, r.received_on as receivedOn, r.violation_form as violationForm,
      r.election_scope as electionScope, b.rulebook, b.track, b.examined_on as examinedOn,
      b.decided_on as decidedOn, b.undecided, b.reason, b.in_letter as inLetter, b.chosen_by as chosenBy,
      a.display_name as chosenByName, b.chosen_at as chosenAt
    from case_respondents x join cases c on c.id = x.case_id join reports r on r.id = c.report_id
      join respondents p on p.id = x.respondent_id
      left join respondent_rulebooks b on b.respondent_id = x.respondent_id
      left join accounts a on a.id = b.chosen_by
    where ${condition} order by p.ordinal`)
  return rows.map(row => ({ ...row, kept: keptOf(row) }))
}

function keptOf(row: Flat): KeptRulebook | null {
  if (row.rulebook === null || row.track === null) return null
  return {
    rulebook: row.rulebook,
    track: row.track,
    examinedOn: row.examinedOn,
    decidedOn: row.decidedOn,
    undecided: row.undecided === 1,
    reason: row.reason ?? '',
    inLetter: row.inLetter === 1,
    chosenBy: row.chosenBy,
    chosenByName: row.chosenByName,
    chosenAt: row.chosenAt,
  }
}

/** Keeps the rulebook of a person, instead of what was kept before. */
export function saveRulebook(
  db: WritableDb,
  row: { caseId: string; respondentId: string } & Omit<KeptRulebook, 'chosenByName'>,
): void {
  db.run(sql`insert into respondent_rulebooks (respondent_id, case_id, rulebook, track, examined_on, decided_on,
      undecided, reason, in_letter, chosen_by, chosen_at)
    values (${row.respondentId}, ${row.caseId}, ${row.rulebook}, ${row.track}, ${row.examinedOn},
      ${row.decidedOn}, ${row.undecided}, ${row.reason}, ${row.inLetter}, ${row.chosenBy}, ${row.chosenAt})
    on conflict (respondent_id) do update set rulebook = excluded.rulebook, track = excluded.track,
      examined_on = excluded.examined_on, decided_on = excluded.decided_on, undecided = excluded.undecided,
      reason = excluded.reason, in_letter = excluded.in_letter, chosen_by = excluded.chosen_by,
      chosen_at = excluded.chosen_at`)
}

/** The rulebook that stands over the case as a whole. */
export function saveHeaderRulebook(db: WritableDb, caseId: string, rulebook: string, reason: string): void {
  db.run(sql`update cases set rulebook = ${rulebook}, rulebook_reason = ${reason} where id = ${caseId}`)
}

/** Whether a commissioner still has to choose for a person of this case. */
export function hasUndecidedRulebook(db: ReadableDb, caseId: string): boolean {
  const found = db.get(sql`select 1 from case_respondents x
    left join respondent_rulebooks b on b.respondent_id = x.respondent_id
    where x.case_id = ${caseId} and coalesce(b.undecided, 1) = 1 limit 1`)
  return found !== undefined
}

/** Whether a commissioner still has to choose for this person. */
export function isRulebookUndecided(db: ReadableDb, respondentId: string): boolean {
  const found = db.get<{ undecided: number }>(
    sql`select undecided from respondent_rulebooks where respondent_id = ${respondentId}`,
  )
  return found?.undecided !== 0
}

/** How far the plenary has come with a person: nothing yet, a vote that is open, or an outcome. */
export function plenaryStanding(db: ReadableDb, respondentId: string): 'none' | 'voteOpen' | 'decided' {
  const row = db.get<{ decided: number; voting: number }>(sql`select
    exists (select 1 from decisions d where d.respondent_id = ${respondentId} and d.outcome <> 'deferred')
      as decided,
    exists (select 1 from votes v where v.respondent_id = ${respondentId} and v.state = 'open') as voting`)
  if (row?.decided === 1) return 'decided'
  return row?.voting === 1 ? 'voteOpen' : 'none'
}

import type { Role } from '../../../../shared/contract/define.ts'
import type { DocketGroup, DocketRow } from '../../../../shared/contract/docket.ts'
import type { ReadableDb } from '../../store/database.ts'
import { noSql, type Sql, sql } from '../../store/sql.ts'
import { ofKind } from './search-terms.ts'

export type DocketOf = {
  accountId: string
  role: Role
  /** Civil date in the institution's zone. */
  today: string
  /** FTS5 query over cases, or null. */
  match: string | null
}

export type StoredRow = Omit<DocketRow, 'key' | 'workingDaysLeft' | 'reason' | 'deferral'>

export type Standing = { caseId: string; respondentId: string; grp: DocketGroup }

/**
 * Every open person in the account's reach with its group, nearest due date first. Read once: the counts
 * and any page come from the same rows.
 */
export function standingsInReach(db: ReadableDb, of: DocketOf): Standing[] {
  // The secretariat sees no case content (rule 5 of the product).
  return of.role === 'secretariat' ? [] : db.all<Standing>(grouped(of))
}

/** What a page shows of these persons, in the given order. */
export function docketRows(db: ReadableDb, page: readonly Standing[]): StoredRow[] {
  const rows = db.all<StoredRow>(sql`
    select j.value ->> 'grp' as "group", cr.case_id as caseId, cr.respondent_id as respondentId,
      c.register_number as caseNumber, p.name, p.nip, p.position, p.agency_name as agencyName,
      cr.stage, cr.next_step as nextStep, cr.due_on as dueOn
    from json_each(${JSON.stringify(page)}) j
      join case_respondents cr on cr.respondent_id = j.value ->> 'respondentId'
      join cases c on c.id = cr.case_id join respondents p on p.id = cr.respondent_id
    order by j.key`)
  return rows
}

/** The index of open persons holds all that is asked of them; the rest are look-ups by key. */
function grouped(of: DocketOf): Sql {
  return sql`
    select cr.case_id as caseId, cr.respondent_id as respondentId,
      case when cr.due_on < ${of.today} then 'late'
        when ${came(of)} then 'returned' when ${waits(of)} then 'mine' else 'elsewhere' end as grp
    from case_respondents cr indexed by case_respondents_open
    where cr.next_step <> 'done' and ${reach(of)} ${matching(of)}
    order by cr.due_on is null, cr.due_on, cr.case_id, cr.respondent_id`
}

/** Presiders reach every case, the others those they are assigned to and those they vote on. */
function reach(of: DocketOf): Sql {
  const assigned = sql`exists (select 1 from assignments s where s.case_id = cr.case_id
    and s.account_id = ${of.accountId})`
  if (of.role === 'chair' || of.role === 'deputyChair') return sql`1`
  if (of.role === 'commissioner') return sql`(${assigned} or (cr.next_step = 'vote' and ${mayVote(of)}))`
  return assigned
}

function matching(of: DocketOf): Sql {
  if (of.match === null) return noSql
  return sql`and cr.case_id in (select entity_id from search_index
    where search_index match ${ofKind(of.match, 'case')})`
}

/** Sent back, by a reader or by the plenary, to those who wrote it: the assistants of the case. */
function came(of: DocketOf): Sql {
  if (of.role !== 'assistant') return sql`0`
  return sql`(cr.next_step in ('answerReview', 'answerLetterReview', 'answerDeferral') and ${assignedAs(of, sql`= 'assistant'`)})`
}

/** Is the next step this account's? Nobody is asked to review or approve own work. */
function waits(of: DocketOf): Sql {
  if (of.role === 'assistant') {
    return sql`(${reviews(of)} or (cr.next_step in ('addExhibits', 'assess', 'submitFinding', 'schedulePlenary',
      'draftLetter', 'finaliseLetter') and ${assignedAs(of, sql`= 'assistant'`)}))`
  }
  const votes = sql`(cr.next_step = 'vote' and ${mayVote(of)})`
  const approves = sql`(cr.next_step = 'approveLetter' and not ${wroteLetter(of)})`
  if (of.role === 'commissioner') return sql`(${reviews(of)} or ${votes} or ${approves})`
  return sql`(cr.next_step in ('schedulePlenary', 'signLetter') or ${reviews(of)} or ${votes} or ${approves})`
}

/**
 * A second person reviews: those assigned as reviewers or commissioners. Where there is none, the other
 * assistants of the case and the presiders are asked.
 */
function reviews(of: DocketOf): Sql {
  const second = sql`exists (select 1 from assignments s where s.case_id = cr.case_id
    and s.kind in ('reviewer', 'commissioner'))`
  const asked = sql`(${assignedAs(of, sql`in ('reviewer', 'commissioner')`)} or not ${second})`
  return sql`((cr.next_step = 'review' and not ${wroteFinding(of)} and ${asked})
    or (cr.next_step = 'reviewLetter' and not ${wroteLetter(of)} and ${asked}))`
}

function assignedAs(of: DocketOf, kind: Sql): Sql {
  return sql`exists (select 1 from assignments s where s.case_id = cr.case_id
    and s.account_id = ${of.accountId} and s.kind ${kind})`
}

function wroteFinding(of: DocketOf): Sql {
  return sql`exists (select 1 from findings f left join finding_authors w on w.finding_id = f.id
      and w.account_id = ${of.accountId}
    where f.respondent_id = cr.respondent_id and f.withdrawn_at is null and f.state = 'submitted'
      and (f.author_id = ${of.accountId} or w.account_id is not null))`
}

function wroteLetter(of: DocketOf): Sql {
  return sql`exists (select 1 from letters l join decisions d on d.vote_id = l.vote_id
    where d.respondent_id = cr.respondent_id and l.author_id = ${of.accountId} and l.state <> 'issued')`
}

/** Has this member neither voted on the person nor withdrawn from the case in a meeting that is not over? */
function mayVote(of: DocketOf): Sql {
  return sql`exists (select 1 from agenda_items a join plenaries m on m.id = a.plenary_id
    where a.case_id = cr.case_id and m.state <> 'closed'
      and not exists (select 1 from recusals q where q.plenary_id = m.id and q.case_id = cr.case_id
        and q.account_id = ${of.accountId})
      and not exists (select 1 from votes v
          join sealed_ballots b on b.vote_id = v.id and b.account_id = ${of.accountId}
        where v.plenary_id = m.id and v.respondent_id = cr.respondent_id and v.state <> 'annulled'))`
}

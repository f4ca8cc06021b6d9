import type { PromptReason } from '../../../../shared/contract/plenaries.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'

/** Something a member did in a case before its plenary; a reason to ask about a recusal. */
export type EarlierRole = {
  accountId: string
  role: 'assistant' | 'reviewer' | 'commissioner' | 'findingAuthor' | 'findingReviewer' | 'registrar'
}

/** Who was assigned to a case, wrote or reviewed a finding in it, or took its report in. */
export function earlierRolesIn(db: ReadableDb, caseId: string): EarlierRole[] {
  return db.all<EarlierRole>(sql`
    select account_id as accountId, kind as role from assignments where case_id = ${caseId}
    union select a.account_id, 'findingAuthor' from finding_authors a join findings f on f.id = a.finding_id
      where f.case_id = ${caseId}
    union select v.reviewer_id, 'findingReviewer' from finding_reviews v join findings f on f.id = v.finding_id
      where f.case_id = ${caseId}
    union select r.registered_by, 'registrar' from cases c join reports r on r.id = c.report_id
      where c.id = ${caseId}`)
}

/** Recusals from a case in other meetings than this one, the newest first. */
export function earlierRecusals(
  db: ReadableDb,
  caseId: string,
  plenaryId: string,
): { accountId: string; number: string; reason: string }[] {
  return db.all(sql`select r.account_id as accountId, p.number, r.reason
    from recusals r join plenaries p on p.id = r.plenary_id
    where r.case_id = ${caseId} and r.plenary_id <> ${plenaryId} order by r.at desc`)
}

export type RecusalAnswer = {
  accountId: string
  displayName: string
  reason: PromptReason
  text: string
  at: string
}

/** What members answered to the prompts of one case in one meeting. */
export function recusalAnswers(db: ReadableDb, plenaryId: string, caseId: string): RecusalAnswer[] {
  return db.all<RecusalAnswer>(sql`select r.account_id as accountId, a.display_name as displayName, r.reason,
      r.text, r.at
    from recusal_answers r join accounts a on a.id = r.account_id
    where r.plenary_id = ${plenaryId} and r.case_id = ${caseId} order by r.at, a.display_name, r.reason`)
}

/** Keeps an answer; a later one to the same prompt takes its place, and both stand in the audit trail. */
export function putRecusalAnswer(
  db: WritableDb,
  row: Pick<RecusalAnswer, 'accountId' | 'reason' | 'text' | 'at'> & {
    plenaryId: string
    caseId: string
    notedBy: string
  },
): void {
  db.run(sql`insert into recusal_answers (plenary_id, case_id, account_id, reason, text, at, noted_by)
    values (${row.plenaryId}, ${row.caseId}, ${row.accountId}, ${row.reason}, ${row.text}, ${row.at},
      ${row.notedBy})
    on conflict (plenary_id, case_id, account_id, reason) do update set text = excluded.text,
      at = excluded.at, noted_by = excluded.noted_by`)
}

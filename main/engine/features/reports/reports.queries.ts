import type { Overlap, Report, ReportInput, ReportRow } from '../../../../shared/contract/reports.ts'
import { addDays, type CivilDate } from '../../../../shared/dates.ts'
import { CodedError } from '../../errors.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { listSql, noSql, type Sql, sql } from '../../store/sql.ts'
import { countMatches, matchingIds, ofKind } from '../docket/index.ts'
import { respondentsOfReport } from './respondents.queries.ts'

export type ReportRecord = Omit<
  ReportInput,
  'respondents' | 'reporterName' | 'reporterContact' | 'initialEvidence'
> & {
  initialEvidence?: string
  id: string
  registerNumber: string
  registeredAt: string
  registeredBy: string
}

export function insertReport(db: WritableDb, report: ReportRecord): void {
  db.run(sql`insert into reports (id, register_number, channel, received_on, sender_kind, sender_office,
      sender_letter_number, sender_letter_on, election_id, election_scope, designated_on, candidate,
      violation_form, act_on, act_until, act_time, zone, place, province_code, narrative, initial_evidence,
      registered_at, registered_by)
    values (${report.id}, ${report.registerNumber}, ${report.channel}, ${report.receivedOn},
      ${report.senderKind}, ${report.senderOffice}, ${report.senderLetterNumber}, ${report.senderLetterOn},
      ${report.electionId}, ${report.electionScope}, ${report.designatedOn}, ${report.candidate},
      ${report.violationForm}, ${report.actOn}, ${report.actUntil}, ${report.actTime}, ${report.zone},
      ${report.place}, ${report.provinceCode}, ${report.narrative}, ${report.initialEvidence ?? ''},
      ${report.registeredAt}, ${report.registeredBy})`)
}

/** The protected reporter, in a table of its own that no list, search or letter reads (rule 7). */
export function insertReporter(db: WritableDb, reportId: string, name: string, contact: string): void {
  db.run(sql`insert into reporters (report_id, name, contact) values (${reportId}, ${name}, ${contact})`)
}

/** Only for `reports.revealReporter`. */
export function reporterOf(db: ReadableDb, reportId: string): { name: string; contact: string } | undefined {
  return db.get(sql`select name, contact from reporters where report_id = ${reportId}`)
}

/** One report with its persons; never the reporter. Throws `reports.unknown`. */
export function reportById(db: ReadableDb, reportId: string): Report {
  const row = db.get<
    Omit<Report, 'respondents' | 'hasProtectedReporter' | 'returned'> & { reporters: number; waiting: number }
  >(sql`
    select r.id, r.register_number as registerNumber, r.channel, r.received_on as receivedOn,
      r.sender_kind as senderKind, r.sender_office as senderOffice,
      r.sender_letter_number as senderLetterNumber, r.sender_letter_on as senderLetterOn,
      r.election_id as electionId, r.election_scope as electionScope, r.designated_on as designatedOn,
      r.candidate, r.violation_form as violationForm, r.act_on as actOn, r.act_until as actUntil,
      r.act_time as actTime, r.zone, r.place, r.province_code as provinceCode, r.narrative,
      r.initial_evidence as initialEvidence, r.registered_at as registeredAt, a.display_name as registeredBy,
      c.id as caseId, c.register_number as caseNumber,
      exists (select 1 from reporters p where p.report_id = r.id) as reporters,
      exists (select 1 from report_returns b where b.report_id = r.id and b.taken_up_at is null) as waiting
    from reports r join accounts a on a.id = r.registered_by left join cases c on c.report_id = r.id
    where r.id = ${reportId}`)
  if (!row) throw new CodedError('reports.unknown')
  const { reporters, waiting, ...report } = row
  return {
    ...report,
    hasProtectedReporter: reporters === 1,
    returned: waiting === 1,
    respondents: respondentsOfReport(db, reportId),
  }
}

export type Page = { offset: number; limit: number }

/** A page of reports, newest receipt first; those that match words in the order of the index. */
export function reportPage(
  db: ReadableDb,
  match: string | null,
  page: Page,
): { total: number; rows: ReportRow[] } {
  if (match !== null) {
    const ids = JSON.stringify(matchingIds(db, ofKind(match, 'report'), page))
    const rows = reportRows(db, sql`where r.id in (select value from json_each(${ids}))`, noSql)
    return { total: countMatches(db, ofKind(match, 'report')), rows }
  }
  const total = db.get<{ n: number }>(sql`select count(*) as n from reports`)?.n ?? 0
  return { total, rows: reportRows(db, noSql, sql`limit ${page.limit} offset ${page.offset}`) }
}

function reportRows(db: ReadableDb, condition: Sql, limit: Sql): ReportRow[] {
  const rows = db.all<Omit<ReportRow, 'returned'> & { waiting: number }>(sql`
    select r.id, r.register_number as registerNumber, r.received_on as receivedOn, r.channel,
      r.sender_kind as senderKind, r.sender_office as senderOffice, r.violation_form as violationForm,
      r.act_on as actOn, r.place,
      (select count(*) from respondents p where p.report_id = r.id) as respondentCount,
      (select name from respondents p where p.report_id = r.id order by p.ordinal limit 1) as firstRespondent,
      (select c.id from cases c where c.report_id = r.id) as caseId,
      (select c.register_number from cases c where c.report_id = r.id) as caseNumber,
      exists (select 1 from report_returns b where b.report_id = r.id and b.taken_up_at is null) as waiting
    from reports r ${condition}
    order by r.received_on desc, r.register_number desc ${limit}`)
  return rows.map(({ waiting, ...row }) => ({ ...row, returned: waiting === 1 }))
}

const OVERLAP_DAYS = 7

/** Reports about one of these NIPs (digits) whose act lies within seven days of the one from `actOn` to `actUntil`. */
export function overlapsOf(
  db: ReadableDb,
  nips: readonly string[],
  actOn: CivilDate,
  actUntil: CivilDate | null = null,
): Overlap[] {
  return db.all<Overlap>(sql`
    select r.id as reportId, r.register_number as registerNumber, p.name, p.nip, r.act_on as actOn
    from persons k join respondents p on p.person_id = k.id join reports r on r.id = p.report_id
    where k.nip in ${listSql(nips)} and r.act_on <= ${addDays(actUntil ?? actOn, OVERLAP_DAYS)}
      and coalesce(r.act_until, r.act_on) >= ${addDays(actOn, -OVERLAP_DAYS)}
    order by r.act_on, r.register_number limit 100`)
}

/** Four counts that are never mixed; a letter counts once it is issued. */
export function countAll(db: ReadableDb): {
  reports: number
  cases: number
  persons: number
  letters: number
} {
  const row = db.get<{ reports: number; cases: number; persons: number; letters: number }>(sql`
    select (select count(*) from reports) as reports, (select count(*) from cases) as cases,
      (select count(*) from persons) as persons,
      (select count(*) from letters where state = 'issued') as letters`)
  return row ?? { reports: 0, cases: 0, persons: 0, letters: 0 }
}

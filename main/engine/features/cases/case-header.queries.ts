import type { Stage } from '../../../../shared/contract/cases.ts'
import type { Respondent } from '../../../../shared/contract/reports.ts'
import type { CivilDate, Instant, Zone } from '../../../../shared/dates.ts'
import type { CaseId, ReportId } from '../../../../shared/ids.ts'
import type { ElectionScope } from '../../../../shared/law-pack.ts'
import { CodedError } from '../../errors.ts'
import type { ReadableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'
import { respondentsOfReport } from '../reports/index.ts'

/** What other features need to know of a case and its report. Never the protected reporter. */
export type CaseHeader = {
  id: CaseId
  registerNumber: string
  reportId: ReportId
  reportNumber: string
  stage: Stage
  lawPackVersion: string
  /** Regulation id of the discipline rulebook, such as 'pp53-2010'. */
  rulebook: string
  /** Why a person chose it where the law is unclear; else empty. */
  rulebookReason: string
  openedAt: Instant
  actOn: CivilDate
  actUntil: CivilDate | null
  actTime: string
  zone: Zone
  place: string
  provinceCode: string
  violationForm: string
  narrative: string
  candidate: string
  electionId: string | null
  electionScope: ElectionScope
  designatedOn: CivilDate | null
  receivedOn: CivilDate
  channel: string
  senderKind: string
  senderOffice: string
  senderLetterNumber: string
  senderLetterOn: CivilDate | null
}

/** Throws `cases.unknown`. */
export function caseHeader(db: ReadableDb, caseId: string): CaseHeader {
  const found = db.get<CaseHeader>(sql`
    select c.id, c.register_number as registerNumber, c.report_id as reportId,
      r.register_number as reportNumber, c.stage, c.law_pack_version as lawPackVersion, c.rulebook,
      c.rulebook_reason as rulebookReason, c.opened_at as openedAt, r.act_on as actOn,
      r.act_until as actUntil, r.act_time as actTime, r.zone, r.place, r.province_code as provinceCode,
      r.violation_form as violationForm, r.narrative, r.candidate, r.election_id as electionId,
      r.election_scope as electionScope, r.designated_on as designatedOn, r.received_on as receivedOn,
      r.channel, r.sender_kind as senderKind, r.sender_office as senderOffice,
      r.sender_letter_number as senderLetterNumber, r.sender_letter_on as senderLetterOn
    from cases c join reports r on r.id = c.report_id where c.id = ${caseId}`)
  if (!found) throw new CodedError('cases.unknown')
  return found
}

/** The persons of a case with the posts of the day of the act, in the order of the report. */
export function respondentsOfCase(db: ReadableDb, caseId: string): Respondent[] {
  const found = db.get<{ reportId: string }>(
    sql`select report_id as reportId from cases where id = ${caseId}`,
  )
  return found ? respondentsOfReport(db, found.reportId) : []
}

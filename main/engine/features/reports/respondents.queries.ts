import type { Respondent, RespondentInput } from '../../../../shared/contract/reports.ts'
import type { ParsedNip } from '../../../../shared/nip.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'

/** Persons of a report with the posts they held on the day of the act; never read from today's registry. */
export function respondentsOfReport(db: ReadableDb, reportId: string): Respondent[] {
  const rows = db.all<Omit<Respondent, 'nipWarnings'> & { nipWarnings: string }>(sql`
    select id, person_id as personId, ordinal, nip, nip_kind as nipKind, nip_warnings as nipWarnings, name,
      status, grade, position, position_kind as positionKind, work_unit as workUnit,
      agency_name as agencyName, agency_type as agencyType, province_code as provinceCode
    from respondents where report_id = ${reportId} order by ordinal`)
  return rows.map(row => ({ ...row, nipWarnings: JSON.parse(row.nipWarnings) as string[] }))
}

export type NewRespondent = RespondentInput & {
  id: string
  reportId: string
  personId: string
  ordinal: number
  parsed: Pick<ParsedNip, 'kind' | 'digits' | 'warnings'>
}

/** Keeps the post of the day of the act; no code ever changes such a row. */
export function insertRespondent(db: WritableDb, person: NewRespondent): void {
  const { parsed } = person
  db.run(sql`insert into respondents (id, report_id, person_id, ordinal, nip, nip_kind, nip_warnings, name,
      status, grade, position, position_kind, work_unit, agency_name, agency_type, province_code)
    values (${person.id}, ${person.reportId}, ${person.personId}, ${person.ordinal}, ${parsed.digits},
      ${parsed.kind}, ${JSON.stringify(parsed.warnings)}, ${person.name}, ${person.status}, ${person.grade},
      ${person.position}, ${person.positionKind}, ${person.workUnit}, ${person.agencyName},
      ${person.agencyType}, ${person.provinceCode})`)
}

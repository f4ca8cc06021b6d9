import type { Respondent } from '../../../../shared/contract/reports.ts'
import type { ReadableDb } from '../../store/database.ts'
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

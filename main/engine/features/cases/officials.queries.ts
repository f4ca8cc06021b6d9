import type { Officials } from '../../../../shared/contract/cases.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { type Sql, sql } from '../../store/sql.ts'

type Row = {
  respondentId: string
  agencyName: string | null
  agencyType: NonNullable<Officials['homeAgency']>['agencyType']
  provinceCode: string
  post: string | null
  note: string
  isAuthority: number
}

/** What is noted of the officials of a person; nothing noted means neither is known. */
export function officialsOf(db: ReadableDb, respondentId: string): Officials {
  return officialsWhere(db, sql`respondent_id = ${respondentId}`).get(respondentId) ?? NOTHING_NOTED
}

/** The same for all persons of a case, by respondent id; those without a note are left out. */
export function officialsOfCase(db: ReadableDb, caseId: string): Map<string, Officials> {
  return officialsWhere(db, sql`case_id = ${caseId}`)
}

export const NOTHING_NOTED: Officials = { homeAgency: null, failedOfficial: null }

function officialsWhere(db: ReadableDb, condition: Sql): Map<string, Officials> {
  const rows = db.all<Row>(sql`select respondent_id as respondentId, home_agency as agencyName,
      home_agency_type as agencyType, home_province as provinceCode, failed_post as post, failed_note as note,
      failed_is_authority as isAuthority
    from respondent_officials where ${condition}`)
  return new Map(
    rows.map(({ respondentId, agencyName, agencyType, provinceCode, post, note, isAuthority }) => [
      respondentId,
      {
        homeAgency: agencyName === null ? null : { agencyName, agencyType, provinceCode },
        failedOfficial: post === null ? null : { post, note, isAuthority: isAuthority === 1 },
      },
    ]),
  )
}

/** Keeps what is noted, instead of what was noted before. */
export function saveOfficials(
  db: WritableDb,
  row: { caseId: string; respondentId: string; accountId: string; at: string } & Officials,
): void {
  const { homeAgency: home, failedOfficial: failed } = row
  db.run(sql`insert into respondent_officials (respondent_id, case_id, home_agency, home_agency_type, home_province,
      failed_post, failed_note, failed_is_authority, noted_by, noted_at)
    values (${row.respondentId}, ${row.caseId}, ${home?.agencyName ?? null}, ${home?.agencyType ?? null},
      ${home?.provinceCode ?? null}, ${failed?.post ?? null}, ${failed?.note ?? null},
      ${failed ? Number(failed.isAuthority) : null}, ${row.accountId}, ${row.at})
    on conflict (respondent_id) do update set home_agency = excluded.home_agency,
      home_agency_type = excluded.home_agency_type, home_province = excluded.home_province,
      failed_post = excluded.failed_post, failed_note = excluded.failed_note,
      failed_is_authority = excluded.failed_is_authority, noted_by = excluded.noted_by,
      noted_at = excluded.noted_at`)
}

import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { joinSql, listSql, type Sql, sql } from '../../store/sql.ts'

/** A row of `exhibits` with who took it in and how it was opened. */
export type ExhibitRow = {
  id: string
  caseId: string
  series: 'P' | 'T'
  serial: number
  title: string
  fileName: string
  mime: string
  kind: string
  notice: string | null
  size: number
  sha256: string
  blobId: string
  width: number | null
  height: number | null
  integrity: string
  integrityCheckedAt: string | null
  provenance: string
  takenInAt: string
  takenInBy: string
  takenInByName: string
  openCount: number
  openedByMe: number
  /** Series and serial of the earliest exhibit of the case with the same bytes. */
  sameAs: string | null
}

export type NewExhibit = Omit<ExhibitRow, 'takenInByName' | 'openCount' | 'openedByMe' | 'sameAs'>

const columns = (accountId: string): Sql => sql`
  select x.id, x.case_id as caseId, x.series, x.serial, x.title, x.file_name as fileName, x.mime, x.kind, x.notice,
    x.size, x.sha256, x.blob_id as blobId, x.width, x.height, x.integrity,
    x.integrity_checked_at as integrityCheckedAt, x.provenance, x.taken_in_at as takenInAt,
    x.taken_in_by as takenInBy, a.display_name as takenInByName,
    coalesce((select sum(o.open_count) from exhibit_openings o where o.exhibit_id = x.id), 0) as openCount,
    exists (select 1 from exhibit_openings o where o.exhibit_id = x.id and o.account_id = ${accountId}) as openedByMe,
    (select e.series || '-' || e.serial from exhibits e
      where e.case_id = x.case_id and e.sha256 = x.sha256 and e.rowid < x.rowid
      order by e.rowid limit 1) as sameAs
  from exhibits x join accounts a on a.id = x.taken_in_by`

/** Exhibits of a case, P before T, each by number. */
export function exhibitRows(db: ReadableDb, caseId: string, accountId = ''): ExhibitRow[] {
  return db.all(sql`${columns(accountId)} where x.case_id = ${caseId} order by x.series, x.serial`)
}

export function exhibitRow(db: ReadableDb, exhibitId: string, accountId = ''): ExhibitRow | undefined {
  return db.get(sql`${columns(accountId)} where x.id = ${exhibitId}`)
}

/** Some exhibits by id, in the order of their numbers. */
export function exhibitRowsById(db: ReadableDb, ids: readonly string[], accountId = ''): ExhibitRow[] {
  return db.all(sql`${columns(accountId)} where x.id in ${listSql(ids)} order by x.series, x.serial`)
}

/**
 * Takes the next serial of a case and series. The counter is apart from the rows, so that a number
 * is never given twice, whatever becomes of its exhibit.
 */
export function takeSerial(db: WritableDb, caseId: string, series: 'P' | 'T'): number {
  db.run(sql`insert into exhibit_series (case_id, series, last_serial) values (${caseId}, ${series}, 1)
    on conflict (case_id, series) do update set last_serial = last_serial + 1`)
  const row = db.get<{ n: number }>(
    sql`select last_serial as n from exhibit_series where case_id = ${caseId} and series = ${series}`,
  )
  return row?.n ?? 1
}

export function insertExhibit(db: WritableDb, row: NewExhibit): void {
  const values = [
    row.id,
    row.caseId,
    row.series,
    row.serial,
    row.title,
    row.fileName,
    row.mime,
    row.kind,
    row.notice,
    row.size,
    row.sha256,
    row.blobId,
    row.width,
    row.height,
    row.integrity,
    row.integrityCheckedAt,
    row.provenance,
    row.takenInAt,
    row.takenInBy,
  ].map(value => sql`${value}`)
  db.run(sql`insert into exhibits (id, case_id, series, serial, title, file_name, mime, kind, notice, size, sha256,
    blob_id, width, height, integrity, integrity_checked_at, provenance, taken_in_at, taken_in_by)
    values (${joinSql(values)})`)
}

export function saveIntegrity(db: WritableDb, exhibitId: string, integrity: string, at: string): void {
  db.run(
    sql`update exhibits set integrity = ${integrity}, integrity_checked_at = ${at} where id = ${exhibitId}`,
  )
}

export function saveDescription(db: WritableDb, exhibitId: string, title: string, provenance: string): void {
  db.run(sql`update exhibits set title = ${title}, provenance = ${provenance} where id = ${exhibitId}`)
}

export function countOpening(db: WritableDb, exhibitId: string, accountId: string, at: string): void {
  db.run(sql`insert into exhibit_openings (exhibit_id, account_id, open_count, last_at)
    values (${exhibitId}, ${accountId}, 1, ${at})
    on conflict (exhibit_id, account_id) do update set open_count = open_count + 1, last_at = excluded.last_at`)
}

export type CustodyAct = 'takenIn' | 'opened' | 'verified' | 'exported' | 'provenanceChanged' | 'retitled'
export type CustodyRow = { at: string; actorName: string; act: CustodyAct; detail: string }

export function addCustody(
  db: WritableDb,
  entry: { exhibitId: string; at: string; accountId: string; act: CustodyAct; detail?: string },
): void {
  db.run(sql`insert into custody_entries (exhibit_id, at, account_id, act, detail)
    values (${entry.exhibitId}, ${entry.at}, ${entry.accountId}, ${entry.act}, ${entry.detail ?? ''})`)
}

/** The chain of custody of one exhibit, oldest first. */
export function custodyRows(db: ReadableDb, exhibitId: string): CustodyRow[] {
  return db.all(sql`select c.at, a.display_name as actorName, c.act, c.detail
    from custody_entries c join accounts a on a.id = c.account_id
    where c.exhibit_id = ${exhibitId} order by c.id`)
}

export function caseExists(db: ReadableDb, caseId: string): boolean {
  return db.get(sql`select 1 from cases where id = ${caseId}`) !== undefined
}

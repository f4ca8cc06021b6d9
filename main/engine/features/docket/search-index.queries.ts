import type { SearchHit } from '../../../../shared/contract/docket.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'
import { kindWord, stemsOf } from './search-terms.ts'

export type Searchable = {
  kind: SearchHit['kind']
  entityId: string
  caseId: string | null
  /** Shown in bold, and found first. */
  title: string
  /** Shown below; also searched. Never anything of a protected reporter. */
  detail: string
}

/** Puts an entity into the full-text index, in place of what was there for it. */
export function indexForSearch(db: WritableDb, entry: Searchable): void {
  const known = db.get<{ row: number }>(sql`select row from search_rows where entity_id = ${entry.entityId}`)
  if (known) db.run(sql`delete from search_index where rowid = ${known.row}`)
  const { lastId } = db.run(sql`insert into search_index (kind, entity_id, case_id, title, detail, stems)
    values (${entry.kind}, ${entry.entityId}, ${entry.caseId}, ${entry.title}, ${entry.detail}, ${stemsOfEntry(entry)})`)
  db.run(sql`insert into search_rows (entity_id, row) values (${entry.entityId}, ${lastId})
    on conflict (entity_id) do update set row = excluded.row`)
}

/** What the column of stems holds for an entity. */
export function stemsOfEntry(entry: Searchable): string {
  return `${kindWord(entry.kind)} ${stemsOf(`${entry.title} ${entry.detail}`)}`
}

/** How many entities match; counted in the index alone. */
export function countMatches(db: ReadableDb, match: string): number {
  return (
    db.get<{ n: number }>(sql`select count(*) as n from search_index where search_index match ${match}`)?.n ??
    0
  )
}

/** Ids of matching entities, newest in the index first. */
export function matchingIds(
  db: ReadableDb,
  match: string,
  page: { offset: number; limit: number },
): string[] {
  const rows = db.all<{ id: string }>(sql`select entity_id as id from search_index
    where search_index match ${match} order by rowid desc limit ${page.limit} offset ${page.offset}`)
  return rows.map(row => row.id)
}

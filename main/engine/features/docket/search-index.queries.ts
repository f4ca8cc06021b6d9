import type { SearchHit } from '../../../../shared/contract/docket.ts'
import type { WritableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'
import { stemsOf } from './search-terms.ts'

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
  const stems = stemsOf(`${entry.title} ${entry.detail}`)
  const { lastId } = db.run(sql`insert into search_index (kind, entity_id, case_id, title, detail, stems)
    values (${entry.kind}, ${entry.entityId}, ${entry.caseId}, ${entry.title}, ${entry.detail}, ${stems})`)
  db.run(sql`insert into search_rows (entity_id, row) values (${entry.entityId}, ${lastId})
    on conflict (entity_id) do update set row = excluded.row`)
}

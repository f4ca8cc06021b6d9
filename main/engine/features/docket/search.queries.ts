import type { SearchHit } from '../../../../shared/contract/docket.ts'
import type { ReadableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'

/**
 * The newest entities that match, those with the words in their title before the rest. Not ranked by
 * bm25: that has to visit every match of every word first, which a common word makes slow.
 */
export function searchHits(db: ReadableDb, match: string, limit: number): SearchHit[] {
  const hits = new Map<string, SearchHit>()
  for (const query of [`title : (${match})`, match]) {
    if (hits.size >= limit) break
    for (const hit of hitsOf(db, query, limit)) {
      if (hits.size < limit && !hits.has(hit.id)) hits.set(hit.id, hit)
    }
  }
  return [...hits.values()]
}

function hitsOf(db: ReadableDb, match: string, limit: number): SearchHit[] {
  return db.all<SearchHit>(sql`
    select kind, entity_id as id, case_id as caseId, title, detail
    from search_index where search_index match ${match} order by rowid desc limit ${limit}`)
}

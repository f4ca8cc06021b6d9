import type { ReadableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'
import { mentions } from './mentions.rules.ts'

/** Name and contact of the protected reporter of a case, only to keep them out of what others read. */
export function protectedWords(db: ReadableDb, caseId: string): string[] {
  const row = db.get<{ name: string; contact: string }>(sql`select r.name, r.contact
    from reporters r join cases c on c.report_id = r.report_id where c.id = ${caseId}`)
  return row ? [row.name, row.contact].filter(word => word.trim() !== '') : []
}

/**
 * Of texts that somebody typed about a case, those that do not name its protected reporter: only they may be
 * found by a search (rule 7 of the product).
 */
export function withoutReporter(db: ReadableDb, caseId: string, texts: readonly string[]): string[] {
  const words = protectedWords(db, caseId)
  return texts.filter(text => !words.some(word => mentions(text, word)))
}

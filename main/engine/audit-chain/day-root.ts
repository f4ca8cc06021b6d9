import type { ReadableDb } from '../store/database.ts'
import { sql } from '../store/sql.ts'

/**
 * Hash of the last entry of a civil day in the given zone's offset (hours, 7 for WIB), hex: printed
 * in minutes, it fixes everything that happened up to then on paper. Null when the chain has no
 * entry up to that day.
 */
export function dayRoot(
  db: ReadableDb,
  on: string,
  offsetHours: number,
): { seq: number; root: string } | null {
  const end = new Date(Date.parse(`${on}T00:00:00Z`) + (24 - offsetHours) * 3_600_000).toISOString()
  const row = db.get<{ seq: number; hash: Buffer }>(
    sql`select seq, hash from audit_entries where at < ${end} order by seq desc limit 1`,
  )
  return row ? { seq: row.seq, root: row.hash.toString('hex') } : null
}

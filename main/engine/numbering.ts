import type { WritableDb } from './store/database.ts'
import { sql } from './store/sql.ts'

/** Kinds of running numbers; each starts anew with the year. */
export type NumberKind = 'report' | 'case' | 'plenary' | 'letter'

/**
 * Takes the next running number of a kind within a year, inside the caller's transaction:
 * a number is used with what it names or not at all, and never twice.
 */
export function takeNumber(db: WritableDb, kind: NumberKind, year: number): number {
  db.run(sql`insert into number_sequences (kind, year, last_number) values (${kind}, ${year}, 1)
    on conflict (kind, year) do update set last_number = last_number + 1`)
  const row = db.get<{ n: number }>(
    sql`select last_number as n from number_sequences where kind = ${kind} and year = ${year}`,
  )
  return row?.n ?? 1
}

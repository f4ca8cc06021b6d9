import type { WritableDb } from '../../main/engine/store/database.ts'
import { raw } from './sealed-vote.ts'

/** Inserts a row; columns that must not be empty get an empty value of their type. */
export function putRow(db: WritableDb, table: string, values: Record<string, string | number>) {
  const columns = db.all<{ name: string; type: string; required: number; preset: unknown }>(
    raw(`select name, type, "notnull" as required, dflt_value as preset from pragma_table_info('${table}')`),
  )
  const all = { ...values }
  for (const { name, type, required, preset } of columns) {
    if (required === 1 && preset === null && !(name in all)) all[name] = type === 'TEXT' ? '' : 0
  }
  const literal = (value: string | number) => (typeof value === 'number' ? value : `'${value}'`)
  const blobs = new Set(columns.filter(column => column.type === 'BLOB').map(column => column.name))
  const list = Object.entries(all).map(([name, value]) => (blobs.has(name) ? `x''` : literal(value)))
  db.run(raw(`insert into ${table} (${Object.keys(all).join(', ')}) values (${list.join(', ')})`))
}

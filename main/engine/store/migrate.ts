import { CodedError } from '../errors.ts'
import { backupNow } from './backup.ts'
import { createHandles, type WritableDb } from './database.ts'
import type { Migration } from './migrations/migration.ts'
import type { NativeDb } from './native.ts'
import { storeError } from './store-errors.ts'

export type MigrationReport = {
  from: number
  to: number
  /** Path of the copy made before the first step; null when nothing was done or the file was new. */
  backup: string | null
}

type MigrateOptions = {
  migrations: readonly Migration[]
  file: string
  backups: string
  key: Buffer
  now: () => Date
}

/**
 * Brings a file to the newest format: a backup first, then one transaction for each step
 * (so a failed step leaves the file at the step before), then an integrity check.
 * Throws `store.newer` (facts: found, known) for a file of a later program, `store.damaged`.
 * The backup runs in this thread: nobody can use the store before it is up to date.
 */
export async function migrate(native: NativeDb, options: MigrateOptions): Promise<MigrationReport> {
  const found = Number(native.pragma('user_version', { simple: true }))
  const known = options.migrations.at(-1)?.number ?? 0
  if (found > known) throw new CodedError('store.newer', { found, known })
  if (found > 0 && !options.migrations.some(m => m.number === found)) {
    throw new CodedError('store.unknownVersion', { found, known })
  }
  const steps = options.migrations.filter(m => m.number > found)
  if (steps.length === 0) return { from: found, to: found, backup: null }
  const label = `before-${String(known).padStart(4, '0')}`
  const backup = found === 0 ? null : backupNow({ ...options, now: options.now(), label }, native)
  const { write } = createHandles(native)
  for (const step of steps) runStep(native, write, step)
  if (native.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw new CodedError('store.damaged')
  return { from: found, to: known, backup }
}

function runStep(native: NativeDb, write: WritableDb, step: Migration): void {
  // Rebuilding a table must not fire foreign keys half way; they are checked before the commit.
  native.pragma('foreign_keys = OFF')
  try {
    native.exec('begin immediate')
    step.up(write)
    const broken = native.prepare('select count(*) as n from pragma_foreign_key_check').get() as { n: number }
    if (broken.n > 0) throw new CodedError('store.migrationFailed', { number: step.number, name: step.name })
    native.pragma(`user_version = ${step.number}`)
    native.exec('commit')
  } catch (error) {
    if (native.inTransaction) native.exec('rollback')
    throw storeError(error)
  } finally {
    native.pragma('foreign_keys = ON')
  }
}

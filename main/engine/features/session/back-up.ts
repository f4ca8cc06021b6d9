import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Instant } from '../../../../shared/dates.ts'
import type { OpenSession } from '../../engine-state.ts'
import { CodedError } from '../../errors.ts'
import { wipe } from '../../keys/secret-bytes.ts'
import { databaseKeyOf } from '../../keys/unlocked-keys.ts'
import { type BackupRequest, backupInThread, backupNow } from '../../store/backup.ts'
import { sql } from '../../store/sql.ts'

/** An encrypted copy of the database in the store's backups folder; the engine goes on answering. */
export async function backUpNow(session: OpenSession, now: Date): Promise<{ at: Instant; fileName: string }> {
  const { store, keys } = session
  const key = databaseKeyOf(keys.masters.current)
  const request = { file: store.paths.database, key, backups: store.paths.backups, now, label: 'manual' }
  try {
    const worker = workerFile()
    const target = worker ? await inThread(request, worker) : backupNow(request)
    const at = now.toISOString() as Instant
    store.transaction(db =>
      db.run(sql`insert into store_facts (name, value) values ('lastBackupAt', ${at})
        on conflict (name) do update set value = excluded.value`),
    )
    return { at, fileName: basename(target) }
  } finally {
    wipe(key)
  }
}

/** In a thread where one can be started (not from inside every archive), else here. */
async function inThread(request: BackupRequest, worker: string): Promise<string> {
  try {
    return await backupInThread(request, worker)
  } catch (error) {
    if (error instanceof CodedError && error.code !== 'store.backupFailed') throw error
    return backupNow(request)
  }
}

/** The worker's bundle beside the engine's, its source beside the source, or null in tests. */
function workerFile(): string | null {
  const folder = dirname(process.argv[1] ?? '')
  const places = [join(folder, '..', 'backup', 'backup.cjs'), join(folder, 'store', 'backup-worker.ts')]
  return places.find(place => existsSync(place)) ?? null
}

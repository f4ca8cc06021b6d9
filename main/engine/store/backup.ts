import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { CodedError } from '../errors.ts'
import { connect } from './connection.ts'
import { syncDirectory } from './durable-file.ts'
import type { NativeDb } from './native.ts'
import { storeError } from './store-errors.ts'

export type BackupRequest = {
  /** Database to copy; other connections may go on writing. */
  file: string
  key: Buffer
  backups: string
  now: Date
  /** Word in the file name, of the form `before-0020`. */
  label: string
}

/**
 * Copies the database, encrypted with the same key, with VACUUM INTO (the library's own
 * backup call cannot copy an encrypted file). Blocks its thread: 16 s for 480 MB.
 * Gives the path of the copy. Throws `store.diskFull`, `store.readOnly`, `store.backupDamaged`.
 */
export function backupNow(request: BackupRequest, open?: NativeDb): string {
  const target = join(request.backups, `${stamp(request.now)}-${request.label}.db`)
  const temporary = `${target}.tmp`
  let own: NativeDb | undefined
  try {
    mkdirSync(request.backups, { recursive: true })
    rmSync(temporary, { force: true })
    own = open ?? connect(request.file, request.key)
    own.prepare('vacuum into ?').run(temporary)
    checkCopy(temporary, request.key)
    const handle = openSync(temporary, 'r+')
    fsyncSync(handle)
    closeSync(handle)
    renameSync(temporary, target)
    syncDirectory(request.backups)
    return target
  } catch (error) {
    rmSync(temporary, { force: true })
    throw storeError(error)
  } finally {
    if (own !== open) own?.close()
  }
}

/**
 * The same in a thread of its own, so that the engine goes on answering.
 * `workerFile`: `store/backup-worker.ts`, or its bundle.
 */
export function backupInThread(request: BackupRequest, workerFile: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const key = new Uint8Array(request.key)
    const worker = new Worker(workerFile, { workerData: { ...request, key } })
    key.fill(0)
    worker.once('message', (reply: { target?: string; code?: string; facts?: Record<string, string> }) => {
      if (reply.target !== undefined) resolve(reply.target)
      else reject(new CodedError(reply.code ?? 'store.backupFailed', reply.facts ?? {}))
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new CodedError('store.backupFailed')))
  })
}

function checkCopy(file: string, key: Buffer): void {
  const copy = connect(file, key, { readonly: true })
  try {
    if (copy.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new CodedError('store.backupDamaged')
  } finally {
    copy.close()
    for (const rest of ['-wal', '-shm']) if (existsSync(file + rest)) rmSync(file + rest, { force: true })
  }
}

function stamp(now: Date): string {
  return now.toISOString().slice(0, 19).replaceAll(':', '')
}

import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { CodedError } from '../errors.ts'
import { connect, DATABASE_KEY_BYTES, rawKey } from './connection.ts'
import { createHandles, type ReadableDb, type WritableDb } from './database.ts'
import { makeDirectory } from './durable-file.ts'
import { type MigrationReport, migrate } from './migrate.ts'
import { migrations as allMigrations } from './migrations/index.ts'
import type { Migration } from './migrations/migration.ts'
import type { NativeDb } from './native.ts'
import { type StorePaths, storePaths } from './paths.ts'
import { storeError } from './store-errors.ts'
import { lockStore, type StoreLock } from './store-lock.ts'

/** One open store. All of it is synchronous: one connection, one writer. */
export type Store = {
  readonly directory: string
  readonly paths: StorePaths
  readonly read: ReadableDb
  /** What migrating did when the store was opened. */
  readonly migrated: MigrationReport
  /**
   * Runs `work` in one IMMEDIATE transaction: all of it or nothing. `work` must not be async
   * and must not call `transaction` again (`store.asyncTransaction`, `store.nestedTransaction`).
   */
  transaction<T>(work: (db: WritableDb) => T): T
  /** Encrypts the database anew under another key; a crash leaves it whole under either key. */
  rekey(newKey: Buffer): void
  /** All pages read and checked, authentication of every page included. */
  checkIntegrity(): 'intact' | 'damaged'
  close(): void
}

export type StoreOptions = {
  directory: string
  /** 32 bytes; the caller zeroes its copy, the store keeps none outside the cipher library. */
  key: Buffer
  /** Tests may give a shorter list. */
  migrations?: readonly Migration[]
  /** UTC instant for the names of backups; the clock by default. */
  now?: () => Date
}

/**
 * Makes a new store in an existing or new folder.
 * Throws `store.exists` when one is there, and the errors of `openStore`.
 */
export async function createStore(options: StoreOptions): Promise<Store> {
  const paths = storePaths(options.directory)
  if (existsSync(paths.database)) throw new CodedError('store.exists')
  makeDirectory(options.directory)
  return open(options, paths, false)
}

/**
 * Opens a store and brings it up to date.
 * Throws `store.missing`, `store.wrongKey`, `store.damaged`, `store.inUse`, `store.readOnly`,
 * `store.diskFull`, `store.newer` (facts: found, known).
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const paths = storePaths(options.directory)
  if (!existsSync(paths.database)) throw new CodedError('store.missing')
  return open(options, paths, true)
}

async function open(options: StoreOptions, paths: StorePaths, mustExist: boolean): Promise<Store> {
  if (options.key.length !== DATABASE_KEY_BYTES) throw new CodedError('store.wrongKey')
  requireWritable(paths, mustExist)
  const lock = lockStore(paths.lock)
  let native: NativeDb | undefined
  try {
    // SQLite takes a file cut to nothing for a new one, and would begin an empty store in it.
    if (mustExist && statSync(paths.database).size < PAGE_BYTES) throw new CodedError('store.damaged')
    native = connect(paths.database, options.key, { mustExist })
    if (mustExist && native.pragma('user_version', { simple: true }) === 0)
      throw new CodedError('store.damaged')
    const list = options.migrations ?? allMigrations
    const migrated = await migrate(native, {
      migrations: list,
      file: paths.database,
      backups: paths.backups,
      key: options.key,
      now: options.now ?? (() => new Date()),
    })
    return assemble(native, lock, paths, migrated)
  } catch (error) {
    native?.close()
    lock.release()
    throw storeError(error)
  }
}

const PAGE_BYTES = 4096

/** SQLite would open read-only and fail later with less clear errors. Throws `store.readOnly`. */
function requireWritable(paths: StorePaths, mustExist: boolean): void {
  try {
    accessSync(paths.directory, constants.W_OK)
    if (mustExist) accessSync(paths.database, constants.R_OK | constants.W_OK)
  } catch (error) {
    throw storeError(error)
  }
}

function assemble(native: NativeDb, lock: StoreLock, paths: StorePaths, migrated: MigrationReport): Store {
  const { read, write } = createHandles(native)
  return {
    directory: paths.directory,
    paths,
    read,
    migrated,
    transaction: work => runTransaction(native, write, work),
    rekey(newKey) {
      if (newKey.length !== DATABASE_KEY_BYTES) throw new CodedError('store.wrongKey')
      const raw = rawKey(newKey)
      try {
        native.pragma('wal_checkpoint(TRUNCATE)')
        native.rekey(raw)
        native.pragma('wal_checkpoint(TRUNCATE)')
      } catch (error) {
        throw storeError(error)
      } finally {
        raw.fill(0)
      }
    },
    checkIntegrity() {
      try {
        return native.pragma('integrity_check(1)', { simple: true }) === 'ok' ? 'intact' : 'damaged'
      } catch {
        return 'damaged'
      }
    },
    close() {
      if (native.open) native.close()
      lock.release()
    },
  }
}

/** BEGIN IMMEDIATE … COMMIT around `work`; any throw rolls back. */
export function runTransaction<T>(native: NativeDb, write: WritableDb, work: (db: WritableDb) => T): T {
  if (native.inTransaction) throw new CodedError('store.nestedTransaction')
  try {
    native.exec('begin immediate')
    const result = work(write)
    if (result instanceof Promise) {
      // A transaction held open across awaits would mix with other calls.
      result.catch(() => undefined)
      throw new CodedError('store.asyncTransaction')
    }
    native.exec('commit')
    return result
  } catch (error) {
    if (native.inTransaction) native.exec('rollback')
    throw storeError(error)
  }
}

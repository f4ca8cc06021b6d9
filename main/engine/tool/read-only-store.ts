import { existsSync } from 'node:fs'
import { CodedError } from '../errors.ts'
import { checkGeneration } from '../keys/generation.ts'
import { readKeyring } from '../keys/keyring-file.ts'
import { wipe } from '../keys/secret-bytes.ts'
import { databaseKeyOf } from '../keys/unlocked-keys.ts'
import { connect } from '../store/connection.ts'
import { createHandles, type ReadableDb } from '../store/database.ts'
import { type StorePaths, storePaths } from '../store/paths.ts'
import { openWithSecret } from './tool-secret.ts'

export type ReadOnlyStore = {
  paths: StorePaths
  read: ReadableDb
  /** 32-byte raw key that opens the database now. */
  databaseKey: Buffer
  /** One state of the database for several questions, while a program may go on writing. */
  snapshot<T>(work: () => T): T
  close(): void
}

/**
 * Opens a store to look at, without migrating it and without taking it from a running program.
 * Throws `store.missing`, the errors of `readKeyring` and `openWithSecret`, `store.keyMismatch`,
 * `keyring.rolledBack`.
 */
export async function openReadOnly(directory: string, secret: string): Promise<ReadOnlyStore> {
  const paths = storePaths(directory)
  if (!existsSync(paths.database) && !existsSync(paths.keyring)) throw new CodedError('store.missing')
  const keyring = readKeyring(paths.keyring)
  const masters = await openWithSecret(keyring, secret)
  if (!existsSync(paths.database)) throw new CodedError('store.missing')
  // A change of master key that was cut short: the database is under either.
  const candidates = masters.next ? [masters.next, masters.current] : [masters.current]
  for (const master of candidates) {
    const databaseKey = databaseKeyOf(master)
    try {
      const native = connect(paths.database, databaseKey, { readonly: true })
      const { read } = createHandles(native)
      const snapshot = <T>(work: () => T): T => {
        native.exec('begin')
        try {
          return work()
        } finally {
          native.exec('rollback')
        }
      }
      const close = () => {
        native.close()
        wipe(databaseKey)
      }
      try {
        checkGeneration(read, keyring)
      } catch (error) {
        close()
        throw error
      }
      return { paths, read, databaseKey, snapshot, close }
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== 'store.wrongKey') throw error
    } finally {
      wipe(master)
    }
  }
  throw new CodedError('store.keyMismatch')
}

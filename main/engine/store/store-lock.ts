import { CodedError } from '../errors.ts'
import { openNative } from './native.ts'
import { storeError } from './store-errors.ts'

/** Held while a program works on a store. */
export type StoreLock = { release(): void }

/**
 * Takes the store for this program alone. The lock is SQLite's own lock on an
 * empty file, so the operating system gives it back when a program dies, however it
 * dies: no process number to compare, nothing stale to clean up.
 * Throws `store.inUse` when another program (or this one) holds it, `store.readOnly`.
 */
export function lockStore(file: string): StoreLock {
  let db: ReturnType<typeof openNative> | undefined
  try {
    db = openNative(file, { timeout: 0 })
    db.pragma('journal_mode = MEMORY')
    db.exec('begin exclusive')
  } catch (error) {
    db?.close()
    const coded = storeError(error)
    if (coded instanceof CodedError && coded.code === 'store.cannotOpen') {
      throw new CodedError('store.readOnly', { ...coded.facts }, error)
    }
    throw coded
  }
  const held = db
  return {
    release() {
      if (held.open) held.close()
    },
  }
}

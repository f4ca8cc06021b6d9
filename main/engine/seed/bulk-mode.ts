import type { NativeDb } from '../store/native.ts'
import type { Store } from '../store/store.ts'

/**
 * Runs `work` with settings for filling a new store: every page is encrypted when it is written, so pages stay
 * in memory longer and go straight into the file instead of through the WAL, which would encrypt them three
 * times. A crash meanwhile leaves a file to be thrown away; afterwards all settings are as `connect` made them.
 */
export function inBulkMode(store: Store, work: () => void): void {
  // The handles share one connection, and only the seed may ask it for less safety.
  const native = store.read.connection as NativeDb
  native.pragma('journal_mode = DELETE')
  native.pragma('journal_mode = OFF')
  native.pragma('synchronous = OFF')
  native.pragma('cache_size = -524288')
  try {
    work()
  } finally {
    native.pragma('cache_size = -131072')
    native.pragma('synchronous = FULL')
    native.pragma('journal_mode = WAL')
  }
}

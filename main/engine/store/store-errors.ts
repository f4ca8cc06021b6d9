import { CodedError } from '../errors.ts'

/**
 * Turns an error of SQLite or of the file system into a coded one; coded ones pass as they are.
 * `SQLITE_NOTADB` is what a wrong key looks like, at the first read.
 */
export function storeError(error: unknown): unknown {
  if (error instanceof CodedError) return error
  const code = nativeCode(error)
  if (code === undefined) return error
  const found = table.find(([prefix]) => code === prefix || code.startsWith(`${prefix}_`))
  return found ? new CodedError(found[1], { native: code }, error) : error
}

const table: readonly (readonly [string, string])[] = [
  ['SQLITE_NOTADB', 'store.wrongKey'],
  ['SQLITE_CORRUPT', 'store.damaged'],
  ['SQLITE_IOERR_SHORT_READ', 'store.damaged'],
  ['SQLITE_FULL', 'store.diskFull'],
  ['ENOSPC', 'store.diskFull'],
  ['EDQUOT', 'store.diskFull'],
  ['SQLITE_READONLY', 'store.readOnly'],
  ['EROFS', 'store.readOnly'],
  ['EACCES', 'store.readOnly'],
  ['EPERM', 'store.readOnly'],
  ['SQLITE_BUSY', 'store.inUse'],
  ['SQLITE_LOCKED', 'store.inUse'],
  ['SQLITE_CANTOPEN', 'store.cannotOpen'],
  ['SQLITE_IOERR', 'store.inputOutput'],
  ['EIO', 'store.inputOutput'],
]

function nativeCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

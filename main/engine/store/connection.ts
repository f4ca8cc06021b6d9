import { type NativeDb, openNative } from './native.ts'
import { storeError } from './store-errors.ts'

/** Length of the raw database key in bytes. */
export const DATABASE_KEY_BYTES = 32

type ConnectOptions = { readonly?: boolean; mustExist?: boolean }

/**
 * Opens one encrypted connection with the measured settings: SQLCipher 4 file
 * format, raw 256-bit key given as bytes (as a pragma text it would leave
 * copies in memory), 4 KiB pages, WAL with synchronous=FULL (NORMAL loses
 * acknowledged commits at power loss), temp_store=MEMORY (FILE writes plain text).
 * Throws `store.wrongKey`, `store.damaged`, `store.readOnly`, `store.cannotOpen`, `store.inUse`.
 */
export function connect(file: string, key: Buffer, options: ConnectOptions = {}): NativeDb {
  let db: NativeDb | undefined
  try {
    db = openNative(file, {
      readonly: options.readonly ?? false,
      fileMustExist: options.mustExist ?? true,
      timeout: 5000,
    })
    applyKey(db, key)
    // Keys are tried at the first read, not when given.
    db.prepare('select count(*) from sqlite_schema').get()
    if (!options.readonly) db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('cache_size = -131072')
    db.pragma('secure_delete = ON')
    db.pragma('foreign_keys = ON')
    // Without it `insert or replace` takes rows away past the triggers that keep them.
    db.pragma('recursive_triggers = ON')
    db.pragma('trusted_schema = OFF')
    return db
  } catch (error) {
    db?.close()
    throw storeError(error)
  }
}

/** Sets cipher and key on a connection just opened; the key bytes are not kept here. */
export function applyKey(db: NativeDb, key: Buffer): void {
  db.pragma("cipher = 'sqlcipher'")
  db.pragma('legacy = 4')
  db.pragma('temp_store = MEMORY')
  const raw = rawKey(key)
  try {
    db.key(raw)
  } finally {
    raw.fill(0)
  }
  db.pragma('page_size = 4096')
}

/** `raw:` and the 32 bytes, the form in which the cipher library takes a key without deriving it. */
export function rawKey(key: Buffer): Buffer {
  const raw = Buffer.allocUnsafeSlow(4 + key.length)
  raw.write('raw:', 'latin1')
  key.copy(raw, 4)
  return raw
}

import { CodedError } from '../errors.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { Keyring } from './keyring-file.ts'

/** Writes down in the database which keyring belongs to it; call after each `writeKeyring`. */
export function saveGeneration(db: WritableDb, keyring: Pick<Keyring, 'storeId' | 'generation'>): void {
  setFact(db, 'storeId', keyring.storeId)
  setFact(db, 'keyringGeneration', String(keyring.generation))
}

/** The keyring generation that the database knows; 0 in a new file. */
function readGeneration(db: ReadableDb): number {
  return Number(fact(db, 'keyringGeneration') ?? '0')
}

/**
 * Refuses a keyring of another store, and an old one put back (with an old passphrase or a
 * retired account). The keyring is written first, so it may be ahead after a crash: then
 * `behind` tells the caller to save its generation.
 * Throws `keyring.otherStore`, `keyring.rolledBack` (facts: found, known).
 */
export function checkGeneration(
  db: ReadableDb,
  keyring: Pick<Keyring, 'storeId' | 'generation'>,
): 'same' | 'behind' {
  const storeId = fact(db, 'storeId')
  if (storeId !== undefined && storeId !== keyring.storeId) throw new CodedError('keyring.otherStore')
  const known = readGeneration(db)
  if (keyring.generation < known) {
    throw new CodedError('keyring.rolledBack', { found: keyring.generation, known })
  }
  return keyring.generation === known ? 'same' : 'behind'
}

function fact(db: ReadableDb, name: string): string | undefined {
  return db.get<{ value: string }>(sql`select value from store_facts where name = ${name}`)?.value
}

function setFact(db: WritableDb, name: string, value: string): void {
  db.run(sql`insert into store_facts (name, value) values (${name}, ${value})
    on conflict (name) do update set value = excluded.value`)
}

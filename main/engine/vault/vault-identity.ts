import { CodedError } from '../errors.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { AgeKeys } from './age-file.ts'

/** Keeps the vault's keys in the (encrypted) database; once, when a store is made. */
export function saveVaultIdentity(db: WritableDb, keys: AgeKeys, at: string): void {
  db.run(sql`insert into vault_identity (id, identity, recipient, created_at)
    values (1, ${keys.identity}, ${keys.recipient}, ${at})`)
}

/** The vault's keys. Throws `vault.noIdentity`. */
export function readVaultIdentity(db: ReadableDb): AgeKeys {
  const keys = db.get<AgeKeys>(sql`select identity, recipient from vault_identity where id = 1`)
  if (!keys) throw new CodedError('vault.noIdentity')
  return keys
}

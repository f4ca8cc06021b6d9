import { CodedError } from '../errors.ts'
import type { WritableDb } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import { saveGeneration } from './generation.ts'
import { nextGeneration } from './keyring.ts'
import { type Keyring, writeKeyring } from './keyring-file.ts'
import { dropOldMaster } from './open-unlocked.ts'
import { decode, sealTo } from './sealing.ts'
import { randomSecret, wipe } from './secret-bytes.ts'
import { databaseKeyOf, type UnlockedKeys, unlockedKeys } from './unlocked-keys.ts'

/**
 * Takes an account's way in away for good. That person may have kept the master key, so it
 * changes, and with it the key of the database: (1) a keyring without the slot and with both
 * master keys in all others, (2) the database is encrypted anew, (3) a keyring without the old
 * one. A crash after any step is finished by `openUnlocked`. Exhibits keep their own keys.
 * `note` runs in the transaction of step 1 (rows and audit entry of the retirement), before the
 * long step 2.
 * Throws `keys.noSuchAccount`, `keys.ownAccount`, `store.diskFull`.
 */
export function retireAccount(
  store: Store,
  keyring: Keyring,
  keys: UnlockedKeys,
  accountId: string,
  note: (db: WritableDb) => void = () => undefined,
): { keyring: Keyring; keys: UnlockedKeys } {
  if (accountId === keys.accountId) throw new CodedError('keys.ownAccount')
  if (!keyring.slots.some(s => s.accountId === accountId)) throw new CodedError('keys.noSuchAccount')
  const next = randomSecret(32)
  const masters = { current: keys.masters.current, next }
  const withNext = <T extends { sealPublic: string; sealedNext: string | null }>(sealed: T): T => ({
    ...sealed,
    sealedNext: sealTo(decode(sealed.sealPublic, 32), next),
  })
  const slots = keyring.slots.filter(s => s.accountId !== accountId).map(withNext)
  const both = nextGeneration(keyring, { slots, recovery: withNext(keyring.recovery) }, masters)
  writeKeyring(store.paths.keyring, both)
  store.transaction(db => {
    saveGeneration(db, both)
    note(db)
  })
  const key = databaseKeyOf(next)
  try {
    store.rekey(key)
  } finally {
    wipe(key)
  }
  const finished = dropOldMaster(store, both, next)
  wipe(keys.masters.current)
  const { signer, sealSecret, storeId } = keys
  const fresh = {
    signer,
    sealSecret,
    storeId,
    accountId: keys.accountId,
    masters: { current: next, next: null },
  }
  return { keyring: finished, keys: unlockedKeys(fresh) }
}

import { existsSync, rmSync } from 'node:fs'
import { CodedError } from '../errors.ts'
import type { WritableDb } from '../store/database.ts'
import { makeDirectory, replaceFile } from '../store/durable-file.ts'
import { type StorePaths, storePaths } from '../store/paths.ts'
import { createStore, openStore, type Store, type StoreOptions } from '../store/store.ts'
import { storeError } from '../store/store-errors.ts'
import { checkGeneration, saveGeneration } from './generation.ts'
import { type AccountFacts, addAccount, createKeyring, nextGeneration } from './keyring.ts'
import { type Keyring, writeKeyring } from './keyring-file.ts'
import { wipe } from './secret-bytes.ts'
import { databaseKeyOf, type MasterKeys, type UnlockedKeys, unlockedKeys } from './unlocked-keys.ts'

type FolderOptions = Omit<StoreOptions, 'key'>

/** What the first transaction of a new store may use; the keyring holds all accounts. */
export type NewStore = { keyring: Keyring; keys: UnlockedKeys }

export type NewFolderOptions = FolderOptions & {
  /** Further accounts, each with its own keys. */
  others?: readonly AccountFacts[]
  /** Counts accounts whose keys are made: stretching takes half a second each. */
  onAccount?: (done: number) => void
}

/**
 * A new store folder with its first account. `initialise` runs in the first transaction (first
 * rows, `startChain`). The keyring is written last: until then a marker file says that the
 * folder holds nothing of worth, and a second try starts over.
 * Throws `store.exists` and the errors of `createStore`.
 */
export async function createStoreFolder(
  options: NewFolderOptions,
  account: AccountFacts,
  initialise: (db: WritableDb, made: NewStore) => void = () => undefined,
): Promise<{ store: Store; keyring: Keyring; keys: UnlockedKeys; recoveryCode: string }> {
  const paths = storePaths(options.directory)
  beginFolder(paths)
  const made = await createWithOthers(account, options)
  const key = databaseKeyOf(made.keys.masters.current)
  let store: Store | undefined
  try {
    store = await createStore({ ...options, key })
    store.transaction(db => {
      saveGeneration(db, made.keyring)
      initialise(db, made)
    })
    writeKeyring(paths.keyring, made.keyring)
    rmSync(paths.creating, { force: true })
    return { store, ...made }
  } catch (error) {
    store?.close()
    made.keys.wipe()
    throw storeError(error)
  } finally {
    wipe(key)
  }
}

async function createWithOthers(account: AccountFacts, { others = [], onAccount }: NewFolderOptions) {
  const made = await createKeyring(account)
  let { keyring } = made
  let done = 1
  onAccount?.(done)
  for (const other of others) {
    keyring = (await addAccount(keyring, made.keys, other)).keyring
    onAccount?.(++done)
  }
  return { ...made, keyring }
}

/** Marks the folder as unfinished, after clearing what an unfinished try left. */
function beginFolder(paths: StorePaths): void {
  if (existsSync(paths.keyring)) throw new CodedError('store.exists')
  if (existsSync(paths.creating)) {
    for (const rest of ['', '-wal', '-shm']) rmSync(paths.database + rest, { force: true })
    rmSync(paths.auditHead, { force: true })
  }
  if (existsSync(paths.database)) throw new CodedError('store.exists')
  makeDirectory(paths.directory)
  replaceFile(paths.creating, '')
}

/**
 * Opens the store of an unlocked account, finishes a change of master key that a crash cut
 * short, and compares the keyring with the one the database knows. Gives the keyring and keys
 * to go on with. Throws the errors of `openStore` and `checkGeneration`; `store.keyMismatch` when
 * the keyring is whole but its key does not open the database: an old keyring put back after
 * a change of master key, another store's database, or a damaged first page.
 */
export async function openUnlocked(
  options: FolderOptions,
  keyring: Keyring,
  keys: UnlockedKeys,
): Promise<{ store: Store; keyring: Keyring; keys: UnlockedKeys }> {
  const opened = await openWithMasters(options, keyring, keys.masters)
  if (keys.masters.next === null) return { ...opened, keys }
  const { signer, sealSecret, storeId, accountId } = keys
  return {
    ...opened,
    keys: unlockedKeys({ signer, sealSecret, storeId, accountId, masters: opened.masters }),
  }
}

/** The same with nothing but master keys (from the recovery code). */
async function openWithMasters(
  options: FolderOptions,
  keyring: Keyring,
  masters: MasterKeys,
): Promise<{ store: Store; keyring: Keyring; masters: MasterKeys }> {
  let store: Store
  if (masters.next === null) {
    store = await openWith(options, masters.current)
  } else {
    store = await openPending(options, masters.current, masters.next)
  }
  try {
    let current = keyring
    let settled = masters
    if (checkGeneration(store.read, keyring) === 'behind') {
      store.transaction(db => saveGeneration(db, keyring))
    }
    if (masters.next !== null) {
      const finished = dropOldMaster(store, keyring, masters.next)
      current = finished
      wipe(masters.current)
      settled = { current: masters.next, next: null }
    }
    return { store, keyring: current, masters: settled }
  } catch (error) {
    store.close()
    throw error
  }
}

/** Second half of a change of master key: the database is under the new one, so the old is dropped. */
export function dropOldMaster(store: Store, keyring: Keyring, next: Buffer): Keyring {
  const promote = <T extends { sealedMaster: string; sealedNext: string | null }>(sealed: T): T => ({
    ...sealed,
    sealedMaster: sealed.sealedNext ?? sealed.sealedMaster,
    sealedNext: null,
  })
  const change = { slots: keyring.slots.map(promote), recovery: promote(keyring.recovery) }
  const finished = nextGeneration(keyring, change, { current: next, next: null })
  writeKeyring(store.paths.keyring, finished)
  store.transaction(db => saveGeneration(db, finished))
  return finished
}

async function openWith(options: FolderOptions, master: Buffer): Promise<Store> {
  const key = databaseKeyOf(master)
  try {
    return await openStore({ ...options, key })
  } catch (error) {
    if (error instanceof CodedError && error.code === 'store.wrongKey') {
      throw new CodedError('store.keyMismatch', {}, error)
    }
    throw error
  } finally {
    wipe(key)
  }
}

/** The database is whole under either the new or the old key; bring it under the new one. */
async function openPending(options: FolderOptions, current: Buffer, next: Buffer): Promise<Store> {
  try {
    return await openWith(options, next)
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'store.keyMismatch') throw error
  }
  const store = await openWith(options, current)
  const key = databaseKeyOf(next)
  try {
    store.rekey(key)
    return store
  } catch (error) {
    store.close()
    throw error
  } finally {
    wipe(key)
  }
}

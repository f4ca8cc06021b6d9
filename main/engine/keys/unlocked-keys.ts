import { deriveKey, wipe } from './secret-bytes.ts'

/** Ed25519 keys that sign audit entries; `accountId` is null for the device's own key. */
export type Signer = {
  readonly accountId: string | null
  readonly publicKey: Buffer
  readonly secretKey: Buffer
}

/** All secrets of an unlocked account. `wipe` zeroes every one of them: call it at lock. */
export type UnlockedKeys = {
  readonly storeId: string
  readonly accountId: string
  readonly signer: Signer
  readonly sealSecret: Buffer
  readonly masters: MasterKeys
  wipe(): void
}

/** `next` is set when a change of master key was begun and has to be finished. */
export type MasterKeys = { readonly current: Buffer; readonly next: Buffer | null }

/** The newest of them authenticates the keyring. */
export function newestMaster(masters: MasterKeys): Buffer {
  return masters.next ?? masters.current
}

/** 32-byte raw database key of a master key; the caller wipes it once the store is open. */
export function databaseKeyOf(master: Buffer): Buffer {
  return deriveKey(master, 'database')
}

/** The keys of an open store; `wipe` overwrites every secret among them, those of the database included. */
export function unlockedKeys(facts: Omit<UnlockedKeys, 'wipe'>): UnlockedKeys {
  return {
    ...facts,
    wipe() {
      wipe(facts.signer.secretKey, facts.sealSecret, facts.masters.current, facts.masters.next ?? undefined)
    },
  }
}

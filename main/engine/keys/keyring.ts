import { randomUUID } from 'node:crypto'
import { CodedError } from '../errors.ts'
import type { SlotFacts } from './account-slot.ts'
import {
  type AccountSecrets,
  makeSlot,
  newAccountSecrets,
  openMasters,
  openSlot,
  signKeysOf,
} from './account-slot.ts'
import { authenticated, checkMac, type Keyring, type Slot } from './keyring-file.ts'
import { defaultCost, type KdfCost, stretchPassphrase } from './passphrase.ts'
import { formatRecoveryCode, parseRecoveryCode, RECOVERY_BYTES } from './recovery-code.ts'
import { decode, sealPublicOf, sealTo } from './sealing.ts'
import { deriveKey, randomSecret, wipe } from './secret-bytes.ts'
import { slotIdOf } from './sign-in-name.ts'
import {
  type MasterKeys,
  newestMaster,
  type Signer,
  type UnlockedKeys,
  unlockedKeys,
} from './unlocked-keys.ts'

/** `cost` is `defaultCost()` unless a test gives a small one. */
export type AccountFacts = Omit<SlotFacts, 'cost'> & { cost?: KdfCost }

/** An account's public keys, for the table of signers. */
export type AccountPublicKeys = { accountId: string; signPublic: Buffer; sealPublic: Buffer }

/** A first keyring with one account. The recovery code is shown once and kept nowhere. */
export async function createKeyring(
  account: AccountFacts,
): Promise<{ keyring: Keyring; keys: UnlockedKeys; recoveryCode: string }> {
  const masters: MasterKeys = { current: randomSecret(32), next: null }
  const base = { storeId: randomUUID(), nameSalt: randomSecret(16).toString('base64') }
  const secrets = newAccountSecrets()
  const slot = await makeSlot(base, withCost(account), secrets, masters)
  const { code, recovery } = newRecovery(base.storeId, masters)
  const bare: Keyring = { version: 1, ...base, generation: 1, slots: [slot], recovery, mac: '' }
  return {
    keyring: authenticated(bare, masters.current),
    keys: keysFrom(base.storeId, slot.accountId, secrets, masters),
    recoveryCode: code,
  }
}

/**
 * Opens one account's slot and checks the whole keyring. An unknown name costs the same time
 * and gives the same error as a wrong passphrase. Throws `keys.wrongPassphrase`, `keyring.damaged`.
 */
export async function unlock(
  keyring: Keyring,
  signInName: string,
  passphrase: string,
): Promise<UnlockedKeys> {
  const slot = findSlot(keyring, signInName)
  if (!slot) {
    const cost = keyring.slots[0]?.cost ?? defaultCost()
    wipe(await stretchPassphrase(passphrase, randomSecret(16), cost))
    throw new CodedError('keys.wrongPassphrase')
  }
  return openKeys(keyring, slot, passphrase)
}

/** The same for an account that is known by its id. Throws as `unlock`, `keys.noSuchAccount`. */
export async function unlockAccount(
  keyring: Keyring,
  accountId: string,
  passphrase: string,
): Promise<UnlockedKeys> {
  const slot = keyring.slots.find(s => s.accountId === accountId)
  if (!slot) throw new CodedError('keys.noSuchAccount')
  return openKeys(keyring, slot, passphrase)
}

/** Tries a passphrase on every slot, for tools that are not told a name. Throws `keys.wrongPassphrase`. */
export async function unlockAny(keyring: Keyring, passphrase: string): Promise<UnlockedKeys> {
  for (const slot of keyring.slots) {
    try {
      return await openKeys(keyring, slot, passphrase)
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== 'keys.wrongPassphrase') throw error
    }
  }
  throw new CodedError('keys.wrongPassphrase')
}

/** Adds an account with its own new keys. Throws `keys.nameTaken`, `keys.accountTaken`. */
export async function addAccount(
  keyring: Keyring,
  keys: UnlockedKeys,
  account: AccountFacts,
): Promise<{ keyring: Keyring; publicKeys: AccountPublicKeys }> {
  if (findSlot(keyring, account.signInName)) throw new CodedError('keys.nameTaken')
  if (keyring.slots.some(s => s.accountId === account.accountId)) throw new CodedError('keys.accountTaken')
  const secrets = newAccountSecrets()
  const slot = await makeSlot(keyring, withCost(account), secrets, keys.masters)
  wipe(secrets.sealSecret, secrets.signSeed)
  return {
    keyring: nextGeneration(keyring, { slots: [...keyring.slots, slot] }, keys.masters),
    publicKeys: publicKeysOf(slot),
  }
}

/** Wraps the same keys under a new passphrase. Throws `keys.wrongPassphrase`, `keyring.damaged`. */
export async function changePassphrase(
  keyring: Keyring,
  change: { signInName: string; oldPassphrase: string; newPassphrase: string; cost?: KdfCost },
): Promise<Keyring> {
  const slot = findSlot(keyring, change.signInName)
  if (!slot) throw new CodedError('keys.wrongPassphrase')
  const secrets = await openSlot(keyring.storeId, slot, change.oldPassphrase)
  const masters = openMasters(slot, secrets.sealSecret)
  try {
    checkMac(keyring, newestMaster(masters))
    const facts = {
      accountId: slot.accountId,
      signInName: change.signInName,
      passphrase: change.newPassphrase,
    }
    const fresh = await makeSlot(keyring, withCost({ ...facts, cost: change.cost }), secrets, masters)
    return nextGeneration(keyring, { slots: replaceSlot(keyring, fresh) }, masters)
  } finally {
    wipe(secrets.sealSecret, secrets.signSeed, masters.current, masters.next ?? undefined)
  }
}

/** A new recovery code in place of the old one, which opens nothing from then on. */
export function replaceRecoveryCode(
  keyring: Keyring,
  keys: UnlockedKeys,
): { keyring: Keyring; recoveryCode: string } {
  const { code, recovery } = newRecovery(keyring.storeId, keys.masters)
  return { keyring: nextGeneration(keyring, { recovery }, keys.masters), recoveryCode: code }
}

/**
 * Master keys by the code on paper, and the signer that may introduce a new account key into
 * the audit chain. Throws the typing faults of `parseRecoveryCode`, `keys.wrongRecoveryCode`,
 * `keyring.damaged`.
 */
export function openWithCode(keyring: Keyring, typed: string): { masters: MasterKeys; signer: Signer } {
  const code = parseRecoveryCode(typed)
  const { sealSecret, signSeed } = recoverySecrets(keyring.storeId, code)
  wipe(code)
  try {
    if (sealPublicOf(sealSecret).toString('base64') !== keyring.recovery.sealPublic) {
      throw new CodedError('keys.wrongRecoveryCode')
    }
    const masters = openMasters(keyring.recovery, sealSecret)
    checkMac(keyring, newestMaster(masters))
    return { masters, signer: { accountId: null, ...signKeysOf(signSeed) } }
  } finally {
    wipe(sealSecret, signSeed)
  }
}

/**
 * Sets a new passphrase for an account whose old one is lost. Its old signing key was under
 * the lost passphrase, so it gets a new one, to be introduced by `changeSigningKeys` of the
 * audit chain with `recoverySigner` (wipe its secret afterwards).
 * Throws as `openWithCode`, `keys.noSuchAccount`.
 */
export async function recoverWithCode(
  keyring: Keyring,
  typed: string,
  account: Omit<AccountFacts, 'accountId'>,
): Promise<{ keyring: Keyring; keys: UnlockedKeys; publicKeys: AccountPublicKeys; recoverySigner: Signer }> {
  const { masters, signer } = openWithCode(keyring, typed)
  const slot = findSlot(keyring, account.signInName)
  if (!slot) throw new CodedError('keys.noSuchAccount')
  const secrets = newAccountSecrets()
  const facts = withCost({ ...account, accountId: slot.accountId })
  const fresh = await makeSlot(keyring, facts, secrets, masters)
  return {
    keyring: nextGeneration(keyring, { slots: replaceSlot(keyring, fresh) }, masters),
    keys: keysFrom(keyring.storeId, slot.accountId, secrets, masters),
    publicKeys: publicKeysOf(fresh),
    recoverySigner: signer,
  }
}

/** The next keyring with some parts exchanged, authenticated by the newest master key. */
export function nextGeneration(keyring: Keyring, change: Partial<Keyring>, masters: MasterKeys): Keyring {
  return authenticated({ ...keyring, ...change, generation: keyring.generation + 1 }, newestMaster(masters))
}

/** The public keys of a slot, 32 bytes each. Throws `keyring.damaged` for any other length. */
export function publicKeysOf(slot: Slot): AccountPublicKeys {
  return {
    accountId: slot.accountId,
    signPublic: decode(slot.signPublic, 32),
    sealPublic: decode(slot.sealPublic, 32),
  }
}

async function openKeys(keyring: Keyring, slot: Slot, passphrase: string): Promise<UnlockedKeys> {
  const secrets = await openSlot(keyring.storeId, slot, passphrase)
  const masters = openMasters(slot, secrets.sealSecret)
  checkMac(keyring, newestMaster(masters))
  return keysFrom(keyring.storeId, slot.accountId, secrets, masters)
}

function keysFrom(
  storeId: string,
  accountId: string,
  secrets: AccountSecrets,
  masters: MasterKeys,
): UnlockedKeys {
  const signer = { accountId, ...signKeysOf(secrets.signSeed) }
  wipe(secrets.signSeed)
  return unlockedKeys({ storeId, accountId, signer, sealSecret: secrets.sealSecret, masters })
}

function findSlot(keyring: Keyring, signInName: string): Slot | undefined {
  const id = slotIdOf(signInName, decode(keyring.nameSalt, 16))
  return keyring.slots.find(s => s.id === id)
}

function replaceSlot(keyring: Keyring, fresh: Slot): Slot[] {
  return keyring.slots.map(s => (s.accountId === fresh.accountId ? fresh : s))
}

function withCost(account: AccountFacts): SlotFacts {
  return { ...account, cost: account.cost ?? defaultCost() }
}

function newRecovery(storeId: string, masters: MasterKeys): { code: string; recovery: Keyring['recovery'] } {
  const secret = randomSecret(RECOVERY_BYTES)
  const code = formatRecoveryCode(secret)
  const { sealSecret, signSeed } = recoverySecrets(storeId, secret)
  const sealPublic = sealPublicOf(sealSecret)
  const sign = signKeysOf(signSeed)
  wipe(secret, sealSecret, signSeed, sign.secretKey)
  const recovery = {
    sealPublic: sealPublic.toString('base64'),
    signPublic: sign.publicKey.toString('base64'),
    sealedMaster: sealTo(sealPublic, masters.current),
    sealedNext: masters.next ? sealTo(sealPublic, masters.next) : null,
  }
  return { code, recovery }
}

/** The code has 160 random bits, so it needs no slow derivation. */
function recoverySecrets(storeId: string, code: Buffer): AccountSecrets {
  return {
    sealSecret: deriveKey(code, `recovery-seal/${storeId}`),
    signSeed: deriveKey(code, `recovery-sign/${storeId}`),
  }
}

/** Public key of the recovery signer, for the first entry of the audit chain. */
export function recoveryPublicKey(keyring: Keyring): Buffer {
  return decode(keyring.recovery.signPublic, 32)
}

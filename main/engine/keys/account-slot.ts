import canonicalize from 'canonicalize'
import { CodedError } from '../errors.ts'
import { sodium } from '../store/native.ts'
import type { Keyring, Slot } from './keyring-file.ts'
import { type KdfCost, stretchPassphrase } from './passphrase.ts'
import { decode, openSealed, sealPublicOf, sealTo, unwrap, wrap } from './sealing.ts'
import { copySecret, emptySecret, randomSecret, wipe } from './secret-bytes.ts'
import { slotIdOf } from './sign-in-name.ts'
import type { MasterKeys } from './unlocked-keys.ts'

/** The long-lived secrets of an account: they stay when the passphrase changes. */
export type AccountSecrets = { sealSecret: Buffer; signSeed: Buffer }

export type SlotFacts = { accountId: string; signInName: string; passphrase: string; cost: KdfCost }

/** Fresh secrets of an account, 32 random bytes each; wipe them once they are sealed. */
export function newAccountSecrets(): AccountSecrets {
  return { sealSecret: randomSecret(32), signSeed: randomSecret(32) }
}

/** A slot that opens with this passphrase. */
export async function makeSlot(
  keyring: Pick<Keyring, 'storeId' | 'nameSalt'>,
  facts: SlotFacts,
  secrets: AccountSecrets,
  masters: MasterKeys,
): Promise<Slot> {
  const salt = randomSecret(16)
  const sealPublic = sealPublicOf(secrets.sealSecret)
  const signKeys = signKeysOf(secrets.signSeed)
  const open = {
    id: slotIdOf(facts.signInName, decode(keyring.nameSalt, 16)),
    accountId: facts.accountId,
    cost: facts.cost,
    salt: salt.toString('base64'),
    sealPublic: sealPublic.toString('base64'),
    signPublic: signKeys.publicKey.toString('base64'),
  }
  wipe(signKeys.secretKey)
  const key = await stretchPassphrase(facts.passphrase, salt, facts.cost)
  const both = emptySecret(64)
  secrets.sealSecret.copy(both, 0)
  secrets.signSeed.copy(both, 32)
  try {
    return {
      ...open,
      secrets: wrap(key, both, boundTo(keyring.storeId, open)),
      sealedMaster: sealTo(sealPublic, masters.current),
      sealedNext: masters.next ? sealTo(sealPublic, masters.next) : null,
    }
  } finally {
    wipe(key, both)
  }
}

/**
 * The secrets of a slot. A wrong passphrase and a changed slot look the same.
 * Throws `keys.wrongPassphrase`.
 */
export async function openSlot(storeId: string, slot: Slot, passphrase: string): Promise<AccountSecrets> {
  const key = await stretchPassphrase(passphrase, decode(slot.salt, 16), slot.cost)
  const both = unwrap(key, slot.secrets, boundTo(storeId, slot), 64)
  wipe(key)
  if (!both) throw new CodedError('keys.wrongPassphrase')
  const secrets = { sealSecret: copySecret(both.subarray(0, 32)), signSeed: copySecret(both.subarray(32)) }
  wipe(both)
  return secrets
}

/** The master keys sealed to an account or to the recovery key. Throws `keyring.damaged`. */
export function openMasters(
  sealed: { sealPublic: string; sealedMaster: string; sealedNext: string | null },
  sealSecret: Buffer,
): MasterKeys {
  const publicKey = decode(sealed.sealPublic, 32)
  return {
    current: openSealed(sealed.sealedMaster, publicKey, sealSecret),
    next: sealed.sealedNext === null ? null : openSealed(sealed.sealedNext, publicKey, sealSecret),
  }
}

/** Ed25519 pair of a seed; the secret key is 64 bytes, to be wiped. */
export function signKeysOf(seed: Buffer): { publicKey: Buffer; secretKey: Buffer } {
  const publicKey = Buffer.alloc(32)
  const secretKey = emptySecret(64)
  sodium.crypto_sign_seed_keypair(publicKey, secretKey, seed)
  return { publicKey, secretKey }
}

/** What the wrap is bound to: no field can be exchanged or weakened without the wrap failing. */
function boundTo(storeId: string, slot: Omit<Slot, 'secrets' | 'sealedMaster' | 'sealedNext'>): string {
  const { id, accountId, cost, salt, sealPublic, signPublic } = slot
  return canonicalize({ storeId, id, accountId, cost, salt, sealPublic, signPublic }) ?? ''
}

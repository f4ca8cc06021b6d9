import { CodedError } from '../errors.ts'
import { storePaths } from '../store/paths.ts'
import { withAttemptLimit } from './attempts.ts'
import { unlock, unlockAccount } from './keyring.ts'
import { type Keyring, readKeyring } from './keyring-file.ts'
import { decode } from './sealing.ts'
import { slotIdOf } from './sign-in-name.ts'
import type { UnlockedKeys } from './unlocked-keys.ts'

/**
 * Reads the keyring of a folder and opens one account's slot with the growing delay.
 * Throws `keyring.missing`, `keyring.damaged`, `keyring.newer`, `keys.wrongPassphrase`,
 * `keys.waitBeforeTrying` (seconds). Go on with `openUnlocked`.
 */
export async function signIn(
  directory: string,
  account: { signInName: string; passphrase: string },
  now: Date,
): Promise<{ keyring: Keyring; keys: UnlockedKeys }> {
  const paths = storePaths(directory)
  const keyring = readKeyring(paths.keyring)
  const id = slotIdOf(account.signInName, decode(keyring.nameSalt, 16))
  // Unknown names share one counter, so the file cannot be made to grow.
  const slotId = keyring.slots.some(s => s.id === id) ? id : 'unknown'
  const keys = await withAttemptLimit({ file: paths.attempts, slotId, now }, () =>
    unlock(keyring, account.signInName, account.passphrase),
  )
  return { keyring, keys }
}

/**
 * Opens another account's slot while the store is open, for a confirmation by a second person
 * at the same laptop, with the same growing delay. Wipe the keys after use.
 * Throws `keys.noSuchAccount`, `keys.wrongPassphrase`, `keys.waitBeforeTrying`.
 */
export async function confirmWithPassphrase(
  directory: string,
  keyring: Keyring,
  account: { accountId: string; passphrase: string },
  now: Date,
): Promise<UnlockedKeys> {
  const slot = keyring.slots.find(s => s.accountId === account.accountId)
  if (!slot) throw new CodedError('keys.noSuchAccount')
  const { attempts } = storePaths(directory)
  return withAttemptLimit({ file: attempts, slotId: slot.id, now }, () =>
    unlockAccount(keyring, account.accountId, account.passphrase),
  )
}

import { CodedError } from '../errors.ts'
import { openWithCode, unlock, unlockAny } from '../keys/keyring.ts'
import type { Keyring } from '../keys/keyring-file.ts'
import type { MasterKeys } from '../keys/unlocked-keys.ts'

/** Several groups of four: nobody's passphrase looks like this by chance. */
const recoveryForm = /^[0-9A-Za-z]{4}([\s-]+[0-9A-Za-z]{1,5}){4,8}[\s-]*[0-9A-Za-z*~$=]?$/

/**
 * Master keys by what was given on standard input:
 * - two lines: sign-in name, passphrase;
 * - one line in groups with dashes: the recovery code;
 * - one other line: a passphrase, tried on every account.
 * Throws `tool.noSecret`, and the errors of `unlock` and `openWithCode`.
 */
export async function openWithSecret(keyring: Keyring, input: string): Promise<MasterKeys> {
  const lines = input.replaceAll('\r', '').replace(/\n+$/, '').split('\n')
  const [first = '', second] = lines
  if (first === '' || lines.length > 2) throw new CodedError('tool.noSecret')
  if (second !== undefined) return (await unlock(keyring, first, second)).masters
  if (recoveryForm.test(first.trim())) return openWithCode(keyring, first).masters
  return (await unlockAny(keyring, first)).masters
}

import { sodium } from '../store/native.ts'
import { emptySecret, wipe } from './secret-bytes.ts'

const cost = { memory: 16 * 1024 * 1024, passes: 1 }

/** The same name however it is typed: NFKC, one space between words, small letters. */
function normaliseSignInName(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ').toLowerCase()
}

/**
 * The name's slot number in the keyring: 16 bytes of Argon2id, so that the file
 * tells nobody who works there, and trying a list of names costs time.
 */
export function slotIdOf(name: string, salt: Buffer): string {
  const text = Buffer.from(normaliseSignInName(name), 'utf8')
  const id = emptySecret(16)
  sodium.crypto_pwhash(id, text, salt, cost.passes, cost.memory, sodium.crypto_pwhash_ALG_ARGON2ID13)
  wipe(text)
  return id.toString('hex')
}

import { readVaultIdentity } from '../vault/vault-identity.ts'
import { openReadOnly } from './read-only-store.ts'

export type RecoverReport = {
  database: string
  keyHex: string
  /** What a stock SQLCipher reader is told, in this order. */
  pragmas: string[]
  parameters: {
    cipher_compatibility: 4
    cipher_page_size: 4096
    cipher_hmac_algorithm: 'HMAC_SHA512'
    cipher_kdf_algorithm: 'PBKDF2_HMAC_SHA512'
    cipher_plaintext_header_size: 0
  }
  vault: string
  ageIdentity: string
  ageRecipient: string
}

/**
 * All that is needed to read a store without this program: it prints secrets, on purpose, for
 * someone who has the passphrase or the recovery code. Throws the errors of `openReadOnly`.
 */
export async function recoverStore(directory: string, secret: string): Promise<RecoverReport> {
  const store = await openReadOnly(directory, secret)
  try {
    const { identity, recipient } = readVaultIdentity(store.read)
    const keyHex = store.databaseKey.toString('hex')
    return {
      database: store.paths.database,
      keyHex,
      pragmas: [
        `PRAGMA key = "x'${keyHex}'";`,
        'PRAGMA cipher_compatibility = 4;',
        'PRAGMA cipher_page_size = 4096;',
      ],
      parameters: {
        cipher_compatibility: 4,
        cipher_page_size: 4096,
        cipher_hmac_algorithm: 'HMAC_SHA512',
        cipher_kdf_algorithm: 'PBKDF2_HMAC_SHA512',
        cipher_plaintext_header_size: 0,
      },
      vault: store.paths.vault,
      ageIdentity: identity,
      ageRecipient: recipient,
    }
  } finally {
    store.close()
  }
}

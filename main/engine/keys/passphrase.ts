import { totalmem } from 'node:os'
import { sodium } from '../store/native.ts'
import { emptySecret, wipe } from './secret-bytes.ts'

/** Cost of Argon2id v1.3 with one lane; written into each slot. */
export type KdfCost = { memoryKib: number; passes: number }

const gib = 1024 ** 3

/** 256 MiB and 3 passes (0.5 s); 64 MiB on machines with less than 6 GiB. */
export function defaultCost(totalMemory: number = totalmem()): KdfCost {
  return { memoryKib: (totalMemory < 6 * gib ? 64 : 256) * 1024, passes: 3 }
}

/** What a slot may ask for: below would be guessable, above would stall a laptop. */
export function isPlausibleCost(cost: KdfCost): boolean {
  return (
    Number.isInteger(cost.memoryKib) &&
    Number.isInteger(cost.passes) &&
    cost.memoryKib >= 64 &&
    cost.memoryKib <= 1024 * 1024 &&
    cost.passes >= 1 &&
    cost.passes <= 16
  )
}

/**
 * 32 bytes from a passphrase (NFKC, so that every keyboard gives the same bytes) and a
 * 16-byte salt. Runs in a worker thread of the library; the engine goes on.
 */
export async function stretchPassphrase(passphrase: string, salt: Buffer, cost: KdfCost): Promise<Buffer> {
  const text = Buffer.from(passphrase.normalize('NFKC'), 'utf8')
  const password = emptySecret(text.length)
  text.copy(password)
  wipe(text)
  const key = emptySecret(32)
  try {
    await sodium.crypto_pwhash_async(
      key,
      password,
      salt,
      cost.passes,
      cost.memoryKib * 1024,
      sodium.crypto_pwhash_ALG_ARGON2ID13,
    )
    return key
  } finally {
    wipe(password)
  }
}

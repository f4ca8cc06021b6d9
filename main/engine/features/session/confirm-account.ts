import type { ConfirmedAccount } from '../../context.ts'
import type { Engine, OpenSession } from '../../engine-state.ts'
import { confirmWithPassphrase } from '../../keys/sign-in.ts'
import { sodium } from '../../store/native.ts'

/** Longest time for which the confirmed keys stay in memory when nothing is signed with them. */
const KEPT_MS = 60_000

/**
 * Opens another account's slot with its passphrase, so that its owner can confirm something at this
 * laptop. The keys sign one message and are wiped then, at lock, or after a minute.
 * Throws `keys.wrongPassphrase`, `keys.waitBeforeTrying` {seconds}, `keys.noSuchAccount`.
 */
export async function confirmAccount(
  engine: Engine,
  session: OpenSession,
  accountId: string,
  passphrase: string,
): Promise<ConfirmedAccount> {
  const { directory, keyring } = session
  const keys = await confirmWithPassphrase(directory, keyring, { accountId, passphrase }, engine.now())
  const { publicKey, secretKey } = keys.signer
  let usable = true
  const end = () => {
    if (!usable) return
    usable = false
    clearTimeout(timer)
    session.ended.signal.removeEventListener('abort', end)
    keys.wipe()
  }
  const timer = setTimeout(end, KEPT_MS)
  timer.unref()
  session.ended.signal.addEventListener('abort', end)
  if (session.ended.signal.aborted) end()
  return {
    accountId,
    publicKey,
    sign(message) {
      if (!usable) throw new Error('confirmed keys are gone')
      const signature = Buffer.alloc(64)
      sodium.crypto_sign_detached(signature, Buffer.from(message), secretKey)
      end()
      return signature
    },
  }
}

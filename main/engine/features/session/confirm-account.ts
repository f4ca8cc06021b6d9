import type { ConfirmedAccount, Unsealer } from '../../context.ts'
import type { Engine, OpenSession } from '../../engine-state.ts'
import { CodedError } from '../../errors.ts'
import { unsealBox } from '../../keys/sealing.ts'
import { confirmWithPassphrase } from '../../keys/sign-in.ts'
import type { UnlockedKeys } from '../../keys/unlocked-keys.ts'
import { sodium } from '../../store/native.ts'

/** Longest time for which the confirmed keys stay in memory. */
const KEPT_MS = 60_000

/**
 * Opens another account's slot with its passphrase, so that its owner can confirm something at this
 * laptop. The keys sign one message, or open boxes until `end`; they are wiped then, at lock, or after a minute.
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
  return confirmedWith(session, accountId, keys)
}

/** The same with keys that were opened by their passphrase already; they are wiped at the end. */
export function confirmedWith(session: OpenSession, accountId: string, keys: UnlockedKeys): ConfirmedAccount {
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
    ...unsealerOf(keys, () => !usable),
    accountId,
    publicKey,
    end,
    sign(message) {
      if (!usable) throw new Error('confirmed keys are gone')
      const signature = Buffer.alloc(64)
      sodium.crypto_sign_detached(signature, Buffer.from(message), secretKey)
      end()
      return signature
    },
  }
}

/** Opens what was sealed to an account; `gone` says when its keys were wiped. Throws `session.locked` then. */
export function unsealerOf(
  keys: Pick<UnlockedKeys, 'accountId' | 'sealSecret'>,
  gone: () => boolean,
): Unsealer {
  return {
    accountId: keys.accountId,
    unseal(box) {
      if (gone()) throw new CodedError('session.locked')
      return unsealBox(Buffer.from(box), keys.sealSecret)
    },
  }
}

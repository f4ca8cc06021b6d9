import type { Account } from '../../../../shared/contract/session.ts'
import { inspectHead, publishHead } from '../../audit-chain/publish-head.ts'
import { activeKeys } from '../../audit-chain/signing-keys.ts'
import type { Engine, OpenSession } from '../../engine-state.ts'
import { CodedError } from '../../errors.ts'
import type { Keyring } from '../../keys/keyring-file.ts'
import { openUnlocked } from '../../keys/open-unlocked.ts'
import type { UnlockedKeys } from '../../keys/unlocked-keys.ts'
import type { Store } from '../../store/store.ts'
import { openVault } from '../../vault/vault.ts'
import { readVaultIdentity } from '../../vault/vault-identity.ts'
import { accountById } from '../accounts/accounts.queries.ts'

/**
 * Opens the chosen store with the keys of one account, without making it the session yet.
 * `introduce` may state the account's new key in the audit chain (after a recovery).
 * Throws the errors of `openUnlocked`, `accounts.unknown`, `keys.notIntroduced`.
 */
export async function openSession(
  engine: Engine,
  directory: string,
  opened: { keyring: Keyring; keys: UnlockedKeys },
  introduce: (store: Store, account: Account) => void = () => undefined,
): Promise<OpenSession> {
  const { store, keyring, keys } = await openUnlocked(
    { directory, now: engine.now },
    opened.keyring,
    opened.keys,
  ).catch((error: unknown) => {
    opened.keys.wipe()
    throw error
  })
  try {
    const actor = accountById(store.read, keys.accountId)
    if (!actor || actor.retiredAt) throw new CodedError('accounts.unknown')
    introduce(store, actor)
    // A crash in the middle of a recovery leaves a key the chain does not know: recover once more.
    const known = activeKeys(store.read, { accountId: actor.id }).some(key =>
      key.equals(keys.signer.publicKey),
    )
    if (!known) throw new CodedError('keys.notIntroduced')
    const vault = openVault(store.paths.vault, readVaultIdentity(store.read))
    return {
      directory,
      store,
      vault,
      actor,
      keyring,
      keys,
      ended: new AbortController(),
      institution: null,
      laws: null,
    }
  } catch (error) {
    store.close()
    keys.wipe()
    throw error
  }
}

/**
 * Compares the signed head outside the database with the database, and heals what a crash
 * explains. Gives the state that a person must be told of, or null.
 */
export function checkHeadAtUnlock(session: OpenSession): string | null {
  const { state } = inspectHead(session.store)
  if (state === 'same') return null
  if (state === 'new' || state === 'behind') {
    publishHead(session.store)
    return null
  }
  return state
}

import type { DeviceSettings } from '../../shared/bridge.ts'
import type { Account } from '../../shared/contract/session.ts'

type Recent = DeviceSettings['recentAccounts']
const MOST_KEPT = 5

/** Puts the account first; one per store, so that the lock screen asks for one field only. */
export function rememberAccount(recent: Recent, store: string, account: Account): Recent {
  const { signInName, displayName, role } = account
  const others = recent.filter(known => known.store !== store)
  return [{ store, signInName, displayName, role }, ...others].slice(0, MOST_KEPT)
}

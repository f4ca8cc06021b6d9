import type { Role } from '../../../shared/contract/define.ts'
import type { NewAccount } from '../../../shared/contract/session.ts'
import { signInName } from '../../../shared/contract/session.ts'
import { t } from '../../../shared/strings/index.ts'
import { SHORTEST_PASSPHRASE } from './new-passphrase-fields.tsx'

export type AccountDraft = NewAccount & { key: number }
export type AccountProblems = {
  any: boolean
  /** Not about one field: no secretariat among them. */
  general: string | null
  fields: Readonly<Record<number, Partial<Record<keyof NewAccount, string>>>>
}

let lastKey = 0

export function blankAccount(role: Role): AccountDraft {
  lastKey += 1
  return {
    key: lastKey,
    role,
    displayName: '',
    signInName: '',
    position: t.session.role(role),
    region: '',
    passphrase: '',
  }
}

/** 'Rina Ibaratnya' gives 'rina.ibaratnya', as a first offer. */
export function offeredSignInName(displayName: string): string {
  const words = displayName
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(word => word.length > 2)
  return words.slice(0, 2).join('.').slice(0, 32)
}

/** What still keeps these accounts from being made; the engine checks it all again. */
export function accountProblems(accounts: readonly AccountDraft[]): AccountProblems {
  const fields: Record<number, Partial<Record<keyof NewAccount, string>>> = {}
  for (const account of accounts) {
    const found: Partial<Record<keyof NewAccount, string>> = {}
    if (!account.displayName.trim()) found.displayName = t.ui.fieldEmpty
    if (!account.position.trim()) found.position = t.ui.fieldEmpty
    if (!signInName.safeParse(account.signInName).success) found.signInName = t.session.accounts.signInHint
    else if (
      accounts.some(other => other !== account && other.signInName.trim() === account.signInName.trim())
    )
      found.signInName = t.session.accounts.nameTwice
    if (account.passphrase.length < SHORTEST_PASSPHRASE) found.passphrase = t.session.passphraseShort
    if (Object.keys(found).length > 0) fields[account.key] = found
  }
  const general = accounts.some(account => account.role === 'secretariat')
    ? null
    : t.session.accounts.needSecretariat
  return { any: general !== null || Object.keys(fields).length > 0, general, fields }
}

export function toNewAccount({ key: _key, ...account }: AccountDraft): NewAccount {
  return {
    ...account,
    displayName: account.displayName.trim(),
    position: account.position.trim(),
    region: account.region.trim(),
  }
}

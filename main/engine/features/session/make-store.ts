import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Account, NewAccount } from '../../../../shared/contract/session.ts'
import type { Instant } from '../../../../shared/dates.ts'
import type { AccountId } from '../../../../shared/ids.ts'
import type { InstitutionPack } from '../../../../shared/institution-pack.ts'
import { appendEntry } from '../../audit-chain/append-entry.ts'
import { publishHead } from '../../audit-chain/publish-head.ts'
import { changeSigningKeys, startChain } from '../../audit-chain/signing-keys.ts'
import type { Engine, OpenSession } from '../../engine-state.ts'
import { CodedError } from '../../errors.ts'
import { publicKeysOf, recoveryPublicKey } from '../../keys/keyring.ts'
import type { Keyring } from '../../keys/keyring-file.ts'
import { createStoreFolder } from '../../keys/open-unlocked.ts'
import { generateAgeKeys } from '../../vault/age-file.ts'
import { openVault } from '../../vault/vault.ts'
import { saveVaultIdentity } from '../../vault/vault-identity.ts'
import { insertAccount } from '../accounts/accounts.queries.ts'
import { insertInstitution } from '../institution/institution.queries.ts'
import { loadShippedPack } from '../law/index.ts'
import { insertLawPack } from '../law/law-packs.queries.ts'

/** The folder that will hold a new store: the chosen one when empty, else a folder inside it. */
export function newStoreDirectory(chosen: string): string {
  if (existsSync(join(chosen, 'keyring.json'))) throw new CodedError('store.exists')
  const empty = !existsSync(chosen) || readdirSync(chosen).length === 0
  const directory = empty ? chosen : join(chosen, 'Data AdjudikASN')
  if (existsSync(join(directory, 'keyring.json'))) throw new CodedError('store.exists')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  return directory
}

/**
 * Makes a store with its institution and accounts and leaves it open as the first secretariat
 * account. The recovery key is given once and kept nowhere.
 * Throws `accounts.noSecretariat`, `accounts.nameTaken`, `accounts.nipTaken` {name}, `store.exists`, `store.diskFull`.
 */
export async function makeStore(
  engine: Engine,
  directory: string,
  institution: InstitutionPack,
  newAccounts: readonly NewAccount[],
  progress: (done: number, total: number) => void = () => undefined,
): Promise<{ session: OpenSession; recoveryKey: string; accounts: Account[] }> {
  const at = engine.now().toISOString() as Instant
  const accounts = newAccounts.map(account => ({
    account: accountFrom(account, at),
    secret: account.passphrase,
  }))
  const own = accounts.find(a => a.account.role === 'secretariat')
  if (!own) throw new CodedError('accounts.noSecretariat')
  requireDistinct(newAccounts)
  const cost = engine.start.kdfCost
  const facts = (entry: (typeof accounts)[number]) => ({
    accountId: entry.account.id,
    signInName: entry.account.signInName,
    passphrase: entry.secret,
    ...(cost ? { cost } : {}),
  })
  const actor = {
    at,
    actorId: own.account.id,
    actorName: own.account.displayName,
    role: own.account.role,
    device: engine.start.deviceName,
  }
  const vaultKeys = await generateAgeKeys()
  const made = await createStoreFolder(
    {
      directory,
      now: engine.now,
      others: accounts.filter(entry => entry !== own).map(facts),
      onAccount: done => progress(done, accounts.length),
    },
    facts(own),
    (db, { keyring, keys }) => {
      startChain(db, keyring, keys.signer, actor, recoveryPublicKey(keyring))
      const others = signingKeysBeside(own.account.id, keyring)
      if (others.length > 0) changeSigningKeys(db, keys.signer, actor, { added: others })
      saveVaultIdentity(db, vaultKeys, at)
      for (const entry of accounts) insertAccount(db, entry.account)
      insertInstitution(db, institution, at, own.account.id)
      const shipped = loadShippedPack(engine.start.resourcesDir)
      insertLawPack(db, shipped, { at, by: own.account.id, source: 'program' })
      appendEntry(db, keys.signer, {
        ...actor,
        method: 'session.createStore',
        caseId: null,
        subject: institution.name,
        facts: { accounts: accounts.length, lawPack: engine.law.version, lawPackSha256: engine.law.sha256 },
      })
    },
  )
  publishHead(made.store)
  const session: OpenSession = {
    directory,
    store: made.store,
    vault: openVault(made.store.paths.vault, vaultKeys),
    actor: own.account,
    keyring: made.keyring,
    keys: made.keys,
    ended: new AbortController(),
    institution: null,
    laws: null,
  }
  return { session, recoveryKey: made.recoveryCode, accounts: accounts.map(entry => entry.account) }
}

/** Refuses a first list of accounts in which a sign-in name or a NIP stands twice. */
function requireDistinct(accounts: readonly NewAccount[]): void {
  if (new Set(accounts.map(a => a.signInName)).size < accounts.length) {
    throw new CodedError('accounts.nameTaken')
  }
  const nips = accounts.flatMap(a => (a.nip ? [a.nip] : []))
  const twice = accounts.find(a => a.nip && nips.indexOf(a.nip) !== nips.lastIndexOf(a.nip))
  if (twice) throw new CodedError('accounts.nipTaken', { name: twice.displayName })
}

function signingKeysBeside(ownId: string, keyring: Keyring) {
  return keyring.slots
    .filter(slot => slot.accountId !== ownId)
    .map(slot => ({
      kind: 'account' as const,
      accountId: slot.accountId,
      publicKey: publicKeysOf(slot).signPublic,
    }))
}

function accountFrom(account: NewAccount, at: Instant): Account {
  const { displayName, signInName, role, position, region } = account
  const id = randomUUID() as AccountId
  const nip = account.nip || null
  return { id, displayName, signInName, role, position, region, nip, addedAt: at, retiredAt: null }
}

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect } from 'vitest'
import type { AuditEntryInput } from '../../main/engine/audit-chain/audit-entry.ts'
import { startChain } from '../../main/engine/audit-chain/signing-keys.ts'
import { CodedError } from '../../main/engine/errors.ts'
import { recoveryPublicKey } from '../../main/engine/keys/keyring.ts'
import { createStoreFolder, openUnlocked } from '../../main/engine/keys/open-unlocked.ts'
import { signIn } from '../../main/engine/keys/sign-in.ts'
import { generateAgeKeys } from '../../main/engine/vault/age-file.ts'
import { saveVaultIdentity } from '../../main/engine/vault/vault-identity.ts'

/** Cheap Argon2id for tests; the cost is part of the slot, so the code under test is the same. */
export const testCost = { memoryKib: 256, passes: 1 }
export const first = {
  accountId: 'acc-1',
  signInName: 'Sri Wahyuni',
  passphrase: 'kata sandi pertama',
  cost: testCost,
}
export const second = {
  accountId: 'acc-2',
  signInName: 'Budi',
  passphrase: 'kata sandi kedua',
  cost: testCost,
}

const made: string[] = []
afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true })
})

/** A folder of its own that goes away after the test. */
export function tempDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'adjudikasn-test-'))
  made.push(directory)
  return directory
}

export function entry(facts: Partial<AuditEntryInput> = {}): AuditEntryInput {
  return {
    at: '2026-03-02T03:04:05.000Z',
    actorId: first.accountId,
    actorName: 'Sri Wahyuni',
    role: 'secretariat',
    device: 'laptop-1',
    method: 'cases.setStage',
    caseId: 'case-1',
    subject: 'S-1',
    facts: { from: 'screening', to: 'examination' },
    ...facts,
  }
}

/** A new store with its first account, vault keys and a started chain; head not yet published. */
export async function newStore(directory = join(tempDirectory(), 'store')) {
  const vaultKeys = await generateAgeKeys()
  const opened = await createStoreFolder({ directory }, first, (db, { keyring, keys }) => {
    const { at, actorId, actorName, role, device } = entry()
    saveVaultIdentity(db, vaultKeys, at)
    startChain(db, keyring, keys.signer, { at, actorId, actorName, role, device }, recoveryPublicKey(keyring))
  })
  return { directory, vaultKeys, ...opened }
}

/** Signs in as the first account and opens its store. */
export async function reopen(directory: string, account: { signInName: string; passphrase: string } = first) {
  const { keyring, keys } = await signIn(directory, account, new Date())
  return openUnlocked({ directory }, keyring, keys)
}

/** Code of the error that `work` throws; 'none' when it throws nothing. */
export async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work()
    return 'none'
  } catch (error) {
    if (error instanceof CodedError) return error.code
    throw error
  }
}

/** Every file under a folder. */
export function allFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter(e => e.isFile())
    .map(e => join(e.parentPath, e.name))
}

/** No file holds one of the words, in UTF-8 or UTF-16. */
export function expectNoPlainText(directory: string, words: readonly string[]): void {
  for (const file of allFiles(directory)) {
    const bytes = readFileSync(file)
    for (const word of words) {
      for (const encoding of ['utf8', 'utf16le'] as const) {
        expect(bytes.includes(Buffer.from(word, encoding)), `${word} in ${file}`).toBe(false)
      }
    }
  }
}

export function subDirectory(name: string): string {
  const directory = join(tempDirectory(), name)
  mkdirSync(directory, { recursive: true })
  return directory
}

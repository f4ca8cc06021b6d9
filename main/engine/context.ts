import type { Account } from '../../shared/contract/session.ts'
import type { Topic } from '../../shared/events.ts'
import type { InstitutionPack } from '../../shared/institution-pack.ts'
import type { LawPack } from '../../shared/law-pack.ts'
import type { AuditFacts } from './audit-chain/audit-entry.ts'
import type { BlobTokens } from './blob-tokens.ts'
import type { FontSet } from './pdf/fonts.ts'
import type { ReadableDb, WritableDb } from './store/database.ts'
import type { Vault } from './vault/vault.ts'

/** All that a handler may use. Nothing global: a test can build one. */
export type ReadContext = {
  readonly db: ReadableDb
  /** Who is signed in. */
  readonly actor: Account
  /** The clock; UTC. */
  readonly now: () => Date
  readonly law: LawPack
  /** The institution as it is now, and the number of this version of it. */
  readonly institution: () => { pack: InstitutionPack; version: number }
  readonly tokens: BlobTokens
  /** Typefaces of letters and minutes; parsed once per process. */
  readonly fonts: () => FontSet
  readonly resourcesDir: string
  /** Folder of the store. */
  readonly directory: string
  /** Fires when the caller cancels or the session locks. */
  readonly signal: AbortSignal
  /** Tells the caller how far long work is; parsed with the method's progress schema. */
  readonly progress: (value: unknown) => void
}

/** For the part of a handler that runs before its transaction: files, sealing, key stretching. */
export type PrepareContext = ReadContext & {
  /** Path behind a one-time ticket. Throws `files.ticketUnknown`. */
  readonly redeem: (ticket: string) => Promise<string>
  readonly vault: Vault
  /** Opens another account's slot with its passphrase, for a confirmation at this laptop. */
  readonly confirmAccount: (accountId: string, passphrase: string) => Promise<ConfirmedAccount>
}

/** Signs `message` with the confirmed account's key; usable until the call ends. */
export type ConfirmedAccount = {
  readonly accountId: string
  readonly publicKey: Buffer
  sign(message: Uint8Array): Buffer
}

/** Inside the one transaction of a call. */
export type WriteContext = Omit<ReadContext, 'db'> & {
  readonly db: WritableDb
  readonly vault: Vault
  /** Notes what was done; each write must call it at least once, or it is rolled back. */
  readonly record: (note: AuditNote) => void
  /** Tells the window what changed, after the commit. */
  readonly publish: (topic: Topic, facts?: Record<string, string>) => void
}

export type AuditNote = {
  caseId?: string | null
  /** What was acted on: an id or a number such as 'P-4'. */
  subject: string
  /** Small facts for the readable history; long texts go in as their hash. */
  facts?: AuditFacts
  /** Another name than the called method, for a second entry of one call. */
  method?: string
}

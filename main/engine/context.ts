import type { Account } from '../../shared/contract/session.ts'
import type { Topic } from '../../shared/events.ts'
import type { InstitutionPack } from '../../shared/institution-pack.ts'
import type { LawPack } from '../../shared/law-pack.ts'
import type { AuditFacts } from './audit-chain/audit-entry.ts'
import type { BlobTokens } from './blob-tokens.ts'
import type { AccountPublicKeys } from './keys/keyring.ts'
import type { LawLibrary } from './law/law-library.ts'
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
  /** The newest law pack, for new cases; a text of a case is made by `lawOfCase(db, laws, caseId)`. */
  readonly law: LawPack
  /** All law packs of the store. */
  readonly laws: LawLibrary
  /** The institution as it is now, and the number of this version of it. */
  readonly institution: () => { pack: InstitutionPack; version: number }
  readonly tokens: BlobTokens
  /** Typefaces of letters and minutes; parsed once per process. */
  readonly fonts: () => FontSet
  readonly resourcesDir: string
  /** Name of this laptop, as in the audit trail. */
  readonly deviceName: string
  /** Public keys of an account in the authenticated keyring; undefined when it has no slot (any more). */
  readonly publicKeys: (accountId: string) => AccountPublicKeys | undefined
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
  /** The keys of who is signed in, for what was sealed to that account. */
  readonly ownUnsealer: () => Unsealer
}

/** Opens boxes that were sealed to an account (crypto_box_seal). */
export type Unsealer = {
  readonly accountId: string
  /** The content in a buffer of its own, to be wiped; null when the box was not made for these keys. */
  unseal(box: Uint8Array): Buffer | null
}

/**
 * A second person at this laptop. Signs one message with the account's key, or opens boxes until `end`; the
 * keys are wiped then, at lock, or after a minute.
 */
export type ConfirmedAccount = Unsealer & {
  readonly publicKey: Buffer
  sign(message: Uint8Array): Buffer
  end(): void
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

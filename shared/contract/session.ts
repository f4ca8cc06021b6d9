import { z } from 'zod'
import { instant } from '../dates.ts'
import { accountId, line, requiredLine, ticket } from '../ids.ts'
import { institutionPack } from '../institution-pack.ts'
import { parseNip } from '../nip.ts'
import { contract, everyone, noInput, nothing, progressCount, role, sessionCall } from './define.ts'

/** Lower-case letters, digits, dot and hyphen; what a person types to sign in. */
export const signInName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9.-]{1,31}$/, { error: 'accounts.signInNameForm' })

/** At least 12 characters; long sentences are welcome. */
export const newPassphrase = z.string().min(12, { error: 'accounts.passphraseShort' }).max(256)
export const typedPassphrase = z.string().min(1, { error: 'text.required' }).max(256)

/**
 * NIP of an account as typed; gives its 18 digits, or '' for a person without one. The old 9-digit form is
 * refused: no certificate carries it, so it would keep its owner from signing.
 */
export const accountNip = line(40)
  .refine(text => text === '' || ['pns', 'pppk'].includes(parseNip(text).kind), {
    error: 'accounts.nipForm',
  })
  .transform(text => parseNip(text).digits)

export const newAccount = z.strictObject({
  displayName: requiredLine(120),
  signInName,
  role,
  /** Position as printed under a signature, for example "Ketua". */
  position: requiredLine(120),
  /** Region of the commissioner or assistant; used for the recusal prompt. */
  region: z.string().trim().max(80).default(''),
  /** A commissioner need not be a civil servant, so it may be left out. */
  nip: accountNip.optional(),
  passphrase: newPassphrase,
})
export type NewAccount = z.infer<typeof newAccount>

export const account = z.object({
  id: accountId,
  displayName: z.string(),
  signInName: z.string(),
  role,
  position: z.string(),
  region: z.string(),
  /** 18 digits, to which the certificate of its owner is bound; null when none is known. */
  nip: z.string().nullable(),
  addedAt: instant,
  retiredAt: instant.nullable(),
})
export type Account = z.infer<typeof account>

export const sessionStatus = z.object({
  state: z.enum(['noStore', 'locked', 'unlocked']),
  /** Name of the store's folder, never its path. */
  storeName: z.string().nullable(),
  storeId: z.string().nullable(),
  institutionName: z.string().nullable(),
  account: account.nullable(),
  lastBackupAt: instant.nullable(),
  /** True for the invented example docket; the window says so. */
  example: z.boolean(),
  /**
   * What the signed head outside the database says at unlock: null when all is well, else why
   * the files look as if they had been exchanged ('ahead', 'older', 'foreign', 'missing', 'damaged').
   */
  auditWarning: z.string().nullable(),
})
export type SessionStatus = z.infer<typeof sessionStatus>

export const session = contract('session', {
  status: sessionCall({ input: noInput, output: sessionStatus, roles: 'lockedToo' }),
  /** Chooses an existing store folder; it stays locked. Codes: store.notAStore, store.inUse. */
  chooseStore: sessionCall({
    input: z.strictObject({ folder: ticket }),
    output: sessionStatus,
    roles: 'lockedToo',
  }),
  /** Makes a new store in an empty folder and unlocks it as the first secretariat account. */
  createStore: sessionCall({
    input: z.strictObject({
      folder: ticket,
      institution: institutionPack,
      accounts: z.array(newAccount).min(1).max(60),
    }),
    output: z.object({ status: sessionStatus, recoveryKey: z.string() }),
    /** Accounts whose keys are made; each takes about a second, since guessing must be slow. */
    progress: progressCount,
    roles: 'lockedToo',
  }),
  /** Makes a store with the invented example docket; one passphrase for all accounts. */
  openExample: sessionCall({
    input: z.strictObject({ folder: ticket }),
    output: z.object({
      status: sessionStatus,
      recoveryKey: z.string(),
      passphrase: z.string(),
      accounts: z.array(account),
    }),
    progress: progressCount,
    roles: 'lockedToo',
  }),
  /** Codes: keys.wrongPassphrase, keys.waitBeforeTrying {seconds}, store.damaged, store.newer, store.inUse, keyring.rolledBack. */
  unlock: sessionCall({
    input: z.strictObject({ signInName, passphrase: typedPassphrase }),
    output: sessionStatus,
    roles: 'lockedToo',
  }),
  lock: sessionCall({ input: noInput, output: sessionStatus, roles: 'lockedToo' }),
  /** Opens the store with the printed recovery key and gives one account a new passphrase. */
  recover: sessionCall({
    input: z.strictObject({ recoveryKey: z.string().min(8).max(200), signInName, passphrase: newPassphrase }),
    output: sessionStatus,
    roles: 'lockedToo',
  }),
  changePassphrase: sessionCall({
    input: z.strictObject({ current: typedPassphrase, next: newPassphrase }),
    output: nothing,
    roles: everyone,
  }),
  /**
   * Makes a new recovery key in place of the old one, which opens nothing from then on; for a sheet
   * that was lost, seen, or never printed. Codes: keys.wrongPassphrase.
   */
  replaceRecoveryKey: sessionCall({
    input: z.strictObject({ passphrase: typedPassphrase }),
    output: z.object({ recoveryKey: z.string() }),
    roles: ['secretariat'],
  }),
  /** Writes the recovery sheet (PDF) to the chosen place. */
  saveRecoverySheet: sessionCall({
    input: z.strictObject({ target: ticket, recoveryKey: z.string().min(8).max(200) }),
    output: z.object({ fileName: z.string() }),
    roles: ['secretariat'],
  }),
  /** Writes an encrypted copy of the database into the store's backups folder. */
  backUp: sessionCall({
    input: noInput,
    output: z.object({ at: instant, fileName: z.string() }),
    roles: everyone,
  }),
})

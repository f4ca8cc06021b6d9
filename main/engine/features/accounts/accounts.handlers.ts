import { randomUUID } from 'node:crypto'
import type { Instant } from '../../../../shared/dates.ts'
import type { AccountId } from '../../../../shared/ids.ts'
import { activeKeys, changeSigningKeys } from '../../audit-chain/signing-keys.ts'
import type { OpenSession } from '../../engine-state.ts'
import { CodedError } from '../../errors.ts'
import type { HandlersFor } from '../../handlers.ts'
import { saveGeneration } from '../../keys/generation.ts'
import { addAccount, nextGeneration } from '../../keys/keyring.ts'
import { writeKeyring } from '../../keys/keyring-file.ts'
import { retireAccount } from '../../keys/retire-account.ts'
import { publishAuditHead, recordNote } from '../../record.ts'
import { actorOf, requireSameKeys, type SessionContext, unlocked } from '../../session-context.ts'
import { accountById, activeWithRole, insertAccount, listAccounts, markRetired } from './accounts.queries.ts'
import { changeNip, requireFreeNip } from './change-nip.ts'

export const accountsHandlers: HandlersFor<'accounts'> = {
  'accounts.list': (_input, ctx) => listAccounts(ctx.db),

  'accounts.add': async (input, ctx: SessionContext) => {
    const session = unlocked(ctx)
    if (listAccounts(session.store.read).some(a => a.signInName === input.signInName && !a.retiredAt)) {
      throw new CodedError('accounts.nameTaken')
    }
    const nip = input.nip || null
    requireFreeNip(session.store.read, nip)
    const at = ctx.now().toISOString() as Instant
    const id = randomUUID() as AccountId
    const { passphrase, ...facts } = input
    const account = { ...facts, nip, id, addedAt: at, retiredAt: null }
    dropOrphans(session)
    const cost = ctx.start.kdfCost
    const { keyring } = session
    const added = await addAccount(keyring, session.keys, {
      accountId: id,
      signInName: input.signInName,
      passphrase,
      ...(cost ? { cost } : {}),
    })
    requireSameKeys(ctx, session, keyring)
    writeKeyring(session.store.paths.keyring, added.keyring)
    session.keyring = added.keyring
    session.store.transaction(db => {
      saveGeneration(db, added.keyring)
      insertAccount(db, account)
      const key = { kind: 'account' as const, accountId: id, publicKey: added.publicKeys.signPublic }
      changeSigningKeys(db, session.keys.signer, actorOf(ctx, session), { added: [key] })
      const note = { subject: account.displayName, facts: { role: account.role, nip: nip ?? '' } }
      recordNote(ctx.engine, session, db, 'accounts.add', note)
    })
    publishAuditHead(session)
    ctx.engine.publish('accounts.changed', { accountId: id })
    return account
  },

  'accounts.changeNip': changeNip,

  'accounts.retire': async (input, ctx: SessionContext) => {
    const session = unlocked(ctx)
    const account = accountById(session.store.read, input.accountId)
    if (!account) throw new CodedError('accounts.unknown')
    if (account.retiredAt) throw new CodedError('accounts.alreadyRetired')
    if (account.id === session.actor.id) throw new CodedError('accounts.ownAccount')
    if (account.role === 'secretariat' && activeWithRole(session.store.read, 'secretariat') < 2) {
      throw new CodedError('accounts.lastSecretariat')
    }
    const at = ctx.now().toISOString() as Instant
    const fresh = retireAccount(session.store, session.keyring, session.keys, account.id, db => {
      const ended = activeKeys(db, { accountId: account.id })
      markRetired(db, account, at)
      changeSigningKeys(db, session.keys.signer, actorOf(ctx, session), { ended })
      recordNote(ctx.engine, session, db, 'accounts.retire', { subject: account.displayName })
    })
    session.keyring = fresh.keyring
    session.keys = fresh.keys
    publishAuditHead(session)
    ctx.engine.publish('accounts.changed', { accountId: account.id })
    return { ...account, retiredAt: at }
  },
}

/** A crash between keyring and database leaves a slot without an account; it goes before the next one comes. */
function dropOrphans(session: OpenSession): void {
  const known = new Set<string>(listAccounts(session.store.read).map(a => a.id))
  const slots = session.keyring.slots.filter(slot => known.has(slot.accountId))
  if (slots.length === session.keyring.slots.length) return
  session.keyring = nextGeneration(session.keyring, { slots }, session.keys.masters)
}

import type { Parsed } from '../../../../shared/contract/index.ts'
import type { Account } from '../../../../shared/contract/session.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import type { ReadableDb } from '../../store/database.ts'
import { accountById, activeWithNip, writeNip } from './accounts.queries.ts'

/**
 * Enters, corrects or clears the NIP of an account. Both values go into the audit trail: whoever could change it
 * unseen could let another certificate sign. Throws the codes of `accounts.changeNip`.
 */
export function changeNip(input: Parsed<'accounts.changeNip'>, ctx: WriteContext): Account {
  const account = accountById(ctx.db, input.accountId)
  if (!account) throw new CodedError('accounts.unknown')
  if (account.retiredAt) throw new CodedError('accounts.alreadyRetired')
  const nip = input.nip || null
  if (nip === account.nip) throw new CodedError('accounts.nipSame')
  requireFreeNip(ctx.db, nip)
  writeNip(ctx.db, account.id, nip)
  const facts = { accountId: account.id, before: account.nip ?? '', nip: nip ?? '' }
  ctx.record({ subject: account.displayName, facts })
  ctx.publish('accounts.changed', { accountId: account.id })
  return { ...account, nip }
}

/** Throws `accounts.nipTaken` {name} when another active account holds the number. */
export function requireFreeNip(db: ReadableDb, nip: string | null): void {
  const holder = nip === null ? undefined : activeWithNip(db, nip)
  if (holder) throw new CodedError('accounts.nipTaken', { name: holder.displayName })
}

import type { Access, Role } from '../../shared/contract/define.ts'
import type { Account } from '../../shared/contract/session.ts'
import { CodedError } from './errors.ts'
import type { ReadableDb } from './store/database.ts'
import { sql } from './store/sql.ts'

/** May this role make the call at all? Throws `session.locked`, `access.denied` {role}. */
export function requireRole(roles: Access, actor: Account | null): void {
  if (roles === 'lockedToo') return
  if (!actor) throw new CodedError('session.locked')
  if (!roles.includes(actor.role)) throw new CodedError('access.denied', { role: actor.role })
}

const PRESIDERS: readonly Role[] = ['chair', 'deputyChair']

/**
 * Why the account may not work on a case, or null when it may: presiders on every case,
 * assistants and commissioners on those they are assigned to (rule 5 of the product). Whether the case is
 * closed is asked last: a caller that lets 'cases.closed' pass lets nobody in who was not assigned.
 */
export function examineRefusal(db: ReadableDb, actor: Account, caseId: string): string | null {
  if (actor.role === 'secretariat') return 'access.secretariat'
  const found = db.get<{ stage: string }>(sql`select stage from cases where id = ${caseId}`)
  if (!found) return 'cases.unknown'
  const assigned =
    PRESIDERS.includes(actor.role) ||
    db.get(sql`select 1 from assignments where case_id = ${caseId} and account_id = ${actor.id} limit 1`)
  if (!assigned) return 'access.notAssigned'
  return found.stage === 'closed' ? 'cases.closed' : null
}

/** Throws the refusal of `examineRefusal`. */
export function requireExaminer(db: ReadableDb, actor: Account, caseId: string): void {
  const refusal = examineRefusal(db, actor, caseId)
  if (refusal) throw new CodedError(refusal)
}

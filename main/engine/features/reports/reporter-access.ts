import type { Account } from '../../../../shared/contract/session.ts'
import { examineRefusal } from '../../authorise.ts'
import { CodedError } from '../../errors.ts'
import type { ReadableDb } from '../../store/database.ts'

/**
 * Who may ask for the protected reporter: once there is a case only those who work on it, also after
 * it was closed; before that any examiner. The request is always logged (rule 7 of the product).
 * Throws `access.notAssigned`.
 */
export function requireReader(db: ReadableDb, actor: Account, caseId: string | null): void {
  if (caseId === null) return
  const refusal = examineRefusal(db, actor, caseId)
  if (refusal !== null && refusal !== 'cases.closed') throw new CodedError(refusal)
}

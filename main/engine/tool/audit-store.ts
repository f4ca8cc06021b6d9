import { type ChainReport, verifyChain } from '../audit-chain/verify-chain.ts'
import { CodedError } from '../errors.ts'
import { sql } from '../store/sql.ts'
import { openReadOnly } from './read-only-store.ts'

export type AuditReport = ChainReport & {
  directory: string
  /** What can be read of the first broken row. */
  brokenRow?: { at: string; method: string; actorId: string | null; caseId: string | null }
}

/**
 * Checks the audit chain of a store folder. Throws the errors of `openReadOnly`; a database
 * that is damaged itself is reported as `unreadable` in the row after the last whole one.
 */
export async function auditStore(directory: string, secret: string): Promise<AuditReport> {
  const store = await openReadOnly(directory, secret)
  try {
    let report = store.snapshot(() => verifyChain(store.read, store.paths.auditHead))
    // A program at work commits between our reading of the database and of the file outside.
    for (let again = 0; again < 5 && mayBeRace(report); again++) {
      await new Promise(resolve => setTimeout(resolve, 50))
      report = store.snapshot(() => verifyChain(store.read, store.paths.auditHead))
    }
    const brokenRow =
      report.firstBroken &&
      store.read.get<NonNullable<AuditReport['brokenRow']>>(
        sql`select at, method, actor_id as actorId, case_id as caseId
          from audit_entries where seq = ${report.firstBroken.seq}`,
      )
    return { directory, ...report, ...(brokenRow ? { brokenRow } : {}) }
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'store.damaged') throw error
    const entries = 0
    return {
      directory,
      ok: false,
      entries,
      rootKey: null,
      firstBroken: { seq: entries + 1, reason: 'unreadable' },
    }
  } finally {
    store.close()
  }
}

function mayBeRace(report: ChainReport): boolean {
  const reason = report.firstBroken?.reason
  return reason === 'headFileAhead' || reason === 'headFileOlder'
}

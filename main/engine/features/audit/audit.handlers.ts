import type { HistoryEntry } from '../../../../shared/contract/cases.ts'
import type { Instant } from '../../../../shared/dates.ts'
import { readHead } from '../../audit-chain/audit-head.ts'
import { verifyChainInSteps } from '../../audit-chain/verify-chain.ts'
import type { HandlersFor } from '../../handlers.ts'
import { sql } from '../../store/sql.ts'
import { historyEntryFrom } from './history-entry.ts'

export const auditHandlers: HandlersFor<'audit'> = {
  'audit.check': async (_input, ctx) => {
    const report = await verifyChainInSteps(ctx.db, null)
    return {
      whole: report.ok,
      entries: report.entries,
      firstBroken: report.firstBroken ?? null,
      headHash: readHead(ctx.db, 'current')?.hash.toString('hex') ?? '',
      checkedAt: ctx.now().toISOString() as Instant,
    }
  },

  'audit.latest': (input, ctx) => {
    const rows = ctx.db.all<{ body: string }>(
      sql`select body from audit_entries order by seq desc limit ${input.limit}`,
    )
    const entries = rows.map(row => historyEntryFrom(row.body))
    return ctx.actor.role === 'secretariat' ? entries.map(withoutContent) : entries
  },
}

/** Features whose entries are about the administration of the store; those of all others are about cases. */
const OWN_WORK = ['session', 'accounts', 'institution', 'law', 'audit']

/**
 * The secretariat sees that something was done on a case, and by whom, but not what. A report and a meeting
 * have no case of their own and name persons and reasons all the same.
 */
function withoutContent(entry: HistoryEntry & { caseId?: string | null }): HistoryEntry {
  const isOwn = !entry.caseId && OWN_WORK.includes(entry.method.split('.')[0] ?? '')
  return !isOwn ? { ...entry, method: 'audit.caseWork', subject: '', facts: {} } : entry
}

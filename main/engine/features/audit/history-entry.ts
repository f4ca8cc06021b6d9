import type { HistoryEntry } from '../../../../shared/contract/cases.ts'
import type { Instant } from '../../../../shared/dates.ts'
import type { AuditBody } from '../../audit-chain/audit-entry.ts'

/** A row of the audit chain as the readable history shows it; nested facts are left out. */
export function historyEntryFrom(body: string): HistoryEntry & { caseId: string | null } {
  const entry = JSON.parse(body) as AuditBody
  const facts: HistoryEntry['facts'] = {}
  for (const [name, value] of Object.entries(entry.facts)) {
    if (value === null || typeof value !== 'object') facts[name] = value
  }
  return {
    seq: entry.seq,
    at: entry.at as Instant,
    actorName: entry.actorName,
    role: entry.role,
    device: entry.device,
    method: entry.method,
    subject: entry.subject ?? '',
    facts,
    caseId: entry.caseId,
  }
}

import type { HistoryEntry } from '../../../../shared/contract/cases.ts'
import type { AuditBody, AuditValue } from '../../audit-chain/audit-entry.ts'
import type { ReadableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'
import { caseHeader } from './case-header.queries.ts'

const MOST_ENTRIES = 5000

/**
 * Everything that was done on a case, oldest first, from the audit chain: its report's registration, then
 * every write, view and export. Throws `cases.unknown`.
 */
export function historyOf(db: ReadableDb, caseId: string): HistoryEntry[] {
  const { reportId } = caseHeader(db, caseId)
  const rows = db.all<{ body: string }>(sql`
    select body from audit_entries where case_id = ${caseId} order by seq desc limit ${MOST_ENTRIES}`)
  return [...registrationOf(db, reportId), ...rows.reverse()].map(row => entryOf(JSON.parse(row.body)))
}

/** The entry of the report's registration, which was written before there was a case. */
function registrationOf(db: ReadableDb, reportId: string): { body: string }[] {
  return db.all<{ body: string }>(sql`
    select e.body from reports r join audit_entries e
      on e.at between strftime('%Y-%m-%dT%H:%M:%fZ', r.registered_at, '-10 seconds')
        and strftime('%Y-%m-%dT%H:%M:%fZ', r.registered_at, '+10 seconds')
    where r.id = ${reportId} and e.method = 'reports.register'
      and json_extract(e.body, '$.facts.reportId') = ${reportId}`)
}

function entryOf(body: AuditBody): HistoryEntry {
  const facts: HistoryEntry['facts'] = {}
  for (const [name, value] of Object.entries(body.facts)) facts[name] = flat(value)
  return {
    seq: body.seq,
    at: body.at as HistoryEntry['at'],
    actorName: body.actorName,
    role: body.role,
    device: body.device,
    method: body.method,
    subject: body.subject ?? '',
    facts,
  }
}

/** Lists become text with commas, objects their JSON: a sentence needs single values. */
function flat(value: AuditValue): HistoryEntry['facts'][string] {
  if (value === null || typeof value !== 'object') return value
  return Array.isArray(value) ? value.map(item => String(flat(item))).join(', ') : JSON.stringify(value)
}

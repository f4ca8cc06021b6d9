import type { ReadableDb } from '../../store/database.ts'
import { type FindingRecord, findingRecord } from './finding-record.ts'
import { findingRowsOfCase, findingRowsOfRespondent, respondentIds } from './findings.queries.ts'

export { defenceAnswer } from './defence-answer.ts'
export type { AssessmentRecord, FindingRecord } from './finding-record.ts'

/** Findings about one person that were not withdrawn, with assessments, links, proposal and reviews. */
export function findingsOfRespondent(db: ReadableDb, respondentId: string): FindingRecord[] {
  return findingRowsOfRespondent(db, respondentId).map(row => findingRecord(db, row))
}

/** Why one person cannot be put before the plenary yet. */
export type NotReady = { respondentId: string; code: 'noFindings' | 'notReviewed' }

/** Persons of a case without a finding, or with one that a second person has not approved. */
export function findingsNotReady(db: ReadableDb, caseId: string): NotReady[] {
  const findings = findingRowsOfCase(db, caseId)
  return respondentIds(db, caseId).flatMap((respondentId): NotReady[] => {
    const own = findings.filter(row => row.respondentId === respondentId)
    if (own.length === 0) return [{ respondentId, code: 'noFindings' }]
    return own.every(row => row.state === 'reviewed') ? [] : [{ respondentId, code: 'notReviewed' }]
  })
}

/** Codes why the case as a whole cannot go to the plenary ('noFindings', 'notReviewed'); empty when it can. */
export function findingsReady(db: ReadableDb, caseId: string): string[] {
  return [...new Set(findingsNotReady(db, caseId).map(reason => reason.code))]
}

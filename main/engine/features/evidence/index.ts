import type { ReadableDb } from '../../store/database.ts'
import { type ExhibitRow, exhibitRows } from './evidence.queries.ts'
import { exhibitNumber } from './evidence.rules.ts'

export type { ExhibitRow } from './evidence.queries.ts'
export { exhibitRow } from './evidence.queries.ts'
export { exhibitNumber, openFields } from './evidence.rules.ts'
export { enterExhibits, type SealedFiles, sealFiles } from './take-in.ts'

/** Exhibits of a case by number, P before T. */
export function exhibitsOfCase(db: ReadableDb, caseId: string): ExhibitRow[] {
  return exhibitRows(db, caseId)
}

/** Numbers of the exhibits whose bytes are no longer those taken in; any of them blocks the plenary. */
export function changedExhibits(db: ReadableDb, caseId: string): string[] {
  return exhibitRows(db, caseId)
    .filter(row => row.integrity === 'changed' || row.integrity === 'missing')
    .map(exhibitNumber)
}

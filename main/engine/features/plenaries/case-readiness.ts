import type { PlenaryCandidate } from '../../../../shared/contract/plenaries.ts'
import type { PrepareContext } from '../../context.ts'
import type { ReadableDb } from '../../store/database.ts'
import { hasUndecidedRulebook } from '../cases/index.ts'
import { changedExhibits, exhibitNumber, exhibitsOfCase } from '../evidence/index.ts'
import { findingsReady } from '../findings/index.ts'
import { mayReopen } from './decision-history.ts'
import { latestDecision, openCases, personsOf } from './plenaries.queries.ts'

/**
 * Why a case cannot stand on an agenda: codes 'noFindings', 'notReviewed', 'rulebookUndecided', 'exhibitChanged',
 * 'decided', 'onAgenda'. Empty when it can. Persons decided before stay decided; a deferred one may
 * come again.
 */
export function blockedBy(db: ReadableDb, caseId: string, onAgenda: boolean): string[] {
  const reasons = findingsReady(db, caseId)
  if (hasUndecidedRulebook(db, caseId)) reasons.push('rulebookUndecided')
  if (changedExhibits(db, caseId).length > 0) reasons.push('exhibitChanged')
  const persons = personsOf(db, caseId)
  if (persons.length > 0 && persons.every(person => isDecided(db, person.respondentId)))
    reasons.push('decided')
  if (onAgenda) reasons.push('onAgenda')
  return reasons
}

/**
 * Whether the plenary has found proven or not proven; a deferral leaves the person undecided, and so does a
 * reconsideration that waits for its new decision.
 */
export function isDecided(db: ReadableDb, respondentId: string): boolean {
  if (mayReopen(db, respondentId)) return false
  const decision = latestDecision(db, respondentId)
  return decision !== undefined && decision.outcome !== 'deferred'
}

/** Cases with an undecided person, with what still keeps them from an agenda. */
export function candidatesFor(db: ReadableDb): PlenaryCandidate[] {
  return openCases(db).map(({ caseId, caseNumber, onAgenda }) => {
    const reasons = blockedBy(db, caseId, onAgenda === 1)
    const personNames = personsOf(db, caseId).map(person => person.name)
    return { caseId, caseNumber, personNames, ready: reasons.length === 0, blockedBy: reasons }
  }) as PlenaryCandidate[]
}

/**
 * Reads the sealed bytes of every exhibit of a case and gives the numbers of those that are no
 * longer what was taken in (features row 12). Works in the part of a call before its transaction.
 */
export async function damagedExhibits(ctx: PrepareContext, caseId: string): Promise<string[]> {
  const damaged: string[] = []
  for (const row of exhibitsOfCase(ctx.db, caseId)) {
    const state = await ctx.vault.verify(row.blobId, row.sha256, { signal: ctx.signal })
    if (state !== 'intact') damaged.push(exhibitNumber(row))
  }
  return damaged
}

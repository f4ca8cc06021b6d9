import type { Finding } from '../../../../shared/contract/findings.ts'
import { requireExaminer } from '../../authorise.ts'
import type { WriteContext } from '../../context.ts'
import type { ReadableDb } from '../../store/database.ts'
import { latestDecision, mayReopen } from '../plenaries/index.ts'
import { noteChanges } from './finding-changes.ts'
import type { FindingRecord } from './finding-record.ts'
import { saveState } from './findings.queries.ts'
import type { Refusal } from './findings.rules.ts'
import { entered, refuse, requireFinding, requireUndecidedPerson } from './open-finding.ts'

/** Why an approved finding cannot be opened again: no deferral since, and no reconsideration that waits. */
export function reopenRefusal(
  db: ReadableDb,
  finding: Pick<FindingRecord, 'state' | 'respondentId' | 'reviews'>,
): Refusal | null {
  if (finding.state !== 'reviewed') return { code: 'findings.notReviewed' }
  if (mayReopen(db, finding.respondentId)) return null
  const decision = latestDecision(db, finding.respondentId)
  const approvedAt = finding.reviews.at(-1)?.at ?? ''
  const deferredSince = decision?.outcome === 'deferred' && decision.decidedAt >= approvedAt
  return deferredSince ? null : { code: 'findings.notDeferred' }
}

/**
 * Opens a reviewed finding again when the plenary deferred the person after that review, or is to decide again
 * about a decided person. What was approved stays in the list of reviews. Throws `findings.notReviewed`, `findings.notDeferred` and as `requireExaminer`.
 */
export function reopenFinding(input: { findingId: string; reason: string }, ctx: WriteContext): Finding {
  const finding = requireFinding(ctx, input.findingId)
  requireExaminer(ctx.db, ctx.actor, finding.caseId)
  if (finding.state !== 'reviewed') refuse({ code: 'findings.notReviewed' })
  requireUndecidedPerson(ctx, finding.caseId, finding.respondentId)
  refuse(reopenRefusal(ctx.db, finding))
  saveState(ctx.db, finding.id, 'returned')
  noteChanges(ctx, finding.id, [
    { field: 'standing', before: finding.state, after: 'returned' },
    { field: 'review', before: '', after: input.reason },
  ])
  return entered(ctx, finding, { reason: input.reason }, false)
}

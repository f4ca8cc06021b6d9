import { randomUUID } from 'node:crypto'
import type { Finding } from '../../../../shared/contract/findings.ts'
import { requireExaminer } from '../../authorise.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { latestDecision } from '../plenaries/index.ts'
import { insertReview, saveState } from './findings.queries.ts'
import { conclusionRefusal, reviewInputRefusal, reviewRefusal, submitRefusal } from './findings.rules.ts'
import {
  entered,
  hashOf,
  refuse,
  requireEditable,
  requireFinding,
  requireUndecidedPerson,
} from './open-finding.ts'

/** Hands a finding to a second person. Throws as `submitRefusal` and `requireEditable`. */
export function submitFinding(input: { findingId: string }, ctx: WriteContext): Finding {
  const finding = requireEditable(ctx, input.findingId)
  refuse(submitRefusal(finding))
  saveState(ctx.db, finding.id, 'submitted')
  return entered(ctx, finding, { conclusion: finding.conclusion })
}

/**
 * The second person's review (row 35). An approval confirms every point and looks again whether the
 * conclusion still stands, because an exhibit may have changed since. Throws `findings.notSubmitted`,
 * `findings.ownReview`, `findings.checksMissing` {missing}, `findings.commentRequired`, and as
 * `requireExaminer` and `conclusionRefusal`.
 */
export function reviewFinding(
  input: { findingId: string; outcome: 'approved' | 'returned'; checks: string[]; comment: string },
  ctx: WriteContext,
): Finding {
  const finding = requireFinding(ctx, input.findingId)
  requireExaminer(ctx.db, ctx.actor, finding.caseId)
  refuse(reviewRefusal(finding, ctx.actor.id))
  requireUndecidedPerson(ctx, finding.caseId, finding.respondentId)
  refuse(reviewInputRefusal(input))
  const approved = input.outcome === 'approved'
  if (approved) refuse(conclusionRefusal(finding.conclusion, finding.assessments))
  insertReview(ctx.db, {
    id: randomUUID(),
    findingId: finding.id,
    reviewerId: ctx.actor.id,
    at: ctx.now().toISOString(),
    outcome: input.outcome,
    checks: JSON.stringify([...new Set(input.checks)].sort()),
    comment: input.comment,
  })
  saveState(ctx.db, finding.id, approved ? 'reviewed' : 'returned')
  const facts = { outcome: input.outcome, checks: input.checks.length, commentHash: hashOf(input.comment) }
  return entered(ctx, finding, facts, false)
}

/**
 * Opens a reviewed finding again when the plenary deferred the person after that review. What was approved
 * stays in the list of reviews. Throws `findings.notReviewed`, `findings.notDeferred` and as `requireExaminer`.
 */
export function reopenFinding(input: { findingId: string; reason: string }, ctx: WriteContext): Finding {
  const finding = requireFinding(ctx, input.findingId)
  requireExaminer(ctx.db, ctx.actor, finding.caseId)
  if (finding.state !== 'reviewed') throw new CodedError('findings.notReviewed')
  requireUndecidedPerson(ctx, finding.caseId, finding.respondentId)
  const decision = latestDecision(ctx.db, finding.respondentId)
  const approvedAt = finding.reviews.at(-1)?.at ?? ''
  if (decision?.outcome !== 'deferred' || decision.decidedAt < approvedAt) {
    throw new CodedError('findings.notDeferred')
  }
  saveState(ctx.db, finding.id, 'returned')
  return entered(ctx, finding, { reason: input.reason }, false)
}

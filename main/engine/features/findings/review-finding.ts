import { randomUUID } from 'node:crypto'
import type { Finding } from '../../../../shared/contract/findings.ts'
import { requireExaminer } from '../../authorise.ts'
import type { WriteContext } from '../../context.ts'
import { sha256Of } from '../../sha256.ts'
import { noteChanges } from './finding-changes.ts'
import type { FindingRecord } from './finding-record.ts'
import { insertReview, saveState } from './findings.queries.ts'
import {
  proposalRefusal,
  type Refusal,
  reviewInputRefusal,
  reviewRefusal,
  submitRefusal,
} from './findings.rules.ts'
import { lawOf } from './law-of-finding.ts'
import { entered, refuse, requireEditable, requireFinding, requireUndecidedPerson } from './open-finding.ts'
import { bandFor } from './sanction-options.ts'

/** Hands a finding to a second person. Throws as `submitRefusal`, `proposalRefusal` and `requireEditable`. */
export function submitFinding(input: { findingId: string }, ctx: WriteContext): Finding {
  const finding = requireEditable(ctx, input.findingId)
  refuse(submitRefusal(finding) ?? proposalFault(ctx, finding))
  saveState(ctx.db, finding.id, 'submitted')
  noteChanges(ctx, finding.id, [{ field: 'standing', before: finding.state, after: 'submitted' }])
  return entered(ctx, finding, { conclusion: finding.conclusion })
}

/**
 * The second person's review (row 35). An approval confirms every point and looks again whether the
 * conclusion still stands, because an exhibit may have changed since. Throws `findings.notSubmitted`,
 * `findings.ownReview`, `findings.checksMissing` {missing}, `findings.commentRequired`, and as
 * `requireExaminer`, `submitRefusal` and `proposalRefusal`.
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
  if (approved) refuse(submitRefusal(finding) ?? proposalFault(ctx, finding))
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
  noteChanges(ctx, finding.id, [
    { field: 'standing', before: finding.state, after: approved ? 'reviewed' : 'returned' },
    { field: 'review', before: '', after: input.comment },
  ])
  const facts = { outcome: input.outcome, checks: input.checks.length, commentHash: sha256Of(input.comment) }
  return entered(ctx, finding, facts, false)
}

/**
 * Why the proposal cannot stand, told from the law pack and the chosen tier: the mark that the store keeps
 * (`inside_band`) is only as good as the hand that wrote it, and a packet may bring any.
 */
function proposalFault(ctx: WriteContext, finding: FindingRecord): Refusal | null {
  const { provisionId, level, sanctionId, sanctionReason } = finding
  if (sanctionId === null) return null
  const band = bandFor(lawOf(ctx, finding.caseId), provisionId, level)
  return proposalRefusal(finding, band, sanctionId, sanctionReason)
}

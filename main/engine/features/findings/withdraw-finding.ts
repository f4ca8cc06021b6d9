import type { Finding } from '../../../../shared/contract/findings.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import { requireExaminer } from '../../authorise.ts'
import type { WriteContext } from '../../context.ts'
import { provisionById } from '../../law/index.ts'
import type { ReadableDb } from '../../store/database.ts'
import { rulebookOfRespondent } from '../cases/index.ts'
import { noteChanges } from './finding-changes.ts'
import type { FindingRecord } from './finding-record.ts'
import { saveWithdrawal } from './findings.queries.ts'
import { editRefusal, type Refusal } from './findings.rules.ts'
import { lawOf } from './law-of-finding.ts'
import { noteFinding, refuse, requireFinding, requireUndecidedPerson } from './open-finding.ts'

/**
 * Why a finding cannot be taken away: a second person reads it or has read it. Where the law leaves a choice of
 * rulebook, findings of a discipline rulebook may go all the same: the choice of the other one would otherwise
 * never be possible (`cases.otherFindings`).
 */
export function withdrawRefusal(
  db: ReadableDb,
  law: LawPack,
  finding: Pick<FindingRecord, 'state' | 'respondentId' | 'reviews' | 'provisionId'>,
): Refusal | null {
  const { regulation } = provisionById(law, finding.provisionId)
  if (law.rulebookSelection.machine.disciplineRulebooks.includes(regulation)) {
    const { undecided, choice } = rulebookOfRespondent(db, law, finding.respondentId)
    if (undecided || choice !== null) return null
  }
  return editRefusal(finding.state) ?? (finding.reviews.length > 0 ? { code: 'findings.hasReview' } : null)
}

/**
 * Takes a finding away; its rows, reviews and history stay. Throws `findings.unknown`, the refusals of
 * `requireExaminer`, `requireUndecidedPerson` and `withdrawRefusal`.
 */
export function withdrawFinding(
  input: { findingId: string; reason: string },
  ctx: WriteContext,
): { findingId: Finding['id'] } {
  const finding = requireFinding(ctx, input.findingId)
  requireExaminer(ctx.db, ctx.actor, finding.caseId)
  requireUndecidedPerson(ctx, finding.caseId, finding.respondentId)
  refuse(withdrawRefusal(ctx.db, lawOf(ctx, finding.caseId), finding))
  saveWithdrawal(ctx.db, finding.id, ctx.now().toISOString())
  noteChanges(ctx, finding.id, [
    { field: 'standing', before: finding.state, after: 'withdrawn' },
    { field: 'review', before: '', after: input.reason },
  ])
  noteFinding(ctx, finding, { reason: input.reason })
  return { findingId: finding.id as Finding['id'] }
}

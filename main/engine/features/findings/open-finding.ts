import type { Finding } from '../../../../shared/contract/findings.ts'
import type { AuditFacts } from '../../audit-chain/audit-entry.ts'
import { requireExaminer } from '../../authorise.ts'
import type { ReadContext, WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { provisionById } from '../../law/index.ts'
import { sql } from '../../store/sql.ts'
import { refreshStage } from '../cases/index.ts'
import { mayReopen } from '../plenaries/index.ts'
import { type FindingRecord, findingRecord } from './finding-record.ts'
import { findingView } from './finding-view.ts'
import { addAuthor, findingRow, respondentStage, touch } from './findings.queries.ts'
import { editRefusal, type Refusal } from './findings.rules.ts'
import { lawOf } from './law-of-finding.ts'

/** Throws a refusal as the coded error that it is. */
export function refuse(refusal: Refusal | null): void {
  if (refusal) throw new CodedError(refusal.code, refusal.facts)
}

/** The finding, unless it was withdrawn. Throws `findings.unknown`. */
export function requireFinding(ctx: Pick<ReadContext, 'db'>, findingId: string): FindingRecord {
  const row = findingRow(ctx.db, findingId)
  if (!row || row.withdrawnAt !== null) throw new CodedError('findings.unknown')
  return findingRecord(ctx.db, row)
}

const DECIDED_STAGES = ['letter', 'followUp', 'closed']

/**
 * What the plenary decided about a person stays as it was, unless it is to decide again; and what it is voting
 * on stays as it is.
 * Throws `findings.respondentOfOtherCase`, `findings.decided`, `findings.voteOpen`.
 */
export function requireUndecidedPerson(ctx: WriteContext, caseId: string, respondentId: string): void {
  const stage = respondentStage(ctx.db, caseId, respondentId)
  if (stage === undefined) throw new CodedError('findings.respondentOfOtherCase')
  if (DECIDED_STAGES.includes(stage) && !mayReopen(ctx.db, respondentId)) {
    throw new CodedError('findings.decided')
  }
  const vote = ctx.db.get(
    sql`select 1 from votes where respondent_id = ${respondentId} and state = 'open' limit 1`,
  )
  if (vote) throw new CodedError('findings.voteOpen')
}

/**
 * The finding for a change by the signed-in person. Throws `findings.unknown`, the refusals of
 * `requireExaminer`, `findings.underReview`, `findings.reviewed`, `findings.decided`.
 */
export function requireEditable(ctx: WriteContext, findingId: string): FindingRecord {
  const finding = requireFinding(ctx, findingId)
  requireExaminer(ctx.db, ctx.actor, finding.caseId)
  refuse(editRefusal(finding.state))
  requireUndecidedPerson(ctx, finding.caseId, finding.respondentId)
  return finding
}

/** Ends every change of a finding: author, time, trail, stage of the case, news, and the finding as it is now. */
export function entered(
  ctx: WriteContext,
  finding: FindingRecord,
  facts: AuditFacts,
  isAuthor = true,
): Finding {
  touch(ctx.db, finding.id, ctx.now().toISOString())
  if (isAuthor) addAuthor(ctx.db, finding.id, ctx.actor.id)
  noteFinding(ctx, finding, facts)
  return findingView(requireFinding(ctx, finding.id), ctx)
}

/** Trail, stage and news of a finding that changed. */
export function noteFinding(ctx: WriteContext, finding: FindingRecord, facts: AuditFacts): void {
  const { caseId, respondentId } = finding
  const person = ctx.db.get<{ name: string }>(sql`select name from respondents where id = ${respondentId}`)
  const { citation } = provisionById(lawOf(ctx, caseId), finding.provisionId)
  ctx.record({ caseId, subject: finding.id, facts: { person: person?.name ?? '', citation, ...facts } })
  refreshStage(ctx.db, caseId, ctx.now())
  ctx.publish('findings.changed', { caseId, findingId: finding.id })
}

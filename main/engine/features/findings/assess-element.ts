import type { ElementState, Finding } from '../../../../shared/contract/findings.ts'
import type { AuditFacts } from '../../audit-chain/audit-entry.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { sha256Of } from '../../sha256.ts'
import { noteChanges } from './finding-changes.ts'
import type { AssessmentRecord, FindingRecord } from './finding-record.ts'
import { saveAssessment, saveConclusion, saveProposal } from './findings.queries.ts'
import { conclusionRefusal, supportOf, unansweredRefusal } from './findings.rules.ts'
import { entered, refuse, requireEditable } from './open-finding.ts'

type Input = {
  findingId: string
  elementId: string
  state: ElementState
  reasons: string
  defence: string
  defenceReply: string
  defenceUnansweredReason: string
}

/** An element of a finding by its id. Throws `findings.unknownElement`. */
export function requireElement(finding: FindingRecord, elementId: string): AssessmentRecord {
  const found = finding.assessments.find(entry => entry.elementId === elementId)
  if (!found) throw new CodedError('findings.unknownElement')
  return found
}

/**
 * Notes how an element is assessed. 'proven' without an intact supporting exhibit is refused with
 * `findings.exhibitRequired` (rule 1). Further: `findings.unansweredReasonShort` {least},
 * `findings.unknownElement` and as `requireEditable`.
 */
export function assessElement(input: Input, ctx: WriteContext): Finding {
  const finding = requireEditable(ctx, input.findingId)
  const before = requireElement(finding, input.elementId)
  if (input.state === 'proven' && supportOf(before).length === 0) {
    throw new CodedError('findings.exhibitRequired', { elementId: before.elementId, element: before.label })
  }
  refuse(unansweredRefusal(input.defenceUnansweredReason))
  const conclusionReset = resetBrokenConclusion(
    ctx,
    finding,
    finding.assessments.map(entry => (entry === before ? { ...entry, state: input.state } : entry)),
  )
  saveAssessment(ctx.db, { ...input, accountId: ctx.actor.id, at: ctx.now().toISOString() })
  const facts: AuditFacts = {
    element: before.label,
    elementId: before.elementId,
    state: input.state,
    stateBefore: before.state,
    reasonsHash: sha256Of(input.reasons),
    conclusionReset,
  }
  if (input.defence !== before.defence) facts.defenceHash = sha256Of(input.defence)
  if (input.defenceReply !== before.defenceReply) facts.defenceReplyHash = sha256Of(input.defenceReply)
  if (input.defenceUnansweredReason !== before.defenceUnansweredReason) {
    facts.unansweredReasonHash = sha256Of(input.defenceUnansweredReason)
  }
  const { elementId } = before
  noteChanges(
    ctx,
    finding.id,
    ASSESSED.map(field => ({ elementId, field, before: before[field], after: input[field] })),
  )
  return entered(ctx, finding, facts)
}

const ASSESSED = ['state', 'reasons', 'defence', 'defenceReply', 'defenceUnansweredReason'] as const

/**
 * A conclusion that the elements will no longer carry becomes undecided, and its proposal goes with it. Called
 * before the elements are saved: at no moment does the store hold proven what is not.
 */
export function resetBrokenConclusion(
  ctx: WriteContext,
  finding: FindingRecord,
  assessments: readonly AssessmentRecord[],
): boolean {
  if (conclusionRefusal(finding.conclusion, assessments) === null) return false
  saveProposal(ctx.db, finding.id, null)
  saveConclusion(ctx.db, finding.id, 'undecided', finding.consideration)
  noteChanges(ctx, finding.id, [
    { field: 'sanction', before: finding.sanctionId ?? '', after: '' },
    { field: 'conclusion', before: finding.conclusion, after: 'undecided' },
  ])
  return true
}

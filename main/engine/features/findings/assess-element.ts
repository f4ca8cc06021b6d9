import type { ElementState, Finding } from '../../../../shared/contract/findings.ts'
import type { AuditFacts } from '../../audit-chain/audit-entry.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import type { AssessmentRecord, FindingRecord } from './finding-record.ts'
import { saveAssessment, saveConclusion, saveProposal } from './findings.queries.ts'
import { conclusionRefusal, supportOf } from './findings.rules.ts'
import { entered, hashOf, requireEditable, requireFinding } from './open-finding.ts'

type Input = {
  findingId: string
  elementId: string
  state: ElementState
  reasons: string
  defence: string
  defenceReply: string
}

/** An element of a finding by its id. Throws `findings.unknownElement`. */
export function requireElement(finding: FindingRecord, elementId: string): AssessmentRecord {
  const found = finding.assessments.find(entry => entry.elementId === elementId)
  if (!found) throw new CodedError('findings.unknownElement')
  return found
}

/**
 * Notes how an element is assessed. 'proven' without an intact supporting exhibit is refused with
 * `findings.exhibitRequired` (rule 1). Further: `findings.unknownElement` and as `requireEditable`.
 */
export function assessElement(input: Input, ctx: WriteContext): Finding {
  const finding = requireEditable(ctx, input.findingId)
  const before = requireElement(finding, input.elementId)
  if (input.state === 'proven' && supportOf(before).length === 0) {
    throw new CodedError('findings.exhibitRequired', { elementId: before.elementId, element: before.label })
  }
  saveAssessment(ctx.db, { ...input, accountId: ctx.actor.id, at: ctx.now().toISOString() })
  const facts: AuditFacts = {
    element: before.label,
    elementId: before.elementId,
    state: input.state,
    stateBefore: before.state,
    reasonsHash: hashOf(input.reasons),
    conclusionReset: resetBrokenConclusion(ctx, finding.id),
  }
  if (input.defence !== before.defence) facts.defenceHash = hashOf(input.defence)
  if (input.defenceReply !== before.defenceReply) facts.defenceReplyHash = hashOf(input.defenceReply)
  return entered(ctx, finding, facts)
}

/** A conclusion that its elements no longer carry becomes undecided, and its proposal goes with it. */
export function resetBrokenConclusion(ctx: WriteContext, findingId: string): boolean {
  const finding = requireFinding(ctx, findingId)
  if (conclusionRefusal(finding.conclusion, finding.assessments) === null) return false
  saveConclusion(ctx.db, finding.id, 'undecided', finding.consideration)
  saveProposal(ctx.db, finding.id, null, '')
  return true
}

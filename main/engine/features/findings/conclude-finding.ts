import type { Finding } from '../../../../shared/contract/findings.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { saveConclusion, saveProposal } from './findings.queries.ts'
import { conclusionRefusal, proposalRefusal } from './findings.rules.ts'
import { entered, hashOf, refuse, requireEditable } from './open-finding.ts'
import { bandFor } from './sanction-options.ts'

/**
 * Concludes a finding from its elements. Throws `findings.elementsOpen`, `findings.exhibitRequired`
 * {elementId, element}, `findings.noElementFails`, `findings.considerationRequired` and as `requireEditable`.
 */
export function concludeFinding(
  input: { findingId: string; conclusion: Finding['conclusion']; consideration: string },
  ctx: WriteContext,
): Finding {
  const finding = requireEditable(ctx, input.findingId)
  refuse(conclusionRefusal(input.conclusion, finding.assessments))
  if (input.conclusion !== 'undecided' && input.consideration === '') {
    throw new CodedError('findings.considerationRequired')
  }
  saveConclusion(ctx.db, finding.id, input.conclusion, input.consideration)
  // Only a proven violation has a sanction; a proposal must not outlive its conclusion.
  if (input.conclusion !== 'proven') saveProposal(ctx.db, finding.id, null, '')
  return entered(ctx, finding, {
    conclusion: input.conclusion,
    conclusionBefore: finding.conclusion,
    considerationHash: hashOf(input.consideration),
  })
}

/**
 * Proposes a sanction of the provision's rulebook, or none. Throws `findings.notProven`,
 * `law.unknownSanction` {id}, `findings.outsideBandNeedsReason` {least} and as `requireEditable`.
 */
export function proposeSanction(
  input: { findingId: string; sanctionId: string | null; reason: string },
  ctx: WriteContext,
): Finding {
  const finding = requireEditable(ctx, input.findingId)
  const band = bandFor(ctx.law, finding.provisionId)
  if (input.sanctionId !== null) refuse(proposalRefusal(finding, band, input.sanctionId, input.reason))
  const option = band.sanctions.find(entry => entry.id === input.sanctionId)
  saveProposal(ctx.db, finding.id, input.sanctionId, option ? input.reason : '')
  return entered(ctx, finding, {
    sanction: option?.name ?? null,
    sanctionId: input.sanctionId,
    insideBand: option?.insideBand ?? null,
    reasonHash: hashOf(input.reason),
  })
}

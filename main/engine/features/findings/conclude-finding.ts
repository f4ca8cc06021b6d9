import type { Finding } from '../../../../shared/contract/findings.ts'
import type { SanctionLevel } from '../../../../shared/law-pack.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { bandOf, provisionById } from '../../law/index.ts'
import { sha256Of } from '../../sha256.ts'
import { noteChanges } from './finding-changes.ts'
import { saveConclusion, saveLevel, saveProposal } from './findings.queries.ts'
import { conclusionRefusal, levelRefusal, proposalRefusal } from './findings.rules.ts'
import { lawOf } from './law-of-finding.ts'
import { entered, refuse, requireEditable } from './open-finding.ts'
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
  // Only a proven violation has a sanction; a proposal must not outlive its conclusion.
  const keepsProposal = input.conclusion === 'proven'
  if (!keepsProposal) saveProposal(ctx.db, finding.id, null)
  saveConclusion(ctx.db, finding.id, input.conclusion, input.consideration)
  noteChanges(ctx, finding.id, [
    { field: 'conclusion', before: finding.conclusion, after: input.conclusion },
    { field: 'consideration', before: finding.consideration, after: input.consideration },
    {
      field: 'sanction',
      before: finding.sanctionId ?? '',
      after: keepsProposal ? (finding.sanctionId ?? '') : '',
    },
  ])
  return entered(ctx, finding, {
    conclusion: input.conclusion,
    conclusionBefore: finding.conclusion,
    considerationHash: sha256Of(input.consideration),
  })
}

/**
 * Which tier of the provision applies. Where it has several, the reason says how the condition is met; a proposal
 * that the new level no longer allows falls away. Throws `findings.levelUnknown`, `findings.levelReasonShort`
 * {least} and as `requireEditable`.
 */
export function chooseLevel(
  input: { findingId: string; level: SanctionLevel | null; reason: string },
  ctx: WriteContext,
): Finding {
  const finding = requireEditable(ctx, input.findingId)
  const law = lawOf(ctx, finding.caseId)
  refuse(levelRefusal(bandOf(provisionById(law, finding.provisionId), law).levels, input.level, input.reason))
  const reason = input.level === null ? '' : input.reason
  const { sanctionId, sanctionReason } = finding
  // Put aside meanwhile: at no moment does the store hold a sanction inside a band that it is not in.
  if (sanctionId !== null) saveProposal(ctx.db, finding.id, null)
  saveLevel(ctx.db, finding.id, input.level, reason)
  const refusal =
    sanctionId === null
      ? null
      : proposalRefusal(
          { conclusion: finding.conclusion, level: input.level },
          bandFor(law, finding.provisionId, input.level),
          sanctionId,
          sanctionReason,
        )
  const changes: Parameters<typeof noteChanges>[2][number][] = [
    { field: 'level', before: finding.level ?? '', after: input.level ?? '' },
    { field: 'levelReason', before: finding.levelReason, after: reason },
  ]
  if (refusal) {
    changes.push({ field: 'sanction', before: sanctionId ?? '', after: '' })
  } else if (sanctionId !== null) {
    const option = bandFor(law, finding.provisionId, input.level).sanctions.find(
      entry => entry.id === sanctionId,
    )
    saveProposal(ctx.db, finding.id, {
      sanctionId,
      reason: sanctionReason,
      insideBand: option?.insideBand ?? false,
    })
  }
  noteChanges(ctx, finding.id, changes)
  return entered(ctx, finding, {
    level: input.level,
    reasonHash: sha256Of(reason),
    proposalReset: refusal !== null,
  })
}

/**
 * Proposes a sanction of the provision's rulebook, or none. Throws `findings.notProven`, `findings.levelRequired`,
 * `law.unknownSanction` {id}, `findings.outsideBandNeedsReason` {least} and as `requireEditable`.
 */
export function proposeSanction(
  input: { findingId: string; sanctionId: string | null; reason: string },
  ctx: WriteContext,
): Finding {
  const finding = requireEditable(ctx, input.findingId)
  const band = bandFor(lawOf(ctx, finding.caseId), finding.provisionId, finding.level)
  if (input.sanctionId !== null) refuse(proposalRefusal(finding, band, input.sanctionId, input.reason))
  const option = band.sanctions.find(entry => entry.id === input.sanctionId)
  const proposal = option
    ? { sanctionId: option.id, reason: input.reason, insideBand: option.insideBand }
    : null
  saveProposal(ctx.db, finding.id, proposal)
  noteChanges(ctx, finding.id, [
    { field: 'sanction', before: finding.sanctionId ?? '', after: option?.id ?? '' },
    { field: 'sanctionReason', before: finding.sanctionReason, after: option ? input.reason : '' },
  ])
  return entered(ctx, finding, {
    sanction: option?.name ?? null,
    sanctionId: input.sanctionId,
    insideBand: option?.insideBand ?? null,
    reasonHash: sha256Of(input.reason),
  })
}

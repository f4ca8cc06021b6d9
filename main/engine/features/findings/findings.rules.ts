import { type Finding, type Place, REVIEW_CHECKS } from '../../../../shared/contract/findings.ts'
import type { ErrorFacts } from '../../errors.ts'
import { openFields } from '../evidence/index.ts'
import type { AssessmentRecord, FindingRecord, LinkRecord } from './finding-record.ts'

/** Code and facts of a refusal. */
export type Refusal = { code: string; facts?: ErrorFacts }

/** Shortest reason where one is asked for: a sentence, not a word. Held by the store's triggers as well. */
const SHORTEST_REASON = 20

/** Links that carry an element: they support it, and the exhibit's bytes are still those taken in. */
export function supportOf(assessment: Pick<AssessmentRecord, 'links'>): LinkRecord[] {
  return assessment.links.filter(link => link.stance === 'supports' && link.integrity === 'intact')
}

/**
 * Rule 1 of the product: why the finding cannot be proven now. Every element must be proven, and each needs
 * a supporting exhibit that is intact. Empty when it can.
 */
export function provenBlockedBy(assessments: readonly AssessmentRecord[]): Finding['provenBlockedBy'] {
  if (assessments.length === 0) return [{ code: 'findings.noElements', elementId: null }]
  return assessments.flatMap(assessment => {
    const { elementId } = assessment
    const reasons: Finding['provenBlockedBy'] = []
    if (assessment.state !== 'proven') reasons.push({ code: 'findings.elementsOpen', elementId })
    if (supportOf(assessment).length === 0) reasons.push({ code: 'findings.exhibitRequired', elementId })
    return reasons
  })
}

/**
 * Why a conclusion cannot stand on these elements. 'notProven' needs one element that fails: a violation
 * falls with any of its elements, so the others may stay open.
 */
export function conclusionRefusal(
  conclusion: Finding['conclusion'],
  assessments: readonly AssessmentRecord[],
): Refusal | null {
  if (conclusion === 'undecided') return null
  if (conclusion === 'proven') {
    const [first] = provenBlockedBy(assessments)
    return first ? { code: first.code, facts: elementFacts(assessments, first.elementId) } : null
  }
  const fails = assessments.some(entry => entry.state === 'notProven' || entry.state === 'insufficient')
  return fails ? null : { code: 'findings.noElementFails' }
}

function elementFacts(assessments: readonly AssessmentRecord[], elementId: string | null): ErrorFacts {
  const element = assessments.find(entry => entry.elementId === elementId)
  return { elementId, element: element?.label ?? null }
}

/**
 * Why a finding cannot be handed to a second person: undecided, a point of the defence without an answer,
 * or an exhibit used as proof whose provenance card is not filled or marked unknown (row 16).
 */
export function submitRefusal(finding: FindingRecord): Refusal | null {
  if (finding.conclusion === 'undecided') return { code: 'findings.undecided' }
  const broken = conclusionRefusal(finding.conclusion, finding.assessments)
  if (broken) return broken
  const unanswered = finding.assessments.find(isUnanswered)
  if (unanswered) {
    const facts = elementFacts(finding.assessments, unanswered.elementId)
    return { code: 'findings.defenceUnanswered', facts }
  }
  if (finding.conclusion !== 'proven') return null
  const unclear = finding.assessments.flatMap(supportOf).find(link => openFields(link.card).length > 0)
  if (!unclear) return null
  return { code: 'findings.provenanceIncomplete', facts: { number: unclear.exhibitNumber } }
}

/** A point of the defence with neither a reply nor a reason why there is none. */
function isUnanswered(
  entry: Pick<AssessmentRecord, 'defence' | 'defenceReply' | 'defenceUnansweredReason'>,
): boolean {
  return (
    entry.defence !== '' &&
    entry.defenceReply === '' &&
    entry.defenceUnansweredReason.length < SHORTEST_REASON
  )
}

/** Why a reason for not answering cannot stand; empty means none is given. */
export function unansweredRefusal(reason: string): Refusal | null {
  return reason === '' || reason.length >= SHORTEST_REASON
    ? null
    : { code: 'findings.unansweredReasonShort', facts: { least: SHORTEST_REASON } }
}

/** Why a tier cannot be chosen: the provision lacks it, or nobody says why its condition is met. */
export function levelRefusal(
  levels: readonly string[],
  level: string | null,
  reason: string,
): Refusal | null {
  if (level === null) return null
  if (!levels.includes(level)) return { code: 'findings.levelUnknown' }
  if (levels.length < 2 || reason.length >= SHORTEST_REASON) return null
  return { code: 'findings.levelReasonShort', facts: { least: SHORTEST_REASON } }
}

/** Why a finding's parts cannot be changed now: a second person reads it, or has approved it. */
export function editRefusal(state: Finding['state']): Refusal | null {
  if (state === 'submitted') return { code: 'findings.underReview' }
  return state === 'reviewed' ? { code: 'findings.reviewed' } : null
}

/** Four eyes: nobody reviews a finding of which any part is their own work. */
export function reviewRefusal(
  finding: Pick<FindingRecord, 'state' | 'authorId' | 'authorIds'>,
  actorId: string,
): Refusal | null {
  if (finding.state !== 'submitted') return { code: 'findings.notSubmitted' }
  const own = finding.authorId === actorId || finding.authorIds.includes(actorId)
  return own ? { code: 'findings.ownReview' } : null
}

/** An approval confirms every point of the list; a return says why. */
export function reviewInputRefusal(input: {
  outcome: 'approved' | 'returned'
  checks: readonly string[]
  comment: string
}): Refusal | null {
  if (input.outcome === 'returned') {
    return input.comment === '' ? { code: 'findings.commentRequired' } : null
  }
  const missing = REVIEW_CHECKS.filter(check => !input.checks.includes(check))
  return missing.length > 0
    ? { code: 'findings.checksMissing', facts: { missing: missing.join(', ') } }
    : null
}

/** Why a sanction cannot be proposed; only a proven finding has one. */
export function proposalRefusal(
  finding: Pick<FindingRecord, 'conclusion' | 'level'>,
  band: Finding['band'],
  sanctionId: string,
  reason: string,
): Refusal | null {
  if (finding.conclusion !== 'proven') return { code: 'findings.notProven' }
  const option = band.sanctions.find(entry => entry.id === sanctionId)
  if (!option) return { code: 'law.unknownSanction', facts: { id: sanctionId } }
  if (finding.level === null && band.levels.length > 1) return { code: 'findings.levelRequired' }
  if (option.insideBand || reason.length >= SHORTEST_REASON) return null
  return { code: 'findings.outsideBandNeedsReason', facts: { least: SHORTEST_REASON } }
}

/** Is the box inside its page? A little rounding is let pass. */
export function isInsidePage(place: Place): boolean {
  const { box } = place
  return box === null || (box.x + box.width <= 1.000_001 && box.y + box.height <= 1.000_001)
}

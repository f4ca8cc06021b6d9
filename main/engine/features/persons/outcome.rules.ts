import type { EarlierCase } from '../../../../shared/contract/persons.ts'

export type OutcomeFacts = {
  decided: 'proven' | 'notProven' | 'deferred' | null
  letterState: string | null
  closedKind: string | null
  imposedSanctionId: string | null
}

/**
 * What may be said of a person in an earlier case. Alleged is not proven, proven is not recommended,
 * recommended is not sanctioned: each word needs its own fact (row 9 of the features).
 */
export function outcomeOf(facts: OutcomeFacts): EarlierCase['outcome'] {
  if (facts.decided === null) return 'alleged'
  if (facts.decided !== 'proven') return facts.decided
  if (facts.closedKind === 'sanctionDecision' && facts.imposedSanctionId !== null) return 'sanctioned'
  return facts.letterState === 'issued' ? 'recommended' : 'proven'
}

/** The sanction that belongs to the outcome: imposed, or only recommended. */
export function sanctionIdOf(
  outcome: EarlierCase['outcome'],
  facts: { decidedSanctionId: string | null; imposedSanctionId: string | null },
): string | null {
  if (outcome === 'sanctioned') return facts.imposedSanctionId
  return outcome === 'proven' || outcome === 'recommended' ? facts.decidedSanctionId : null
}

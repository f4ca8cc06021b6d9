import type { Verdict } from '../../../../shared/contract/plenaries.ts'

type OpinionBallot = {
  displayName: string
  verdict: Verdict
  sanctionId: string | null
  moralSanctionId?: string | null
  opinion: string
}
type Chosen = { outcome: Verdict; sanctionId: string | null; moralSanctionId?: string | null }

export type SeparateOpinion = {
  ordinal: number
  displayName: string
  kind: 'dissenting' | 'concurring'
  text: string
}

/**
 * Separate opinions of one decision, numbered from 1: dissenting ones first, then by name and text, so that the
 * same ballots always give the same numbers. Another sanction than the decided one is a dissent too.
 */
export function separateOpinions(ballots: readonly OpinionBallot[], decided: Chosen): SeparateOpinion[] {
  return numberedOpinions(ballots, decided).map(({ opinion }) => opinion)
}

/** The same, each beside its ballot: two members may have one name. */
export function numberedOpinions<Ballot extends OpinionBallot>(
  ballots: readonly Ballot[],
  decided: Chosen,
): { ballot: Ballot; opinion: SeparateOpinion }[] {
  const rank = { dissenting: 0, concurring: 1 }
  return ballots
    .filter(ballot => ballot.opinion.trim() !== '')
    .map(ballot => ({
      ballot,
      displayName: ballot.displayName,
      kind: votedOtherwise(ballot, decided) ? ('dissenting' as const) : ('concurring' as const),
      text: ballot.opinion.trim(),
    }))
    .toSorted(
      (a, b) =>
        rank[a.kind] - rank[b.kind] ||
        a.displayName.localeCompare(b.displayName, 'id') ||
        a.text.localeCompare(b.text, 'id'),
    )
    .map(({ ballot, ...opinion }, index) => ({ ballot, opinion: { ordinal: index + 1, ...opinion } }))
}

function votedOtherwise(ballot: OpinionBallot, decided: Chosen): boolean {
  if (ballot.verdict !== decided.outcome) return true
  if (decided.outcome !== 'proven') return false
  const moral = (ballot.moralSanctionId ?? null) !== (decided.moralSanctionId ?? null)
  return ballot.sanctionId !== decided.sanctionId || moral
}

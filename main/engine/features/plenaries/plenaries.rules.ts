import type { Quorum, Verdict } from '../../../../shared/contract/plenaries.ts'
import type { InstitutionPack, QuorumRule } from '../../../../shared/institution-pack.ts'

// Statute gives the commission its members and leaves the decision rule to its own order (UU 5/2014
// Pasal 35), so quorum and ties come from the institution pack.

type TieRule = InstitutionPack['tieRule']

/**
 * Quorum of a meeting, or of one case in it. `members` are all who belong to the plenary, `recused`
 * those who withdrew from the case; a recused member is never present for that case.
 */
export function quorumOf(
  rule: QuorumRule,
  members: readonly { accountId: string; present: boolean }[],
  recused: ReadonlySet<string> = new Set(),
): Quorum {
  const eligible = members.filter(member => !recused.has(member.accountId))
  const base = rule.base === 'withoutRecused' ? eligible.length : members.length
  const present = eligible.filter(member => member.present).length
  const needed = Math.max(1, neededOf(rule.rule, base))
  return { present, base, needed, met: present >= needed }
}

function neededOf(rule: QuorumRule['rule'], base: number): number {
  if ('minimum' in rule) return rule.minimum
  const share = (base * rule.numerator) / rule.denominator
  return rule.over ? Math.floor(share) + 1 : Math.ceil(share)
}

export type CastBallot = { accountId: string; verdict: Verdict; sanctionId: string | null }
export type Tally = Record<Verdict, number>

export type Decided = {
  outcome: Verdict
  tally: Tally
  sanctionId: string | null
  tieBroken: boolean
}

/**
 * The decision that a set of ballots gives. The verdict with the most ballots wins; what an equal
 * number means is the pack's tie rule: 'rejected' = proven is not carried, 'chairDecides' = the
 * presider's ballot, 'voteAgain' (and whatever stays open) = deferred to another meeting.
 * Between sanctions with equal ballots the lighter one is taken, unless the presider decides.
 */
export function decide(
  ballots: readonly CastBallot[],
  tieRule: TieRule,
  presiderId: string | null,
  rankOf: (sanctionId: string) => number,
): Decided {
  const tally: Tally = { proven: 0, notProven: 0, deferred: 0 }
  for (const ballot of ballots) tally[ballot.verdict] += 1
  const presider = ballots.find(ballot => ballot.accountId === presiderId)
  const leaders = leadersOf(Object.entries(tally) as [Verdict, number][])
  const outcome = leaders.length === 1 ? (leaders[0] ?? 'deferred') : settle(leaders, tieRule, presider)
  if (outcome !== 'proven') return { outcome, tally, sanctionId: null, tieBroken: leaders.length > 1 }
  const sanction = sanctionOf(ballots, tieRule, presider, rankOf)
  return {
    outcome,
    tally,
    sanctionId: sanction.id,
    tieBroken: leaders.length > 1 || sanction.tied,
  }
}

function settle(leaders: readonly Verdict[], tieRule: TieRule, presider: CastBallot | undefined): Verdict {
  if (tieRule === 'chairDecides' && presider && leaders.includes(presider.verdict)) return presider.verdict
  if (tieRule !== 'rejected') return 'deferred'
  const left = leaders.filter(verdict => verdict !== 'proven')
  return left.length === 1 ? (left[0] ?? 'deferred') : 'deferred'
}

function sanctionOf(
  ballots: readonly CastBallot[],
  tieRule: TieRule,
  presider: CastBallot | undefined,
  rankOf: (sanctionId: string) => number,
): { id: string | null; tied: boolean } {
  const counts = new Map<string, number>()
  for (const { verdict, sanctionId } of ballots) {
    if (verdict === 'proven' && sanctionId) counts.set(sanctionId, (counts.get(sanctionId) ?? 0) + 1)
  }
  const leaders = leadersOf([...counts])
  if (leaders.length <= 1) return { id: leaders[0] ?? null, tied: false }
  const ofPresider = presider?.sanctionId
  if (tieRule === 'chairDecides' && ofPresider && leaders.includes(ofPresider)) {
    return { id: ofPresider, tied: true }
  }
  const lightest = leaders.toSorted((a, b) => rankOf(a) - rankOf(b))[0] ?? null
  return { id: lightest, tied: true }
}

function leadersOf<T>(counts: readonly (readonly [T, number])[]): T[] {
  const most = Math.max(0, ...counts.map(([, count]) => count))
  return most === 0 ? [] : counts.filter(([, count]) => count === most).map(([key]) => key)
}

/** Shortest reason for a sanction outside the band. */
export const SHORTEST_REASON = 20

export type BallotFacts = {
  verdict: Verdict
  sanctionId: string | null
  opinion: string
  /** A finding of the person is proven and reviewed. */
  provenSupported: boolean
  /** Sanctions inside the band of the proven findings. */
  band: readonly string[]
}

/**
 * Why a ballot cannot be taken, or null. Rule 1 of the product: the plenary cannot hold proven what
 * no reviewed finding holds proven. Outside the band a reason of at least a sentence is needed.
 */
export function ballotRefusal(facts: BallotFacts): string | null {
  if (facts.verdict !== 'proven') return null
  if (!facts.provenSupported) return 'plenaries.provenUnsupported'
  if (facts.sanctionId === null) return facts.band.length > 0 ? 'plenaries.sanctionRequired' : null
  if (facts.band.includes(facts.sanctionId)) return null
  return facts.opinion.trim().length >= SHORTEST_REASON ? null : 'plenaries.outsideBandNeedsReason'
}

/** Whether an account's region names the province of a case, so that a recusal should be asked. */
export function isSameRegion(region: string, provinceNames: readonly string[]): boolean {
  const own = plain(region)
  return own.length > 2 && provinceNames.some(name => plain(name) === own)
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/\b(provinsi|prov|daerah istimewa|daerah khusus ibukota|di|dki)\b\.?/g, '')
    .replace(/[^a-z]/g, '')

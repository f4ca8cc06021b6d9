import { type Quorum, SHORTEST_BALLOT_REASON, type Verdict } from '../../../../shared/contract/plenaries.ts'
import type { InstitutionPack, OpeningRule, QuorumRule } from '../../../../shared/institution-pack.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'

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

/**
 * How many of `holders` open the ballots of a vote together; without a rule more than half. Never fewer than
 * two where there are two, so that nobody opens them alone, and never more than there are.
 */
export function openingThreshold(rule: OpeningRule['rule'] | undefined, holders: number): number {
  const asked = neededOf(rule ?? { numerator: 1, denominator: 2, over: true }, holders)
  return Math.min(holders, Math.max(asked, Math.min(2, holders)))
}

export type CastBallot = {
  accountId: string
  verdict: Verdict
  sanctionId: string | null
  moralSanctionId: string | null
}
export type Tally = Record<Verdict, number>

export type Decided = {
  outcome: Verdict
  tally: Tally
  sanctionId: string | null
  moralSanctionId: string | null
  tieBroken: boolean
}

/**
 * The decision that a set of ballots gives. The verdict with the most ballots wins; what an equal
 * number means is the pack's tie rule: 'rejected' = proven is not carried, 'chairDecides' = the
 * presider's ballot, 'voteAgain' (and whatever stays open) = deferred to another meeting.
 * The disciplinary and the moral sanction are counted one apart from the other among the ballots for
 * 'proven': first whether there is one at all, then which. An equal number goes to the lighter (none is the
 * lightest), unless the presider decides. Where each of these ballots names a sanction but neither kind is
 * carried, the most voted moral one is taken, so that nobody gets less than all asked for.
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
  const tied = leaders.length > 1
  if (outcome !== 'proven') {
    return { outcome, tally, sanctionId: null, moralSanctionId: null, tieBroken: tied }
  }
  const proven = ballots.filter(ballot => ballot.verdict === 'proven')
  const chair = tieRule === 'chairDecides' ? proven.find(row => row.accountId === presiderId) : undefined
  const count = (of: (ballot: CastBallot) => string | null, atAll: boolean) =>
    mostVoted(proven.map(of), chair && { choice: of(chair) }, rankOf, atAll)
  const sanction = count(ballot => ballot.sanctionId, true)
  let moral = count(ballot => ballot.moralSanctionId, true)
  const allNameOne = proven.every(ballot => ballot.sanctionId !== null || ballot.moralSanctionId !== null)
  if (sanction.id === null && moral.id === null && allNameOne) {
    moral = { ...count(ballot => ballot.moralSanctionId, false), tied: true }
  }
  return {
    outcome,
    tally,
    sanctionId: sanction.id,
    moralSanctionId: moral.id,
    tieBroken: tied || sanction.tied || moral.tied,
  }
}

function settle(leaders: readonly Verdict[], tieRule: TieRule, presider: CastBallot | undefined): Verdict {
  if (tieRule === 'chairDecides' && presider && leaders.includes(presider.verdict)) return presider.verdict
  if (tieRule !== 'rejected') return 'deferred'
  const left = leaders.filter(verdict => verdict !== 'proven')
  return left.length === 1 ? (left[0] ?? 'deferred') : 'deferred'
}

/** The sanction with the most ballots; `atAll`: null when more ballots name none. `chair` settles what is equal. */
function mostVoted(
  choices: readonly (string | null)[],
  chair: { choice: string | null } | undefined,
  rankOf: (sanctionId: string) => number,
  atAll: boolean,
): { id: string | null; tied: boolean } {
  const named = choices.filter(choice => choice !== null)
  const without = choices.length - named.length
  const halved = atAll && named.length > 0 && named.length === without
  if (named.length === 0 || (atAll && named.length < without)) return { id: null, tied: false }
  if (halved && (!chair || chair.choice === null)) return { id: null, tied: true }
  const counts = new Map<string, number>()
  for (const choice of named) counts.set(choice, (counts.get(choice) ?? 0) + 1)
  const leaders = leadersOf([...counts])
  if (leaders.length === 1) return { id: leaders[0] ?? null, tied: halved }
  if (chair?.choice && leaders.includes(chair.choice)) return { id: chair.choice, tied: true }
  const lightest = leaders.toSorted((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))[0] ?? null
  return { id: lightest, tied: true }
}

const LEVELS = ['moral', 'ringan', 'sedang', 'berat', 'pemberhentian']

/** Light to heavy over a whole pack: by level, then by its rank, then by its place in the pack. */
export function sanctionRanks(law: Pick<LawPack, 'sanctions'>): (sanctionId: string) => number {
  const weight = (n: number) => {
    const entry = law.sanctions[n]
    return entry ? LEVELS.indexOf(entry.level) * 1000 + (entry.rank ?? 100 + n) : 0
  }
  const ranks = new Map(law.sanctions.map((entry, n) => [entry.id, weight(n)]))
  return id => ranks.get(id) ?? 0
}

function leadersOf<T>(counts: readonly (readonly [T, number])[]): T[] {
  const most = Math.max(0, ...counts.map(([, count]) => count))
  return most === 0 ? [] : counts.filter(([, count]) => count === most).map(([key]) => key)
}

export type BallotFacts = {
  verdict: Verdict
  sanctionId: string | null
  moralSanctionId: string | null
  opinion: string
}

/** What may be voted: fixed with the question. */
export type BallotBounds = {
  /** A finding of the person is proven and reviewed. */
  provenSupported: boolean
  /** Sanctions inside the band of the proven findings. */
  sanctions: readonly string[]
  moralSanctions: readonly string[]
}

/**
 * Why a ballot cannot be taken, or null. Rule 1 of the product: the plenary cannot hold proven what
 * no reviewed finding holds proven. Outside the band a reason of at least a sentence is needed. A sanction
 * belongs to 'proven' alone; a moral one may stand beside a disciplinary one or instead of it.
 */
export function ballotRefusal(ballot: BallotFacts, bounds: BallotBounds): string | null {
  const { verdict, sanctionId, moralSanctionId } = ballot
  if (verdict !== 'proven') {
    return sanctionId === null && moralSanctionId === null ? null : 'plenaries.sanctionOnlyProven'
  }
  if (!bounds.provenSupported) return 'plenaries.provenUnsupported'
  if (moralSanctionId !== null && !bounds.moralSanctions.includes(moralSanctionId)) {
    return 'law.unknownSanction'
  }
  if (sanctionId === null) {
    return bounds.sanctions.length > 0 && moralSanctionId === null ? 'plenaries.sanctionRequired' : null
  }
  if (bounds.sanctions.includes(sanctionId)) return null
  return ballot.opinion.trim().length >= SHORTEST_BALLOT_REASON ? null : 'plenaries.outsideBandNeedsReason'
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

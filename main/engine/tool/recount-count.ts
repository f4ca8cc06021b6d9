import type { Body, Decision, Question } from './recount-file.ts'

type Counted = Pick<Decision, 'outcome' | 'tally' | 'sanctionId' | 'moralSanctionId' | 'tieBroken'>
type Kind = 'sanctionId' | 'moralSanctionId'

const VERDICTS = ['proven', 'notProven', 'deferred'] as const

/**
 * Counts opened ballots by the rules that the question fixed: section "Counting" of
 * features/plenaries/README.md. `rankOf` is small for a light sanction.
 */
export function count(
  ballots: readonly Body[],
  { tieRule, presiderId }: Pick<Question, 'tieRule' | 'presiderId'>,
  rankOf: (sanctionId: string) => number,
): Counted {
  const votes = (verdict: Body['verdict']) => ballots.filter(ballot => ballot.verdict === verdict).length
  const tally = { proven: votes('proven'), notProven: votes('notProven'), deferred: votes('deferred') }
  const top = Math.max(...VERDICTS.map(votes))
  const first = top === 0 ? [] : VERDICTS.filter(verdict => votes(verdict) === top)
  const chair = tieRule === 'chairDecides' ? ballots.find(row => row.accountId === presiderId) : undefined
  let outcome: Body['verdict'] = 'deferred'
  if (first.length === 1) outcome = first[0] ?? 'deferred'
  else if (chair && first.includes(chair.verdict)) outcome = chair.verdict
  else if (tieRule === 'rejected' && first.length === 2 && first.includes('proven')) {
    outcome = first.find(verdict => verdict !== 'proven') ?? 'deferred'
  }
  const none = { sanctionId: null, moralSanctionId: null }
  if (outcome !== 'proven') return { outcome, tally, ...none, tieBroken: first.length > 1 }
  const proven = ballots.filter(ballot => ballot.verdict === 'proven')
  const deciding = chair?.verdict === 'proven' ? chair : undefined
  const discipline = carried(proven, 'sanctionId', deciding, rankOf)
  const moral = carried(proven, 'moralSanctionId', deciding, rankOf)
  const least =
    discipline.id === null &&
    moral.id === null &&
    proven.every(ballot => ballot.sanctionId !== null || ballot.moralSanctionId !== null)
  const instead = least ? favourite(proven, 'moralSanctionId', deciding, rankOf).id : moral.id
  return {
    outcome,
    tally,
    sanctionId: discipline.id,
    moralSanctionId: instead,
    tieBroken: first.length > 1 || discipline.tied || moral.tied || least,
  }
}

/** First whether more ballots name a sanction of this kind than none, then which. */
function carried(
  ballots: readonly Body[],
  kind: Kind,
  deciding: Body | undefined,
  rankOf: (id: string) => number,
): { id: string | null; tied: boolean } {
  const balance = ballots.reduce((sum, ballot) => sum + (ballot[kind] === null ? -1 : 1), 0)
  const some = ballots.some(ballot => ballot[kind] !== null)
  if (!some || balance < 0) return { id: null, tied: false }
  if (balance === 0 && !deciding?.[kind]) return { id: null, tied: true }
  const most = favourite(ballots, kind, deciding, rankOf)
  return { id: most.id, tied: most.tied || balance === 0 }
}

/** The most named one; of equally many the presider's, else the lightest, else the first by its id. */
function favourite(
  ballots: readonly Body[],
  kind: Kind,
  deciding: Body | undefined,
  rankOf: (id: string) => number,
): { id: string | null; tied: boolean } {
  const named = ballots.map(ballot => ballot[kind]).filter(id => id !== null)
  const times = (id: string) => named.filter(other => other === id).length
  const ids = [...new Set(named)]
  const best = ids.filter(id => ids.every(other => times(other) <= times(id)))
  const own = deciding?.[kind]
  if (best.length > 1 && own && best.includes(own)) return { id: own, tied: true }
  best.sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1))
  return { id: best[0] ?? null, tied: best.length > 1 }
}

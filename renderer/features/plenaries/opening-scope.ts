import type { PersonVote, Plenary } from '../../../shared/contract/plenaries.ts'
import type { AccountId } from '../../../shared/ids.ts'
import { isComplete, type Turn, turnsOf } from './agenda-order.ts'

export type Scope = 'person' | 'case' | 'meeting'

/** The votes of each scope that are complete and can be opened together; a scope that adds nothing is left out. */
export function scopesOf(plenary: Plenary, turn: Turn): { scope: Scope; votes: PersonVote[] }[] {
  const complete = turnsOf(plenary).filter(({ person }) => isComplete(person))
  const votesOf = (turns: readonly Turn[]) => turns.flatMap(({ person }) => person.vote ?? [])
  const own = votesOf(complete.filter(({ person }) => person.respondentId === turn.person.respondentId))
  const ofCase = votesOf(complete.filter(({ item }) => item.caseId === turn.item.caseId))
  const all = votesOf(complete)
  return [
    { scope: 'person' as const, votes: own },
    ...(ofCase.length > own.length ? [{ scope: 'case' as const, votes: ofCase }] : []),
    ...(all.length > ofCase.length ? [{ scope: 'meeting' as const, votes: all }] : []),
  ]
}

/** A member who has come forward; without a passphrase the one who is signed in here. */
export type Opener = { accountId: AccountId; displayName: string; passphrase: string | null }

export type Holder = PersonVote['opening']['holders'][number]

/** Who can help to open these votes, each once, in the order of the votes. */
export function holdersOf(votes: readonly PersonVote[]): Holder[] {
  return [
    ...new Map(
      votes.flatMap(vote => vote.opening.holders).map(holder => [holder.accountId, holder]),
    ).values(),
  ]
}

/**
 * How far the ceremony is: the threshold of the vote that needs most, how many openers of it are there, and how
 * many are missing until every vote can be opened.
 */
export function openingProgress(
  votes: readonly PersonVote[],
  openers: readonly AccountId[],
): { given: number; needed: number; of: number; missing: number } {
  const each = votes.map(({ opening: { threshold, holders } }) => {
    const given = holders.filter(holder => openers.includes(holder.accountId)).length
    return { given, needed: threshold, of: holders.length, missing: Math.max(0, threshold - given) }
  })
  const [hardest] = each.sort((a, b) => b.missing - a.missing || b.needed - a.needed)
  return hardest ?? { given: 0, needed: 0, of: 0, missing: 0 }
}

import { expect, it } from 'vitest'
import type { PersonVote, Plenary } from '../../../shared/contract/plenaries.ts'
import { turnsOf } from './agenda-order.ts'
import { holdersOf, openingProgress, scopesOf } from './opening-scope.ts'

const vote = (voteId: string, holders: string[], threshold: number, missing = 0): PersonVote =>
  ({
    voteId,
    state: 'open',
    castCount: holders.length - missing,
    expectedCount: holders.length,
    opening: { threshold, holders: holders.map(accountId => ({ accountId })) },
  }) as unknown as PersonVote
const meeting = (...cases: PersonVote[][]) =>
  ({
    agenda: cases.map((votes, n) => ({
      caseId: `case ${n}`,
      persons: votes.map(entry => ({ respondentId: entry.voteId, vote: entry })),
    })),
  }) as unknown as Plenary
const ids = (names: string) => names.split(' ') as never

it('offers wider scopes only where they add a complete vote', () => {
  const alone = meeting([vote('1', ['a', 'b'], 2)], [vote('2', ['a', 'b'], 2, 1)])
  expect(scopesOf(alone, turnsOf(alone)[0]!).map(entry => entry.scope)).toEqual(['person'])
  const more = meeting([vote('1', ['a', 'b'], 2), vote('2', ['a', 'b'], 2)], [vote('3', ['a', 'b'], 2)])
  const scopes = scopesOf(more, turnsOf(more)[0]!)
  expect(scopes.map(({ scope, votes }) => [scope, votes.length])).toEqual([
    ['person', 1],
    ['case', 2],
    ['meeting', 3],
  ])
})

it('counts for each vote its own holders: who withdrew from one case opens the others alone', () => {
  const votes = [vote('1', ['a', 'b', 'c', 'd'], 3), vote('2', ['a', 'b', 'c'], 2)]
  expect(holdersOf(votes).map(holder => holder.accountId)).toEqual(['a', 'b', 'c', 'd'])
  expect(openingProgress(votes, ids('a d'))).toEqual({ given: 2, needed: 3, of: 4, missing: 1 })
  expect(openingProgress(votes, ids('a b d')).missing).toBe(0)
  expect(
    openingProgress([vote('1', ['a', 'b', 'c', 'd'], 2), vote('2', ['a', 'b', 'c'], 2)], ids('d a')),
  ).toEqual({
    given: 1,
    needed: 2,
    of: 3,
    missing: 1,
  })
})

import { expect, it } from 'vitest'
import { numberedOpinions, separateOpinions } from './opinions.rules.ts'

const ballot = (displayName: string, verdict: 'proven' | 'notProven' | 'deferred', opinion = 'Alasan.') => ({
  displayName,
  verdict,
  sanctionId: verdict === 'proven' ? 'a' : null,
  opinion,
})
const decided = { outcome: 'proven', sanctionId: 'a' } as const

it('numbers dissents before concurring opinions, whatever the order of the ballots', () => {
  const ballots = [
    ballot('Surya', 'proven'),
    ballot('Darma', 'notProven'),
    ballot('Bakti', 'proven'),
    ballot('Ayu', 'deferred'),
  ]
  const expected = [
    [1, 'Ayu', 'dissenting'],
    [2, 'Darma', 'dissenting'],
    [3, 'Bakti', 'concurring'],
    [4, 'Surya', 'concurring'],
  ]
  for (const order of [ballots, ballots.toReversed()]) {
    const numbered = separateOpinions(order, decided)
    expect(numbered.map(({ ordinal, displayName, kind }) => [ordinal, displayName, kind])).toEqual(expected)
  }
})

it('leaves out empty opinions and counts another sanction as a dissent', () => {
  const other = { ...ballot('Laksmi', 'proven'), sanctionId: 'b' }
  const moral = { ...ballot('Ningsih', 'proven'), moralSanctionId: 'm' }
  const numbered = separateOpinions([other, moral, ballot('Bakti', 'proven', '  ')], decided)
  expect(numbered.map(({ displayName, kind }) => [displayName, kind])).toEqual([
    ['Laksmi', 'dissenting'],
    ['Ningsih', 'dissenting'],
  ])
})

it('compares no sanction when nothing was proven', () => {
  const numbered = separateOpinions([ballot('Bakti', 'notProven')], {
    outcome: 'notProven',
    sanctionId: null,
  })
  expect(numbered[0]?.kind).toBe('concurring')
})

it('keeps each opinion with its ballot when two members have one name', () => {
  const ballots = [
    { ...ballot('Darma', 'notProven', 'Saksi tidak melihat sendiri.'), accountId: 'one' },
    { ...ballot('Darma', 'deferred', 'Perlu keterangan ahli.'), accountId: 'other' },
  ]
  for (const order of [ballots, ballots.toReversed()]) {
    const numbered = numberedOpinions(order, decided)
    expect(
      numbered.map(entry => [entry.ballot.accountId, entry.opinion.ordinal, entry.opinion.text]),
    ).toEqual([
      ['other', 1, 'Perlu keterangan ahli.'],
      ['one', 2, 'Saksi tidak melihat sendiri.'],
    ])
  }
})

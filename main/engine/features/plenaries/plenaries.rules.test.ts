import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../../../shared/contract/plenaries.ts'
import type { QuorumRule } from '../../../../shared/institution-pack.ts'
import {
  ballotRefusal,
  type CastBallot,
  decide,
  isSameRegion,
  openingThreshold,
  quorumOf,
} from './plenaries.rules.ts'

const half: QuorumRule = {
  rule: { numerator: 1, denominator: 2, over: true },
  base: 'withoutRecused',
  basis: '',
}
const members = (present: string) =>
  [...present].map((mark, n) => ({ accountId: `m${n}`, present: mark === '1' }))

describe('quorum', () => {
  it.each([
    ['11100', 3, true],
    ['11000', 3, false],
    ['1110', 3, true],
    ['1100', 3, false],
    ['1', 1, true],
    ['', 1, false],
  ])('more than half of %s needs %i', (present, needed, met) => {
    expect(quorumOf(half, members(present))).toMatchObject({ needed, met })
  })
  it('shrinks its base by the recused, who are not present either', () => {
    expect(quorumOf(half, members('11100'), new Set(['m0', 'm4']))).toEqual({
      present: 2,
      base: 3,
      needed: 2,
      met: true,
    })
  })
  it('keeps the base when the rule counts all', () => {
    const rule = { ...half, base: 'allCommissioners' as const }
    expect(quorumOf(rule, members('11100'), new Set(['m0']))).toMatchObject({
      base: 5,
      needed: 3,
      met: false,
    })
  })
  it('takes a number or an exact fraction', () => {
    expect(quorumOf({ ...half, rule: { minimum: 4 } }, members('111')).met).toBe(false)
    const twoThirds = { ...half, rule: { numerator: 2, denominator: 3, over: false } }
    expect(quorumOf(twoThirds, members('1100'))).toMatchObject({ needed: 3, met: false })
  })
})

const ballots = (text: string): CastBallot[] =>
  text.split(' ').map((word, n) => {
    const [mark = '', sanction = '', moral = ''] = word.split(':')
    const verdicts: Record<string, Verdict> = { p: 'proven', n: 'notProven', d: 'deferred' }
    return {
      accountId: `m${n}`,
      verdict: verdicts[mark] ?? 'deferred',
      sanctionId: sanction || null,
      moralSanctionId: moral || null,
    }
  })
const rank = (id: string) => Number(id)

describe('decide', () => {
  it('takes the verdict with the most ballots and its most voted sanction', () => {
    expect(decide(ballots('p:5 p:5 p:4 n d'), 'rejected', null, rank)).toEqual({
      outcome: 'proven',
      tally: { proven: 3, notProven: 1, deferred: 1 },
      sanctionId: '5',
      moralSanctionId: null,
      tieBroken: false,
    })
  })
  it.each([
    ['p:1 n', 'rejected', 'notProven'],
    ['p:1 d', 'rejected', 'deferred'],
    ['n d', 'rejected', 'deferred'],
    ['p:1 n d', 'rejected', 'deferred'],
    ['p:1 n', 'voteAgain', 'deferred'],
    ['p:1 n', 'chairDecides', 'proven'],
    ['n p:1', 'chairDecides', 'notProven'],
    ['d p:1 p:1 n n', 'chairDecides', 'deferred'],
  ] as const)('reads the tie %s under %s as %s', (text, rule, outcome) => {
    expect(decide(ballots(text), rule, 'm0', rank)).toMatchObject({ outcome, tieBroken: true })
  })
  it('breaks a tie of sanctions towards the lighter one, or by the presider', () => {
    expect(decide(ballots('p:6 p:4'), 'rejected', 'm0', rank)).toMatchObject({
      sanctionId: '4',
      tieBroken: true,
    })
    expect(decide(ballots('p:6 p:4'), 'chairDecides', 'm0', rank).sanctionId).toBe('6')
  })
  it('gives the same result for any order of the ballots', () => {
    const some = ballots('p:5 n p:4 d p:4 n')
    const first = decide(some, 'rejected', null, rank)
    for (let n = 0; n < some.length; n += 1) {
      some.push(some.shift() as CastBallot)
      expect(decide(some, 'rejected', null, rank)).toEqual(first)
    }
  })
})

describe('a moral sanction', () => {
  it.each([
    // Beside: counted on its own, and only with a majority of its own.
    ['p:5:1 p:5:1 p:5', 'rejected', '5', '1', false],
    ['p:5:1 p:5 p:5', 'rejected', '5', null, false],
    ['p:5:1 p:5', 'rejected', '5', null, true],
    ['p:5:1 p:5', 'chairDecides', '5', '1', true],
    // Instead: those without a disciplinary sanction are more, or the lighter of an equal number.
    ['p::1 p::1 p:5', 'rejected', null, '1', false],
    ['p:5 p:6 p::1', 'rejected', '5', null, true],
    ['p:5:2 p::2', 'rejected', null, '2', true],
    // Each names one, neither kind is carried: nobody gets less than all asked for.
    ['p:5 p::1', 'rejected', null, '1', true],
    ['p:5 p::2 p:6 p::1', 'rejected', null, '1', true],
    ['p::1 p::2', 'chairDecides', null, '1', true],
    ['p::2 p::1', 'chairDecides', null, '2', true],
    ['p p p:5', 'rejected', null, null, false],
  ] as const)('%s under %s: %s and %s', (text, rule, sanctionId, moralSanctionId, tieBroken) => {
    expect(decide(ballots(text), rule, 'm0', rank)).toMatchObject({
      outcome: 'proven',
      sanctionId,
      moralSanctionId,
      tieBroken,
    })
  })
})

describe('openingThreshold', () => {
  const share = (numerator: number, denominator: number, over: boolean) => ({ numerator, denominator, over })
  it.each([
    [1, undefined, 1],
    [2, undefined, 2],
    [3, undefined, 2],
    [4, undefined, 3],
    [7, undefined, 4],
    [7, share(2, 3, false), 5],
    [7, { minimum: 3 }, 3],
    // Nobody opens alone, and no rule asks for more than are there.
    [7, { minimum: 1 }, 2],
    [3, { minimum: 5 }, 3],
    [1, { minimum: 5 }, 1],
  ])('of %i holders under %j needs %i', (holders, rule, needed) => {
    expect(openingThreshold(rule, holders)).toBe(needed)
  })
})

describe('ballotRefusal', () => {
  const ballot = {
    verdict: 'proven' as Verdict,
    sanctionId: 'a' as string | null,
    moralSanctionId: null as string | null,
    opinion: '',
  }
  const bounds = { provenSupported: true, sanctions: ['a', 'b'], moralSanctions: ['m'] }
  it.each([
    [{}, {}, null],
    [{}, { provenSupported: false }, 'plenaries.provenUnsupported'],
    [{ verdict: 'notProven' as Verdict, sanctionId: null }, { provenSupported: false }, null],
    [{ verdict: 'notProven' as Verdict }, {}, 'plenaries.sanctionOnlyProven'],
    [
      { verdict: 'deferred' as Verdict, sanctionId: null, moralSanctionId: 'm' },
      {},
      'plenaries.sanctionOnlyProven',
    ],
    [{ sanctionId: null }, {}, 'plenaries.sanctionRequired'],
    [{ sanctionId: null }, { sanctions: [] }, null],
    [{ sanctionId: null, moralSanctionId: 'm' }, {}, null],
    [{ moralSanctionId: 'm' }, {}, null],
    [{ moralSanctionId: 'a' }, {}, 'law.unknownSanction'],
    [{ sanctionId: 'z' }, {}, 'plenaries.outsideBandNeedsReason'],
    [{ sanctionId: 'z', opinion: `${' '.repeat(30)}pendek` }, {}, 'plenaries.outsideBandNeedsReason'],
    [{ sanctionId: 'z', opinion: 'Dampaknya luas dan disengaja.' }, {}, null],
  ])('%j under %j', (change, limits, refusal) => {
    expect(ballotRefusal({ ...ballot, ...change }, { ...bounds, ...limits })).toBe(refusal)
  })
})

it('knows a region under its short and long names', () => {
  expect(isSameRegion('Jawa Tengah', ['Jawa Tengah'])).toBe(true)
  expect(isSameRegion('Provinsi jawa tengah', ['Jawa Tengah'])).toBe(true)
  expect(isSameRegion('Jawa Timur', ['Jawa Tengah'])).toBe(false)
  expect(isSameRegion('', [''])).toBe(false)
})

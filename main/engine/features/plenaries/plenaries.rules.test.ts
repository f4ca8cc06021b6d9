import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../../../shared/contract/plenaries.ts'
import type { QuorumRule } from '../../../../shared/institution-pack.ts'
import { ballotRefusal, type CastBallot, decide, isSameRegion, quorumOf } from './plenaries.rules.ts'

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
    const [mark = '', sanctionId = null] = word.split(':')
    const verdicts: Record<string, Verdict> = { p: 'proven', n: 'notProven', d: 'deferred' }
    return { accountId: `m${n}`, verdict: verdicts[mark] ?? 'deferred', sanctionId }
  })
const rank = (id: string) => Number(id)

describe('decide', () => {
  it('takes the verdict with the most ballots and its most voted sanction', () => {
    expect(decide(ballots('p:5 p:5 p:4 n d'), 'rejected', null, rank)).toEqual({
      outcome: 'proven',
      tally: { proven: 3, notProven: 1, deferred: 1 },
      sanctionId: '5',
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

describe('ballotRefusal', () => {
  const facts = {
    verdict: 'proven' as Verdict,
    sanctionId: 'a' as string | null,
    opinion: '',
    provenSupported: true,
    band: ['a', 'b'],
  }
  it.each([
    [{}, null],
    [{ provenSupported: false }, 'plenaries.provenUnsupported'],
    [{ verdict: 'notProven' as Verdict, provenSupported: false }, null],
    [{ sanctionId: null }, 'plenaries.sanctionRequired'],
    [{ sanctionId: null, band: [] }, null],
    [{ sanctionId: 'z' }, 'plenaries.outsideBandNeedsReason'],
    [{ sanctionId: 'z', opinion: `${' '.repeat(30)}pendek` }, 'plenaries.outsideBandNeedsReason'],
    [{ sanctionId: 'z', opinion: 'Dampaknya luas dan disengaja.' }, null],
  ])('%j', (change, refusal) => {
    expect(ballotRefusal({ ...facts, ...change })).toBe(refusal)
  })
})

it('knows a region under its short and long names', () => {
  expect(isSameRegion('Jawa Tengah', ['Jawa Tengah'])).toBe(true)
  expect(isSameRegion('Provinsi jawa tengah', ['Jawa Tengah'])).toBe(true)
  expect(isSameRegion('Jawa Timur', ['Jawa Tengah'])).toBe(false)
  expect(isSameRegion('', [''])).toBe(false)
})

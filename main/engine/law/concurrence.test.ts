import { describe, expect, it } from 'vitest'
import { civilDate } from '../../../shared/dates.ts'
import { sameNature } from './same-nature.ts'
import { type EarlierOutcome, type ProposalFacts, proposeSanction } from './sanction-proposal.ts'
import { BERAT, idsOf, MORAL, pack, propose, rulesOf, SEDANG } from './testing/propose.ts'

describe('several violations: only the heaviest (30/1, 35/1)', () => {
  it.each([
    ['pp53-2010', ['pp53-2010/4/15/d', 'pp53-2010/4/15/b@car'], 'pp53-2010/4/15/b', 'pp53-2010/30/1', BERAT],
    [
      'pp94-2021',
      ['pp94-2021/5/n/2', 'pp94-2021/5/n/4@car'],
      'pp94-2021/5/n/4',
      'pp94-2021/35/1',
      ['pp94-2021/8/4/a', 'pp94-2021/8/4/b', 'pp94-2021/8/4/c'],
    ],
  ])('%s: the heavier band leads and the rule is cited', (rulebook, proven, leading, rule, kinds) => {
    const result = propose({ rulebook, proven })
    expect(result.leadingKey).toBe(leading)
    expect(result.levels).toEqual(['berat'])
    expect(idsOf(result.sanctions)).toEqual(kinds)
    expect(rulesOf(result)).toContain(rule)
    expect(result.requiresHumanDecision).toBe(false)
  })

  it.each([
    ['pp53-2010', 'pp53-2010/4/15/d', 'pp53-2010/30/1'],
    ['pp94-2021', 'pp94-2021/5/n/2', 'pp94-2021/35/1'],
  ])('%s: one violation needs no such rule', (rulebook, provision, rule) => {
    const result = propose({ rulebook, proven: [provision] })
    expect(rulesOf(result)).not.toContain(rule)
    expect(idsOf(result.sanctions)).toEqual(SEDANG)
  })

  it('counts only disciplinary ones: ethics and dismissal stand apart', () => {
    const result = propose({ proven: ['pp53-2010/4/15/d', 'pp42-2004/11/c', 'uu5-2014/87/4/c'] })
    expect(rulesOf(result)).not.toContain('pp53-2010/30/1')
    expect(idsOf(result.sanctions)).toEqual(SEDANG)
    expect(idsOf(result.moral)).toEqual(MORAL)
    expect(idsOf(result.dismissal)).toEqual(['uu5-2014/87/4'])
  })

  it('never goes below the lightest that is certain while a tier is open, and asks a person', () => {
    const result = propose({ proven: ['pp53-2010/3/4', 'pp53-2010/4/15/d'] })
    expect(result.levels).toEqual(['sedang', 'berat'])
    expect(result.requiresHumanDecision).toBe(true)
    const chosen = propose({ proven: ['pp53-2010/3/4:ringan', 'pp53-2010/4/15/d'] })
    expect(chosen).toMatchObject({
      levels: ['sedang'],
      leadingKey: 'pp53-2010/4/15/d',
      requiresHumanDecision: false,
    })
  })

  it('shows all tiers for a level that the provision does not have', () => {
    const result = propose({ proven: ['pp53-2010/3/15:berat'] })
    expect(result).toMatchObject({ levels: ['ringan', 'sedang'], requiresHumanDecision: true })
  })
})

describe('repetition of the same nature: heavier than the last (30/2, 35/2)', () => {
  it('leaves the kinds of the band that are heavier', () => {
    const result = propose({ proven: ['pp53-2010/4/15/d'], earlier: [{ sanctionId: 'pp53-2010/7/3/b' }] })
    expect(idsOf(result.sanctions)).toEqual(['pp53-2010/7/3/c'])
    expect(result.aggravated).toEqual([])
    expect(rulesOf(result)).toContain('pp53-2010/30/2')
  })

  it('goes beyond the band when nothing in it is heavier', () => {
    const result = propose({ proven: ['pp53-2010/4/15/d'], earlier: [{ sanctionId: 'pp53-2010/7/3/c' }] })
    expect(result.sanctions).toEqual([])
    expect(idsOf(result.aggravated)).toEqual(BERAT)
    expect(result.levels).toEqual(['berat'])
  })

  it('asks a person when no kind is heavier', () => {
    const result = propose({
      proven: ['pp53-2010/4/15/b'],
      earlier: [{ provisionIds: ['pp53-2010/4/15/b'], sanctionId: 'pp53-2010/7/4/e' }],
    })
    expect(result).toMatchObject({ sanctions: [], aggravated: [], requiresHumanDecision: true })
  })

  it('counts the predecessor in the older rulebook as the same nature', () => {
    const result = propose({
      rulebook: 'pp94-2021',
      proven: ['pp94-2021/5/n/6'],
      earlier: [{ sanctionId: 'pp53-2010/7/3/c' }],
    })
    expect(rulesOf(result)).toContain('pp94-2021/35/2')
    expect(idsOf(result.sanctions)).toEqual(['pp94-2021/8/4/a', 'pp94-2021/8/4/b', 'pp94-2021/8/4/c'])
    expect(result.requiresHumanDecision).toBe(false)
  })

  it.each([
    ['pp53-2010/7/4/a', ['pp94-2021/8/4/a', 'pp94-2021/8/4/b', 'pp94-2021/8/4/c']],
    ['pp53-2010/7/4/b', ['pp94-2021/8/4/b', 'pp94-2021/8/4/c']],
    ['pp53-2010/7/4/c', ['pp94-2021/8/4/c']],
    ['pp53-2010/7/4/d', []],
    ['pp53-2010/7/4/e', []],
  ])('compares %s with the kinds of the new rulebook and leaves it to a person', (sanctionId, kinds) => {
    const result = propose({
      rulebook: 'pp94-2021',
      proven: ['pp94-2021/5/n/6'],
      earlier: [{ sanctionId }],
    })
    expect(idsOf(result.sanctions)).toEqual(kinds)
    expect(result.requiresHumanDecision).toBe(true)
  })

  it('takes the last sanction, not the heaviest', () => {
    const result = propose({
      proven: ['pp53-2010/4/15/d'],
      earlier: [
        { sanctionId: 'pp53-2010/7/4/a', decidedOn: civilDate.parse('2015-01-01') },
        { sanctionId: 'pp53-2010/7/3/a', decidedOn: civilDate.parse('2018-01-01') },
      ],
    })
    expect(idsOf(result.sanctions)).toEqual(['pp53-2010/7/3/b', 'pp53-2010/7/3/c'])
  })

  it('takes the heavier of two on one day', () => {
    const result = propose({
      proven: ['pp53-2010/4/15/d'],
      earlier: [{ sanctionId: 'pp53-2010/7/3/a' }, { sanctionId: 'pp53-2010/7/3/b' }],
    })
    expect(idsOf(result.sanctions)).toEqual(['pp53-2010/7/3/c'])
  })

  it.each<[string, Partial<EarlierOutcome>, boolean]>([
    ['only alleged', { state: 'alleged', sanctionId: null }, false],
    ['proven without a sanction', { state: 'proven', sanctionId: null }, false],
    ['of another nature', { provisionIds: ['pp53-2010/3/11'] }, false],
    ['a moral sanction', { sanctionId: 'pp42-2004/15/3/b' }, false],
    ['another neutrality item', { provisionIds: ['pp53-2010/4/15/b'] }, true],
    ['a kind that is not known', { sanctionId: null }, true],
    ['decided on the day of the act', { decidedOn: civilDate.parse('2020-11-01') }, true],
  ])('does not aggravate: %s (asks a person: %s)', (_, earlier, human) => {
    const result = propose({ proven: ['pp53-2010/4/15/d'], earlier: [earlier], actOn: '2020-11-01' })
    expect(idsOf(result.sanctions)).toEqual(SEDANG)
    expect(result.aggravated).toEqual([])
    expect(result.requiresHumanDecision).toBe(human)
  })

  it('knows the same nature only along the chain of provisions', () => {
    expect(sameNature('pp53-2010/4/15/d', 'pp53-2010/4/15/d', pack)).toBe('same')
    expect(sameNature('pp53-2010/4/15/d', 'pp94-2021/5/n/6', pack)).toBe('same')
    expect(sameNature('pp94-2021/5/n/6', 'pp53-2010/4/13/b', pack)).toBe('same')
    expect(sameNature('pp53-2010/4/15/d', 'pp53-2010/4/13/b', pack)).toBe('possible')
    expect(sameNature('pp53-2010/4/15/d', 'pp53-2010/3/11', pack)).toBe('different')
    expect(sameNature('pp53-2010/4/15/d', 'gone/1', pack)).toBe('possible')
  })
})

describe('never twice for one act (30/3, 35/3)', () => {
  it.each([
    ['pp53-2010', 'pp53-2010/4/15/d', 'pp53-2010/30/3'],
    ['pp94-2021', 'pp94-2021/5/n/6', 'pp94-2021/35/3'],
  ])('%s: an act sanctioned before is barred', (rulebook, provision, rule) => {
    const result = propose({ rulebook, proven: [provision], earlier: [{ actKey: 'act' }] })
    expect(result.barredKeys).toEqual([provision])
    expect(result).toMatchObject({ sanctions: [], aggravated: [], levels: [], leadingKey: null })
    expect(rulesOf(result)).toContain(rule)
  })

  it('bars only that act, and the barred sanction does not aggravate the other', () => {
    const result = propose({
      proven: ['pp53-2010/4/15/d@old', 'pp53-2010/4/15/a@new'],
      earlier: [{ actKey: 'old' }],
    })
    expect(result.barredKeys).toEqual(['pp53-2010/4/15/d'])
    expect(result.leadingKey).toBe('pp53-2010/4/15/a')
    expect(idsOf(result.sanctions)).toEqual(SEDANG)
  })

  it.each<[string, Partial<EarlierOutcome>]>([
    ['alleged', { state: 'alleged', sanctionId: null, actKey: 'act' }],
    ['proven without a sanction', { state: 'proven', sanctionId: null, actKey: 'act' }],
    ['a moral sanction for it', { sanctionId: 'pp42-2004/15/3/a', actKey: 'act' }],
    ['another act', { provisionIds: ['pp53-2010/3/11'], actKey: 'other' }],
    ['an act that nobody named', { provisionIds: ['pp53-2010/3/11'], actKey: null }],
  ])('does not bar: %s', (_, earlier) => {
    const result = propose({ proven: ['pp53-2010/4/15/d'], earlier: [earlier] })
    expect(result.barredKeys).toEqual([])
    expect(idsOf(result.sanctions)).toEqual(SEDANG)
  })

  it('holds an act back when it is not known how it was sanctioned', () => {
    const result = propose({
      proven: ['pp53-2010/4/15/d'],
      earlier: [{ sanctionId: null, actKey: 'act' }],
    })
    expect(result.barredKeys).toEqual(['pp53-2010/4/15/d'])
    expect(result.requiresHumanDecision).toBe(true)
  })

  it('does not bar a moral sanction or a dismissal', () => {
    const result = propose({
      proven: ['pp42-2004/11/c', 'uu5-2014/87/4/c'],
      earlier: [{ actKey: 'act' }],
    })
    expect(result.barredKeys).toEqual([])
    expect(idsOf(result.moral)).toEqual(MORAL)
    expect(idsOf(result.dismissal)).toEqual(['uu5-2014/87/4'])
  })
})

describe('officials (30/4, 35/4; 21/3, 24/2-3)', () => {
  it.each([
    ['pp53-2010', 'pp53-2010/4/15/d', { seconded: true }, 'pp53-2010/30/4'],
    ['pp94-2021', 'pp94-2021/5/n/2', { seconded: true }, 'pp94-2021/35/4'],
    ['pp53-2010', 'pp53-2010/4/15/d', { officialDidNotSanction: true }, 'pp53-2010/21/3'],
    ['pp94-2021', 'pp94-2021/5/n/2', { officialDidNotSanction: true }, 'pp94-2021/24/2-3'],
  ])('%s %s %j: the rule is told', (rulebook, provision, given, rule) => {
    expect(rulesOf(propose({ rulebook, proven: [provision], ...given }))).toContain(rule)
    expect(rulesOf(propose({ rulebook, proven: [provision] }))).not.toContain(rule)
    // Each rulebook has its own.
    const other = rulebook === 'pp53-2010' ? 'pp94-2021' : 'pp53-2010'
    expect(rulesOf(propose({ rulebook: other, proven: [], ...given }))).not.toContain(rule)
  })
})

describe('every concurrence rule of the pack', () => {
  it('is carried out by a proposal or cited by one', () => {
    const cited = new Set(
      [
        propose({
          proven: ['pp53-2010/4/15/d', 'pp53-2010/4/15/c', 'pp42-2004/11/c', 'pp53-2010/4/14@old'],
          earlier: [{ actKey: 'old' }, {}],
          seconded: true,
          officialDidNotSanction: true,
          actOn: '2020-11-01',
        }),
        propose({
          rulebook: 'pp94-2021',
          proven: ['pp94-2021/5/n/6', 'pp94-2021/5/n/2', 'pp94-2021/5/n/4@old'],
          earlier: [{ actKey: 'old', sanctionId: 'pp94-2021/8/4/a' }, {}],
          seconded: true,
          officialDidNotSanction: true,
        }),
        propose({ proven: ['pp42-2004/11/c'], track: 'ethics' }),
      ].flatMap(rulesOf),
    )
    expect(pack.concurrenceRules.map(rule => rule.id).filter(id => !cited.has(id))).toEqual([])
  })

  it('is taken from the pack: without the rule nothing is added up', () => {
    const bare = { ...pack, concurrenceRules: [] }
    const facts: ProposalFacts = {
      rulebook: 'pp53-2010',
      track: 'discipline',
      status: 'PNS',
      electionScope: 'kepala-daerah',
      violations: [{ key: 'a', provisionId: 'pp53-2010/4/15/d', actKey: 'x', level: null }],
      earlier: [
        {
          state: 'sanctioned',
          provisionIds: ['pp53-2010/4/15/d'],
          sanctionId: 'pp53-2010/7/3/c',
          decidedOn: null,
          actKey: 'x',
          source: 'perkara',
        },
      ],
    }
    expect(proposeSanction(facts, bare)).toMatchObject({ barredKeys: [], aggravated: [] })
    expect(proposeSanction(facts, pack).barredKeys).toEqual(['a'])
  })
})

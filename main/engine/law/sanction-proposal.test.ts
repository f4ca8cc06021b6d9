import { describe, expect, it } from 'vitest'
import { BERAT, idsOf, MORAL, propose, rulesOf, SEDANG } from './testing/propose.ts'

describe('criminal side (PP 53/2010 Pasal 6)', () => {
  it('refers a proven provision with one, beside the sanction', () => {
    const result = propose({ proven: ['pp53-2010/4/15/c', 'uu10-2016/71/1'], actOn: '2020-11-01' })
    expect(result.referrals).toEqual([
      { provisionId: 'uu10-2016/71/1', citation: 'UU 10/2016 Pasal 71 ayat (1)' },
    ])
    expect(idsOf(result.sanctions)).toEqual(BERAT)
    expect(rulesOf(result)).toContain('pp53-2010/6')
  })

  it('names a linked one for a person to look at, within its election and time', () => {
    const linked = propose({ proven: ['pp53-2010/4/15/c'], actOn: '2020-11-01' })
    expect(linked.referrals.map(entry => entry.provisionId)).toEqual(['uu10-2016/71/1'])
    expect(linked.trace.find(step => step.rule === 'uu10-2016/71/1')?.needsHumanCheck).toBe(true)
    expect(linked.requiresHumanDecision).toBe(false)
    expect(propose({ proven: ['pp53-2010/4/15/c'], actOn: '2015-11-01' }).referrals).toEqual([])
    const presidential = propose({ proven: ['pp53-2010/4/12/a'], electionScope: 'presiden' })
    expect(presidential.referrals.map(entry => entry.provisionId)).toEqual(['uu7-2017/280/3'])
  })

  it('says nothing where there is none', () => {
    const result = propose({ proven: ['pp53-2010/4/14'] })
    expect(result.referrals).toEqual([])
    expect(rulesOf(result)).not.toContain('pp53-2010/6')
  })

  it('does not refer an ordinary civil servant for an offence of state officials', () => {
    const result = propose({ proven: ['uu7-2017/282'], electionScope: 'presiden' })
    expect(result.referrals).toEqual([])
    expect(result.trace.some(step => step.sentence.includes('hanya menyebut pejabat negara'))).toBe(true)
  })
})

describe('moral beside disciplinary (PP 42/2004 Pasal 16)', () => {
  it('offers both and cites the rule', () => {
    const result = propose({ proven: ['pp53-2010/4/15/d', 'pp42-2004/11/c'] })
    expect(idsOf(result.sanctions)).toEqual(SEDANG)
    expect(idsOf(result.moral)).toEqual(MORAL)
    expect(rulesOf(result)).toContain('pp42-2004/16')
  })

  it.each([[['pp42-2004/11/c']], [['pp53-2010/4/15/d']]])('is not cited for %j alone', proven => {
    expect(rulesOf(propose({ proven }))).not.toContain('pp42-2004/16')
  })
})

describe('before the designation (skb-2022/tahap, bakal)', () => {
  it('turns a campaign item into the ethics provision, for a person to assess', () => {
    const result = propose({ proven: ['pp94-2021/5/n/6'], rulebook: 'pp94-2021', track: 'ethics' })
    expect(result).toMatchObject({ levels: [], sanctions: [], requiresHumanDecision: true })
    expect(idsOf(result.moral)).toEqual(MORAL)
    expect(rulesOf(result)).toContain('skb-2022/tahap')
    expect(rulesOf(propose({ proven: ['pp94-2021/5/n/6'], rulebook: 'pp94-2021' }))).not.toContain(
      'skb-2022/tahap',
    )
  })

  it('cites the guideline only for acts of its time', () => {
    const cut = (actOn: string) =>
      rulesOf(propose({ proven: ['pp42-2004/11/c'], track: 'ethics', actOn })).includes('skb-2022/tahap')
    expect([cut('2022-09-21'), cut('2022-09-22'), cut('2022-09-23')]).toEqual([false, true, true])
  })

  it('is a clear answer once the ethics provision itself is proven', () => {
    const result = propose({ proven: ['pp42-2004/11/c'], track: 'ethics' })
    expect(idsOf(result.moral)).toEqual(MORAL)
    expect(result.requiresHumanDecision).toBe(false)
  })

  it('keeps party membership, statutes and general duties, which need no candidate', () => {
    const result = propose({
      proven: ['uu5-2014/87/4/c', 'pp53-2010/3/4:ringan'],
      track: 'ethics',
      actOn: '2020-05-01',
    })
    expect(idsOf(result.dismissal)).toEqual(['uu5-2014/87/4'])
    expect(result.levels).toEqual(['ringan'])
    expect(result.moral).toEqual([])
  })

  it('has no ethics provision for PPPK and leaves it to a person', () => {
    const result = propose({ proven: ['pp42-2004/11/c'], track: 'ethics', status: 'PPPK' })
    expect(result).toMatchObject({ moral: [], requiresHumanDecision: true })
    const statute = propose({ proven: ['uu5-2014/5/2/h'], track: 'ethics', status: 'PPPK' })
    expect(idsOf(statute.moral)).toEqual(MORAL)
  })
})

describe('gaps that are not papered over', () => {
  it('proposes nothing for PP 94/2021 Pasal 5 huruf n angka 1', () => {
    const result = propose({ rulebook: 'pp94-2021', proven: ['pp94-2021/5/n/1'] })
    expect(result).toMatchObject({
      levels: [],
      sanctions: [],
      moral: [],
      dismissal: [],
      requiresHumanDecision: true,
    })
    const beside = propose({ rulebook: 'pp94-2021', proven: ['pp94-2021/5/n/1', 'pp94-2021/5/n/2'] })
    expect(beside).toMatchObject({ levels: ['sedang'], leadingKey: 'pp94-2021/5/n/2' })
    expect(rulesOf(beside)).not.toContain('pp94-2021/35/1')
  })

  it.each(['dpr', 'dpd', 'dprd'] as const)('PP 53/2010 has no such prohibition for %s', scope => {
    const result = propose({ proven: ['pp53-2010/4/13/b'], electionScope: scope })
    expect(result).toMatchObject({ sanctions: [], moral: [], requiresHumanDecision: true })
    const text = result.trace.map(step => step.sentence).join(' ')
    expect(text).toContain('PP 53/2010 Pasal 3 angka 4')
    expect(text).toContain('UU 7/2017 Pasal 283 ayat (1)')
    expect(text).toContain('PP 42/2004 Pasal 11 huruf c')
  })

  it.each([
    ['pp94-2021/5/n/5', 'dpr', true],
    ['pp94-2021/5/n/6', 'dpd', true],
    ['pp94-2021/5/n/6', 'dprd', true],
    ['pp94-2021/5/n/6', 'presiden', false],
    ['pp94-2021/5/n/6', 'kepala-daerah', false],
    ['pp94-2021/5/n/7', 'dpr', false],
  ] as const)('%s in an election of %s is debated: %s', (provision, electionScope, debated) => {
    const result = propose({ rulebook: 'pp94-2021', proven: [provision], electionScope })
    expect(result.levels).toEqual(['berat'])
    expect(result.requiresHumanDecision).toBe(debated)
  })

  it('refuses a provision of another rulebook and names its counterpart', () => {
    const result = propose({ rulebook: 'pp94-2021', proven: ['pp53-2010/4/15/d'] })
    expect(result).toMatchObject({ sanctions: [], requiresHumanDecision: true })
    expect(result.trace[0]?.sentence).toContain('PP 94/2021 Pasal 5 huruf n angka 6')
  })

  it('leaves the sanction of a PPPK to the rules of the agency', () => {
    const result = propose({
      rulebook: 'pp49-2018',
      status: 'PPPK',
      proven: ['pp49-2018/51', 'uu20-2023/24/1/d'],
    })
    expect(result).toMatchObject({ sanctions: [], moral: [], dismissal: [], requiresHumanDecision: true })
    const wrong = propose({ rulebook: 'pp49-2018', status: 'PPPK', proven: ['pp94-2021/5/n/6'] })
    expect(wrong).toMatchObject({ sanctions: [], requiresHumanDecision: true })
  })
})

describe('dismissal by statute', () => {
  it.each([
    ['uu5-2014/87/4/c', 'PNS', '2019-01-01', ['uu5-2014/87/4'], false],
    ['pp37-2004/2', 'PNS', '2023-10-30', ['uu5-2014/87/4'], false],
    ['pp37-2004/2', 'PNS', '2023-10-31', ['uu20-2023/52/4'], false],
    ['pp37-2004/2', 'PNS', '2014-01-14', [], true],
    ['pp11-2017/255', 'PNS', undefined, ['uu5-2014/87/4', 'uu20-2023/52/4'], true],
    // Its wording names the dismissal; the contradiction is about dismissal for a serious breach of discipline.
    ['uu20-2023/52/3/j', 'PNS', '2024-01-01', ['uu20-2023/52/4'], false],
    ['uu20-2023/52/3/g', 'PNS', '2024-01-01', ['uu20-2023/52/4'], true],
    ['pp49-2018/53/3/c', 'PPPK', '2020-01-01', ['pp49-2018/63'], false],
  ] as const)('%s of a %s on %s', (provision, status, actOn, kinds, human) => {
    const rulebook = status === 'PPPK' ? 'pp49-2018' : 'pp94-2021'
    const given = actOn === undefined ? {} : { actOn }
    const result = propose({ rulebook, proven: [provision], status, ...given })
    expect(idsOf(result.dismissal)).toEqual(kinds)
    expect(result.sanctions).toEqual([])
    expect(result.requiresHumanDecision).toBe(human)
  })

  it('flags the contradiction about dismissal for serious breaches from the day of the new statute', () => {
    const flagged = (actOn: string) =>
      propose({ rulebook: 'pp94-2021', proven: ['pp94-2021/5/n/6'], actOn }).trace.find(
        step => step.rule === 'uu20-2023/52/3/g',
      )?.needsHumanCheck ?? false
    expect([flagged('2023-10-30'), flagged('2023-10-31'), flagged('2023-11-01')]).toEqual([false, true, true])
  })
})

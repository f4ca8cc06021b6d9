import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate } from '../../../shared/dates.ts'
import { loadLawPack } from './law-pack-file.ts'
import { type RulebookFacts, rulebookFor } from './rulebook.ts'

const pack = loadLawPack(join(import.meta.dirname, '../../../resources/law/law-pack.json'))

type Dates = Partial<Record<'act' | 'end' | 'examined' | 'decided' | 'designated' | 'asOf', string>>
function choose(dates: Dates, status: RulebookFacts['status'] = 'PNS') {
  const on = (text: string | undefined) => (text === undefined ? null : civilDate.parse(text))
  return rulebookFor(
    {
      actOn: civilDate.parse(dates.act),
      actEndOn: on(dates.end),
      examinedOn: on(dates.examined),
      decidedOn: on(dates.decided),
      designatedOn: on(dates.designated),
      asOf: on(dates.asOf),
      status,
    },
    pack,
  )
}

describe('rulebookFor at the boundaries', () => {
  // act, examined, decided → by act date, proposal, a person must decide, exception
  it.each([
    ['2010-06-05', '2010-06-05', '2010-06-05', 'pp30-1980', 'pp30-1980', false, null],
    ['2010-06-05', '2010-06-06', '2010-07-01', 'pp30-1980', 'pp53-2010', false, 'r48'],
    ['2010-06-05', undefined, undefined, 'pp30-1980', 'pp94-2021', true, 'r48'],
    ['2010-06-06', undefined, '2010-07-01', 'pp53-2010', 'pp53-2010', false, 'r40-1'],
    ['2021-08-30', '2021-08-30', '2021-08-30', 'pp53-2010', 'pp53-2010', false, 'r40-1'],
    ['2021-08-30', '2021-08-30', '2021-08-31', 'pp53-2010', 'pp53-2010', true, 'r40-4'],
    ['2021-08-30', '2021-08-30', undefined, 'pp53-2010', 'pp53-2010', true, 'r40-4'],
    ['2021-08-30', '2021-08-31', undefined, 'pp53-2010', 'pp94-2021', true, 'r40-3'],
    ['2021-08-30', undefined, undefined, 'pp53-2010', 'pp94-2021', true, 'r40-3'],
    ['2021-08-31', undefined, undefined, 'pp94-2021', 'pp94-2021', false, null],
    ['2021-08-31', '2021-09-30', '2021-10-30', 'pp94-2021', 'pp94-2021', false, null],
  ])('act %s, examined %s, decided %s', (act, examined, decided, byAct, rulebook, human, exception) => {
    const choice = choose({
      act,
      ...(examined === undefined ? {} : { examined }),
      ...(decided === undefined ? {} : { decided }),
    })
    expect(choice.byActDate).toBe(byAct)
    expect(choice.rulebook).toBe(rulebook)
    expect(choice.requiresHumanDecision).toBe(human)
    expect(choice.trace.find(step => step.step === 'transition')?.exception ?? null).toBe(exception)
    if (human) expect(choice.readings.map(entry => entry.rulebook).sort()).toEqual(['pp53-2010', 'pp94-2021'])
    else expect(choice.readings).toHaveLength(1)
  })

  it('keeps the old rulebook for an unexamined act while the change still lies ahead', () => {
    const choice = choose({ act: '2020-11-19', asOf: '2020-12-01' })
    expect(choice).toMatchObject({ rulebook: 'pp53-2010', requiresHumanDecision: false })
    expect(choose({ act: '2020-11-19', asOf: '2021-08-31' })).toMatchObject({ requiresHumanDecision: true })
  })

  it('asks a person when a continuing act crosses the boundary', () => {
    const choice = choose({ act: '2021-08-01', end: '2021-08-31', decided: '2021-08-30' })
    expect(choice.requiresHumanDecision).toBe(true)
    expect(choice.readings.map(entry => entry.rulebook)).toEqual(['pp53-2010', 'pp94-2021'])
    expect(choice.trace.some(step => step.step === 'continuingAct')).toBe(true)
  })

  it('takes the boundary from the pack and not from code', () => {
    const moved = structuredClone(pack)
    const newStart = civilDate.parse('2022-01-01')
    for (const entry of moved.regulations) {
      if (entry.id === 'pp53-2010') entry.effectiveTo = addDays(newStart, -1)
      if (entry.id === 'pp94-2021') entry.effectiveFrom = newStart
    }
    for (const rule of moved.rulebookSelection.machine.transitions) {
      if (rule.to === 'pp94-2021') rule.cutOn = newStart
    }
    const facts: RulebookFacts = {
      actOn: civilDate.parse('2021-12-31'),
      actEndOn: null,
      examinedOn: null,
      decidedOn: civilDate.parse('2021-12-31'),
      designatedOn: null,
      status: 'PNS',
    }
    expect(rulebookFor(facts, moved).rulebook).toBe('pp53-2010')
    expect(rulebookFor(facts, pack).rulebook).toBe('pp94-2021')
  })

  it('says that sedang is borrowed under PP 94/2021', () => {
    expect(choose({ act: '2024-10-01' }).trace.at(-1)).toMatchObject({
      step: 'sanctionsBorrowed',
      exception: 'r42',
      rulebook: 'pp53-2010',
    })
  })
})

describe('rulebookFor by status and candidacy', () => {
  it('keeps PPPK out of the discipline rulebooks', () => {
    expect(choose({ act: '2020-11-19' }, 'PPPK')).toMatchObject({
      rulebook: 'pp49-2018',
      byActDate: null,
      requiresHumanDecision: false,
    })
    const later = choose({ act: '2023-10-31' }, 'PPPK')
    expect(later.readings.map(entry => entry.rulebook)).toEqual(['pp49-2018', 'uu20-2023'])
    expect(later.requiresHumanDecision).toBe(true)
    expect(choose({ act: '2018-11-27' }, 'PPPK').requiresHumanDecision).toBe(true)
  })

  it('treats CPNS as PNS', () => {
    expect(choose({ act: '2021-08-31' }, 'CPNS').rulebook).toBe('pp94-2021')
  })

  it('turns to ethics before the designation day and to discipline from that day on', () => {
    const before = choose({ act: '2020-09-22', designated: '2020-09-23', asOf: '2020-10-01' })
    expect(before).toMatchObject({
      track: 'ethics',
      ethicsProvision: 'pp42-2004/11/c',
      requiresHumanDecision: false,
    })
    expect(choose({ act: '2020-09-23', designated: '2020-09-23' }).track).toBe('discipline')
    const spanning = choose({
      act: '2020-09-01',
      end: '2020-09-30',
      designated: '2020-09-23',
      asOf: '2020-10-01',
    })
    expect(spanning).toMatchObject({ track: 'ethics', requiresHumanDecision: true })
  })
})

describe('rulebookFor with bad dates', () => {
  it.each([
    [{ act: '2020-11-19', end: '2020-11-18' }],
    [{ act: '2020-11-19', examined: '2020-11-18' }],
    [{ act: '2020-11-19', decided: '2020-11-18' }],
    [{ act: '2020-11-19', examined: '2020-12-02', decided: '2020-12-01' }],
  ])('refuses %j', dates => {
    expect(() => choose(dates)).toThrow('law.datesOutOfOrder')
  })

  it('refuses an act older than every rulebook', () => {
    expect(() => choose({ act: '1979-12-31' })).toThrow('law.noRulebookForDate')
  })

  it('always gives a rulebook of the pack among its readings', () => {
    const known = new Set(pack.regulations.map(entry => entry.id))
    for (let day = civilDate.parse('2010-05-01'); day < '2024-12-01'; day = addDays(day, 17)) {
      for (const status of ['PNS', 'CPNS', 'PPPK'] as const) {
        const choice = choose({ act: day, end: addDays(day, 40), examined: addDays(day, 30) }, status)
        expect(known.has(choice.rulebook)).toBe(true)
        expect(choice.readings.map(entry => entry.rulebook)).toContain(choice.rulebook)
        expect(new Set(choice.readings.map(entry => entry.rulebook)).size).toBe(choice.readings.length)
        expect(choice.readings.length > 1).toBe(choice.readings.length > 1 && choice.requiresHumanDecision)
      }
    }
  })
})

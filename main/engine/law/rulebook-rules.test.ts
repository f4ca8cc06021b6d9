import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addDays, type CivilDate, civilDate } from '../../../shared/dates.ts'
import { loadLawPack } from './law-pack-file.ts'
import { type RulebookFacts, rulebookFor } from './rulebook.ts'

const pack = loadLawPack(join(import.meta.dirname, '../../../resources/law/law-pack.json'))

// Every rule of `rulebookSelection` on the day before, the day and the day after each date it turns on; the
// expectations are written down from the prose of the law reference.
// Dates are act, act end, examined, decided, designated, '-' for none; readings have the proposal first.
type Row = [dates: string, readings: string, human: boolean, rules: string, status?: RulebookFacts['status']]
const BOTH = 'pp94-2021 pp53-2010'

function choose(dates: string, status: RulebookFacts['status'] = 'PNS') {
  const [act, end, examined, decided, designated] = dates
    .split(' ')
    .map(text => (text === '-' || text === '' ? null : civilDate.parse(text)))
  return rulebookFor(
    {
      actOn: act as CivilDate,
      actEndOn: end ?? null,
      examinedOn: examined ?? null,
      decidedOn: decided ?? null,
      designatedOn: designated ?? null,
      status,
    },
    pack,
  )
}

function check(dates: string, [, readings, human, rules, status]: Row): void {
  const choice = choose(dates, status)
  expect(choice.rulebook).toBe(readings.split(' ')[0])
  expect(choice.readings.map(entry => entry.rulebook).join(' ')).toBe(readings)
  expect(choice.requiresHumanDecision).toBe(human)
  expect(choice.trace.map(step => step.exception ?? step.step).join(' ')).toBe(rules)
  expect(choice.track).toBe(rules.includes('bakal') ? 'ethics' : 'discipline')
}

const rows = (...list: Row[]) => list.map(row => [row[0], row] as const)

describe('default by date of act', () => {
  it.each(
    rows(
      ['2010-06-05 - 2010-06-05 2010-06-05', 'pp30-1980', false, 'actDate'],
      ['2010-06-06 - 2010-06-06 2010-06-06', 'pp53-2010', false, 'actDate r40-1'],
      ['2010-06-07 - 2010-06-07 2010-06-07', 'pp53-2010', false, 'actDate r40-1'],
      ['2021-08-30 - 2021-08-30 2021-08-30', 'pp53-2010', false, 'actDate r40-1'],
      ['2021-08-31', 'pp94-2021', false, 'actDate r42'],
      ['2021-09-01', 'pp94-2021', false, 'actDate r42'],
    ),
  )('%s', check)
})

describe('r40-1: decided before PP 94/2021', () => {
  it.each(
    ['2021-08-30', '2021-08-31', '2021-09-01'].flatMap(decided =>
      rows(
        decided < '2021-08-31'
          ? [`2020-11-01 - 2020-12-01 ${decided}`, 'pp53-2010', false, 'actDate r40-1']
          : [`2020-11-01 - 2020-12-01 ${decided}`, 'pp53-2010 pp94-2021', true, 'actDate r40-4'],
      ),
    ),
  )('%s', check)

  it('holds without a recorded examination', () => {
    expect(choose('2020-11-01 - - 2021-08-30')).toMatchObject({
      rulebook: 'pp53-2010',
      requiresHumanDecision: false,
    })
  })
})

describe('r40-3: an old act not examined before', () => {
  it.each(
    ['2021-08-30', '2021-08-31', '2021-09-01', '-'].flatMap(examined => {
      const before = examined !== '-' && examined < '2021-08-31'
      return rows(
        before
          ? [`2021-08-30 - ${examined}`, 'pp53-2010 pp94-2021', true, 'actDate r40-4']
          : [`2021-08-30 - ${examined}`, BOTH, true, 'actDate r40-3 r42'],
      )
    }),
  )('%s', check)

  it.each([
    ['2021-08-29', true],
    ['2021-08-30', true],
    ['2021-08-31', false],
    ['2021-09-01', false],
  ])('act on %s: asks a person: %s', (act, human) => {
    expect(choose(act).requiresHumanDecision).toBe(human)
  })

  it('rests the new reading on the rule and the old one on the date of the act alone', () => {
    expect(choose('2021-08-30').readings.map(entry => entry.exception?.id ?? null)).toEqual(['r40-3', null])
  })
})

describe('r40-4: examined before, not decided before', () => {
  it('rests both readings on the rule, which names both', () => {
    const choice = choose('2021-08-01 - 2021-08-30 2021-08-31')
    expect(choice.readings.map(entry => [entry.rulebook, entry.exception?.basis])).toEqual([
      ['pp53-2010', 'PP 94/2021 Pasal 40 ayat (4)'],
      ['pp94-2021', 'PP 94/2021 Pasal 40 ayat (4)'],
    ])
  })
})

describe('r42: moderate sanctions borrowed', () => {
  it('is told only where PP 94/2021 leads', () => {
    const told = (dates: string) => choose(dates).trace.some(step => step.exception === 'r42')
    expect(told('2021-08-30 - 2021-08-30 2021-08-30')).toBe(false)
    expect(told('2021-08-31')).toBe(true)
    expect(told('2021-09-01')).toBe(true)
  })
})

describe('r48: acts before PP 53/2010', () => {
  it.each(
    rows(
      ['2010-06-05 - 2010-06-06 2010-08-01', 'pp53-2010', false, 'actDate r48 r40-1'],
      ['2010-06-05 - 2010-06-07 2010-08-01', 'pp53-2010', false, 'actDate r48 r40-1'],
      // Moved to PP 53/2010, then looked at again when that was replaced.
      ['2010-06-05', BOTH, true, 'actDate r48 r40-3 r42'],
      ['2010-06-05 - 2011-01-01', 'pp53-2010 pp94-2021', true, 'actDate r48 r40-4'],
      // Examined before, decided after: the pack has no rule for it.
      ['2010-06-04 - 2010-06-05 2010-06-06', 'pp30-1980 pp53-2010', true, 'actDate transitionSilent r40-1'],
      ['2010-06-04 - 2010-06-05', 'pp30-1980 pp53-2010 pp94-2021', true, 'actDate transitionSilent r40-4'],
    ),
  )('%s', check)

  it('keeps the reason of the first move for the second reading', () => {
    expect(choose('2010-06-05').readings.map(entry => entry.exception?.id ?? null)).toEqual(['r40-3', 'r48'])
  })
})

describe('continuing acts', () => {
  it.each(
    rows(
      ['2021-08-01 2021-08-30 2021-08-30 2021-08-30', 'pp53-2010', false, 'actDate r40-1'],
      [
        '2021-08-01 2021-08-31 2021-08-30 2021-08-30',
        'pp53-2010 pp94-2021',
        true,
        'actDate r40-1 continuingAct',
      ],
      ['2021-08-01 2021-09-01', BOTH, true, 'actDate r40-3 continuingAct r42'],
      ['2021-08-31 2021-09-01', 'pp94-2021', false, 'actDate r42'],
      ['2010-06-01 2010-06-05 2010-06-05 2010-06-05', 'pp30-1980', false, 'actDate'],
      [
        '2010-06-01 2010-06-06 2010-06-30 2010-07-30',
        'pp53-2010 pp30-1980',
        true,
        'actDate r48 r40-1 continuingAct',
      ],
      [
        '2010-06-01 2021-08-31 2010-06-01 2010-06-05',
        'pp30-1980 pp53-2010 pp94-2021',
        true,
        'actDate continuingAct continuingAct',
      ],
    ),
  )('%s', check)
})

describe('bakal: before the designation', () => {
  const at = (act: string, end: string, designated: string) => choose(`${act} ${end} - - ${designated}`)
  it.each([
    ['2024-09-21', 'ethics'],
    ['2024-09-22', 'discipline'],
    ['2024-09-23', 'discipline'],
  ])('act on %s with designation on 2024-09-22: %s', (act, track) => {
    expect(at(act, '-', '2024-09-22')).toMatchObject({ track, requiresHumanDecision: false })
  })

  it.each([
    ['2024-09-21', false],
    ['2024-09-22', true],
    ['2024-09-23', true],
  ])('an act that lasts until %s lies on both tracks: %s', (end, human) => {
    const choice = at('2024-09-01', end, '2024-09-22')
    expect(choice).toMatchObject({
      track: 'ethics',
      ethicsProvision: 'pp42-2004/11/c',
      requiresHumanDecision: human,
    })
    expect(choice.trace.some(step => step.step === 'ethicsContinuing')).toBe(human)
  })

  it('stays on the discipline track where no candidate is concerned', () => {
    expect(at('2024-09-21', '-', '-').track).toBe('discipline')
  })
})

describe('ppk: outside the discipline rulebooks', () => {
  it.each(
    rows(
      ['2018-11-27', 'pp49-2018 uu5-2014', true, 'ppk ppk', 'PPPK'],
      ['2018-11-28', 'pp49-2018', false, 'ppk', 'PPPK'],
      ['2018-11-29', 'pp49-2018', false, 'ppk', 'PPPK'],
      ['2021-08-30', 'pp49-2018', false, 'ppk', 'PPPK'],
      ['2023-10-30', 'pp49-2018', false, 'ppk', 'PPPK'],
      ['2023-10-31', 'pp49-2018 uu20-2023', true, 'ppk ppk', 'PPPK'],
      ['2023-11-01', 'pp49-2018 uu20-2023', true, 'ppk ppk', 'PPPK'],
      ['2023-10-30 2023-10-31', 'pp49-2018 uu20-2023', true, 'ppk ppk', 'PPPK'],
      // The ethics provision speaks to PNS and CPNS only.
      ['2020-09-01 - - - 2020-09-23', 'pp49-2018', true, 'ppk bakal bakal', 'PPPK'],
      ['2010-01-01', 'pp49-2018', true, 'ppk ppk', 'PPPK'],
    ),
  )('%s', check)
})

describe('every combination of dates around the two cuts', () => {
  it('gives readings of the pack, the proposal first, and a person wherever there is more than one', () => {
    const known = new Set(pack.regulations.map(entry => entry.id))
    const around = (text: string) => [-1, 0, 1].map(days => addDays(civilDate.parse(text), days))
    const days = [...around('2010-06-06'), ...around('2021-08-31')]
    let count = 0
    for (const actOn of days) {
      for (const actEndOn of [null, ...days.filter(day => day >= actOn)]) {
        for (const examinedOn of [null, ...days.filter(day => day >= actOn)]) {
          for (const decidedOn of [null, ...days.filter(day => day >= (examinedOn ?? actOn))]) {
            for (const status of ['PNS', 'CPNS', 'PPPK'] as const) {
              const facts = { actOn, actEndOn, examinedOn, decidedOn, designatedOn: null, status }
              const choice = rulebookFor(facts, pack)
              count += 1
              expect(choice.readings[0]?.rulebook).toBe(choice.rulebook)
              expect(choice.readings.every(entry => known.has(entry.rulebook))).toBe(true)
              if (choice.readings.length > 1) expect(choice.requiresHumanDecision).toBe(true)
              if (status === 'CPNS') expect(choice).toEqual(rulebookFor({ ...facts, status: 'PNS' }, pack))
            }
          }
        }
      }
    }
    expect(count).toBeGreaterThan(1000)
  })
})

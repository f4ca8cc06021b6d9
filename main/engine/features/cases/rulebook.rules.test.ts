import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../../../shared/dates.ts'
import { loadLawPack } from '../../law/index.ts'
import { chosenRulebook, computeRulebook, proposedRulebook, sameReadings } from './rulebook.rules.ts'
import type { RulebookFactsRow } from './rulebook-facts.ts'

const law = loadLawPack(join(import.meta.dirname, '../../../../resources/law/law-pack.json'))
const NO_DATES = { examinedOn: null, decidedOn: null }
const on = (day: string) => day as CivilDate

function facts(change: Partial<Record<keyof RulebookFactsRow, unknown>> = {}): RulebookFactsRow {
  return {
    caseId: 'c',
    respondentId: 'r',
    name: 'Andai Seumpama',
    status: 'pns',
    openedOn: '2022-03-01',
    actOn: '2021-08-10',
    actUntil: null,
    designatedOn: null,
    receivedOn: '2021-10-01',
    violationForm: 'medsos-unggahan',
    electionScope: 'kepala-daerah',
    ...change,
  } as RulebookFactsRow
}

describe('the rulebook of one person by the pack', () => {
  // Act, examined, decided; then the proposal, whether a person must choose, and whether dates are missing.
  it.each([
    ['2021-08-30', null, null, 'pp94-2021', true, true],
    ['2021-08-31', null, null, 'pp94-2021', false, false],
    ['2021-09-01', null, null, 'pp94-2021', false, false],
    ['2021-08-01', '2021-08-30', null, 'pp53-2010', true, false],
    ['2021-08-01', '2021-08-31', null, 'pp94-2021', true, false],
    ['2021-08-01', '2021-08-20', '2021-08-30', 'pp53-2010', false, false],
    ['2021-08-01', '2021-08-20', '2021-08-31', 'pp53-2010', true, false],
    ['2021-08-01', '2021-08-31', '2021-09-01', 'pp94-2021', true, false],
  ])('act %s, examined %s, decided %s: %s, choice %s, dates missing %s', (...row) => {
    const [actOn, examinedOn, decidedOn, rulebook, requiresHumanDecision, datesMissing] = row
    const dates = { examinedOn: examinedOn as CivilDate | null, decidedOn: decidedOn as CivilDate | null }
    const computed = computeRulebook(facts({ actOn }), dates, law)
    expect(computed).toMatchObject({ rulebook, requiresHumanDecision, datesMissing })
  })

  it.each([
    ['2010-06-05', 'pp53-2010'],
    ['2010-06-06', 'pp53-2010'],
    ['2010-06-07', 'pp53-2010'],
  ])('an act of %s in a file of 2010 is read by %s', (actOn, rulebook) => {
    const file = facts({ actOn, receivedOn: '2010-07-01', openedOn: '2010-07-02' })
    expect(computeRulebook(file, NO_DATES, law).rulebook).toBe(rulebook)
  })

  it('asks by the law of the day of the case file, not of a later change', () => {
    const before = facts({ receivedOn: '2021-08-20', openedOn: '2021-08-30' })
    expect(computeRulebook(before, NO_DATES, law)).toMatchObject({
      rulebook: 'pp53-2010',
      requiresHumanDecision: false,
      datesMissing: false,
    })
  })

  it('puts CPNS under the same rulebooks as PNS and PPPK outside them', () => {
    const of = (status: string) => computeRulebook(facts({ status, actOn: '2022-01-10' }), NO_DATES, law)
    expect(of('cpns').rulebook).toBe(of('pns').rulebook)
    expect(of('pppk').rulebook).toBe('pp49-2018')
  })

  it('adds the code of ethics as a reading only where the pack leaves the track open', () => {
    const act = { actOn: '2021-10-01', receivedOn: '2021-11-01', designatedOn: '2021-10-15' }
    const readings = (actUntil: string | null) =>
      computeRulebook(facts({ ...act, actUntil }), NO_DATES, law).readings.map(entry => entry.rulebook)
    expect(readings(null)).toEqual(['pp94-2021'])
    expect(readings('2021-10-14')).toEqual(['pp94-2021'])
    expect(readings('2021-10-15')).toEqual(['pp94-2021', 'pp42-2004'])
    const pppk = computeRulebook(facts({ ...act, status: 'pppk' }), NO_DATES, law)
    expect(pppk.readings.map(entry => entry.rulebook)).toEqual(['pp49-2018', 'pp42-2004'])
    expect(pppk.requiresHumanDecision).toBe(true)
  })
})

describe('what is kept', () => {
  const choice = { rulebook: 'pp53-2010', reason: 'x', inLetter: true, by: 'a', at: '2022-03-01T00:00:00Z' }

  it('is open until chosen, and names who chose', () => {
    const computed = computeRulebook(facts(), NO_DATES, law)
    expect(proposedRulebook(computed, NO_DATES)).toMatchObject({ undecided: true, chosenBy: null })
    const chosen = chosenRulebook(computed, NO_DATES, choice)
    expect(chosen).toMatchObject({
      rulebook: 'pp53-2010',
      track: 'discipline',
      undecided: false,
      chosenBy: 'a',
    })
  })

  it('holds while the same readings stand by the same rule, and falls with another rule or a clear answer', () => {
    const examined = (day: string | null) =>
      computeRulebook(facts(), { examinedOn: day === null ? null : on(day), decidedOn: null }, law)
    expect(sameReadings(examined(null), examined('2021-09-20'))).toBe(true)
    expect(sameReadings(examined(null), examined('2021-08-20'))).toBe(false)
    const decided = computeRulebook(
      facts(),
      { examinedOn: on('2021-08-15'), decidedOn: on('2021-08-20') },
      law,
    )
    expect(sameReadings(examined(null), decided)).toBe(false)
  })
})

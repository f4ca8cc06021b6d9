import { describe, expect, it } from 'vitest'
import type { CaseFile, CaseRespondent } from '../../../shared/contract/cases.ts'
import { missingIn } from './missing.ts'

const person = (name: string, parts: Partial<CaseRespondent> = {}) =>
  ({
    name,
    stage: 'examination',
    findingCount: 0,
    followUpState: 'none',
    rulebook: { undecided: false, datesMissing: false },
    ...parts,
  }) as CaseRespondent

const file = (parts: Partial<CaseFile> = {}): CaseFile =>
  ({
    stage: 'examination',
    exhibits: { total: 2, openedByMe: 2, changed: 0 },
    may: { examine: true },
    assignments: [{ kind: 'assistant' }, { kind: 'reviewer' }],
    respondents: [person('Siti', { findingCount: 1 })],
    ...parts,
  }) as CaseFile

describe('what a case misses', () => {
  it('is nothing while everybody has a finding, and nothing for a closed case', () => {
    expect(missingIn(file())).toEqual([])
    expect(missingIn(file({ stage: 'closed', exhibits: { total: 1, openedByMe: 0, changed: 1 } }))).toEqual(
      [],
    )
  })

  it('names changed exhibits first, as the one thing that stops the plenary', () => {
    const list = missingIn(file({ exhibits: { total: 3, openedByMe: 1, changed: 1 }, assignments: [] }))
    expect(list[0]).toMatchObject({ tone: 'bad', tab: '/bukti' })
    expect(list.map(item => item.tone)).toEqual(['bad', 'plain', 'warn'])
  })

  it('names each person whose rulebook is still to be chosen, or whose dates are missing', () => {
    const rulebook = (parts: object) => ({ undecided: false, datesMissing: false, ...parts }) as never
    const respondents = [
      person('Joko', { findingCount: 1, rulebook: rulebook({ undecided: true }) }),
      person('Siti', { findingCount: 1, rulebook: rulebook({ datesMissing: true }) }),
      person('Ani', { findingCount: 1, rulebook: rulebook({ undecided: true, datesMissing: true }) }),
    ]
    const list = missingIn(file({ respondents }))
    expect(list.map(item => [item.text.split(': ')[0], item.tone])).toEqual([
      ['Joko; Ani', 'bad'],
      ['Siti', 'warn'],
    ])
  })

  it('gives each person one next step, by their own stage', () => {
    const respondents = [
      person('Joko'),
      person('Siti', { stage: 'plenary' }),
      person('Wayan', { stage: 'followUp', followUpState: 'late' }),
    ]
    expect(missingIn(file({ respondents })).map(item => item.tab)).toEqual([
      '/unsur',
      '/sidang',
      '/tindak-lanjut',
    ])
  })
})

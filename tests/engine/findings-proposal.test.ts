import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadLawPack } from '../../main/engine/law/index.ts'
import { buildCase, proveFinding } from '../helpers/build-case.ts'
import { AFTERWARDS, decideCases, readyCase, SANCTION } from '../helpers/decide-case.ts'
import { refused } from '../helpers/refused.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

const LATER = { actOn: '2020-11-02', receivedOn: '2020-11-09', senderLetterOn: '2020-11-08' } as const

let engine: TestEngine

beforeAll(async () => {
  engine = await startTestEngine()
})
// The rules changed in 2021: what a case is asked about depends on the day on which it is opened.
beforeEach(() => engine.setClock(AFTERWARDS))
const IN_2024 = '2024-12-02T03:00:00.000Z'
afterAll(() => engine.close())

const proposal = (respondentId: string) =>
  engine.call('findings.proposalOf', { respondentId: respondentId as never })

describe('provisions of a person', () => {
  it('are those of the own rulebook, ethics, statutes and election law of the day, each described', async () => {
    const file = await buildCase(engine, 1)
    const input = { caseId: file.id, respondentId: file.respondents[0]!.id }
    const { choices, notices } = await engine.call('findings.listProvisions', input)
    const groups = (group: string) =>
      choices.filter(choice => choice.group === group).map(choice => choice.id)
    expect(groups('rulebook')).toHaveLength(39)
    expect(groups('ethics')).toEqual(expect.arrayContaining(['pp42-2004/11/c', 'pp42-2004/6/h']))
    expect(groups('statute').every(id => id.startsWith('uu5-2014/'))).toBe(true)
    expect(groups('election')).toEqual(expect.arrayContaining(['uu10-2016/71/1', 'uu7-2017/280/3']))
    expect(choices.some(choice => choice.id.startsWith('pp94-2021/'))).toBe(false)
    expect(choices.some(choice => choice.id.startsWith('uu20-2023/'))).toBe(false)
    const firstPlain = choices.findIndex(choice => !choice.suggested)
    expect(choices.slice(firstPlain).some(choice => choice.suggested)).toBe(false)
    const own = choices.find(choice => choice.id === 'pp53-2010/4/15/d')!
    expect(own).toMatchObject({
      suggested: true,
      levels: ['sedang'],
      legalBasis: 'Pasal 4 angka 15 huruf d jo. Pasal 12 angka 9',
      regulation: 'PP 53/2010',
      electionScope: ['kepala-daerah'],
      elementCount: 5,
      successors: ['PP 94/2021 Pasal 5 huruf n angka 6'],
    })
    const tiers = choices.find(choice => choice.id === 'pp53-2010/3/4')!
    expect(tiers.tiers.map(tier => tier.level)).toEqual(['ringan', 'sedang', 'berat'])
    expect(tiers.warnings).toContain('humanLevel')
    const scoped = choices.find(choice => choice.id === 'pp53-2010/4/13/b')!
    expect(scoped.warnings).toContain('otherScope')
    const criminal = choices.find(choice => choice.id === 'uu10-2016/71/1')!
    expect(criminal.warnings).toContain('criminal')
    expect(choices.find(choice => choice.id === 'uu7-2017/282')?.warnings).toContain('confidence')
    expect(notices).toEqual([])
  })

  it('can every one be used in a finding, in both rulebooks, except those of the other one', async () => {
    const law = loadLawPack(`${import.meta.dirname}/../../resources/law/law-pack.json`)
    const acts = [
      { parts: {}, rulebook: 'pp53-2010', statute: 'uu5-2014/' },
      {
        parts: {
          actOn: '2024-10-14',
          receivedOn: '2024-10-20',
          senderLetterOn: '2024-10-18',
          designatedOn: '2024-09-22',
        },
        rulebook: 'pp94-2021',
        statute: 'uu20-2023/',
      },
    ] as const
    for (const { parts, rulebook, statute } of acts) {
      if (rulebook === 'pp94-2021') engine.setClock(IN_2024)
      const file = await buildCase(engine, 1, parts)
      const ids = { caseId: file.id, respondentId: file.respondents[0]!.id }
      const { choices } = await engine.call('findings.listProvisions', ids)
      for (const choice of choices) {
        const made = await engine.call('findings.add', { ...ids, provisionId: choice.id as never })
        expect(made.assessments.length, choice.id).toBe(choice.elementCount)
        expect(made.band.levels, choice.id).toEqual(choice.levels)
      }
      expect(choices.filter(choice => choice.id.startsWith(`${rulebook}/`))).toHaveLength(
        law.provisions.filter(entry => entry.regulation === rulebook).length,
      )
      expect(choices.some(choice => choice.id.startsWith(statute))).toBe(true)
      const foreign = law.provisions.filter(entry => !choices.some(choice => choice.id === entry.id))
      expect(foreign.length).toBeGreaterThan(20)
      for (const entry of foreign) {
        await refused(
          engine.call('findings.add', { ...ids, provisionId: entry.id as never }),
          'findings.otherRulebook',
        )
      }
    }
  }, 60_000)

  it('come with a notice where the rulebook has a gap, the form is no violation, or no candidate is named', async () => {
    const codes = async (parts: object) => {
      const file = await buildCase(engine, 1, parts)
      const input = { caseId: file.id, respondentId: file.respondents[0]!.id }
      const { notices, choices } = await engine.call('findings.listProvisions', input)
      return { codes: notices.map(notice => notice.code), choices, notices }
    }
    const gap = await codes({
      electionScope: 'dprd',
      actOn: '2019-03-02',
      receivedOn: '2019-03-09',
      senderLetterOn: '2019-03-08',
      designatedOn: '2018-09-20',
    })
    expect(gap.codes).toContain('gapForScope')
    expect(gap.notices[0]?.detail).toMatch(/caleg/)
    expect((await codes({ violationForm: 'hadir-tanpa-atribut' })).codes).toContain('formNotViolation')
    const before = await codes({ designatedOn: '2020-10-20' })
    expect(before.codes).toContain('ethicsTrack')
    expect(before.choices.find(choice => choice.id === 'pp42-2004/11/c')?.suggested).toBe(true)
    // Without the day of designation the track is that of discipline, as the rulebook says; it is told, not guessed.
    const unknown = await codes({ designatedOn: null })
    expect(unknown.codes).toContain('designationUnknown')
    expect(unknown.codes).not.toContain('ethicsTrack')
    expect(unknown.choices.find(choice => choice.id === 'pp53-2010/4/15/d')?.suggested).toBe(true)
    expect(unknown.choices.find(choice => choice.id === 'pp42-2004/11/c')?.suggested).toBe(false)
    const later = {
      actOn: '2024-10-14',
      receivedOn: '2024-10-20',
      senderLetterOn: '2024-10-18',
      designatedOn: '2024-09-22',
    }
    engine.setClock(IN_2024)
    const attending = await codes({ ...later, violationForm: 'hadir-tanpa-atribut' })
    expect(attending.choices.find(choice => choice.id === 'pp94-2021/5/n/1')?.warnings).toContain(
      'noSanction',
    )
    engine.setClock(AFTERWARDS)
    const [stranger] = (await buildCase(engine, 1)).respondents
    const file = await buildCase(engine, 1)
    await refused(
      engine.call('findings.listProvisions', { caseId: file.id, respondentId: stranger!.id }),
      'findings.respondentOfOtherCase',
    )
  })
})

describe('the proposal for a person', () => {
  it('shows the disciplinary band and the moral sanctions side by side, with the reasoning', async () => {
    const file = await buildCase(engine, 1)
    const respondentId = file.respondents[0]!.id
    expect((await proposal(respondentId)).violations).toEqual([])
    await proveFinding(engine, file)
    await proveFinding(engine, file, 0, 'pp42-2004/11/c')
    const found = await proposal(respondentId)
    expect(found.violations.map(entry => entry.citation)).toEqual([
      'Pasal 4 angka 15 huruf d',
      'Pasal 11 huruf c',
    ])
    expect(found.levels).toEqual(['sedang'])
    expect(found.sanctions.map(option => option.id)).toContain(SANCTION)
    expect(found.moral.length).toBeGreaterThanOrEqual(2)
    expect(found.trace.length).toBeGreaterThan(0)
    expect(found.trace.every(step => step.sentence.length > 10)).toBe(true)
    const ethics = (await engine.call('findings.listByCase', { caseId: file.id }))[1]!
    const option = ethics.band.sanctions.find(entry => entry.insideBand)!
    await engine.call('findings.propose', {
      findingId: ethics.id,
      sanctionId: option.id as never,
      reason: '',
    })
    expect((await proposal(respondentId)).violations[1]?.proposal?.level).toBe('moral')
    await engine.as('sari')
    await refused(proposal(respondentId), 'access.denied')
    await engine.as('rina')
    await refused(proposal('00000000-0000-4000-8000-000000000000'), 'cases.unknown')
  })

  it('knows the record by NIP over all cases: alleged, then proven, each in its own word', async () => {
    const before = await readyCase(engine)
    const now = await buildCase(engine, 1, LATER)
    await proveFinding(engine, now)
    const respondentId = now.respondents[0]!.id
    const of = async () => (await proposal(respondentId)).earlier.find(entry => entry.caseId === before.id)
    expect(await of()).toMatchObject({ state: 'alleged', legalBasis: '', sanction: '', decidedOn: null })
    await decideCases(engine, [before.id])
    await engine.as('rina')
    expect(await of()).toMatchObject({
      state: 'proven',
      number: before.registerNumber,
      legalBasis: 'Pasal 4 angka 15 huruf d jo. Pasal 12 angka 9',
      sanction: 'Penundaan kenaikan pangkat selama 1 tahun',
      sameNature: true,
      act: 'other',
    })
    // Proven is not sanctioned: the law's repetition asks for a sanction that was imposed.
    expect((await proposal(respondentId)).aggravated).toEqual([])
    const twice = await readyCase(engine)
    const record = (await proposal(twice.respondents[0]!.id)).earlier
    expect(record.find(entry => entry.caseId === before.id)?.act).toBe('same')
  })
})

describe('similar decided cases', () => {
  it('are persons decided under the same provision or its neighbour, the most alike first, never oneself', async () => {
    const decided = await readyCase(engine, 2)
    await decideCases(engine, [decided.id])
    await engine.as('rina')
    engine.setClock(IN_2024)
    const successor = await buildCase(engine, 1, {
      ...{ actOn: '2024-10-14', receivedOn: '2024-10-20', senderLetterOn: '2024-10-18' },
      designatedOn: '2024-09-22',
    })
    const ids = { caseId: successor.id, respondentId: successor.respondents[0]!.id }
    const similar = () => engine.call('findings.similar', { respondentId: ids.respondentId })
    expect(await similar()).toEqual([])
    await engine.call('findings.add', { ...ids, provisionId: 'pp94-2021/5/n/6' as never })
    const found = await similar()
    // The first person of the decided case is the same person as here.
    expect(found.filter(entry => entry.caseId === decided.id)).toMatchObject([
      {
        respondentId: decided.respondents[1]!.id,
        caseNumber: decided.registerNumber,
        relation: 'predecessor',
        citation: 'Pasal 4 angka 15 huruf d',
        outcome: 'proven',
        recommended: 'Penundaan kenaikan pangkat selama 1 tahun',
        imposed: '',
        imposedState: 'none',
        sameLevel: false,
      },
    ])
    expect(found.length).toBeLessThanOrEqual(50)
    await engine.as('sari')
    await refused(similar(), 'access.denied')
    await engine.as('rina')
  })
})

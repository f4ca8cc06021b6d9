import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { samplePerson, sampleReport } from '../helpers/sample-report.ts'
import { type Refused, startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await startTestEngine()
})
afterAll(() => engine.close())

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => Promise.reject(new Error('was not refused')),
    (error: Refused) => error,
  )
const id = (name: string) => engine.account(name).id
const registered = async (change: object = {}) => {
  await engine.as('rina')
  return engine.call('reports.register', sampleReport(change))
}

const pick = (rule: { days: number; unit: string; basis: string } | undefined) => ({
  days: rule?.days,
  unit: rule?.unit,
  basis: rule?.basis,
})

describe('opening a case file', () => {
  it('gives it a number, people, a deadline for each person and a rulebook with its reasons', async () => {
    engine.setClock('2020-10-21T02:00:00Z')
    const report = await registered({ respondents: [samplePerson(0), samplePerson(1)] })
    const file = await engine.call('cases.open', {
      reportId: report.id,
      assistants: [id('rina')],
      reviewers: [id('arman')],
      commissioners: [id('laksmi')],
    })
    expect(file).toMatchObject({ registerNumber: '0001/NT/2020', stage: 'examination' })
    expect(file.respondents.map(p => [p.stage, p.findingCount, p.decided])).toEqual([
      ['examination', 0, 'none'],
      ['examination', 0, 'none'],
    ])
    expect(file.assignments.map(a => [a.displayName, a.kind])).toEqual([
      ['Rina Ibaratnya', 'assistant'],
      ['Arman Cobaan', 'reviewer'],
      ['Laksmi Andaiani', 'commissioner'],
    ])
    expect(file.rulebook).toMatchObject({
      id: 'pp53-2010',
      label: 'PP 53/2010',
      requiresHumanDecision: false,
    })
    expect(file.rulebook.trace[0]).toBe('Perbuatan terjadi pada 14 Oktober 2020, ketika PP 53/2010 berlaku.')
    expect(file.deadlines).toHaveLength(2)
    const rule = engine.engine.session?.institution?.pack.deadlines.find(entry => entry.id === 'examination')
    expect(file.deadlines[0]).toMatchObject({ kind: 'examination', startedOn: '2020-10-21', ...pick(rule) })
    expect(file.deadlines[0]?.dueOn).toBe('2020-11-13')
    // Weekends and the holidays of 28–30 October in the pack are passed over and kept with their names.
    expect(file.deadlines[0]?.workingDaysLeft).toBe(14)
    expect(file.deadlines[0]?.skipped).toContainEqual({ on: '2020-10-29', reason: 'Maulid Nabi Muhammad' })
    expect(file.may).toEqual({ examine: true, examineReason: null, assign: true, assignReason: null })
    expect(file.report.caseId).toBe(file.id)
  })

  it('is refused twice, for unknown people and for people whose role does not fit', async () => {
    const report = await registered()
    const ask = (change: object) =>
      refusal(engine.raw('cases.open', { reportId: report.id, assistants: [id('rina')], ...change }))
    expect((await ask({ assistants: [] })).code).toBe('input.invalid')
    expect((await ask({ assistants: [id('laksmi')] })).code).toBe('cases.roleMismatch')
    expect((await ask({ commissioners: [id('arman')] })).code).toBe('cases.roleMismatch')
    expect((await ask({ reviewers: [id('sari')] })).code).toBe('cases.roleMismatch')
    expect((await ask({ assistants: ['00000000-0000-4000-8000-000000000000'] })).code).toBe(
      'accounts.unknown',
    )
    expect((await ask({ reportId: '00000000-0000-4000-8000-000000000000' })).code).toBe('reports.unknown')
    await engine.call('cases.open', { reportId: report.id, assistants: [id('rina')] })
    expect((await ask({})).code).toBe('cases.alreadyOpen')
    await engine.as('sari')
    expect((await ask({})).code).toBe('access.denied')
  })

  it('leaves the choice to a commissioner when the act crosses into another rulebook', async () => {
    const crossing = {
      electionId: null,
      designatedOn: null,
      actOn: '2021-08-20',
      actUntil: '2021-09-10',
      receivedOn: '2021-09-20',
    }
    engine.setClock(null)
    const report = await registered(crossing)
    const open = { reportId: report.id, assistants: [id('rina')] }
    const rulebook = { id: 'pp94-2021', reason: 'Perbuatan terakhir terjadi setelah aturan baru berlaku' }
    expect((await refusal(engine.call('cases.open', { ...open, rulebook }))).code).toBe(
      'cases.deciderChooses',
    )
    const undecided = await engine.call('cases.open', open)
    expect(undecided.rulebook).toMatchObject({ requiresHumanDecision: true, reason: '' })
    expect(undecided.respondents[0]?.rulebook).toMatchObject({ undecided: true, choice: null })

    const other = await registered(crossing)
    await engine.as('bakti')
    const foreign = { id: 'pp30-1980', reason: 'Karena saya mau begitu saja' }
    const again = { reportId: other.id, assistants: [id('rina')] }
    expect((await refusal(engine.call('cases.open', { ...again, rulebook: foreign }))).code).toBe(
      'cases.rulebookUnknown',
    )
    const file = await engine.call('cases.open', { ...again, rulebook })
    expect(file.rulebook).toMatchObject({
      id: 'pp94-2021',
      reason: rulebook.reason,
      requiresHumanDecision: false,
    })
    expect(file.rulebook.trace.at(-1)).toContain(rulebook.reason)
  })

  it('follows the date of the act at the boundary of 31 August 2021', async () => {
    const rulebookOf = async (actOn: string) => {
      engine.setClock(`${actOn}T05:00:00Z`)
      const election = { electionId: null, designatedOn: null }
      const report = await registered({ ...election, actOn, receivedOn: actOn, senderLetterOn: actOn })
      const file = await engine.call('cases.open', { reportId: report.id, assistants: [id('rina')] })
      return file.rulebook.id
    }
    expect(await rulebookOf('2021-08-30')).toBe('pp53-2010')
    expect(await rulebookOf('2021-08-31')).toBe('pp94-2021')
    engine.setClock(null)
  })
})

describe('assignments', () => {
  it('are made by those who work on the case and undone by deciders, with the last assistant kept', async () => {
    const report = await registered()
    const { id: caseId } = await engine.call('cases.open', { reportId: report.id, assistants: [id('rina')] })
    const give = (name: string, kind: 'assistant' | 'reviewer' | 'commissioner') =>
      engine.call('cases.assign', { caseId, accountId: id(name), kind })
    const take = (name: string, kind: 'assistant' | 'reviewer' | 'commissioner') =>
      engine.call('cases.unassign', { caseId, accountId: id(name), kind })

    await engine.as('arman')
    expect((await refusal(give('arman', 'assistant'))).code).toBe('access.notAssigned')
    expect((await engine.call('cases.get', { caseId })).may).toMatchObject({
      examine: false,
      examineReason: 'access.notAssigned',
    })
    await engine.as('laksmi')
    expect((await refusal(give('laksmi', 'commissioner'))).code).toBe('access.notAssigned')
    await engine.as('sari')
    expect((await refusal(give('arman', 'assistant'))).code).toBe('access.denied')
    expect((await refusal(engine.call('cases.get', { caseId }))).code).toBe('access.denied')

    await engine.as('rina')
    await give('arman', 'reviewer')
    expect((await refusal(give('arman', 'reviewer'))).code).toBe('cases.alreadyAssigned')
    expect((await refusal(give('sari', 'reviewer'))).code).toBe('cases.roleMismatch')
    expect((await refusal(take('arman', 'reviewer'))).code).toBe('access.denied')

    await engine.as('bakti')
    expect((await refusal(take('rina', 'assistant'))).code).toBe('cases.lastAssistant')
    expect((await refusal(take('arman', 'assistant'))).code).toBe('cases.notAssigned')
    const file = await take('arman', 'reviewer')
    expect(file.assignments).toHaveLength(1)
    const history = await engine.call('cases.history', { caseId })
    expect(history.map(entry => entry.method)).toEqual([
      'reports.register',
      'cases.open',
      'cases.assign',
      'cases.unassign',
    ])
  })

  it('cannot give a retired account work', async () => {
    const report = await registered()
    const surya = id('surya')
    await engine.as('sari')
    await engine.raw('accounts.retire', { accountId: surya }).catch(() => undefined)
    await engine.as('rina')
    const open = { reportId: report.id, assistants: [id('rina')], commissioners: [surya] }
    expect((await refusal(engine.call('cases.open', open))).code).toBe('accounts.unknown')
  })
})

describe('lists and search of cases', () => {
  it('filters by stage, by mine and by words with any affix', async () => {
    await engine.as('rina')
    const all = await engine.call('cases.list', {})
    expect(all.total).toBe(all.rows.length)
    expect((await engine.call('cases.list', { stage: 'closed' })).total).toBe(0)
    expect((await engine.call('cases.list', { mine: true })).total).toBe(all.total)
    await engine.as('surya').catch(() => engine.as('darma'))
    expect((await engine.call('cases.list', { mine: true })).total).toBe(0)
    expect((await engine.call('cases.list', { query: 'pengunggahan' })).total).toBe(all.total)
    expect((await engine.call('cases.list', { query: 'tidakadakata' })).total).toBe(0)
    expect((await engine.call('cases.list', { query: '"*(' })).total).toBe(0)
  })

  it('refuses pages that are too large or negative', async () => {
    await engine.as('rina')
    for (const page of [{ limit: 501 }, { offset: -1 }, { limit: 0 }, { query: 'x'.repeat(201) }]) {
      expect((await refusal(engine.raw('cases.list', page))).code).toBe('input.invalid')
    }
  })
})

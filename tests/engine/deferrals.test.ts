import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { docketReason } from '../../shared/strings/id/docket-reasons.ts'
import { ALL_CHECKS, type CaseFile, takeExhibits } from '../helpers/build-case.ts'
import {
  cast,
  closeVotes,
  decideCases,
  MEMBERS,
  openMeeting,
  openVote,
  PROVEN,
  planMeeting,
  readyCase,
} from '../helpers/decide-case.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

const NEED = 'Perlu keterangan saksi yang melihat unggahan.'
const ASKED = { verdict: 'deferred' as const, opinion: NEED }
let engine: TestEngine
let file: CaseFile

beforeEach(async () => {
  engine = await startTestEngine()
  engine.setClock('2020-11-19T03:00:00.000Z')
})
afterEach(() => engine.close())

async function workOf(name: string, person = 0) {
  await engine.as(name)
  const { rows } = await engine.call('docket.list', {})
  return rows.find(row => row.respondentId === file.respondents[person]!.id)
}

/** Reopens the one finding after a deferral, proves it on one exhibit more and has it reviewed. */
async function answerDeferral(): Promise<void> {
  await engine.as('rina')
  const [finding] = await engine.call('findings.listByCase', { caseId: file.id })
  const findingId = finding!.id
  await engine.call('findings.reopen', { findingId, reason: 'Keterangan saksi diminta sidang pleno.' })
  expect(await workOf('rina')).toMatchObject({ group: 'returned', nextStep: 'answerReview' })
  const [exhibit] = await takeExhibits(engine, file.id)
  const { elementId } = finding!.assessments[0]!
  await engine.call('findings.link', {
    findingId,
    elementId,
    exhibitId: exhibit!.id,
    stance: 'supports',
    place: {},
  })
  await engine.call('findings.submit', { findingId })
  await engine.as('arman')
  await engine.call('findings.review', {
    findingId,
    outcome: 'approved',
    checks: [...ALL_CHECKS],
    comment: '',
  })
}

describe('a person whom the plenary deferred', () => {
  it('is work for the assistants, with what is asked, by which meeting and since when', async () => {
    file = await readyCase(engine)
    const plenary = await decideCases(engine, [file.id], ASKED)
    const row = await workOf('rina')
    expect(row).toMatchObject({
      group: 'returned',
      nextStep: 'answerDeferral',
      caseNumber: file.registerNumber,
      name: file.respondents[0]!.name,
      deferral: {
        plenaryNumber: plenary.number,
        heldOn: '2020-11-19',
        deferredAt: '2020-11-19T03:00:00.000Z',
      },
    })
    expect(row!.deferral!.needed).toHaveLength(MEMBERS.length)
    expect(row!.deferral!.needed.every(need => need.text === NEED && need.displayName !== '')).toBe(true)
    expect(docketReason(row!.reason)).toContain(plenary.number)
    for (const name of ['bakti', 'laksmi', 'arman']) {
      expect(await workOf(name), name).toMatchObject({ group: 'elsewhere', nextStep: 'answerDeferral' })
    }
    for (const name of ['sari', 'surya']) expect(await workOf(name), name).toBeUndefined()
  })

  it('is work from the opening of the ballots on, while the meeting still goes on', async () => {
    file = await readyCase(engine, 2)
    const plenary = await openMeeting(engine, [file.id])
    const { voteId } = await openVote(engine, plenary)
    for (const member of MEMBERS) await cast(engine, voteId, member, ASKED)
    expect(await workOf('rina')).toMatchObject({ nextStep: 'vote', deferral: null })
    await engine.as('bakti')
    await closeVotes(engine, [voteId])
    expect(await workOf('rina')).toMatchObject({ group: 'returned', nextStep: 'answerDeferral' })
    expect(await workOf('rina', 1)).toMatchObject({ nextStep: 'vote', deferral: null })
    await engine.as('bakti')
    await engine.call('plenaries.close', { plenaryId: plenary.id })
    // The other one was not reached, and waits for another agenda.
    expect(await workOf('rina', 1)).toMatchObject({
      group: 'mine',
      nextStep: 'schedulePlenary',
      deferral: null,
    })
  })

  it('goes over to who calls the plenary once the finding was reviewed anew', async () => {
    file = await readyCase(engine)
    await decideCases(engine, [file.id], ASKED)
    engine.setClock('2020-11-23T03:00:00.000Z')
    await answerDeferral()
    for (const name of ['bakti', 'rina']) {
      const row = await workOf(name)
      expect(row, name).toMatchObject({ group: 'mine', nextStep: 'schedulePlenary' })
      expect(row!.deferral!.needed[0]!.text).toBe(NEED)
      expect(docketReason(row!.reason)).toMatch(/belum masuk agenda lagi/)
    }
  })

  it('is no work any more once on an agenda again, and comes back when taken off it', async () => {
    file = await readyCase(engine)
    await decideCases(engine, [file.id], ASKED)
    const again = await planMeeting(engine, [file.id])
    expect(await workOf('rina')).toMatchObject({ nextStep: 'vote', deferral: null })
    await engine.as('bakti')
    const removal = { plenaryId: again.id, caseId: file.id, reason: 'Saksi baru dapat hadir minggu depan.' }
    await engine.call('plenaries.removeCase', removal)
    expect(await workOf('rina')).toMatchObject({ group: 'returned', nextStep: 'answerDeferral' })
  })

  it('is no work any more once decided, and a second deferral is a task of its own', async () => {
    file = await readyCase(engine)
    await decideCases(engine, [file.id], ASKED)
    engine.setClock('2020-11-24T03:00:00.000Z')
    const second = await decideCases(engine, [file.id], {
      verdict: 'deferred',
      opinion: 'Perlu rekaman asli.',
    })
    const row = await workOf('rina')
    expect(row!.deferral).toMatchObject({
      plenaryNumber: second.number,
      deferredAt: '2020-11-24T03:00:00.000Z',
    })
    expect(new Set(row!.deferral!.needed.map(need => need.text))).toEqual(new Set(['Perlu rekaman asli.']))
    engine.setClock('2020-11-25T03:00:00.000Z')
    await decideCases(engine, [file.id], PROVEN)
    expect(await workOf('rina')).toMatchObject({ nextStep: 'draftLetter', deferral: null })
  })

  it('asks nothing of the assistants where no member wrote what is needed', async () => {
    file = await readyCase(engine)
    await decideCases(engine, [file.id], { verdict: 'deferred', opinion: '' })
    const row = await workOf('bakti')
    expect(row).toMatchObject({ group: 'mine', nextStep: 'schedulePlenary', deferral: { needed: [] } })
  })
})

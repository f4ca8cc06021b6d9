import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sql, sql } from '../../main/engine/store/sql.ts'
import type { PromptReason } from '../../shared/contract/plenaries.ts'
import {
  AFTERWARDS,
  answerPrompts,
  cast,
  closeVotes,
  MEMBERS,
  openMeeting,
  openVote,
  type Plenary,
  planMeeting,
  readyCase,
} from '../helpers/decide-case.ts'
import { refused, refusedForAll } from '../helpers/refused.ts'
import { PEOPLE, startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine

beforeAll(async () => {
  // Surya comes from the province of every test case (33).
  const people = PEOPLE.map(person =>
    person.signInName === 'surya' ? { ...person, region: 'Jawa Tengah' } : person,
  )
  engine = await startTestEngine({ people })
  engine.setClock(AFTERWARDS)
})
afterAll(() => engine.close())

const readAll = <Row>(query: Sql) => engine.engine.session!.store.read.all<Row>(query)
const promptsOf = (plenary: Plenary, n = 0) =>
  plenary.agenda[n]!.recusalPrompts.map(row => [row.displayName, row.reason] as const)
const open = (plenary: Plenary) =>
  engine.call('plenaries.openVote', {
    plenaryId: plenary.id,
    caseId: plenary.agenda[0]!.caseId,
    respondentId: plenary.agenda[0]!.persons[0]!.respondentId,
  })
const answer = (plenary: Plenary, member: string, reason: PromptReason, text = 'Tidak berkepentingan.') =>
  engine.call('plenaries.answerPrompt', {
    plenaryId: plenary.id,
    caseId: plenary.agenda[0]!.caseId,
    accountId: engine.account(member).id,
    reason,
    text,
  })

describe('recusal prompts', () => {
  it('ask for a shared region, an earlier role, and kinship of everybody present', async () => {
    const file = await readyCase(engine)
    const planned = await planMeeting(engine, [file.id], [])
    // Nobody is present yet, so nobody is asked about kinship.
    expect(promptsOf(planned)).toEqual([
      ['Darma Barangkali', 'earlierRole'],
      ['Laksmi Andaiani', 'earlierRole'],
      ['Surya Mungkinan', 'sameRegion'],
    ])
    const [, laksmi, surya] = planned.agenda[0]!.recusalPrompts
    expect(laksmi!.detail).toBe('ditugaskan sebagai komisioner perkara ini')
    expect(surya!.detail).toBe('Jawa Tengah')
    await engine.call('plenaries.recordAttendance', {
      plenaryId: planned.id,
      present: MEMBERS.map(name => engine.account(name).id),
    })
    await engine.as('bakti')
    const opened = await engine.call('plenaries.open', { plenaryId: planned.id })
    expect(promptsOf(opened).filter(([, reason]) => reason === 'kinship')).toHaveLength(5)
  })

  it('keep every vote of the case closed until each present member has answered or withdrawn', async () => {
    const file = await readyCase(engine, 2)
    const plenary = await openMeeting(engine, [file.id], ['bakti', 'ningsih', 'laksmi', 'surya'])
    await expect(open(plenary)).rejects.toMatchObject({
      code: 'plenaries.promptUnanswered',
      facts: { names: 'Bakti Semoga, Ningsih Kiranya, Laksmi Andaiani, Surya Mungkinan' },
    })
    const { id: plenaryId } = plenary
    const { caseId } = plenary.agenda[0]!
    await engine.call('plenaries.confirmNoKinship', { plenaryId, caseId })
    await refused(engine.call('plenaries.confirmNoKinship', { plenaryId, caseId }), 'plenaries.noPrompt')
    await expect(open(plenary)).rejects.toMatchObject({
      facts: { names: 'Laksmi Andaiani, Surya Mungkinan' },
    })
    await answer(plenary, 'laksmi', 'earlierRole', 'Hanya mendampingi pemeriksaan.')
    await expect(open(plenary)).rejects.toMatchObject({ facts: { names: 'Surya Mungkinan' } })
    // A recusal is an answer too; the base of the quorum shrinks with it.
    const accountId = engine.account('surya').id
    const reason = 'Satu daerah dengan terlapor.'
    const before = plenary.agenda[0]!.quorum
    const recused = await engine.call('plenaries.recuse', { plenaryId, caseId, accountId, reason })
    expect(recused.agenda[0]!.quorum).toMatchObject({ base: before.base - 1, present: before.present - 1 })
    expect(recused.agenda[0]!.recusalPrompts.some(row => row.accountId === accountId)).toBe(false)
    // Darma is absent: what is asked of him waits.
    const voting = await open(plenary)
    expect(voting.agenda[0]!.persons[0]!.vote).toMatchObject({ state: 'open', expectedCount: 3 })
    const kept = voting.agenda[0]!.recusalPrompts.filter(row => row.answer !== null)
    expect(kept.map(row => [row.displayName, row.reason, row.answer!.text])).toContainEqual([
      'Laksmi Andaiani',
      'earlierRole',
      'Hanya mendampingi pemeriksaan.',
    ])
  })

  it('ask a member who comes later, before the next vote of the same case', async () => {
    const file = await readyCase(engine, 2)
    const plenary = await openMeeting(engine, [file.id], ['bakti', 'ningsih', 'laksmi'])
    const { voteId } = await openVote(engine, plenary)
    for (const name of ['bakti', 'ningsih', 'laksmi']) await cast(engine, voteId, name)
    await closeVotes(engine, [voteId])
    await engine.call('plenaries.recordAttendance', {
      plenaryId: plenary.id,
      present: ['bakti', 'ningsih', 'laksmi', 'darma'].map(name => engine.account(name).id),
    })
    const second = engine.call('plenaries.openVote', {
      plenaryId: plenary.id,
      caseId: plenary.agenda[0]!.caseId,
      respondentId: plenary.agenda[0]!.persons[1]!.respondentId,
    })
    await expect(second).rejects.toMatchObject({ facts: { names: 'Darma Barangkali' } })
    await answerPrompts(engine, plenary.id, file.id)
    await openVote(engine, plenary, 0, 1)
  })

  it('are answered for oneself, by a presider also for another, and by nobody else', async () => {
    const file = await readyCase(engine)
    const plenary = await openMeeting(engine, [file.id])
    await engine.as('laksmi')
    await refused(answer(plenary, 'darma', 'earlierRole'), 'plenaries.ownAnswerOnly')
    await refused(answer(plenary, 'laksmi', 'sameRegion'), 'plenaries.noPrompt')
    await refused(answer(plenary, 'laksmi', 'recusedBefore'), 'plenaries.noPrompt')
    await answer(plenary, 'laksmi', 'earlierRole')
    await answer(plenary, 'laksmi', 'kinship', 'Tidak ada.')
    const meeting = { plenaryId: plenary.id, caseId: plenary.agenda[0]!.caseId }
    await refusedForAll(engine, ['rina', 'sari'], () => answer(plenary, 'laksmi', 'kinship'))
    await refusedForAll(engine, ['rina', 'sari', 'darma'], () =>
      engine.call('plenaries.confirmNoKinship', meeting),
    )
    await engine.as('ningsih')
    await answer(plenary, 'darma', 'earlierRole')
    const confirmed = await engine.call('plenaries.confirmNoKinship', meeting)
    const own = confirmed.agenda[0]!.recusalPrompts.find(
      row => row.reason === 'kinship' && row.displayName === 'Laksmi Andaiani',
    )
    // What was said by oneself is not overwritten by the presider's question to all.
    expect(own!.answer!.text).toBe('Tidak ada.')
    const trail = readAll<{ body: string }>(
      sql`select body from audit_entries where method = 'plenaries.answerPrompt' and case_id = ${file.id}`,
    )
    expect(trail).toHaveLength(3)
  })

  it('carry a recusal over as a question to the next meeting on the same case', async () => {
    const file = await readyCase(engine)
    const first = await openMeeting(engine, [file.id])
    const { caseId } = first.agenda[0]!
    const accountId = engine.account('surya').id
    const reason = 'Keluarga jauh terlapor.'
    await engine.call('plenaries.recuse', { plenaryId: first.id, caseId, accountId, reason })
    const { voteId } = await openVote(engine, first)
    for (const name of MEMBERS.filter(name => name !== 'surya')) {
      await cast(engine, voteId, name, { verdict: 'deferred', opinion: 'Perlu saksi.' })
    }
    await closeVotes(engine, [voteId])
    await engine.call('plenaries.close', { plenaryId: first.id })
    const again = await openMeeting(engine, [file.id])
    const prompt = again.agenda[0]!.recusalPrompts.find(row => row.reason === 'recusedBefore')
    expect(prompt).toMatchObject({ displayName: 'Surya Mungkinan', answer: null })
    expect(prompt!.detail).toContain(first.number)
    expect(prompt!.detail).toContain(reason)
    expect(again.agenda[0]!.recusals).toEqual([])
    await engine.call('plenaries.confirmNoKinship', { plenaryId: again.id, caseId })
    await expect(open(again)).rejects.toMatchObject({ code: 'plenaries.promptUnanswered' })
  })

  it('are gone with a case that leaves the agenda, and closed with the meeting', async () => {
    const file = await readyCase(engine)
    const other = await readyCase(engine)
    const plenary = await openMeeting(engine, [file.id, other.id])
    await engine.call('plenaries.confirmNoKinship', { plenaryId: plenary.id, caseId: other.id })
    await engine.call('plenaries.removeCase', {
      plenaryId: plenary.id,
      caseId: other.id,
      reason: 'Berkasnya tertinggal.',
    })
    const { voteId } = await openVote(engine, plenary)
    for (const name of MEMBERS) await cast(engine, voteId, name)
    await closeVotes(engine, [voteId])
    await engine.call('plenaries.close', { plenaryId: plenary.id })
    await refused(answer(plenary, 'laksmi', 'kinship'), 'plenaries.closed')
  })
})

describe('the public pane', () => {
  const reporter = ['Wulandari Rahasiawati', 'Wulandari', '0812-0000-1111']

  it('shows nothing of the reporter, no sealed choice, and nothing while blank', async () => {
    const { buildCase, reviewedFindings } = await import('../helpers/build-case.ts')
    const file = await buildCase(engine, 1, {
      reporterName: reporter[0],
      reporterContact: reporter[2],
      place: 'Rumah Wulandari Rahasiawati',
      narrative: `Terlapor berpidato. Menurut ${reporter[0]}, ia membagi uang (${reporter[2]}). Ada foto acara.`,
    } as never)
    await reviewedFindings(engine, file)
    await engine.as('rina')
    expect(await engine.call('plenaries.publicPane', {})).toBeNull()
    const plenary = await openMeeting(engine, [file.id])
    const { caseId, persons } = plenary.agenda[0]!
    const at = { plenaryId: plenary.id, caseId, respondentId: persons[0]!.respondentId, blanked: false }
    await refused(
      engine.call('plenaries.showPublicly', { ...at, caseId: crypto.randomUUID() as never }),
      'plenaries.notOnAgenda',
    )
    await engine.call('plenaries.showPublicly', at)
    const shown = await engine.call('plenaries.publicPane', {})
    expect(shown).toMatchObject({ blanked: false, item: { personName: 'Orang Umpama A', sealed: null } })
    expect(shown!.item!.facts).toContain('Terlapor berpidato.')
    expect(shown!.item!.facts.length).toBeLessThanOrEqual(6)
    const { voteId } = await openVote(engine, plenary)
    const opinion = 'Rahasia sampai dibuka bersama.'
    await cast(engine, voteId, 'laksmi', { verdict: 'notProven', opinion })
    const voting = await engine.call('plenaries.publicPane', {})
    expect(voting!.item).toMatchObject({ sealed: { cast: 1, expected: 5 }, decision: null })
    for (const pane of [shown, voting]) {
      const text = JSON.stringify(pane)
      for (const word of [...reporter, opinion, 'Rahasiawati']) expect(text).not.toContain(word)
    }
    await engine.call('plenaries.showPublicly', { ...at, blanked: true })
    expect(await engine.call('plenaries.publicPane', {})).toMatchObject({ blanked: true, item: null })
    // It lives in memory: who unlocks later begins with an empty display.
    await engine.as('rina')
    expect(await engine.call('plenaries.publicPane', {})).toBeNull()
  })
})

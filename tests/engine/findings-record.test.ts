import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../../main/engine/store/sql.ts'
import { ALL_CHECKS, buildCase, proveFinding } from '../helpers/build-case.ts'
import {
  AFTERWARDS,
  approvedLetter,
  decideCases,
  issueLetter,
  readyCase,
  trustAuthority,
} from '../helpers/decide-case.ts'
import { refused } from '../helpers/refused.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine

beforeAll(async () => {
  engine = await startTestEngine()
  engine.setClock(AFTERWARDS)
})
afterAll(() => engine.close())

describe('a person who was sanctioned before', () => {
  it('is told apart from one proven and one alleged, and a repetition asks for more than the last time', async () => {
    const trust = await trustAuthority(engine)
    const first = await readyCase(engine)
    await decideCases(engine, [first.id])
    const { id } = await approvedLetter(engine, first)
    await issueLetter(engine, id, trust.ticket)
    await engine.as('rina')
    const [clock] = await engine.call('followUps.list', { caseId: first.id })
    engine.setClock('2020-12-10T03:00:00.000Z')
    const decree = join(engine.root, 'sk.pdf')
    writeFileSync(decree, '%PDF-1.4\n% SK rekaan\n')
    await engine.call('followUps.recordSanctionDecision', {
      followUpId: clock!.id,
      number: '800/1234/2020',
      on: '2020-12-04',
      sanctionId: 'pp53-2010/7/3/b',
      file: engine.ticket(decree),
    } as never)

    engine.setClock('2021-03-10T03:00:00.000Z')
    const again = await buildCase(engine, 1, {
      actOn: '2021-02-15',
      receivedOn: '2021-02-22',
      senderLetterOn: '2021-02-20',
      designatedOn: '2021-01-10',
    })
    await proveFinding(engine, again)
    const alleged = await buildCase(engine, 1, {
      actOn: '2021-02-16',
      receivedOn: '2021-02-23',
      senderLetterOn: '2021-02-20',
      designatedOn: '2021-01-10',
    })
    const respondentId = again.respondents[0]!.id
    const found = await engine.call('findings.proposalOf', { respondentId })
    const states = Object.fromEntries(found.earlier.map(entry => [entry.number, entry.state]))
    expect(states).toEqual({ [first.registerNumber]: 'sanctioned', [alleged.registerNumber]: 'alleged' })
    expect(found.earlier.find(entry => entry.state === 'sanctioned')).toMatchObject({
      sanction: 'Penundaan kenaikan pangkat selama 1 tahun',
      decidedOn: '2020-12-04',
      sameNature: true,
    })
    // Heavier than the last one: neither that one nor a lighter one is offered any more.
    const offered = [...found.sanctions, ...found.aggravated].map(option => option.id)
    expect(offered).not.toContain('pp53-2010/7/3/a')
    expect(offered).not.toContain('pp53-2010/7/3/b')
    expect(offered).toContain('pp53-2010/7/3/c')
    expect(found.trace.some(step => step.citation.includes('Pasal 30 ayat (2)'))).toBe(true)

    const similar = await engine.call('findings.similar', { respondentId })
    expect(similar.some(entry => entry.caseId === first.id)).toBe(false)
  }, 60_000)
})

describe('findings about a decided person', () => {
  it('open again for a reconsideration alone, are changed, and need a second person anew', async () => {
    engine.setClock(AFTERWARDS)
    const file = await readyCase(engine)
    await decideCases(engine, [file.id])
    await engine.as('rina')
    const [finding] = await engine.call('findings.listByCase', { caseId: file.id })
    const id = { findingId: finding!.id }
    const reopen = () => engine.call('findings.reopen', { ...id, reason: 'Saksi baru diperiksa.' })
    expect(finding!.mayReopen).toBe(false)
    await refused(reopen(), 'findings.decided')
    const respondentId = file.respondents[0]!.id
    await engine.as('bakti')
    await engine.call('plenaries.reconsider', {
      respondentId,
      kind: 'reopening',
      reason: 'Ada bukti baru yang belum pernah diperiksa sebelumnya.',
    })
    await engine.as('rina')
    expect((await engine.call('findings.listByCase', { caseId: file.id }))[0]?.mayReopen).toBe(true)
    expect((await reopen()).state).toBe('returned')
    const element = finding!.assessments[0]!
    await engine.call('findings.assess', {
      ...id,
      elementId: element.elementId,
      state: 'insufficient',
      reasons: 'Saksi menarik keterangannya.',
    })
    const consideration = 'Unsur pertama tidak lagi didukung bukti yang cukup.'
    await engine.call('findings.conclude', { ...id, conclusion: 'notProven', consideration })
    await engine.call('findings.submit', id)
    await engine.as('arman')
    const review = { ...id, outcome: 'approved' as const, checks: [...ALL_CHECKS], comment: '' }
    expect((await engine.call('findings.review', review)).state).toBe('reviewed')
    const changes = await engine.call('findings.changes', id)
    expect(changes.some(entry => entry.field === 'review' && entry.after === 'Saksi baru diperiksa.')).toBe(
      true,
    )
    expect(changes.some(entry => entry.field === 'consideration' && entry.after === consideration)).toBe(true)
    await engine.as('rina')
  }, 60_000)
})

describe('the record and similar cases', () => {
  it('are looked up by an index, never by reading every person', () => {
    const read = engine.engine.session!.store.read
    const plan = (of: ReturnType<typeof sql>) =>
      read.all<{ detail: string }>(sql`explain query plan ${of}`).map(row => row.detail)
    const record = plan(sql`select q.id from respondents q join reports r on r.id = q.report_id
      left join cases c on c.report_id = r.id where q.person_id = 'x'`)
    expect(record.filter(line => line.startsWith('SCAN'))).toEqual([])
    const similar = plan(sql`select f.id from findings f join respondents q on q.id = f.respondent_id
      where f.provision_id = 'x' and f.withdrawn_at is null`)
    expect(similar.filter(line => line.startsWith('SCAN'))).toEqual([])
  })
})

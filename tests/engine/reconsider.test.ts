import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replacedDecision } from '../../main/engine/features/plenaries/index.ts'
import { type Sql, sql } from '../../main/engine/store/sql.ts'
import {
  AFTERWARDS,
  approvedLetter,
  type Ballot,
  cast,
  closeVotes,
  decideCases,
  issueLetter,
  MEMBERS,
  openMeeting,
  openVote,
  planMeeting,
  readyCase,
  trustAuthority,
} from '../helpers/decide-case.ts'
import { refused, refusedForAll } from '../helpers/refused.ts'
import { raw } from '../helpers/sealed-vote.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
let trust: Awaited<ReturnType<typeof trustAuthority>>

beforeAll(async () => {
  engine = await startTestEngine()
  engine.setClock(AFTERWARDS)
  trust = await trustAuthority(engine)
})
afterAll(() => engine.close())

const REASON = 'Nama peraturan dalam putusan itu keliru.'
const readAll = <Row>(query: Sql) => engine.engine.session!.store.read.all<Row>(query)
const write = (statement: Sql) => engine.engine.session!.store.transaction(db => db.run(statement))
const reconsider = (respondentId: string, kind: 'correction' | 'reopening' = 'correction', reason = REASON) =>
  engine.call('plenaries.reconsider', { respondentId: respondentId as never, kind, reason })
const history = (respondentId: string) =>
  engine.call('plenaries.decisionsOf', { respondentId: respondentId as never })

/** One vote of all members on the first person of the only case. */
async function decide(plenary: Awaited<ReturnType<typeof openMeeting>>, ballot: Ballot) {
  const { voteId } = await openVote(engine, plenary)
  for (const name of MEMBERS) await cast(engine, voteId, name, ballot)
  return closeVotes(engine, [voteId])
}

describe('a decision', () => {
  it('is made again only by a new one that cites it; the old one stays readable', async () => {
    const file = await readyCase(engine)
    const { id: respondentId } = file.respondents[0]!
    const first = await decideCases(engine, [file.id])
    await refused(planMeeting(engine, [file.id]), 'plenaries.caseNotReady')
    await engine.as('laksmi')
    const { cites } = await reconsider(respondentId)
    expect(cites).toBe(`Putusan Rapat Pleno Nomor ${first.number} tanggal 19 November 2020`)
    await refused(reconsider(respondentId), 'plenaries.alreadyReconsidered')
    const header = await engine.call('cases.get', { caseId: file.id })
    expect(header.stage).toBe('plenary')

    engine.setClock('2020-11-19T07:00:00.000Z')
    const again = await openMeeting(engine, [file.id])
    expect(again.agenda[0]!.persons[0]!.reconsiders).toEqual({ kind: 'correction', cites, reason: REASON })
    const closed = await decide(again, { verdict: 'notProven' })
    engine.setClock(AFTERWARDS)
    const { decision } = closed.agenda[0]!.persons[0]!.vote!
    expect(decision!.cites).toBe(cites)
    expect(decision!.sentence).toContain(`dengan membetulkan ${cites}, memutuskan Sdr. Orang Umpama A`)
    const rows = await history(respondentId)
    expect(rows.map(row => [row.outcome, row.cites, row.replacedBy])).toEqual([
      ['notProven', cites, null],
      ['proven', null, `Putusan Rapat Pleno Nomor ${again.number} tanggal 19 November 2020`],
    ])
    expect(rows[1]!.sentence).toBe(first.agenda[0]!.persons[0]!.vote!.decision!.sentence)
    const oldVote = first.agenda[0]!.persons[0]!.vote!.voteId
    expect(replacedDecision(engine.engine.session!.store.read, oldVote)).toMatchObject({
      voteId: rows[0]!.voteId,
      number: again.number,
      kind: 'correction',
    })
    // The first meeting still shows its own decision.
    const old = await engine.call('plenaries.get', { plenaryId: first.id })
    expect(old.agenda[0]!.persons[0]!.vote!.decision!.outcome).toBe('proven')
    await refused(openVote(engine, again), 'plenaries.alreadyDecided')
  })

  it('can be taken up a third time, each citing the one before', async () => {
    const file = await readyCase(engine)
    const { id: respondentId } = file.respondents[0]!
    const numbers: string[] = [(await decideCases(engine, [file.id])).number]
    for (const [n, kind] of (['correction', 'reopening'] as const).entries()) {
      engine.setClock(`2020-11-19T0${7 + n}:30:00.000Z`)
      await reconsider(respondentId, kind)
      const meeting = await openMeeting(engine, [file.id])
      await decide(meeting, { verdict: 'notProven' })
      await engine.call('plenaries.close', { plenaryId: meeting.id })
      numbers.push(meeting.number)
    }
    engine.setClock(AFTERWARDS)
    const rows = await history(respondentId)
    expect(rows.map(row => row.plenaryNumber)).toEqual(numbers.toReversed())
    expect(rows.map(row => row.cites?.includes(numbers[0]!) ?? false)).toEqual([false, true, false])
  })

  it('stays in force while its reconsideration is deferred', async () => {
    const file = await readyCase(engine)
    const { id: respondentId } = file.respondents[0]!
    await decideCases(engine, [file.id])
    await reconsider(respondentId)
    engine.setClock('2020-11-19T07:00:00.000Z')
    const meeting = await openMeeting(engine, [file.id])
    const deferral = { verdict: 'deferred' as const, opinion: 'Perlu naskah asli SK.' }
    const deferred = await decide(meeting, deferral)
    expect(deferred.agenda[0]!.persons[0]!.vote!.decision).toMatchObject({ outcome: 'deferred', cites: null })
    await engine.call('plenaries.close', { plenaryId: meeting.id })
    const rows = await history(respondentId)
    expect(rows.map(row => [row.outcome, row.replacedBy])).toEqual([
      ['deferred', null],
      ['proven', null],
    ])
    expect(rows[0]!.needed).toHaveLength(5)
    expect(rows[0]!.needed[0]).toEqual({ displayName: 'Bakti Semoga', text: 'Perlu naskah asli SK.' })
    expect(rows[1]!.needed).toEqual([])
    expect(rows[1]!.reconsidered).toMatchObject({
      kind: 'correction',
      reason: REASON,
      askedBy: 'Bakti Semoga',
    })
    await refused(reconsider(respondentId), 'plenaries.alreadyReconsidered')
    engine.setClock('2020-11-19T08:00:00.000Z')
    const next = await decide(await openMeeting(engine, [file.id]), { verdict: 'notProven' })
    expect(next.agenda[0]!.persons[0]!.vote!.decision!.cites).toContain('Putusan Rapat Pleno Nomor')
    engine.setClock(AFTERWARDS)
  })

  it('opens the findings again, which must pass their review before the plenary', async () => {
    const file = await readyCase(engine)
    const { id: respondentId } = file.respondents[0]!
    await decideCases(engine, [file.id])
    await engine.as('rina')
    const [finding] = await engine.call('findings.listByCase', { caseId: file.id })
    const reopen = () =>
      engine.call('findings.reopen', { findingId: finding!.id, reason: 'Ada bukti baru dari pengawas.' })
    await refused(reopen(), 'findings.decided', 'findings.notDeferred')
    await engine.as('bakti')
    await reconsider(respondentId, 'reopening', 'Ada rekaman baru yang diserahkan pengawas.')
    await engine.as('rina')
    await reopen()
    expect((await engine.call('cases.get', { caseId: file.id })).stage).toBe('examination')
    await refused(planMeeting(engine, [file.id]), 'plenaries.caseNotReady')
    await engine.call('findings.submit', { findingId: finding!.id })
    await engine.as('arman')
    const { ALL_CHECKS } = await import('../helpers/build-case.ts')
    await engine.call('findings.review', {
      findingId: finding!.id,
      outcome: 'approved',
      checks: [...ALL_CHECKS],
      comment: '',
    })
    await planMeeting(engine, [file.id])
  })

  it('takes up a closed case again, with a letter of its own beside the old one', async () => {
    const file = await readyCase(engine)
    const { id: respondentId } = file.respondents[0]!
    await decideCases(engine, [file.id], { verdict: 'notProven' })
    const letter = await approvedLetter(engine, file)
    const issued = await issueLetter(engine, letter.id, trust.ticket)
    expect((await engine.call('cases.get', { caseId: file.id })).stage).toBe('closed')
    await engine.as('surya')
    await refused(reconsider(respondentId, 'reopening'), 'access.notAssigned')
    await engine.as('laksmi')
    await reconsider(respondentId, 'reopening')
    expect((await engine.call('cases.get', { caseId: file.id })).stage).toBe('plenary')
    engine.setClock('2020-11-20T07:00:00.000Z')
    const meeting = await openMeeting(engine, [file.id])
    await decide(meeting, { verdict: 'notProven' })
    await engine.call('plenaries.close', { plenaryId: meeting.id })
    await engine.as('rina')
    const second = await engine.call('letters.draft', { caseId: file.id, respondentId })
    expect(second.id).not.toBe(issued.id)
    const old = await engine.call('letters.get', { letterId: issued.id })
    expect(old.number).toBe(issued.number)
    engine.setClock(AFTERWARDS)
  })
})

describe('a reconsideration', () => {
  it('is asked only for decided persons, after the minutes, with a reason, by those who may', async () => {
    const file = await readyCase(engine)
    const { id: respondentId } = file.respondents[0]!
    await engine.as('bakti')
    await refused(reconsider(respondentId), 'plenaries.notDecided')
    await refused(reconsider(randomUUID()), 'cases.unknownRespondent')
    const meeting = await openMeeting(engine, [file.id])
    await decide(meeting, { verdict: 'notProven' })
    await refused(reconsider(respondentId), 'plenaries.plenaryStillOpen')
    await engine.call('plenaries.close', { plenaryId: meeting.id })
    await expect(reconsider(respondentId, 'correction', 'Salah.')).rejects.toThrow()
    await refusedForAll(engine, ['rina', 'sari'], () => reconsider(respondentId))
    await engine.as('surya')
    await refused(reconsider(respondentId), 'access.notAssigned')
    await engine.as('ningsih')
    await reconsider(respondentId)
  })

  it('cannot be skipped by whoever writes to the database', async () => {
    const file = await readyCase(engine)
    const { id: respondentId } = file.respondents[0]!
    const decided = await decideCases(engine, [file.id])
    const vote = decided.agenda[0]!.persons[0]!.vote!
    const voteId = randomUUID()
    // As an import would bring it: a second closed vote with a decision about the same person. The gates that ask
    // for its question and ballots are taken away, so that this one is seen to hold alone.
    for (const gate of ['votes_begin_with_their_question', 'decisions_rest_on_ballots']) {
      write(raw(`drop trigger ${gate}`))
    }
    const smuggle = (outcome: string, replaces: string | null) => {
      write(sql`insert into plenaries select ${`p-${voteId}`}, ${`BA-${voteId}`}, held_on, start_time, zone, place,
          state, institution_version, planned_by, planned_at, presided_by, opened_at, closed_at, minutes_blob_id,
          minutes_sha256, minutes_fields from plenaries where id = ${decided.id} on conflict do nothing`)
      write(sql`insert into plenary_attendance select ${`p-${voteId}`}, account_id, present
        from plenary_attendance where plenary_id = ${decided.id} on conflict do nothing`)
      write(sql`insert into agenda_items values (${`p-${voteId}`}, ${file.id}, 1) on conflict do nothing`)
      write(sql`insert into votes (id, plenary_id, case_id, respondent_id, state, opened_at, closed_at)
        values (${voteId}, ${`p-${voteId}`}, ${file.id}, ${respondentId}, 'closed', '2020-11-19T06:00:00.000Z',
          '2020-11-19T06:00:00.000Z') on conflict do nothing`)
      write(sql`insert into decisions (vote_id, plenary_id, case_id, respondent_id, outcome, tally, tie_broken,
          sentence, decided_at, quorum_present, quorum_needed, replaces_vote_id)
        values (${voteId}, ${`p-${voteId}`}, ${file.id}, ${respondentId}, ${outcome}, '{}', 0, 'Selundupan.',
          '2020-11-19T06:00:00.000Z', 5, 3, ${replaces})`)
    }
    expect(() => smuggle('notProven', null)).toThrow(/decided again/)
    expect(() => smuggle('deferred', null)).toThrow(/decided again/)
    expect(() => smuggle('notProven', vote.voteId)).toThrow(/decided again|cites/)
    await reconsider(respondentId)
    expect(() => smuggle('notProven', null)).toThrow(/decided again/)
    for (const attack of [
      sql`update decisions set outcome = 'notProven' where vote_id = ${vote.voteId}`,
      sql`delete from decisions where vote_id = ${vote.voteId}`,
      sql`update reconsiderations set reason = 'Lain.' where respondent_id = ${respondentId}`,
      sql`update reconsiderations set new_vote_id = ${vote.voteId} where respondent_id = ${respondentId}`,
      sql`delete from reconsiderations where respondent_id = ${respondentId}`,
      sql`insert into reconsiderations (id, respondent_id, case_id, old_vote_id, kind, reason, asked_by, at)
        values ('r', ${respondentId}, ${file.id}, ${vote.voteId}, 'correction', 'Lagi.',
          ${engine.account('bakti').id}, '2020-11-19T06:00:00.000Z')`,
    ]) {
      expect(() => write(attack)).toThrow()
    }
    expect(readAll(sql`select 1 from decisions where respondent_id = ${respondentId}`)).toHaveLength(1)
    // With the old one cited it would be a decision like any other.
    smuggle('notProven', vote.voteId)
    expect((await history(respondentId)).map(row => row.outcome)).toEqual(['notProven', 'proven'])
  })
})

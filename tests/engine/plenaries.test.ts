import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../../main/engine/store/sql.ts'
import { takeExhibits } from '../helpers/build-case.ts'
import {
  AFTERWARDS,
  cast,
  closeVotes,
  decideCases,
  MEMBERS,
  openMeeting,
  openVote,
  PROVEN,
  planMeeting,
  readyCase,
  SANCTION,
} from '../helpers/decide-case.ts'
import { refused } from '../helpers/refused.ts'
import { PASSPHRASE, startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine

beforeAll(async () => {
  engine = await startTestEngine()
  engine.setClock(AFTERWARDS)
})
afterAll(() => engine.close())

const STRANGER = '00000000-0000-4000-8000-000000000000' as never

describe('an agenda', () => {
  it('takes only cases that are ready, and says why another is not', async () => {
    const ready = await readyCase(engine)
    const { buildCase } = await import('../helpers/build-case.ts')
    const raw = await buildCase(engine)
    const candidates = await engine.call('plenaries.listCandidates', {})
    expect(candidates.find(row => row.caseId === ready.id)).toMatchObject({ ready: true, blockedBy: [] })
    expect(candidates.find(row => row.caseId === raw.id)).toMatchObject({
      ready: false,
      blockedBy: ['noFindings'],
    })
    await refused(planMeeting(engine, [ready.id, raw.id]), 'plenaries.caseNotReady')
    const plenary = await planMeeting(engine, [ready.id, ready.id])
    expect(plenary.agenda).toHaveLength(1)
    expect(plenary.number).toMatch(/^BA-\d{3}\/PLENO\/XI\/2020$/)
    await refused(planMeeting(engine, [ready.id]), 'plenaries.caseNotReady')
    await refused(planMeeting(engine, [STRANGER]), 'plenaries.caseNotReady')
  })

  it('refuses a case of which an exhibit changed on disk', async () => {
    const file = await readyCase(engine)
    const [row] = engine.engine.session!.store.read.all<{ blobId: string }>(
      sql`select blob_id as blobId from exhibits where case_id = ${file.id}`,
    )
    const blob = join(engine.dir, 'vault', row!.blobId.slice(0, 2), `${row!.blobId}.age`)
    const { readFileSync } = await import('node:fs')
    const bytes = readFileSync(blob)
    bytes[bytes.length - 5]! ^= 1
    writeFileSync(blob, bytes)
    await expect(planMeeting(engine, [file.id])).rejects.toMatchObject({
      code: 'plenaries.caseNotReady',
      facts: { blockedBy: 'exhibitChanged' },
    })
  })
})

describe('quorum and recusal', () => {
  it('opens no meeting and no vote without a quorum', async () => {
    const file = await readyCase(engine)
    const plenary = await planMeeting(engine, [file.id], ['bakti', 'laksmi'])
    await engine.as('bakti')
    await refused(engine.call('plenaries.open', { plenaryId: plenary.id }), 'plenaries.noQuorum')
    const present = ['bakti', 'laksmi', 'darma'].map(name => engine.account(name).id)
    await engine.call('plenaries.recordAttendance', { plenaryId: plenary.id, present })
    const opened = await engine.call('plenaries.open', { plenaryId: plenary.id })
    expect(opened.quorum).toEqual({ present: 3, base: 5, needed: 3, met: true })
    await refused(engine.call('plenaries.open', { plenaryId: plenary.id }), 'plenaries.alreadyOpen')
    // Two of the three present recuse themselves: base 3, needed 2, present 1.
    for (const name of ['laksmi', 'darma']) {
      const accountId = engine.account(name).id
      const reason = 'Hubungan keluarga dengan terlapor.'
      await engine.call('plenaries.recuse', { plenaryId: plenary.id, caseId: file.id, accountId, reason })
    }
    const after = await engine.call('plenaries.get', { plenaryId: plenary.id })
    expect(after.agenda[0]!.quorum).toEqual({ present: 1, base: 3, needed: 2, met: false })
    await refused(openVote(engine, after), 'plenaries.noQuorum')
  })

  it('lets a commissioner recuse only himself, and nobody once a vote was opened', async () => {
    const file = await readyCase(engine)
    const plenary = await openMeeting(engine, [file.id])
    const recusal = { plenaryId: plenary.id, caseId: file.id, reason: 'Pernah satu kantor.' }
    await engine.as('laksmi')
    await refused(
      engine.call('plenaries.recuse', { ...recusal, accountId: engine.account('darma').id }),
      'plenaries.ownRecusalOnly',
    )
    await engine.call('plenaries.recuse', { ...recusal, accountId: engine.account('laksmi').id })
    await engine.as('bakti')
    const { voteId } = await openVote(engine, plenary)
    await refused(
      engine.call('plenaries.recuse', { ...recusal, accountId: engine.account('darma').id }),
      'plenaries.voteUnderWay',
    )
    await refused(cast(engine, voteId, 'laksmi'), 'plenaries.recused')
    const present = [engine.account('bakti').id]
    await refused(
      engine.call('plenaries.recordAttendance', { plenaryId: plenary.id, present }),
      'plenaries.voteUnderWay',
    )
  })
})

describe('a vote', () => {
  it('keeps every choice hidden until all are opened together', async () => {
    const file = await readyCase(engine)
    const plenary = await openMeeting(engine, [file.id])
    const { voteId } = await openVote(engine, plenary)
    const opinion = 'Saya berpendapat dampaknya kecil sekali.'
    await cast(engine, voteId, 'laksmi', { verdict: 'notProven', opinion })
    const seen = await cast(engine, voteId, 'darma')
    const vote = seen.agenda[0]!.persons[0]!.vote!
    expect(vote).toMatchObject({ state: 'open', castCount: 2, expectedCount: 5, decision: null })
    for (const ballot of vote.ballots) {
      expect(ballot).toMatchObject({ verdict: null, sanctionName: null, opinion: null })
    }
    expect(JSON.stringify(seen)).not.toContain('dampaknya kecil')
    // Neither does the audit trail nor an event tell a choice.
    const entries = engine.engine.session!.store.read.all<{ body: string }>(
      sql`select body from audit_entries where method = 'plenaries.castVote'`,
    )
    expect(entries.length).toBeGreaterThan(0)
    for (const { body } of entries) {
      expect(body).not.toMatch(/notProven|"proven"|deferred|7\/3\/b|dampaknya/)
    }
    expect(JSON.stringify(engine.events)).not.toMatch(/notProven|7\/3\/b/)
    const draft = await engine.call('plenaries.minutes', { plenaryId: plenary.id })
    expect(Buffer.from(draft.pdf).subarray(0, 5).toString()).toBe('%PDF-')
    await expect(closeVotes(engine, [voteId])).rejects.toMatchObject({
      code: 'plenaries.votesMissing',
      facts: { missing: 3 },
    })
    await refused(engine.call('plenaries.close', { plenaryId: plenary.id }), 'plenaries.voteUnderWay')
    for (const name of ['bakti', 'ningsih', 'surya']) await cast(engine, voteId, name)
    const closed = await closeVotes(engine, [voteId])
    const decided = closed.agenda[0]!.persons[0]!.vote!
    expect(decided.decision).toMatchObject({
      outcome: 'proven',
      tally: { proven: 4, notProven: 1, deferred: 0 },
      sanctionId: SANCTION,
      tieBroken: false,
    })
    expect(decided.decision!.sentence).toContain('Pasal 4 angka 15 huruf d jo. Pasal 12 angka 9')
    expect(decided.decision!.sentence).toContain('penundaan kenaikan pangkat selama 1 (satu) tahun')
    expect(decided.ballots.find(row => row.displayName === 'Laksmi Andaiani')).toMatchObject({
      verdict: 'notProven',
      opinion,
    })
    await refused(cast(engine, voteId, 'surya'), 'plenaries.voteClosed')
    await refused(closeVotes(engine, [voteId]), 'plenaries.voteClosed')
    await refused(openVote(engine, plenary), 'plenaries.alreadyDecided')
  })

  it('takes one ballot of each member, with that member’s own passphrase', async () => {
    const file = await readyCase(engine)
    const plenary = await openMeeting(engine, [file.id], ['bakti', 'ningsih', 'laksmi', 'darma'])
    const { voteId } = await openVote(engine, plenary)
    const ballot = { voteId, verdict: 'proven' as const, sanctionId: SANCTION }
    const laksmi = engine.account('laksmi').id
    await refused(
      engine.call('plenaries.castVote', { ...ballot, accountId: laksmi, passphrase: 'salah sama sekali' }),
      'keys.wrongPassphrase',
    )
    await cast(engine, voteId, 'laksmi')
    await refused(cast(engine, voteId, 'laksmi', { verdict: 'notProven' }), 'plenaries.alreadyVoted')
    await refused(cast(engine, voteId, 'surya'), 'plenaries.absent')
    for (const name of ['rina', 'sari']) await refused(cast(engine, voteId, name), 'plenaries.notAMember')
    await refused(
      engine.call('plenaries.castVote', { ...ballot, accountId: STRANGER, passphrase: PASSPHRASE }),
      'plenaries.notAMember',
    )
    const both = await Promise.allSettled([cast(engine, voteId, 'darma'), cast(engine, voteId, 'darma')])
    expect(both.map(result => result.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('asks a reason for a sanction outside the band, and knows no other sanction', async () => {
    const file = await readyCase(engine)
    const { voteId } = await openVote(engine, await openMeeting(engine, [file.id]))
    const heavy = { verdict: 'proven' as const, sanctionId: 'pp53-2010/7/4/a' }
    await refused(cast(engine, voteId, 'laksmi', heavy), 'plenaries.outsideBandNeedsReason')
    await refused(
      cast(engine, voteId, 'laksmi', { ...heavy, opinion: 'Berat.' }),
      'plenaries.outsideBandNeedsReason',
    )
    await refused(cast(engine, voteId, 'laksmi', { verdict: 'proven' }), 'plenaries.sanctionRequired')
    await refused(
      cast(engine, voteId, 'laksmi', { ...heavy, sanctionId: "x' or 1=1" }),
      'law.unknownSanction',
    )
    const opinion = 'Perbuatan berulang dan berdampak luas.'
    await cast(engine, voteId, 'laksmi', { ...heavy, opinion })
  })

  it('goes on without a member who left before voting, but not below the quorum', async () => {
    const file = await readyCase(engine)
    const plenary = await openMeeting(engine, [file.id], ['bakti', 'ningsih', 'laksmi', 'darma'])
    const { voteId } = await openVote(engine, plenary)
    for (const name of ['bakti', 'ningsih', 'laksmi']) await cast(engine, voteId, name)
    const attendance = (...names: string[]) => {
      const present = names.map(name => engine.account(name).id)
      return engine.call('plenaries.recordAttendance', { plenaryId: plenary.id, present })
    }
    // Nobody comes in, and only a presider may note that somebody left.
    await refused(attendance('bakti', 'ningsih', 'laksmi', 'darma', 'surya'), 'plenaries.voteUnderWay')
    await engine.as('laksmi')
    await refused(attendance('bakti', 'ningsih', 'laksmi'), 'plenaries.voteUnderWay')
    await engine.as('bakti')
    await attendance('bakti', 'ningsih', 'laksmi')
    const closed = await closeVotes(engine, [voteId])
    expect(closed.agenda[0]!.persons[0]!.vote!.decision).toMatchObject({ tally: { proven: 3 } })
  })

  it('goes on without a member who left after voting, whose ballot counts', async () => {
    const file = await readyCase(engine, 2)
    const plenary = await openMeeting(engine, [file.id])
    const first = await openVote(engine, plenary, 0, 0)
    const second = await openVote(engine, plenary, 0, 1)
    await cast(engine, first.voteId, 'surya', { verdict: 'notProven' })
    const rest = MEMBERS.filter(name => name !== 'surya')
    const present = rest.map(name => engine.account(name).id)
    await engine.call('plenaries.recordAttendance', { plenaryId: plenary.id, present })
    for (const { voteId } of [first, second]) {
      for (const name of rest) await cast(engine, voteId, name)
    }
    const closed = await closeVotes(engine, [first.voteId, second.voteId])
    const votes = closed.agenda[0]!.persons.map(person => person.vote!)
    expect(votes.map(vote => vote.decision!.tally)).toEqual([
      { proven: 4, notProven: 1, deferred: 0 },
      { proven: 4, notProven: 0, deferred: 0 },
    ])
  })

  it('signs each ballot over its canonical text with the voter’s key', async () => {
    const { sodium } = await import('../../main/engine/store/native.ts')
    const { db } = { db: engine.engine.session!.store.read }
    const rows = db.all<{
      accountId: string
      body: string
      header: string
      signature: Buffer
      signer: Buffer
      known: string
    }>(sql`
      select b.account_id as accountId, b.body, s.header, b.signature, b.signer, k.account_id as known
      from ballots b join signing_keys k on k.public_key = b.signer
        join sealed_ballots s on s.seal_hash = b.seal_hash`)
    expect(rows.length).toBeGreaterThan(5)
    for (const { accountId, body, header, signature, signer, known } of rows) {
      const message = Buffer.from(`adjudikasn-ballot\n${header}`)
      expect(sodium.crypto_sign_verify_detached(signature, message, signer)).toBe(true)
      const commitment = createHash('sha256').update(body).digest('hex')
      expect(JSON.parse(header)).toMatchObject({ accountId, commitment })
      expect(JSON.parse(body)).toMatchObject({ accountId })
      expect(known).toBe(accountId)
      message[message.length - 3]! ^= 1
      expect(sodium.crypto_sign_verify_detached(signature, message, signer)).toBe(false)
    }
  })
})

describe('the end of a meeting', () => {
  it('fixes the minutes, with the audit root of the day', async () => {
    const file = await readyCase(engine, 2)
    const plenary = await decideCases(engine, [file.id])
    expect(plenary).toMatchObject({ state: 'closed', minutesReady: true, presidedBy: 'Bakti Semoga' })
    const first = await engine.call('plenaries.minutes', { plenaryId: plenary.id })
    const second = await engine.call('plenaries.minutes', { plenaryId: plenary.id })
    expect(Buffer.from(first.pdf).equals(Buffer.from(second.pdf))).toBe(true)
    const target = join(engine.root, 'berita-acara.pdf')
    const { fileName } = await engine.call('plenaries.exportMinutes', {
      plenaryId: plenary.id,
      target: engine.ticket(target),
    })
    expect(fileName).toBe('berita-acara.pdf')
    const present = [engine.account('bakti').id]
    await refused(
      engine.call('plenaries.recordAttendance', { plenaryId: plenary.id, present }),
      'plenaries.closed',
    )
    const accountId = engine.account('bakti').id
    const recusal = { plenaryId: plenary.id, caseId: file.id, accountId, reason: 'Terlambat.' }
    await refused(engine.call('plenaries.recuse', recusal), 'plenaries.closed')
    const list = await engine.call('plenaries.list', {})
    expect(list.find(row => row.id === plenary.id)).toMatchObject({ personCount: 2, decidedCount: 2 })
    const header = await engine.call('cases.get', { caseId: file.id })
    expect(header.stage).toBe('letter')
  })

  it('lets a deferred person come again, beside one who was decided', async () => {
    const file = await readyCase(engine, 2)
    const plenary = await openMeeting(engine, [file.id])
    for (const [person, ballot] of [PROVEN, { verdict: 'deferred' as const }].entries()) {
      const { voteId } = await openVote(engine, plenary, 0, person)
      for (const member of MEMBERS) await cast(engine, voteId, member, ballot)
      await closeVotes(engine, [voteId])
    }
    await engine.call('plenaries.close', { plenaryId: plenary.id })
    const again = await openMeeting(engine, [file.id])
    await refused(openVote(engine, again, 0, 0), 'plenaries.alreadyDecided')
    const { voteId } = await openVote(engine, again, 0, 1)
    for (const member of MEMBERS) await cast(engine, voteId, member, { verdict: 'notProven' })
    const closed = await closeVotes(engine, [voteId])
    expect(closed.agenda[0]!.persons[1]!.vote!.decision!.outcome).toBe('notProven')
    await engine.call('plenaries.close', { plenaryId: again.id })
    await refused(planMeeting(engine, [file.id]), 'plenaries.caseNotReady')
  })

  it('lets a case off the agenda before its first vote, with a reason, and never after', async () => {
    const file = await readyCase(engine, 2)
    const plenary = await openMeeting(engine, [file.id])
    const removal = { plenaryId: plenary.id, caseId: file.id, reason: 'Salah memasukkan perkara ke agenda.' }
    await refused(engine.call('plenaries.removeCase', { ...removal, reason: 'salah' }), 'input.invalid')
    await engine.as('surya')
    await refused(engine.call('plenaries.removeCase', removal), 'access.notAssigned')
    await engine.as('bakti')
    expect((await engine.call('plenaries.removeCase', removal)).agenda).toEqual([])
    await refused(engine.call('plenaries.removeCase', removal), 'plenaries.notOnAgenda')
    const again = await openMeeting(engine, [file.id])
    await openVote(engine, again, 0, 0)
    const late = engine.call('plenaries.removeCase', { ...removal, plenaryId: again.id })
    await refused(late, 'plenaries.voteUnderWay')
    const history = await engine.call('cases.history', { caseId: file.id })
    expect(history.some(entry => entry.method === 'plenaries.removeCase')).toBe(true)
  })

  it('is not closed when nothing was decided', async () => {
    const file = await readyCase(engine)
    const plenary = await openMeeting(engine, [file.id])
    await refused(engine.call('plenaries.close', { plenaryId: plenary.id }), 'plenaries.nothingDecided')
    await engine.as('rina')
    await refused(engine.call('plenaries.close', { plenaryId: plenary.id }), 'access.denied')
    const exhibits = await takeExhibits(engine, file.id)
    expect(exhibits).toHaveLength(1)
  })
})

// Last, because it makes surya wait.
describe('a passphrase tried at another laptop', () => {
  it('has the same growing delay as at the lock screen', async () => {
    const file = await readyCase(engine)
    const { voteId } = await openVote(engine, await openMeeting(engine, [file.id]))
    const accountId = engine.account('surya').id
    const ballot = { voteId, accountId, verdict: 'notProven' as const, sanctionId: null }
    for (let n = 0; n < 5; n += 1) {
      const guess = engine.call('plenaries.castVote', { ...ballot, passphrase: `tebakan ke-${n}` })
      await refused(guess, 'keys.wrongPassphrase')
    }
    const right = { ...ballot, passphrase: PASSPHRASE }
    await refused(engine.call('plenaries.castVote', right), 'keys.waitBeforeTrying')
    engine.setClock('2020-11-19T06:20:00.000Z')
    await engine.call('plenaries.castVote', right)
  })
})

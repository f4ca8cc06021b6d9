import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { questionOf } from '../../main/engine/features/plenaries/ballot-question.ts'
import { openBallot, sealBallot } from '../../main/engine/features/plenaries/ballot-seal.ts'
import { sealedBallotsOf } from '../../main/engine/features/plenaries/ballots.queries.ts'
import { voteById } from '../../main/engine/features/plenaries/plenaries.queries.ts'
import { unlockAccount } from '../../main/engine/keys/keyring.ts'
import { readKeyring } from '../../main/engine/keys/keyring-file.ts'
import { sodium } from '../../main/engine/store/native.ts'
import { storePaths } from '../../main/engine/store/paths.ts'
import { sql } from '../../main/engine/store/sql.ts'
import {
  AFTERWARDS,
  cast,
  closeVotes,
  MEMBERS,
  openers,
  openMeeting,
  openVote,
  PROVEN,
  readyCase,
  SANCTION,
} from '../helpers/decide-case.ts'
import { filesUnderFolder, plainTextsFound } from '../helpers/plain-text-search.ts'
import { refused } from '../helpers/refused.ts'
import { castAll, openVotes, raw, unsealer, voteOf, wholeDatabase } from '../helpers/sealed-vote.ts'
import { PASSPHRASE, startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

const MARKER = 'Penanda rahasia kelopak merpati'
const CLOSED_CASE = 'Hubungan keluarga dengan terlapor.'
let engine: TestEngine

beforeAll(async () => {
  engine = await startTestEngine()
  engine.setClock(AFTERWARDS)
})
afterAll(() => engine.close())

const db = () => engine.engine.session!.store.read
const idOf = (name: string) => engine.account(name).id
const nameOf = (name: string) => engine.account(name).displayName
const count = (table: string, voteId: string) =>
  db().get<{ n: number }>(raw(`select count(*) as n from ${table} where vote_id = '${voteId}'`))!.n

describe('before the close', () => {
  it('nobody reads a choice: not with the database key, nor with one passphrase less than the threshold', async () => {
    const { voteIds } = await openVotes(engine, MEMBERS)
    const [voteId] = voteIds as [string]
    for (const name of MEMBERS) {
      const verdict = name === 'laksmi' ? 'notProven' : 'proven'
      const sanctionId = verdict === 'proven' ? SANCTION : null
      await cast(engine, voteId, name, { verdict, sanctionId, opinion: `${MARKER} ${name}` })
    }
    const question = questionOf(voteById(db(), voteId))!
    expect(question.threshold).toBe(3)
    const rows = sealedBallotsOf(db(), voteId)
    const keys = await Promise.all(MEMBERS.map(name => unsealer(engine, name)))
    for (const row of rows) {
      for (const [n, one] of keys.entries()) {
        expect(await openBallot(row, question, [one])).toBeNull()
        for (const other of keys.slice(n + 1))
          expect(await openBallot(row, question, [one, other])).toBeNull()
        // The same holder twice is still one holder.
        expect(await openBallot(row, question, [one, one, one])).toBeNull()
      }
    }
    const opened = await openBallot(rows[0]!, question, keys.slice(2))
    expect(opened?.body.opinion).toContain(MARKER)
  })

  it('no word of an opinion lies anywhere: tables, audit trail, files, write-ahead log, backup', async () => {
    const { voteIds, plenary } = await openVotes(engine, MEMBERS)
    const [voteId] = voteIds as [string]
    const opinion = `${MARKER} tersendiri`
    await cast(engine, voteId, 'laksmi', { verdict: 'proven', sanctionId: 'pp53-2010/7/4/d', opinion })
    await cast(engine, voteId, 'laksmi', { verdict: 'notProven', opinion: `${opinion} kedua` }, true)
    const everything = wholeDatabase(engine)
    for (const text of [MARKER, Buffer.from(MARKER).toString('base64').slice(4, 30), '"notProven"']) {
      expect(everything.includes(text), text).toBe(false)
    }
    await engine.as('sari')
    await engine.call('session.backUp', {})
    await engine.as('bakti')
    expect(plainTextsFound(filesUnderFolder(engine.root), [MARKER])).toEqual([])
    const vote = await voteOf(engine, plenary, voteId)
    expect(JSON.stringify(vote)).not.toMatch(/notProven|7\/4\/d|Penanda/)
  })

  it('a ballot has the same length whatever it says', async () => {
    const { voteIds } = await openVotes(engine, MEMBERS)
    const [voteId] = voteIds as [string]
    await cast(engine, voteId, 'bakti', { verdict: 'deferred' })
    await cast(engine, voteId, 'laksmi', { ...PROVEN, opinion: '☂'.repeat(8000) })
    await cast(engine, voteId, 'darma', { ...PROVEN, opinion: `"\\\n${'x'.repeat(7990)}\ud800` })
    const rows = sealedBallotsOf(db(), voteId)
    expect(new Set(rows.map(row => row.cipher.length)).size).toBe(1)
    expect(new Set(rows.map(row => row.shares.length)).size).toBe(1)
    for (const name of ['ningsih', 'surya']) await cast(engine, voteId, name)
    const closed = await closeVotes(engine, [voteId])
    const ballots = closed.agenda[0]!.persons[0]!.vote!.ballots
    expect(ballots.find(row => row.displayName === nameOf('laksmi'))!.opinion).toBe('☂'.repeat(8000))
  })
})

describe('the opening', () => {
  it('needs the threshold of holders, each with the own passphrase, and names who failed', async () => {
    const { voteIds, plenary } = await openVotes(engine, ['bakti', 'ningsih', 'laksmi', 'darma'])
    const [voteId] = voteIds as [string]
    await castAll(engine, voteIds, ['bakti', 'ningsih', 'laksmi', 'darma'])
    const close = (list: { accountId: string; passphrase: string }[]) =>
      engine.call('plenaries.closeVotes', { voteIds: voteIds as never, openers: list as never })
    await expect(close([])).rejects.toMatchObject({
      code: 'plenaries.openersMissing',
      facts: { needed: 3, given: 1 },
    })
    // One holder named three times is one holder; so is the one who is signed in.
    const [own] = openers(engine, ['laksmi'])
    await refused(close([own!, own!, own!]), 'plenaries.openersMissing')
    await refused(close(openers(engine, ['bakti', 'laksmi'])), 'plenaries.openersMissing')
    await expect(close(openers(engine, ['laksmi', 'surya']))).rejects.toMatchObject({
      code: 'plenaries.notAHolder',
      facts: { name: nameOf('surya') },
    })
    const wrong = [...openers(engine, ['laksmi']), { accountId: idOf('darma'), passphrase: 'bukan frasanya' }]
    await expect(close(wrong)).rejects.toMatchObject({
      code: 'keys.wrongPassphrase',
      facts: { name: nameOf('darma') },
    })
    expect(count('ballots', voteId)).toBe(0)
    await engine.as('laksmi')
    await refused(close(openers(engine, ['bakti', 'ningsih'])), 'access.denied')
    await engine.as('ningsih')
    await close(openers(engine, ['laksmi', 'darma']))
    expect(await voteOf(engine, plenary, voteId)).toMatchObject({ state: 'closed', castCount: 4 })
  })

  it('of several votes checks each passphrase once, and the presider’s not at all', async () => {
    const { voteIds } = await openVotes(engine, ['bakti', 'ningsih', 'laksmi', 'darma', 'surya'], 4)
    await castAll(engine, voteIds, MEMBERS)
    const stretch = vi.spyOn(sodium, 'crypto_pwhash_async')
    await closeVotes(engine, voteIds, ['ningsih', 'laksmi', 'darma'])
    expect(stretch).toHaveBeenCalledTimes(3)
    stretch.mockRestore()
  })

  it.each([
    [1, 1],
    [2, 2],
    [3, 2],
  ])('works with %i voters, %i of whom open', async (voters, threshold) => {
    const file = await readyCase(engine)
    const plenary = await openMeeting(engine, [file.id])
    const voting = MEMBERS.slice(0, voters)
    for (const name of MEMBERS.slice(voters)) {
      const accountId = idOf(name)
      await engine.call('plenaries.recuse', {
        plenaryId: plenary.id,
        caseId: file.id,
        accountId,
        reason: CLOSED_CASE,
      })
    }
    const { voteId } = await openVote(engine, plenary)
    await castAll(engine, [voteId], voting)
    expect((await voteOf(engine, plenary, voteId)).opening).toMatchObject({ threshold })
    await closeVotes(engine, [voteId], voting.slice(1, threshold))
    expect((await voteOf(engine, plenary, voteId)).decision!.tally.proven).toBe(voters)
  })

  it('writes all decisions or none', async () => {
    const { voteIds, plenary } = await openVotes(engine, MEMBERS, 2)
    await castAll(engine, voteIds, MEMBERS)
    const { store } = engine.engine.session!
    store.transaction(write =>
      write.script(
        raw(`create trigger disk_full before insert on decisions when new.vote_id = '${voteIds[1]}'
          begin select raise(abort, 'full'); end`),
      ),
    )
    await expect(closeVotes(engine, voteIds)).rejects.toThrow()
    for (const voteId of voteIds) {
      expect(await voteOf(engine, plenary, voteId)).toMatchObject({ state: 'open', decision: null })
      expect(count('ballots', voteId)).toBe(0)
    }
    store.transaction(write => write.script(sql`drop trigger disk_full`))
    await closeVotes(engine, voteIds)
    // The same ballots are not opened twice.
    await refused(closeVotes(engine, voteIds), 'plenaries.voteClosed')
  })

  it('waits for a ballot that is being replaced while it begins', async () => {
    const { voteIds, plenary } = await openVotes(engine, MEMBERS)
    const [voteId] = voteIds as [string]
    await castAll(engine, voteIds, MEMBERS)
    const results = await Promise.allSettled([
      closeVotes(engine, voteIds),
      cast(engine, voteId, 'surya', { verdict: 'deferred' }, true),
    ])
    const codes = results.flatMap(row =>
      row.status === 'rejected' ? [(row.reason as { code: string }).code] : [],
    )
    expect(codes).toHaveLength(1)
    expect(['plenaries.ballotsChanged', 'plenaries.voteClosed']).toContain(codes[0])
    if (codes[0] === 'plenaries.ballotsChanged') await closeVotes(engine, voteIds)
    const { decision, ballots } = await voteOf(engine, plenary, voteId)
    const own = ballots.find(row => row.displayName === nameOf('surya'))!
    expect(decision!.tally.deferred).toBe(own.verdict === 'deferred' ? 1 : 0)
  })
})

describe('a replaced ballot', () => {
  it('is kept, counted as replaced, never opened; the last one counts', async () => {
    const { voteIds, plenary } = await openVotes(engine, MEMBERS)
    const [voteId] = voteIds as [string]
    await refused(cast(engine, voteId, 'laksmi', PROVEN, true), 'plenaries.nothingToReplace')
    const first = await cast(engine, voteId, 'laksmi', { verdict: 'notProven', opinion: `${MARKER} lama` })
    const seal = first.agenda[0]!.persons[0]!.vote!.ballots.find(row => row.accountId === idOf('laksmi'))!
    expect(seal).toMatchObject({ cast: true, replacedCount: 0, castAt: AFTERWARDS })
    await refused(cast(engine, voteId, 'laksmi'), 'plenaries.alreadyVoted')
    await cast(engine, voteId, 'laksmi', PROVEN, true)
    await castAll(engine, voteIds, ['bakti', 'ningsih', 'darma', 'surya'])
    const vote = await voteOf(engine, plenary, voteId)
    const own = vote.ballots.find(row => row.accountId === idOf('laksmi'))!
    expect(own.replacedCount).toBe(1)
    expect(own.sealHash).not.toBe(seal.sealHash)
    await closeVotes(engine, voteIds)
    expect((await voteOf(engine, plenary, voteId)).decision!.tally).toEqual({
      proven: 5,
      notProven: 0,
      deferred: 0,
    })
    expect(count('sealed_ballots', voteId)).toBe(6)
    expect(wholeDatabase(engine).includes(`${MARKER} lama`)).toBe(false)
    await refused(cast(engine, voteId, 'laksmi', PROVEN, true), 'plenaries.voteClosed')
  })
})

describe('a vote that cannot be opened', () => {
  it('is given up with a reason, stays sealed and named, and is held anew', async () => {
    const { voteIds, plenary, file } = await openVotes(engine, MEMBERS)
    const [voteId] = voteIds as [string]
    await castAll(engine, voteIds, MEMBERS)
    const reason = 'Laptop komisioner hilang dan suaranya rusak.'
    await refused(
      engine.call('plenaries.annulVote', { voteId: voteId as never, reason: 'rusak' }),
      'input.invalid',
    )
    await engine.as('laksmi')
    await refused(engine.call('plenaries.annulVote', { voteId: voteId as never, reason }), 'access.denied')
    await engine.as('bakti')
    await engine.call('plenaries.annulVote', { voteId: voteId as never, reason })
    await refused(closeVotes(engine, voteIds), 'plenaries.voteClosed')
    await refused(cast(engine, voteId, 'laksmi', PROVEN, true), 'plenaries.voteClosed')
    await refused(
      engine.call('plenaries.annulVote', { voteId: voteId as never, reason }),
      'plenaries.voteClosed',
    )
    const again = await openVote(engine, plenary)
    expect(again.voteId).not.toBe(voteId)
    await castAll(engine, [again.voteId], MEMBERS)
    await closeVotes(engine, [again.voteId])
    await engine.call('plenaries.close', { plenaryId: plenary.id })
    expect(count('sealed_ballots', voteId)).toBe(5)
    expect(count('ballots', voteId)).toBe(0)
    const history = await engine.call('cases.history', { caseId: file.id })
    expect(history.some(entry => entry.method === 'plenaries.annulVote')).toBe(true)
  })
})

describe('a member with a changed program', () => {
  const choice = { verdict: 'proven' as const, sanctionId: SANCTION, moralSanctionId: null, opinion: '' }
  type Choice = {
    verdict: 'proven' | 'notProven'
    sanctionId: string | null
    moralSanctionId: string | null
    opinion: string
  }
  it.each<[string, Partial<Choice>, string | undefined]>([
    ['a sanction outside the band without a reason', { sanctionId: 'pp53-2010/7/4/d' }, undefined],
    [
      'a sanction that no law knows',
      { sanctionId: 'gantung', opinion: 'Karena saya mau begitu saja.' },
      undefined,
    ],
    ['a sanction for what is not proven', { verdict: 'notProven' }, undefined],
    ['a moral sanction that is none', { moralSanctionId: SANCTION }, undefined],
    ['marks that no printer knows', { opinion: 'Pendapat\u0007 saya' }, undefined],
    ['blanks around an opinion', { opinion: '  Pendapat saya  ' }, undefined],
    ['the name of another', {}, 'surya'],
  ])('seals %s: named at the opening, nothing is decided', async (_what, change, other) => {
    const { voteIds, plenary } = await openVotes(engine, MEMBERS)
    const [voteId] = voteIds as [string]
    const question = questionOf(voteById(db(), voteId))!
    const keyring = readKeyring(storePaths(engine.dir).keyring)
    const keys = await unlockAccount(keyring, idOf('darma'), PASSPHRASE)
    const sign = (message: Uint8Array) => {
      const signature = Buffer.alloc(64)
      sodium.crypto_sign_detached(signature, Buffer.from(message), keys.signer.secretKey)
      return signature
    }
    const place = { serial: 1, replaces: null, castAt: AFTERWARDS as never, device: 'LAPTOP-LAIN' }
    const voter = { accountId: idOf(other ?? 'darma'), sign }
    const sealed = await sealBallot(question, { ...choice, ...change }, voter, place)
    const ballot = {
      header: sealed.header,
      signature: sealed.signature.toString('base64'),
      shares: sealed.shares,
      cipher: sealed.cipher.toString('base64'),
    }
    const head = {
      format: 'adjudikasn-ballots',
      version: 1,
      plenaryId: plenary.id,
      plenaryNumber: plenary.number,
    }
    const path = join(engine.root, `berkas-${Math.random()}.json`)
    writeFileSync(path, JSON.stringify({ ...head, device: 'x', exportedAt: AFTERWARDS, ballots: [ballot] }))
    const taken = await engine.call('plenaries.importBallots', {
      plenaryId: plenary.id,
      file: engine.ticket(path),
    })
    if (other) {
      expect(taken.rejected).toMatchObject([{ displayName: nameOf(other), reason: 'unknownKey' }])
      return
    }
    expect(taken.accepted).toHaveLength(1)
    await castAll(
      engine,
      voteIds,
      MEMBERS.filter(name => name !== 'darma'),
    )
    await expect(closeVotes(engine, voteIds)).rejects.toMatchObject({
      code: 'plenaries.ballotDamaged',
      facts: { names: nameOf('darma') },
    })
    expect(count('ballots', voteId)).toBe(0)
  })
})

describe('a member', () => {
  it('whose keys were renewed with the recovery key meanwhile cannot seal under the old question', async () => {
    const { voteIds } = await openVotes(engine, MEMBERS)
    const [voteId] = voteIds as [string]
    await engine.call('session.lock', {})
    await engine.call('session.recover', {
      recoveryKey: engine.recoveryKey,
      signInName: 'surya',
      passphrase: PASSPHRASE,
    })
    await engine.as('bakti')
    await refused(cast(engine, voteId, 'surya'), 'plenaries.votingKeyChanged')
  })
})

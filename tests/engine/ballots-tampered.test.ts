import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealedBallotsOf } from '../../main/engine/features/plenaries/ballots.queries.ts'
import { sql } from '../../main/engine/store/sql.ts'
import { AFTERWARDS, cast, closeVotes, MEMBERS, PROVEN, SANCTION } from '../helpers/decide-case.ts'
import { asDatabaseOwner, castAll, openVotes, raw, voteOf } from '../helpers/sealed-vote.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

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

describe('the owner of the database', () => {
  const flip = (column: 'cipher' | 'signature') => (voteId: string, accountId: string) =>
    asDatabaseOwner(engine, write => {
      const row = sealedBallotsOf(write, voteId).find(entry => entry.accountId === accountId)!
      const bytes = Buffer.from(row[column])
      bytes[40]! ^= 1
      write.run(
        column === 'cipher'
          ? sql`update sealed_ballots set cipher = ${bytes} where seal_hash = ${row.sealHash}`
          : sql`update sealed_ballots set signature = ${bytes} where seal_hash = ${row.sealHash}`,
      )
    })
  const rewrite =
    (column: 'header' | 'shares', from: RegExp, to: string) => (voteId: string, accountId: string) =>
      asDatabaseOwner(engine, write => {
        const row = sealedBallotsOf(write, voteId).find(entry => entry.accountId === accountId)!
        const text = row[column].replace(from, to)
        expect(text).not.toBe(row[column])
        write.run(
          column === 'header'
            ? sql`update sealed_ballots set header = ${text} where seal_hash = ${row.sealHash}`
            : sql`update sealed_ballots set shares = ${text} where seal_hash = ${row.sealHash}`,
        )
      })

  it.each([
    ['a byte of the cipher', flip('cipher')],
    ['a byte of the signature', flip('signature')],
    ['a byte of a share', rewrite('shares', /"box":"../, '"box":"AA')],
    ['the time in the header', rewrite('header', /T06:00/, 'T05:00')],
    ['a blank in the header', rewrite('header', /,/, ', ')],
  ])('changes %s and is named with the ballot; its owner may heal it', async (_what, change) => {
    const { voteIds, plenary } = await openVotes(engine, MEMBERS)
    const [voteId] = voteIds as [string]
    await castAll(engine, voteIds, MEMBERS)
    change(voteId, idOf('darma'))
    await expect(closeVotes(engine, voteIds)).rejects.toMatchObject({
      code: 'plenaries.ballotDamaged',
      facts: { names: nameOf('darma') },
    })
    expect(count('ballots', voteId)).toBe(0)
    expect((await voteOf(engine, plenary, voteId)).state).toBe('open')
    await cast(engine, voteId, 'darma', PROVEN, true)
    await closeVotes(engine, voteIds)
  })

  it('swaps two ballots', async () => {
    const { voteIds } = await openVotes(engine, MEMBERS)
    const [voteId] = voteIds as [string]
    await castAll(engine, voteIds, MEMBERS)
    asDatabaseOwner(engine, write => {
      const swap = { [idOf('darma')]: 'x', [idOf('surya')]: idOf('darma'), x: idOf('surya') }
      write.script(raw('pragma defer_foreign_keys = on'))
      for (const [from, to] of Object.entries(swap)) {
        write.run(
          sql`update sealed_ballots set account_id = ${to} where vote_id = ${voteId} and account_id = ${from}`,
        )
      }
    })
    await expect(closeVotes(engine, voteIds)).rejects.toMatchObject({
      code: 'plenaries.ballotDamaged',
      facts: { names: `${nameOf('darma')}, ${nameOf('surya')}` },
    })
  })

  it('takes a ballot away, or puts a replaced one back', async () => {
    const { voteIds } = await openVotes(engine, MEMBERS, 2)
    const [first, second] = voteIds as [string, string]
    await castAll(engine, voteIds, MEMBERS)
    await cast(engine, second, 'surya', { verdict: 'notProven' }, true)
    asDatabaseOwner(engine, write => {
      write.run(sql`delete from sealed_ballots where vote_id = ${first} and account_id = ${idOf('darma')}`)
      write.run(
        sql`delete from sealed_ballots where vote_id = ${second} and account_id = ${idOf('surya')} and serial = 2`,
      )
    })
    await expect(closeVotes(engine, [first])).rejects.toMatchObject({
      code: 'plenaries.votesMissing',
      facts: { names: nameOf('darma') },
    })
    await expect(closeVotes(engine, [second])).rejects.toMatchObject({
      code: 'plenaries.ballotDamaged',
      facts: { names: nameOf('surya') },
    })
    // Saying that the member has gone does not make the seal in the audit trail unsaid.
    const rest = MEMBERS.filter(name => name !== 'darma')
    const { plenaryId } = db().get<{ plenaryId: string }>(
      sql`select plenary_id as plenaryId from votes where id = ${first}`,
    )!
    const present = rest.map(idOf)
    await engine.call('plenaries.recordAttendance', { plenaryId: plenaryId as never, present })
    await expect(closeVotes(engine, [first])).rejects.toMatchObject({
      code: 'plenaries.ballotDamaged',
      facts: { names: nameOf('darma') },
    })
  })

  it('replays a ballot from another vote, or changes the question', async () => {
    const { voteIds } = await openVotes(engine, MEMBERS, 2)
    const [first, second] = voteIds as [string, string]
    await castAll(engine, voteIds, MEMBERS)
    asDatabaseOwner(engine, write => {
      const mine = sql`vote_id = ${first} and account_id = ${idOf('darma')}`
      write.run(sql`delete from sealed_ballots where vote_id = ${second} and account_id = ${idOf('darma')}`)
      write.run(sql`update sealed_ballots set vote_id = ${second} where ${mine}`)
      write.run(sql`update votes set question = replace(question, '"threshold":3', '"threshold":2')
        where id = ${first}`)
      write.run(sql`delete from sealed_ballots where vote_id = ${first} and account_id = 'nobody'`)
    })
    await expect(closeVotes(engine, [second])).rejects.toMatchObject({
      code: 'plenaries.ballotDamaged',
      facts: { names: nameOf('darma') },
    })
    await cast(engine, first, 'darma')
    await expect(closeVotes(engine, [first])).rejects.toMatchObject({ code: 'plenaries.ballotDamaged' })
  })

  it('cannot write past the triggers what no vote gave', async () => {
    const { voteIds } = await openVotes(engine, MEMBERS)
    const [voteId] = voteIds as [string]
    await castAll(engine, voteIds, MEMBERS)
    const { store } = engine.engine.session!
    const attempt = (text: string) => () => store.transaction(write => write.run(raw(text)))
    const row = db().get<{ p: string; c: string; r: string }>(
      sql`select plenary_id as p, case_id as c, respondent_id as r from votes where id = ${voteId}`,
    )!
    const decision = (change: Record<string, string | number | null> = {}) => {
      const values = {
        vote_id: voteId,
        plenary_id: row.p,
        case_id: row.c,
        respondent_id: row.r,
        outcome: 'proven',
        tally: '{"proven":5,"notProven":0,"deferred":0}',
        tie_broken: 0,
        sanction_id: SANCTION,
        sentence: 'x',
        decided_at: AFTERWARDS,
        quorum_present: 5,
        quorum_needed: 3,
        inside_band: 1,
        band_reason: '',
        ...change,
      }
      const text = Object.values(values).map(value =>
        value === null ? 'null' : typeof value === 'number' ? value : `'${value}'`,
      )
      return `insert into decisions (${Object.keys(values).join(', ')}) values (${text.join(', ')})`
    }
    // The vote is open: neither a decision nor an opened ballot.
    expect(attempt(decision())).toThrow()
    expect(
      attempt(`insert into ballots (vote_id, account_id, verdict, opinion, cast_at, body, signature, signer, seal_hash)
        values ('${voteId}', '${idOf('darma')}', 'notProven', '', '${AFTERWARDS}', '', x'', x'', 'no such seal')`),
    ).toThrow()
    for (const text of [
      `update sealed_ballots set received_at = 'x'`,
      `delete from sealed_ballots`,
      `update votes set question = '{}' where id = '${voteId}'`,
      `delete from votes where id = '${voteId}'`,
    ]) {
      expect(attempt(text), text).toThrow()
    }
    await closeVotes(engine, voteIds)
    expect(attempt(`update votes set state = 'open' where id = '${voteId}'`)).toThrow()
    // As if merged from another store: the vote is closed, its decision comes without its grounds.
    asDatabaseOwner(engine, write => write.run(sql`delete from decisions where vote_id = ${voteId}`))
    const wrong: Record<string, string | number | null>[] = [
      { quorum_present: null },
      { quorum_present: 2 },
      { quorum_present: 9, quorum_needed: 3 },
      { quorum_present: 1, quorum_needed: 1 },
      { tally: '{"proven":6,"notProven":0,"deferred":0}' },
      { tally: '{"proven":4,"notProven":1,"deferred":0}' },
      { sanction_id: 'pp53-2010/7/4/d' },
      { sanction_id: 'pp53-2010/7/4/d', inside_band: 0, band_reason: 'Berat.' },
      { sanction_id: 'pp53-2010/7/4/d', inside_band: null },
      { outcome: 'notProven' },
      { case_id: '00000000-0000-4000-8000-000000000000' },
    ]
    for (const change of wrong) expect(attempt(decision(change)), JSON.stringify(change)).toThrow()
    attempt(decision())()
  })
})

import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomSecret } from '../../main/engine/keys/secret-bytes.ts'
import type { WritableDb } from '../../main/engine/store/database.ts'
import { migrations } from '../../main/engine/store/migrations/index.ts'
import { type Sql, sql } from '../../main/engine/store/sql.ts'
import { createStore, openStore } from '../../main/engine/store/store.ts'
import { AFTERWARDS, cast, closeVotes, MEMBERS, SANCTION } from '../helpers/decide-case.ts'
import { putRow } from '../helpers/put-row.ts'
import { asDatabaseOwner, castAll, openVotes, raw } from '../helpers/sealed-vote.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'
import { tempDirectory } from './store-kit.ts'

const key = randomSecret(32)
const upTo = (number: number) => migrations.filter(step => step.number <= number)
const AT = '2020-11-19T06:00:00.000Z'

describe('a write past the program', () => {
  let engine: TestEngine
  beforeAll(async () => {
    engine = await startTestEngine()
    engine.setClock(AFTERWARDS)
  })
  afterAll(() => engine.close())

  const store = () => engine.engine.session!.store
  const write = (query: Sql) => store().transaction(db => db.run(query))
  const idOf = (name: string) => engine.account(name).id

  it('opens no vote without its whole question to those who are there', async () => {
    const absent = 'surya'
    const present = MEMBERS.filter(name => name !== absent)
    const { plenary, voteIds } = await openVotes(engine, present)
    const [voteId] = voteIds as [string]
    await engine.call('plenaries.annulVote', {
      voteId: voteId as never,
      reason: 'Laptop hilang di hotel rapat.',
    })
    const row = store().read.get<{ question: string; c: string; r: string }>(
      sql`select question, case_id as c, respondent_id as r from votes where id = ${voteId}`,
    )!
    const insert = (change: (question: Question) => unknown, state = 'open') => {
      const id = randomUUID()
      const question = { ...(JSON.parse(row.question) as Question), voteId: id }
      const changed = change(question)
      const text = changed === null ? null : JSON.stringify(changed ?? question)
      write(sql`insert into votes (id, plenary_id, case_id, respondent_id, state, opened_at, closed_at, question)
        values (${id}, ${plenary.id}, ${row.c}, ${row.r}, ${state}, ${AT}, ${state === 'open' ? null : AT}, ${text})`)
    }
    type Question = Record<string, unknown> & { holders: { accountId: string; voteKey: string }[] }
    const holder = (question: Question) => question.holders[0]!
    const forgeries: [string, (question: Question) => unknown, string?][] = [
      ['no question', () => null],
      ['no question, and closed', () => null, 'closed'],
      ['a question, but closed', () => undefined, 'closed'],
      ['an empty question', () => ({})],
      ['the question of another vote', q => ({ ...q, voteId })],
      ['another person', q => ({ ...q, respondentId: randomUUID() })],
      ['another law', q => ({ ...q, lawPackVersion: '9.9.9' })],
      ['nobody is asked', q => ({ ...q, holders: [] })],
      ['one holder opens alone', q => ({ ...q, threshold: 0 })],
      ['more openers than there are', q => ({ ...q, threshold: 9 })],
      ['another rule for equal numbers', q => ({ ...q, tieRule: 'voteAgain2' })],
      ['another presider', q => ({ ...q, presiderId: idOf('laksmi') })],
      ['a member asked twice', q => ({ ...q, holders: [holder(q), ...q.holders] })],
      [
        'an absent member',
        q => ({ ...q, holders: [{ ...holder(q), accountId: idOf(absent) }, ...q.holders.slice(1)] }),
      ],
      [
        'no member',
        q => ({ ...q, holders: [{ ...holder(q), accountId: idOf('rina') }, ...q.holders.slice(1)] }),
      ],
      [
        'a key of nobody',
        q => ({ ...q, holders: [{ ...holder(q), voteKey: 'ab'.repeat(32) }, ...q.holders.slice(1)] }),
      ],
    ]
    for (const [name, change, state] of forgeries) {
      expect(() => insert(change, state), name).toThrow('a vote begins open')
    }
    for (const text of [
      `delete from plenary_attendance where plenary_id = '${plenary.id}' and present = 0`,
      `update plenary_attendance set account_id = '${idOf('rina')}' where plenary_id = '${plenary.id}'`,
      `update plenaries set institution_version = 2 where id = '${plenary.id}'`,
      `update institution_versions set pack = '{}'`,
      `delete from institution_versions`,
    ]) {
      expect(() => write(raw(text)), text).toThrow(/never|keeps/)
    }
    // As the program asks it.
    insert(() => undefined)
    expect(() =>
      write(sql`insert into recusals (plenary_id, case_id, account_id, reason, at)
      values (${plenary.id}, ${row.c}, ${idOf('laksmi')}, 'x', ${AT})`),
    ).toThrow('nobody withdraws')
    await engine.as('rina')
  })

  it('closes no vote and decides nothing without the ballots that were sealed', async () => {
    const { plenary, voteIds, file } = await openVotes(engine, MEMBERS)
    const [voteId] = voteIds as [string]
    const respondentId = file.respondents[0]!.id
    const close = sql`update votes set state = 'closed', closed_at = ${AT} where id = ${voteId}`
    expect(() => write(close)).toThrow('closed with its ballots')
    await castAll(engine, voteIds, MEMBERS.slice(1))
    await cast(engine, voteId, 'ningsih', { verdict: 'notProven' }, true)
    const seals = store().read.all<{ a: string; serial: number; seal: string; signature: Buffer }>(
      sql`select account_id as a, serial, seal_hash as seal, signature from sealed_ballots
        where vote_id = ${voteId}`,
    )
    const keyOf = (account: string) =>
      store().read.get<{ k: Buffer }>(
        sql`select public_key as k from signing_keys where account_id = ${account} and ended_seq is null`,
      )!.k
    type Forged = { account?: string; serial?: number; verdict?: string; body?: object; signature?: Buffer }
    const open = (db: WritableDb, name: string, forged: Forged = {}) => {
      const accountId = forged.account ?? idOf(name)
      const mine = seals.filter(row => row.a === idOf(name))
      const seal = mine.find(row => row.serial === (forged.serial ?? mine.length))!
      const verdict = forged.verdict ?? 'notProven'
      const body = {
        voteId,
        accountId,
        respondentId,
        verdict: 'notProven',
        sanctionId: null,
        moralSanctionId: null,
      }
      db.run(sql`insert into ballots (vote_id, account_id, verdict, opinion, cast_at, body, signature, signer,
          seal_hash) values (${voteId}, ${accountId}, ${verdict}, '', ${AT},
          ${JSON.stringify({ ...body, opinion: '', ...forged.body })}, ${forged.signature ?? seal.signature},
          ${keyOf(accountId)}, ${seal.seal})`)
    }
    const forgeries: [string, string, Forged][] = [
      ['another choice than in its body', 'darma', { verdict: 'deferred' }],
      ['the body of another vote', 'darma', { body: { voteId: randomUUID() } }],
      ['the body about another person', 'darma', { body: { respondentId: randomUUID() } }],
      ['a sanction that the column does not name', 'darma', { body: { sanctionId: SANCTION } }],
      ['the seal that was replaced', 'ningsih', { serial: 1 }],
      ['under another name', 'darma', { account: idOf('bakti') }],
      ['another signature', 'darma', { signature: Buffer.alloc(64) }],
    ]
    for (const [name, member, forged] of forgeries) {
      expect(() => store().transaction(db => open(db, member, forged)), name).toThrow(
        /as it was sealed|is opened/,
      )
    }
    const headless = (account: string, header: object) =>
      write(sql`insert into sealed_ballots (vote_id, account_id, serial, seal_hash, header, signature, cipher,
          shares, received_at) values (${voteId}, ${account}, 1, ${randomUUID()}, ${JSON.stringify(header)},
          x'', x'', '', ${AT})`)
    const header = { voteId, accountId: idOf('bakti'), serial: 1 }
    expect(() => headless(idOf('rina'), { ...header, accountId: idOf('rina') })).toThrow(
      'those who are asked',
    )
    expect(() => headless(idOf('bakti'), { ...header, voteId: 'lain' })).toThrow('those who are asked')
    expect(() => headless(idOf('bakti'), { ...header, serial: 2 })).toThrow('those who are asked')
    // Not all that were sealed.
    expect(() =>
      store().transaction(db => {
        open(db, 'darma')
        db.run(close)
      }),
    ).toThrow('closed with its ballots')
    // Two of five, the others having left their seals nowhere: below the quorum of three.
    const decision = (members: number) =>
      sql`insert into decisions (vote_id, plenary_id, case_id, respondent_id, outcome, tally, tie_broken, sentence,
          decided_at, quorum_present, quorum_needed)
        values (${voteId}, ${plenary.id}, ${file.id}, ${respondentId}, 'notProven',
          ${JSON.stringify({ proven: 0, notProven: members, deferred: 0 })}, 0, 'Diputus.', ${AT}, 5, 3)`
    const decideWith = (names: string[]) =>
      asDatabaseOwner(engine, db => {
        for (const name of names) open(db, name)
        db.run(close)
      })
    decideWith(['darma', 'surya'])
    for (const members of [0, 2, 3, 5]) {
      expect(() => write(decision(members)), `${members}`).toThrow('rests on its ballots')
    }
    expect(() =>
      write(sql`insert into register_takeovers (id, source, begun_by, begun_at)
      values (1, 'Buku register lama', ${idOf('bakti')}, ${AT})`),
    ).toThrow('into an empty store')
    await engine.as('rina')
  })

  it('decides what its ballots say, and takes nothing for the decision of a register', async () => {
    const { plenary, voteIds, file } = await openVotes(engine, MEMBERS)
    const [voteId] = voteIds as [string]
    await castAll(engine, voteIds, MEMBERS)
    await closeVotes(engine, voteIds)
    asDatabaseOwner(engine, db => db.run(sql`delete from decisions where vote_id = ${voteId}`))
    const right = {
      vote_id: voteId,
      plenary_id: plenary.id,
      case_id: file.id,
      respondent_id: file.respondents[0]!.id as string,
      outcome: 'proven',
      tally: '{"proven":5,"notProven":0,"deferred":0}',
      tie_broken: 0,
      sanction_id: SANCTION,
      sentence: 'Diputus menurut register lama.',
      decided_at: AT,
      quorum_present: 5,
      quorum_needed: 3,
      inside_band: 1,
      band_reason: '',
    }
    const insert = (change: Record<string, string | number | null>) => () => {
      const values = { ...right, ...change }
      const literals = Object.values(values).map(value =>
        value === null ? 'null' : typeof value === 'number' ? value : `'${value}'`,
      )
      write(raw(`insert into decisions (${Object.keys(values).join(', ')}) values (${literals.join(', ')})`))
    }
    for (const [change, why] of [
      [{ tally: '{}' }, 'rests on its ballots'],
      [{ tally: '[5]' }, 'rests on its ballots'],
      [{ tally: '{"proven":5,"lain":0,"deferred":-1}' }, 'rests on its ballots'],
      [{ outcome: 'deferred', sanction_id: null, inside_band: null }, 'rests on its ballots'],
      // Inside the band, but nobody named it.
      [{ sanction_id: 'pp53-2010/7/3/a' }, 'that its ballots name'],
      [{ sanction_id: null, inside_band: null }, 'that its ballots name'],
      [{ moral_sanction_id: 'pp42-2004/15/3/b' }, 'that its ballots name'],
      [{ register_source: 'register lama' }, 'of a register'],
    ] as const) {
      expect(insert(change), JSON.stringify(change)).toThrow(why)
    }
    // A sanction of no law, and one that only the writer calls inside the band.
    const named = (sanction: string) =>
      asDatabaseOwner(engine, db => {
        db.run(sql`update ballots set sanction_id = ${sanction} where vote_id = ${voteId}`)
        db.run(sql`update votes set question = json_set(question, '$.sanctions', json_array(${sanction}))
        where id = ${voteId}`)
      })
    named('denda')
    expect(
      insert({ sanction_id: 'denda', inside_band: 0, band_reason: 'Terlapor mengulangi perbuatannya.' }),
    ).toThrow('that the law knows')
    named('pp53-2010/7/4/e')
    expect(insert({ sanction_id: 'pp53-2010/7/4/e' })).toThrow('outside the band')
    named(SANCTION)
    insert({})()
    await engine.as('rina')
  })
})

describe('the register of a former program', () => {
  it('is taken over by an empty store alone, once, and ends', async () => {
    const store = await createStore({ directory: join(tempDirectory(), 'store'), key, migrations })
    const write = (text: string) => () => store.transaction(db => db.run(raw(text)))
    store.transaction(db => putRow(db, 'accounts', { id: 'a1', sign_in_name: 'bakti', role: 'chair' }))
    const begin = (id: number) =>
      write(`insert into register_takeovers (id, source, begun_by, begun_at)
        values (${id}, 'Buku register 2018', 'a1', '${AT}')`)
    begin(1)()
    expect(begin(2)).toThrow()
    expect(write(`update register_takeovers set source = 'Buku yang lain'`)).toThrow('only ends')
    expect(write(`delete from register_takeovers`)).toThrow('never deleted')
    write(`update register_takeovers set ended_at = '${AT}'`)()
    expect(write(`update register_takeovers set ended_at = null`)).toThrow('only ends')
    expect(begin(1)).toThrow()
    store.close()
  })

  it('is what an older store has that decided without ballots; its votes stay decisions of this program', async () => {
    const old = await createStore({ directory: join(tempDirectory(), 'store'), key, migrations: upTo(60) })
    old.close()
    const at180 = await openStore({ directory: old.directory, key, migrations: upTo(180) })
    at180.transaction(db => {
      for (const table of ['votes', 'ballots', 'decisions']) {
        for (const { name } of db.all<{ name: string }>(
          sql`select name from sqlite_master where type = 'trigger' and tbl_name = ${table}`,
        )) {
          // Only what is added again by no later step matters here: an old store has its rows.
          if (
            name !== 'decisions_no_update' &&
            name !== 'decisions_count_their_ballots' &&
            name !== 'decisions_inside_band'
          )
            db.script(raw(`drop trigger ${name}`))
        }
      }
      putRow(db, 'accounts', { id: 'a1', sign_in_name: 'bakti', role: 'chair' })
      putRow(db, 'reports', { id: 'r1', registered_by: 'a1' })
      putRow(db, 'cases', { id: 'c1', report_id: 'r1', stage: 'plenary', opened_by: 'a1' })
      putRow(db, 'plenaries', {
        id: 's1',
        number: '1',
        state: 'open',
        institution_version: 1,
        planned_by: 'a1',
      })
      putRow(db, 'agenda_items', { plenary_id: 's1', case_id: 'c1', ordinal: 1 })
      for (const n of [1, 2]) {
        putRow(db, 'persons', { id: `q${n}`, nip: `n${n}`, nip_kind: 'pns' })
        putRow(db, 'respondents', {
          id: `o${n}`,
          report_id: 'r1',
          person_id: `q${n}`,
          ordinal: n,
          status: 'pns',
        })
        const place = { plenary_id: 's1', case_id: 'c1', respondent_id: `o${n}` }
        putRow(db, 'votes', { ...place, id: `v${n}`, state: 'closed', closed_at: AT })
        if (n === 1) putRow(db, 'ballots', { vote_id: 'v1', account_id: 'a1', verdict: 'notProven' })
        putRow(db, 'decisions', { ...place, vote_id: `v${n}`, outcome: 'notProven', tally: '{}' })
      }
    })
    at180.close()
    const store = await openStore({ directory: old.directory, key, migrations })
    expect(
      store.read.all(sql`select vote_id as id, register_source as source from decisions order by vote_id`),
    ).toEqual([
      { id: 'v1', source: null },
      { id: 'v2', source: 'upgraded' },
    ])
    expect(() => store.transaction(db => db.run(raw(`update decisions set register_source = null`)))).toThrow(
      'never changed',
    )
    store.close()
  })
})

import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Meeting } from '../../main/engine/features/plenaries/meeting.ts'
import type { VoteRow } from '../../main/engine/features/plenaries/plenaries.queries.ts'
import { personVote } from '../../main/engine/features/plenaries/vote-view.ts'
import { randomSecret } from '../../main/engine/keys/secret-bytes.ts'
import { migrations } from '../../main/engine/store/migrations/index.ts'
import { sql } from '../../main/engine/store/sql.ts'
import { createStore, openStore } from '../../main/engine/store/store.ts'
import { putRow } from '../helpers/put-row.ts'
import { tempDirectory } from './store-kit.ts'

const key = randomSecret(32)
const upTo = (number: number) => migrations.filter(step => step.number <= number)
const AT = '2020-11-19T06:00:00.000Z'

/** A store of the program before sealed ballots: one vote is open with a ballot in it, one is decided. */
async function oldStore() {
  const store = await createStore({ directory: join(tempDirectory(), 'store'), key, migrations: upTo(100) })
  store.transaction(db => {
    putRow(db, 'accounts', { id: 'a1', sign_in_name: 'bakti', role: 'chair' })
    putRow(db, 'persons', { id: 'p1', nip: '1', nip_kind: 'pns' })
    putRow(db, 'reports', { id: 'r1', registered_by: 'a1' })
    for (const n of [1, 2]) {
      putRow(db, 'persons', { id: `q${n}`, nip: `n${n}`, nip_kind: 'pns' })
      putRow(db, 'respondents', {
        id: `o${n}`,
        report_id: 'r1',
        person_id: `q${n}`,
        ordinal: n,
        status: 'pns',
      })
    }
    putRow(db, 'cases', { id: 'c1', report_id: 'r1', stage: 'plenary', opened_by: 'a1' })
    putRow(db, 'plenaries', {
      id: 's1',
      number: '1',
      state: 'open',
      institution_version: 1,
      planned_by: 'a1',
    })
    putRow(db, 'agenda_items', { plenary_id: 's1', case_id: 'c1', ordinal: 1 })
    const vote = { plenary_id: 's1', case_id: 'c1' }
    putRow(db, 'votes', { ...vote, id: 'v1', respondent_id: 'o1', state: 'open', opened_at: AT })
    putRow(db, 'votes', {
      ...vote,
      id: 'v2',
      respondent_id: 'o2',
      state: 'closed',
      opened_at: AT,
      closed_at: AT,
    })
    for (const id of ['v1', 'v2']) {
      putRow(db, 'ballots', {
        vote_id: id,
        account_id: 'a1',
        verdict: 'notProven',
        opinion: 'lama',
        cast_at: AT,
      })
    }
    const tally = '{"proven":0,"notProven":1,"deferred":0}'
    const decision = {
      ...vote,
      vote_id: 'v2',
      respondent_id: 'o2',
      outcome: 'notProven',
      tally,
      tie_broken: 0,
    }
    putRow(db, 'decisions', { ...decision, sentence: 'Putusan lama.', decided_at: AT })
  })
  store.close()
  return store.directory
}

it('gives up open votes whose ballots lay in plain text, and keeps what was decided', async () => {
  const store = await openStore({ directory: await oldStore(), key, migrations: upTo(140) })
  const votes = store.read.all<{ id: string; state: string; reason: string | null }>(
    sql`select id, state, annulled_reason as reason from votes order by id`,
  )
  expect(votes).toEqual([
    { id: 'v1', state: 'annulled', reason: 'upgraded' },
    { id: 'v2', state: 'closed', reason: null },
  ])
  expect(store.read.get(sql`select sentence from decisions where vote_id = 'v2'`)).toEqual({
    sentence: 'Putusan lama.',
  })
  // Children of the rebuilt table are still bound to it.
  const orphan = () =>
    store.transaction(db => putRow(db, 'letters', { id: 'l1', vote_id: 'v9', case_id: 'c1' }))
  expect(orphan).toThrow()
  // The person may be voted on anew in the same meeting; only one vote stands.
  const again = (id: string) => () =>
    store.transaction(db =>
      putRow(db, 'votes', {
        id,
        plenary_id: 's1',
        case_id: 'c1',
        respondent_id: 'o1',
        state: 'open',
        question: '{}',
      }),
    )
  again('v3')()
  expect(again('v4')).toThrow()
  store.close()
})

it('shows an old vote as it was: a given up one without its choices, a decided one with them', async () => {
  const store = await openStore({ directory: await oldStore(), key, migrations })
  const member = { accountId: 'a1', displayName: 'Bakti', present: true, retired: false }
  const meeting = { plenary: { id: 's1' }, members: [member], recusals: [], votes: [] } as unknown as Meeting
  const rows = store.read.all<VoteRow>(sql`select id, plenary_id as plenaryId, case_id as caseId,
    respondent_id as respondentId, state, opened_at as openedAt, closed_at as closedAt, question,
    annulled_reason as annulledReason from votes order by id`)
  const law = { sanctions: [] } as never
  const [given, decided] = rows.map(row => personVote(store.read, law, meeting, row, 'Orang Umpama'))
  expect(given).toMatchObject({
    state: 'annulled',
    decision: null,
    questionHash: '',
    opening: { threshold: 0 },
  })
  expect(given!.annulledReason).toContain('versi lama')
  expect(JSON.stringify(given)).not.toContain('notProven')
  expect(decided).toMatchObject({ state: 'closed', castCount: 1, decision: { outcome: 'notProven' } })
  expect(decided!.ballots[0]).toMatchObject({ verdict: 'notProven', opinion: 'lama', sealHash: null })
  store.close()
})

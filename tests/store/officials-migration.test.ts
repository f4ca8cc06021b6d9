import { join } from 'node:path'
import { expect, it } from 'vitest'
import { randomSecret } from '../../main/engine/keys/secret-bytes.ts'
import { migrations } from '../../main/engine/store/migrations/index.ts'
import { sql } from '../../main/engine/store/sql.ts'
import { createStore, openStore } from '../../main/engine/store/store.ts'
import { putRow } from '../helpers/put-row.ts'
import { tempDirectory } from './store-kit.ts'

const key = randomSecret(32)
const AT = '2021-10-02T02:00:00.000Z'

/** Persons whom an ended meeting deferred with a need, deferred without one, decided, or did not reach. */
const PERSONS = [
  { id: 'asked', outcome: 'deferred', opinion: 'Perlu saksi.', next: 'answerDeferral' },
  { id: 'silent', outcome: 'deferred', opinion: ' ', next: 'schedulePlenary' },
  { id: 'decided', outcome: 'notProven', opinion: '', next: 'draftLetter' },
  { id: 'left', outcome: null, opinion: '', next: 'schedulePlenary' },
]

async function oldStore() {
  const old = migrations.filter(step => step.number <= 120)
  const store = await createStore({ directory: join(tempDirectory(), 'store'), key, migrations: old })
  store.transaction(db => {
    putRow(db, 'accounts', { id: 'a1', sign_in_name: 'bakti', role: 'chair' })
    putRow(db, 'plenaries', {
      id: 'm1',
      number: 'M1',
      state: 'closed',
      institution_version: 1,
      planned_by: 'a1',
    })
    for (const [n, { id, outcome, opinion }] of PERSONS.entries()) {
      putRow(db, 'reports', { id: `r${n}`, register_number: `L${n}`, registered_by: 'a1' })
      putRow(db, 'persons', { id: `q${n}`, nip: `n${n}`, nip_kind: 'pns' })
      putRow(db, 'respondents', { id, report_id: `r${n}`, person_id: `q${n}`, ordinal: 1, status: 'pns' })
      const file = {
        id: `c${n}`,
        report_id: `r${n}`,
        register_number: `P${n}`,
        stage: 'plenary',
        opened_by: 'a1',
      }
      putRow(db, 'cases', { ...file, rulebook: 'pp53-2010', opened_at: AT })
      const next = outcome === 'notProven' ? 'draftLetter' : 'vote'
      putRow(db, 'case_respondents', {
        case_id: `c${n}`,
        respondent_id: id,
        stage: next === 'vote' ? 'plenary' : 'letter',
        next_step: next,
      })
      putRow(db, 'respondent_rulebooks', {
        case_id: `c${n}`,
        respondent_id: id,
        rulebook: 'pp53-2010',
        track: 'discipline',
      })
      putRow(db, 'agenda_items', { plenary_id: 'm1', case_id: `c${n}`, ordinal: n })
      if (outcome === null) continue
      const about = { plenary_id: 'm1', case_id: `c${n}`, respondent_id: id }
      putRow(db, 'votes', { id: `v${n}`, ...about, state: 'closed', opened_at: AT })
      putRow(db, 'ballots', { vote_id: `v${n}`, account_id: 'a1', verdict: outcome, opinion })
      putRow(db, 'decisions', { vote_id: `v${n}`, ...about, outcome, tally: '{}', decided_at: AT })
    }
  })
  store.close()
  return store.directory
}

it('makes work of deferrals that an earlier program left lying, and holds what is noted of officials', async () => {
  const store = await openStore({ directory: await oldStore(), key, migrations })
  const steps = store.read.all<{ id: string; next: string }>(
    sql`select respondent_id as id, next_step as next from case_respondents order by rowid`,
  )
  expect(steps).toEqual(PERSONS.map(({ id, next }) => ({ id, next })))
  const note = (values: Record<string, string | number>) => () =>
    store.transaction(db => putRow(db, 'respondent_officials', { noted_by: 'a1', noted_at: AT, ...values }))
  const failed = { failed_post: 'Kepala', failed_note: 'Surat', failed_is_authority: 0 }
  note({ respondent_id: 'asked', case_id: 'c0', ...failed })()
  expect(note({ respondent_id: 'silent', case_id: 'c0', ...failed })).toThrow(/person of the case/)
  expect(note({ respondent_id: 'decided', case_id: 'c2', ...failed })).toThrow(/never changed/)
  expect(note({ respondent_id: 'left', case_id: 'c3', failed_post: 'Kepala' })).toThrow(/CHECK/)
  expect(note({ respondent_id: 'left', case_id: 'c3', home_agency: 'Dinas' })).toThrow(/CHECK/)
  store.close()
})

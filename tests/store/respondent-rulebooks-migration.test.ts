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
const REASON = 'Perbuatan selesai ketika aturan lama berlaku'

/** A store of the program that kept one rulebook for a whole case: one chosen, one clear and on the ethics path. */
async function oldStore() {
  const old = migrations.filter(step => step.number <= 110)
  const store = await createStore({ directory: join(tempDirectory(), 'store'), key, migrations: old })
  store.transaction(db => {
    putRow(db, 'accounts', { id: 'a1', sign_in_name: 'rina', role: 'assistant' })
    const cases = [
      { n: 1, act: '2021-08-10', designated: '2020-09-23', reason: REASON },
      { n: 2, act: '2021-10-01', designated: '2021-10-15', reason: '' },
    ]
    for (const { n, act, designated, reason } of cases) {
      const dates = { act_on: act, received_on: act, designated_on: designated }
      putRow(db, 'reports', { id: `r${n}`, register_number: `L${n}`, registered_by: 'a1', ...dates })
      putRow(db, 'persons', { id: `q${n}`, nip: `n${n}`, nip_kind: 'pns' })
      const person = { report_id: `r${n}`, person_id: `q${n}`, ordinal: 1, status: 'pns' }
      putRow(db, 'respondents', { id: `o${n}`, ...person })
      putRow(db, 'cases', {
        id: `c${n}`,
        report_id: `r${n}`,
        register_number: `P${n}`,
        stage: 'examination',
        rulebook: 'pp53-2010',
        rulebook_reason: reason,
        opened_by: 'a1',
        opened_at: AT,
      })
      putRow(db, 'case_respondents', { case_id: `c${n}`, respondent_id: `o${n}`, stage: 'examination' })
    }
  })
  store.close()
  return store.directory
}

it('gives each person of an older store the rulebook of the case, with the reason and who opened it', async () => {
  const store = await openStore({ directory: await oldStore(), key, migrations })
  const rows = store.read.all(sql`select respondent_id as id, case_id as caseId, rulebook, track, undecided,
    reason, chosen_by as chosenBy, chosen_at as chosenAt from respondent_rulebooks order by respondent_id`)
  const same = { rulebook: 'pp53-2010', undecided: 0 }
  expect(rows).toEqual([
    { id: 'o1', caseId: 'c1', ...same, track: 'discipline', reason: REASON, chosenBy: 'a1', chosenAt: AT },
    { id: 'o2', caseId: 'c2', ...same, track: 'ethics', reason: '', chosenBy: null, chosenAt: null },
  ])
  // What was chosen before may stay; a new choice is a commissioner's.
  const write = (choice: ReturnType<typeof sql>) => store.transaction(db => void db.run(choice))
  write(sql`update respondent_rulebooks set in_letter = 1 where respondent_id = 'o1'`)
  expect(() =>
    write(sql`update respondent_rulebooks set reason = 'x', chosen_by = 'a1', chosen_at = ${AT}
      where respondent_id = 'o2'`),
  ).toThrow(/only a commissioner/)
  expect(() => write(sql`delete from respondent_rulebooks where respondent_id = 'o1'`)).toThrow(
    /never deleted/,
  )
  store.close()
})

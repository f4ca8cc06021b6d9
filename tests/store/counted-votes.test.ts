import { join } from 'node:path'
import { expect, it } from 'vitest'
import { decide, sanctionRanks } from '../../main/engine/features/plenaries/plenaries.rules.ts'
import { randomSecret } from '../../main/engine/keys/secret-bytes.ts'
import { createRandom } from '../../main/engine/seed/random.ts'
import { migrations } from '../../main/engine/store/migrations/index.ts'
import { sql } from '../../main/engine/store/sql.ts'
import { createStore } from '../../main/engine/store/store.ts'
import { putRow } from '../helpers/put-row.ts'
import { raw } from '../helpers/sealed-vote.ts'
import { tempDirectory } from './store-kit.ts'

const key = randomSecret(32)
const AT = '2020-11-19T06:00:00.000Z'

it('counts as the program counts, whatever the ballots and the rule for equal numbers', async () => {
  const store = await createStore({ directory: join(tempDirectory(), 'store'), key, migrations })
  const random = createRandom(200)
  const kinds = ['s1', 's2', 's3', null]
  const rankOf = sanctionRanks({ sanctions: [] } as never)
  store.transaction(db => {
    db.script(sql`pragma defer_foreign_keys = on`)
    const own = ['decisions_sanction_by_ballots', 'decisions_rest_on_ballots']
    for (const { name } of db.all<{ name: string }>(sql`select name from sqlite_master where type = 'trigger'
        and tbl_name in ('votes', 'ballots', 'decisions')`)) {
      if (!own.includes(name)) db.script(raw(`drop trigger ${name}`))
    }
    putRow(db, 'accounts', { id: 'a0', sign_in_name: 'a0', role: 'chair' })
    putRow(db, 'institution_versions', { version: 1, pack: '{}', saved_by: 'a0' })
    putRow(db, 'plenaries', {
      id: 's1',
      number: '1',
      state: 'open',
      institution_version: 1,
      planned_by: 'a0',
    })
    putRow(db, 'reports', { id: 'r1', registered_by: 'a0' })
    putRow(db, 'cases', { id: 'c1', report_id: 'r1', stage: 'plenary', opened_by: 'a0' })
    putRow(db, 'agenda_items', { plenary_id: 's1', case_id: 'c1', ordinal: 1 })
    for (let n = 1; n < 7; n += 1)
      putRow(db, 'accounts', { id: `a${n}`, sign_in_name: `a${n}`, role: 'commissioner' })
    for (let n = 0; n < 400; n += 1) {
      putRow(db, 'persons', { id: `q${n}`, nip: `n${n}`, nip_kind: 'pns' })
      putRow(db, 'respondents', {
        id: `o${n}`,
        report_id: 'r1',
        person_id: `q${n}`,
        ordinal: n,
        status: 'pns',
      })
      const place = { plenary_id: 's1', case_id: 'c1', respondent_id: `o${n}` }
      const tieRule = random.pick(['rejected', 'chairDecides', 'voteAgain'] as const)
      const question = JSON.stringify({ tieRule, presiderId: 'a0', holders: ['a0'] })
      putRow(db, 'votes', { ...place, id: `v${n}`, state: 'closed', closed_at: AT, question })
      const ballots = Array.from({ length: random.between(1, 7) }, (_, at) => {
        const verdict = random.pick(['proven', 'proven', 'notProven', 'deferred'] as const)
        const own = verdict === 'proven'
        return {
          accountId: `a${(at + n) % 7}`,
          verdict,
          sanctionId: own ? random.pick(kinds) : null,
          moralSanctionId: own ? random.pick(['m1', 'm2', null]) : null,
        }
      })
      for (const { accountId, verdict, sanctionId, moralSanctionId } of ballots) {
        const choice = {
          ...(sanctionId === null ? {} : { sanction_id: sanctionId }),
          ...(moralSanctionId === null ? {} : { moral_sanction_id: moralSanctionId }),
        }
        putRow(db, 'ballots', { vote_id: `v${n}`, account_id: accountId, verdict, ...choice })
      }
      const decided = decide(ballots, tieRule, 'a0', rankOf)
      const counted = db.get(sql`select outcome, proven, not_proven as notProven, deferred from counted_votes
        where vote_id = ${`v${n}`}`)
      expect(counted, JSON.stringify({ tieRule, ballots })).toEqual({
        outcome: decided.outcome,
        ...decided.tally,
      })
      putRow(db, 'decisions', {
        ...place,
        vote_id: `v${n}`,
        outcome: decided.outcome,
        tally: JSON.stringify(decided.tally),
        quorum_needed: 1,
        ...(decided.sanctionId === null ? {} : { sanction_id: decided.sanctionId }),
        ...(decided.moralSanctionId === null ? {} : { moral_sanction_id: decided.moralSanctionId }),
      })
    }
  })
  store.close()
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sql, sql } from '../../main/engine/store/sql.ts'
import { decideCases, readyCase } from '../helpers/decide-case.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
let id: string
let caseId: string
beforeAll(async () => {
  engine = await startTestEngine()
  caseId = (await readyCase(engine)).id
  id = (await decideCases(engine, [caseId as never])).id
})
afterAll(() => engine.close())

const write = (statement: Sql) => engine.engine.session!.store.transaction(db => db.run(statement))
const laksmi = () => engine.account('laksmi').id

describe('a closed meeting in a store that is written past the program', () => {
  it.each<[string, () => Sql]>([
    [
      'other minutes',
      () => sql`update plenaries set minutes_blob_id = 'lain', minutes_sha256 = 'lain' where id = ${id}`,
    ],
    ['another day', () => sql`update plenaries set held_on = '2020-01-01' where id = ${id}`],
    ['being open again', () => sql`update plenaries set state = 'open' where id = ${id}`],
    ['another presence', () => sql`update plenary_attendance set present = 0 where plenary_id = ${id}`],
    ['a member less', () => sql`delete from plenary_attendance where plenary_id = ${id}`],
    [
      'a later recusal',
      () => sql`insert into recusals (plenary_id, case_id, account_id, reason, at)
        values (${id}, ${caseId}, ${laksmi()}, 'Terlambat.', '2020-11-20T00:00:00.000Z')`,
    ],
  ])('takes no %s', (_, statement) => {
    expect(() => write(statement())).toThrow('a closed meeting is never changed')
  })

  it('is not deleted', () => {
    expect(() => write(sql`delete from plenaries where id = ${id}`)).toThrow('a meeting is never deleted')
  })
})

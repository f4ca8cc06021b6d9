import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refreshStage } from '../../main/engine/features/cases/index.ts'
import { sql } from '../../main/engine/store/sql.ts'
import { docketReason } from '../../shared/strings/id/docket-reasons.ts'
import { NIPS, samplePerson, sampleReport } from '../helpers/sample-report.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
let caseId: string
let persons: string[]

beforeAll(async () => {
  engine = await startTestEngine()
  engine.setClock('2020-10-21T02:00:00Z')
  await engine.as('rina')
  const report = await engine.call(
    'reports.register',
    sampleReport({ respondents: [samplePerson(0), samplePerson(1)] }),
  )
  const file = await engine.call('cases.open', {
    reportId: report.id,
    assistants: [engine.account('rina').id],
    reviewers: [engine.account('arman').id],
    commissioners: [engine.account('laksmi').id],
  })
  caseId = file.id
  persons = file.respondents.map(person => person.id)
})
afterAll(() => engine.close())

const groupsOf = async (name: string) => {
  await engine.as(name)
  const list = await engine.call('docket.list', {})
  return list.rows.map(row => `${row.name.split(' ')[0]}: ${row.group} ${row.nextStep}`).sort()
}

/** Moves the person's one finding to a state past the contract, so that this test is about the docket alone. */
function putFinding(person: string | undefined, state: 'submitted' | 'returned' | 'reviewed') {
  const author = engine.account('rina').id
  const id = `f-${person}`
  const at = '2020-10-21T02:00:00Z'
  engine.engine.session?.store.transaction(db => {
    if (!db.get(sql`select 1 from findings where id = ${id}`)) {
      db.run(sql`insert into findings (id, case_id, respondent_id, provision_id, law_pack_version, state,
          conclusion, consideration, sanction_id, sanction_reason, author_id, created_at, updated_at)
        values (${id}, ${caseId}, ${person ?? ''}, 'pp53-2010/4/15/d', '1', 'draft', 'undecided', '',
          null, '', ${author}, ${at}, ${at})`)
      db.run(sql`insert into element_assessments (finding_id, element_id, ordinal, label, state, reasons, defence,
          defence_reply) values (${id}, 'u1', 1, 'Unsur', 'notProven', '', '', '')`)
      db.run(sql`update findings set conclusion = 'notProven' where id = ${id}`)
    }
    if (state === 'returned') {
      db.run(sql`insert into finding_reviews (id, finding_id, reviewer_id, at, outcome, checks, comment)
        values ('return', ${id}, ${engine.account('arman').id}, ${at}, 'returned', '[]', 'Unsur kedua lemah.')`)
    }
    if (state === 'reviewed') {
      db.run(sql`insert into finding_reviews (id, finding_id, reviewer_id, at, outcome, checks, comment)
        values ('review', ${id}, ${engine.account('arman').id}, ${at}, 'approved', '[]', '')`)
    }
    db.run(sql`update findings set state = ${state} where id = ${id}`)
    refreshStage(db, caseId, new Date(at))
  })
}

describe('my work by role', () => {
  it('shows each person once, in the group of who is asked', async () => {
    expect(await groupsOf('rina')).toEqual(['Andai: mine addExhibits', 'Budi: mine addExhibits'])
    expect(await groupsOf('arman')).toEqual(['Andai: elsewhere addExhibits', 'Budi: elsewhere addExhibits'])
    expect(await groupsOf('laksmi')).toEqual(['Andai: elsewhere addExhibits', 'Budi: elsewhere addExhibits'])
    expect(await groupsOf('bakti')).toEqual(['Andai: elsewhere addExhibits', 'Budi: elsewhere addExhibits'])
  })

  it('shows nothing of cases to the secretariat and to those not assigned', async () => {
    for (const name of ['sari', 'darma', 'surya']) expect(await groupsOf(name)).toEqual([])
  })

  it('moves one person without the other, and asks nobody to review own work', async () => {
    await engine.as('rina')
    putFinding(persons[0], 'submitted')
    expect(await groupsOf('rina')).toEqual(['Andai: elsewhere review', 'Budi: mine addExhibits'])
    expect(await groupsOf('arman')).toEqual(['Andai: mine review', 'Budi: elsewhere addExhibits'])
    expect(await groupsOf('laksmi')).toEqual(['Andai: mine review', 'Budi: elsewhere addExhibits'])
    expect((await engine.call('cases.get', { caseId } as never)).stage).toBe('examination')
    const file = await engine.call('cases.get', { caseId } as never)
    expect(file.respondents.map(p => p.stage)).toEqual(['review', 'examination'])
    expect(
      file.deadlines
        .filter(d => d.doneAt === null)
        .map(d => d.kind)
        .sort(),
    ).toEqual(['examination', 'review'])
  })

  it('calls returned what came back, with who sent it', async () => {
    await engine.as('rina')
    putFinding(persons[0], 'returned')
    expect(await groupsOf('rina')).toEqual(['Andai: returned answerReview', 'Budi: mine addExhibits'])
    const list = await engine.call('docket.list', { group: 'returned' })
    expect(list).toMatchObject({ total: 1, counts: { late: 0, mine: 1, returned: 1, elsewhere: 0 } })
    expect(list.rows[0] && docketReason(list.rows[0].reason)).toMatch(
      /^Dikembalikan oleh .+Unsur kedua lemah/,
    )
  })

  it('hands a reviewed person to those who call the plenary', async () => {
    await engine.as('rina')
    putFinding(persons[0], 'reviewed')
    expect(await groupsOf('bakti')).toEqual(['Andai: mine schedulePlenary', 'Budi: elsewhere addExhibits'])
    expect(await groupsOf('laksmi')).toEqual([
      'Andai: elsewhere schedulePlenary',
      'Budi: elsewhere addExhibits',
    ])
  })

  it('calls late what is past its day, with the working days since', async () => {
    engine.setClock('2020-11-30T02:00:00Z')
    expect(await groupsOf('rina')).toContain('Budi: late addExhibits')
    const list = await engine.call('docket.list', { group: 'late' })
    expect(list.rows[0]?.workingDaysLeft).toBeLessThan(0)
    expect(list.rows[0]?.key).toBe(list.rows[0]?.respondentId)
    engine.setClock('2020-10-21T02:00:00Z')
  })

  it('pages and filters by any word of the case', async () => {
    await engine.as('rina')
    expect((await engine.call('docket.list', { limit: 1 })).rows).toHaveLength(1)
    expect((await engine.call('docket.list', { limit: 1, offset: 2 })).rows).toHaveLength(0)
    expect((await engine.call('docket.list', { query: 'rekaan' })).total).toBe(2)
    expect((await engine.call('docket.list', { query: 'antahberantah' })).total).toBe(0)
    expect((await engine.call('docket.list', { query: '"' })).total).toBe(0)
  })
})

describe('search', () => {
  it.each([
    ['0001', 'case'],
    ['andai seump', 'person'],
    [NIPS[0], 'person'],
    ['19830907 200801 2 994', 'person'],
    ['LAP-0001', 'report'],
    ['mengunggahkan', 'case'],
  ])('finds %s', async (query, kind) => {
    await engine.as('rina')
    const hits = await engine.call('docket.search', { query })
    expect(hits.map(hit => hit.kind)).toContain(kind)
  })

  it.each(['"', "' or 1=1 --", 'NEAR(', 'a AND', '*', 'title:', '{x', '\u0000', 'ß'.repeat(200)])(
    'takes %j as plain words',
    async query => {
      await engine.as('rina')
      expect(Array.isArray(await engine.call('docket.search', { query }))).toBe(true)
    },
  )

  it('is refused to the secretariat', async () => {
    await engine.as('sari')
    await expect(engine.call('docket.search', { query: 'andai' })).rejects.toMatchObject({
      code: 'access.denied',
    })
  })
})

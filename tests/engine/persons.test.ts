import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NIPS, samplePerson, sampleReport } from '../helpers/sample-report.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await startTestEngine()
  await engine.as('rina')
  await engine.call('reports.register', sampleReport({ actOn: '2019-02-01', electionId: null }))
  const report = await engine.call(
    'reports.register',
    sampleReport({ respondents: [samplePerson(0), samplePerson(1)] }),
  )
  await engine.call('cases.open', { reportId: report.id, assistants: [engine.account('rina').id] })
})
afterAll(() => engine.close())

describe('earlier cases of a person', () => {
  it('come with the NIP in any spelling, newest act first, as alleged until the plenary decides', async () => {
    for (const nip of [NIPS[0], '19830907 200801 2 994', 'NIP. 1983O907 2OO8O1 2 994']) {
      const found = await engine.call('persons.lookUp', { nip })
      expect(found.name).toBe('Andai Seumpama')
      expect(found.earlier.map(e => [e.actOn, e.outcome, e.legalBasis, e.sanction])).toEqual([
        ['2020-10-14', 'alleged', '', ''],
        ['2019-02-01', 'alleged', '', ''],
      ])
      expect(found.earlier[0]?.caseNumber).toMatch(/NT/)
      expect(found.earlier[1]?.caseId).toBeNull()
    }
  })

  it('are none for an unknown, unfinished or unreadable number', async () => {
    for (const nip of ['', '1983', '199912312020121001', 'bukan nip', '𝟙𝟚']) {
      expect(await engine.call('persons.lookUp', { nip })).toEqual({ name: null, earlier: [] })
    }
  })

  it('are in the person itself, found by a part of the name', async () => {
    const { rows } = await engine.call('persons.list', { query: 'seumpa' })
    const [row] = rows
    if (!row) throw new Error('no person')
    const person = await engine.call('persons.get', { personId: row.id })
    expect(person.earlier).toHaveLength(2)
    expect(person.reportCount).toBe(2)
  })

  it('are not shown to the secretariat, and unknown persons are named as such', async () => {
    const personId = '00000000-0000-4000-8000-000000000000' as never
    await expect(engine.call('persons.get', { personId })).rejects.toMatchObject({ code: 'persons.unknown' })
    await engine.as('sari')
    await expect(engine.call('persons.lookUp', { nip: NIPS[0] })).rejects.toMatchObject({
      code: 'access.denied',
    })
  })
})

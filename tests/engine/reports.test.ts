import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NIPS, samplePerson, sampleReport } from '../helpers/sample-report.ts'
import { type Refused, startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await startTestEngine()
})
afterAll(() => engine.close())

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => Promise.reject(new Error('was not refused')),
    (error: Refused) => error,
  )

describe('registering a report', () => {
  it('keeps several persons with their posts, decodes each NIP and takes the next number', async () => {
    await engine.as('rina')
    engine.setClock('2020-10-21T02:00:00Z')
    const report = await engine.call(
      'reports.register',
      sampleReport({
        respondents: [
          samplePerson(0, { nip: '19830907 200801 2 994' }),
          samplePerson(1, { nip: '130456789', grade: '' }),
          samplePerson(2, { nip: '199001152022211001', status: 'pppk', grade: '' }),
        ],
      }),
    )
    expect(report.registerNumber).toBe('LAP-0001/10/2020')
    expect(report.respondents.map(p => [p.ordinal, p.nip, p.nipKind])).toEqual([
      [1, '198309072008012994', 'pns'],
      [2, '130456789', 'old9'],
      [3, '199001152022211001', 'pppk'],
    ])
    expect(report.respondents[1]?.nipWarnings).toContain('nip.oldFormat')
    expect(report.designatedOn).toBe('2020-09-23')
    expect(report.caseId).toBeNull()
    expect(engine.events.at(-1)?.topic).toBe('reports.changed')
    expect(await engine.call('reports.get', { reportId: report.id })).toEqual(report)
  })

  it.each([
    ['reports.nipInvalid', { respondents: [samplePerson(), samplePerson(1, { nip: '1234' })] }],
    ['reports.nipInvalid', { respondents: [samplePerson(0, { nip: "x'); drop table persons;--" })] }],
    [
      'reports.nipTwice',
      { respondents: [samplePerson(), samplePerson(1, { nip: '19830907-200801-2-994' })] },
    ],
    ['reports.actAfterReceipt', { actOn: '2020-10-21' }],
    ['reports.actEndsBeforeItBegins', { actUntil: '2020-10-13' }],
    ['reports.letterAfterReceipt', { senderLetterOn: '2020-10-21' }],
    ['reports.scopeNotInElection', { electionScope: 'presiden' as const }],
    ['law.unknownForm', { violationForm: 'tidak-ada' }],
    ['law.unknownElection', { electionId: 'pemilu-1955' }],
    ['law.unknownProvince', { provinceCode: '00' }],
    ['law.unknownGrade', { respondents: [samplePerson(0, { grade: 'V/z' })] }],
    ['law.unknownPositionKind', { respondents: [samplePerson(0, { positionKind: 'raja' })] }],
  ])('refuses with %s and keeps nothing', async (code, change) => {
    await engine.as('rina')
    const before = await engine.call('reports.counts', {})
    const error = await refusal(engine.call('reports.register', sampleReport(change as object)))
    expect(error.code).toBe(code)
    expect(await engine.call('reports.counts', {})).toMatchObject({
      reports: before.reports,
      persons: before.persons,
    })
  })

  it('names the person whose NIP cannot be read', async () => {
    await engine.as('rina')
    const respondents = [samplePerson(), samplePerson(1, { nip: '12' })]
    const error = await refusal(engine.call('reports.register', sampleReport({ respondents })))
    expect(error.facts.ordinal).toBe(2)
  })

  it('refuses a form without persons, with too many, and with control characters', async () => {
    await engine.as('rina')
    const many = Array.from({ length: 51 }, () => samplePerson())
    for (const change of [{ respondents: [] }, { respondents: many }, { place: 'a\u202eb' }, { extra: 1 }]) {
      const error = await refusal(engine.raw('reports.register', { ...sampleReport(), ...change }))
      expect(error.code).toBe('input.invalid')
    }
  })

  it.each(['sari', 'laksmi', 'bakti', 'ningsih'])('is refused to %s, who is no assistant', async name => {
    await engine.as(name)
    expect((await refusal(engine.call('reports.register', sampleReport()))).code).toBe('access.denied')
  })

  it('never changes the post of an earlier report when the same person comes again', async () => {
    await engine.as('rina')
    const first = await engine.call('reports.register', sampleReport({ respondents: [samplePerson(3)] }))
    await engine.call(
      'reports.register',
      sampleReport({
        actOn: '2019-01-10',
        respondents: [samplePerson(3, { position: 'Camat', name: 'Dewi S.', agencyName: 'Kota Lain' })],
      }),
    )
    const again = await engine.call('reports.get', { reportId: first.id })
    expect(again.respondents[0]).toEqual(first.respondents[0])
    const page = await engine.call('persons.list', { query: NIPS[3] })
    expect(page.rows).toHaveLength(1)
    expect(page.rows[0]).toMatchObject({ reportCount: 2, provenCount: 0, name: 'Dewi Semisal' })
  })
})

describe('overlaps', () => {
  it('finds the same NIP within seven days of the act, whatever its spelling, before anything is saved', async () => {
    await engine.as('rina')
    const ask = (nip: string, actOn: string | null) =>
      engine.call('reports.findOverlaps', { respondents: [{ nip }], actOn } as never)
    expect(await ask('19830907 200801 2 994', '2020-10-21')).toMatchObject([
      { nip: NIPS[0], actOn: '2020-10-14' },
    ])
    expect(await ask(NIPS[0], '2020-10-07')).toHaveLength(1)
    expect(await ask(NIPS[0], '2020-10-22')).toHaveLength(0)
    expect(await ask(NIPS[0], '2020-10-06')).toHaveLength(0)
    expect(await ask(NIPS[0], null)).toHaveLength(0)
    expect(await ask('', '2020-10-14')).toHaveLength(0)
  })

  it('counts from every day of a continuing act', async () => {
    await engine.as('rina')
    await engine.call(
      'reports.register',
      sampleReport({ actOn: '2020-02-01', actUntil: '2020-04-01', respondents: [samplePerson(2)] }),
    )
    const found = await engine.call('reports.findOverlaps', {
      respondents: [{ nip: NIPS[2] }],
      actOn: '2020-04-08',
    } as never)
    expect(found).toHaveLength(1)
    const ask = (actUntil: string | null) =>
      engine.call('reports.findOverlaps', {
        respondents: [{ nip: NIPS[2] }],
        actOn: '2020-01-10',
        actUntil,
      } as never)
    expect(await ask(null)).toHaveLength(0)
    expect(await ask('2020-01-24')).toHaveLength(0)
    expect(await ask('2020-01-25')).toHaveLength(1)
  })
})

describe('the protected reporter', () => {
  const name = 'Rahasia Sekali Pelapor'
  const contact = '0812-000-RAHASIA'

  it('is shown only on a logged request with a reason, and found nowhere else', async () => {
    await engine.as('rina')
    const report = await engine.call(
      'reports.register',
      sampleReport({ reporterName: name, reporterContact: contact, senderKind: 'public' }),
    )
    expect(report.hasProtectedReporter).toBe(true)
    const opened = await engine.call('cases.open', {
      reportId: report.id,
      assistants: [engine.account('rina').id],
      commissioners: [engine.account('laksmi').id],
    })
    const seen = JSON.stringify([
      report,
      opened,
      await engine.call('reports.list', {}),
      await engine.call('reports.get', { reportId: report.id }),
      await engine.call('cases.list', {}),
      await engine.call('cases.history', { caseId: opened.id }),
      await engine.call('docket.list', {}),
      await engine.call('docket.search', { query: 'Andai', limit: 50 }),
      await engine.call('persons.list', {}),
      await engine.call('audit.latest', { limit: 50 } as never),
      engine.events,
    ])
    for (const secret of ['Rahasia Sekali', 'RAHASIA']) expect(seen).not.toContain(secret)
    for (const query of ['Rahasia', 'Sekali Pelapor', '0812']) {
      expect(await engine.call('docket.search', { query, limit: 50 })).toEqual([])
      expect((await engine.call('reports.list', { query })).total).toBe(0)
    }

    const short = await refusal(engine.call('reports.revealReporter', { reportId: report.id, reason: 'mau' }))
    expect(short.code).toBe('input.invalid')
    const reason = 'Memanggil pelapor untuk klarifikasi'
    expect(await engine.call('reports.revealReporter', { reportId: report.id, reason })).toEqual({
      name,
      contact,
    })
    const history = await engine.call('cases.history', { caseId: opened.id })
    expect(history.at(-1)).toMatchObject({
      method: 'reports.revealReporter',
      actorName: 'Rina Ibaratnya',
      facts: { reason },
    })
    expect(JSON.stringify(history)).not.toContain(name)

    await engine.as('arman')
    const foreign = await refusal(engine.call('reports.revealReporter', { reportId: report.id, reason }))
    expect(foreign.code).toBe('access.notAssigned')
    await engine.as('sari')
    const secretariat = await refusal(engine.call('reports.revealReporter', { reportId: report.id, reason }))
    expect(secretariat.code).toBe('access.denied')
  })

  it('says so when there is none, and for an unknown report', async () => {
    await engine.as('rina')
    const report = await engine.call('reports.register', sampleReport())
    const reason = 'Memanggil pelapor untuk klarifikasi'
    expect((await refusal(engine.call('reports.revealReporter', { reportId: report.id, reason }))).code).toBe(
      'reports.noReporter',
    )
    const nobody = '00000000-0000-4000-8000-000000000000' as typeof report.id
    expect((await refusal(engine.call('reports.get', { reportId: nobody }))).code).toBe('reports.unknown')
  })

  it('leaves no name and no NIP in any file of the store', async () => {
    for (const entry of readdirSync(engine.dir, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const text = readFileSync(join(entry.parentPath, entry.name)).toString('latin1')
      for (const secret of [name, NIPS[0], 'Andai Seumpama']) expect(text.includes(secret)).toBe(false)
    }
  })
})

describe('counts and lists', () => {
  it('keeps reports, cases, persons and letters apart', async () => {
    await engine.as('bakti')
    const counts = await engine.call('reports.counts', {})
    expect(counts.reports).toBeGreaterThan(counts.cases)
    expect(counts.persons).toBeGreaterThanOrEqual(5)
    expect(counts.letters).toBe(0)
    const page = await engine.call('reports.list', { limit: 2 })
    expect(page.total).toBe(counts.reports)
    expect(page.rows).toHaveLength(2)
  })

  it('shows nothing while locked, and nothing to the secretariat', async () => {
    await engine.as('sari')
    for (const method of ['reports.list', 'reports.counts', 'persons.list', 'cases.list'] as const) {
      expect((await refusal(engine.call(method, {}))).code).toBe('access.denied')
    }
    await engine.call('session.lock', {})
    expect((await refusal(engine.call('reports.list', {}))).code).toBe('session.locked')
    expect((await refusal(engine.call('persons.lookUp', { nip: NIPS[0] }))).code).toBe('session.locked')
  })
})

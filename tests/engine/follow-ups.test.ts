import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  AFTERWARDS,
  approvedLetter,
  decideCases,
  issueLetter,
  readyCase,
  trustAuthority,
} from '../helpers/decide-case.ts'
import { refused } from '../helpers/refused.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
let trust: Awaited<ReturnType<typeof trustAuthority>>

beforeAll(async () => {
  engine = await startTestEngine()
  engine.setClock(AFTERWARDS)
  trust = await trustAuthority(engine)
})
afterAll(() => engine.close())

async function issuedCase(ballot?: Parameters<typeof decideCases>[2]) {
  const file = await readyCase(engine)
  await decideCases(engine, [file.id], ballot)
  const { id } = await approvedLetter(engine, file)
  await issueLetter(engine, id, trust.ticket)
  await engine.as('rina')
  return file
}

function sanctionFile(name = 'sk.pdf') {
  const path = join(engine.root, name)
  writeFileSync(path, '%PDF-1.4\n% SK rekaan\n')
  return engine.ticket(path)
}

describe('the clock of a letter', () => {
  it('runs late, is closed by the SK with its file, and closes the case', async () => {
    const file = await issuedCase()
    const [clock] = await engine.call('followUps.list', { caseId: file.id })
    expect(clock).toMatchObject({
      state: 'waiting',
      daysWaiting: 0,
      recommended: expect.stringContaining('pangkat'),
    })
    expect(clock!.computation).toMatchObject({ days: 14, unit: 'hari' })
    engine.setClock('2020-12-05T03:00:00.000Z')
    expect((await engine.call('followUps.list', { state: 'late', caseId: file.id }))[0]).toMatchObject({
      state: 'late',
      daysWaiting: 16,
    })
    const followUpId = clock!.id
    const input = { followUpId, number: '800/1234/2020', on: '2020-12-04', sanctionId: 'pp53-2010/7/3/a' }
    const record = (change: object) =>
      engine.call('followUps.recordSanctionDecision', { ...input, file: sanctionFile(), ...change } as never)
    await refused(record({ on: '2020-11-01' }), 'followUps.beforeLetter')
    await refused(record({ sanctionId: 'pp94-2021/8/2/a' }), 'law.unknownSanction')
    const folder = join(engine.root, 'folder-sk')
    mkdirSync(folder, { recursive: true })
    await refused(record({ file: engine.ticket(folder) }), 'followUps.fileRequired')
    await refused(record({ number: '' }), 'input.invalid')
    await engine.as('surya')
    await refused(record({}), 'access.notAssigned')
    await engine.as('rina')
    const before = await engine.call('evidence.list', { caseId: file.id })
    const closed = await record({ note: 'Diterima lewat surat.' })
    expect(closed).toMatchObject({
      state: 'closed',
      closure: {
        kind: 'sanctionDecision',
        difference: 'lighter',
        number: '800/1234/2020',
        exhibitNumber: 'P-2',
      },
    })
    expect(await engine.call('evidence.list', { caseId: file.id })).toHaveLength(before.length + 1)
    await refused(record({}), 'followUps.alreadyClosed')
    expect((await engine.call('cases.get', { caseId: file.id })).stage).toBe('closed')
    engine.setClock(AFTERWARDS)
  })

  it('may be closed without an SK, for a reason that is kept', async () => {
    const file = await issuedCase()
    const [clock] = await engine.call('followUps.list', { state: 'waiting', caseId: file.id })
    const close = (reason: string) => engine.call('followUps.closeWithout', { followUpId: clock!.id, reason })
    await refused(close('terlalu pendek'), 'input.invalid')
    const reason = 'Yang bersangkutan meninggal dunia sebelum diperiksa.'
    expect(await close(reason)).toMatchObject({
      state: 'closed',
      closure: { kind: 'noSanctionDecision', note: reason, difference: 'notComparable', exhibitNumber: null },
    })
    await refused(close(reason), 'followUps.alreadyClosed')
  })

  it('does not start for a letter that nothing was proven', async () => {
    const file = await issuedCase({ verdict: 'notProven' })
    expect(await engine.call('followUps.list', { caseId: file.id })).toEqual([])
    expect((await engine.call('cases.get', { caseId: file.id })).stage).toBe('closed')
  })
})

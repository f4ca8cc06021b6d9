import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sql } from '../../main/engine/store/sql.ts'
import type { Officials } from '../../shared/contract/cases.ts'
import type { Input } from '../../shared/contract/index.ts'
import type { CaseFile } from '../helpers/build-case.ts'
import { decideCases, openMeeting, openVote, readyCase } from '../helpers/decide-case.ts'
import { refused } from '../helpers/refused.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

const HOME: NonNullable<Officials['homeAgency']> = {
  agencyName: 'Pemerintah Provinsi Contoh Raya',
  agencyType: 'pemprov',
  provinceCode: '33',
}
const FAILED: NonNullable<Officials['failedOfficial']> = {
  post: 'Kepala Dinas Umpama',
  note: 'Surat Inspektorat Nomor 7/2020 tanggal 2 November 2020.',
  isAuthority: false,
}
let engine: TestEngine
let file: CaseFile

beforeEach(async () => {
  engine = await startTestEngine()
  engine.setClock('2020-11-19T03:00:00.000Z')
  file = await readyCase(engine)
})
afterEach(() => engine.close())

const record = (parts: Partial<Officials>, change: object = {}) =>
  engine.call('cases.recordOfficials', {
    caseId: file.id,
    respondentId: file.respondents[0]!.id,
    homeAgency: null,
    failedOfficial: null,
    ...parts,
    ...change,
  } as Input<'cases.recordOfficials'>)

const proposal = () => engine.call('findings.proposalOf', { respondentId: file.respondents[0]!.id })

async function draft(addressee?: Input<'letters.draft'>['addressee']) {
  await engine.as('rina')
  const respondentId = file.respondents[0]!.id
  return engine.call('letters.draft', { caseId: file.id, respondentId, ...(addressee && { addressee }) })
}

describe('the officials of a person', () => {
  it('are noted on the case, stand in its history and in the reasoning of the proposal', async () => {
    const before = (await proposal()).trace.map(step => step.rule)
    const noted = await record({ homeAgency: HOME, failedOfficial: FAILED })
    expect(noted.respondents[0]!.officials).toEqual({ homeAgency: HOME, failedOfficial: FAILED })
    const { trace } = await proposal()
    const rules = trace.map(step => step.rule)
    expect(rules.filter(rule => !before.includes(rule)).sort()).toEqual(['pp53-2010/21/3', 'pp53-2010/30/4'])
    expect(trace.find(step => step.rule === 'pp53-2010/30/4')!.citation).toContain('Pasal 30 ayat (4)')
    const history = await engine.call('cases.history', { caseId: file.id })
    const entry = history.find(row => row.method === 'cases.recordOfficials')
    expect(JSON.stringify(entry)).toContain(HOME.agencyName)
    await record({})
    expect((await proposal()).trace.map(step => step.rule)).toEqual(before)
  })

  it('send the letter to the home agency, with a copy to where the person works, and the rules in it', async () => {
    await record({ homeAgency: HOME, failedOfficial: FAILED })
    await decideCases(engine, [file.id])
    const letter = await draft()
    expect(letter.header.addressee.join(' ')).toContain('Gubernur Contoh Raya')
    expect(letter.header.copies[0]).toBe('Bupati Contoh')
    const text = JSON.stringify(letter.body)
    expect(text).toContain('PP 53/2010 Pasal 30 ayat (4)')
    expect(text).toContain('PP 53/2010 Pasal 21 ayat (2) dan (3)')
    expect(text).toContain(FAILED.post)
  })

  it('leave a letter as it was where nothing is noted', async () => {
    await decideCases(engine, [file.id])
    const letter = await draft()
    expect(letter.header.addressee.join(' ')).toContain('Bupati Contoh')
    expect(JSON.stringify(letter.body)).not.toContain('Pasal 30 ayat (4)')
  })

  it('make the drafter choose between the authority and whoever stands above it, where it did not act', async () => {
    await record({ failedOfficial: { ...FAILED, isAuthority: true } })
    await decideCases(engine, [file.id])
    await engine.as('rina')
    const { candidates } = await engine.call('letters.list', { caseId: file.id })
    expect(candidates[0]!.conflict).toMatchObject({ kind: 'didNotSanction', authority: 'Bupati Contoh' })
    await refused(draft(), 'letters.addresseeOpen')
    const letter = await draft({ to: 'higher', reason: 'Bupati tidak menjatuhkan hukuman sampai hari ini.' })
    expect(letter.header.addressee.join(' ')).toContain('selaku atasan Bupati Contoh')
    expect(JSON.stringify(letter.body)).toContain('tidak menjatuhkan hukuman yang wajib dijatuhkannya')
  })

  it('refuse what changes nothing, half a note, and a region without a province', async () => {
    await refused(record({}), 'cases.officialsUnchanged')
    await record({ homeAgency: HOME })
    await refused(record({ homeAgency: { ...HOME } }), 'cases.officialsUnchanged')
    await refused(record({ homeAgency: { ...HOME, provinceCode: '' } }), 'cases.homeProvince')
    await refused(record({ homeAgency: { ...HOME, provinceCode: '00' } }), 'cases.homeProvince')
    await refused(record({ homeAgency: { ...HOME, agencyName: ' ' } }), 'input.invalid')
    await refused(record({ failedOfficial: { ...FAILED, note: '' } }), 'input.invalid')
    await refused(record({ failedOfficial: { ...FAILED, post: 'x'.repeat(161) } }), 'input.invalid')
  })

  it('are noted only by those who work on the case, for a person of it', async () => {
    await engine.as('surya')
    await refused(record({ homeAgency: HOME }), 'access.notAssigned')
    await engine.as('sari')
    await refused(record({ homeAgency: HOME }), 'access.denied')
    await engine.as('rina')
    await refused(record({ homeAgency: HOME }, { respondentId: file.report.id }), 'cases.respondentUnknown')
  })

  it('stand still while a vote is open and after a decision, in the engine and in the database', async () => {
    await record({ homeAgency: HOME })
    const plenary = await openMeeting(engine, [file.id])
    await openVote(engine, plenary)
    await refused(record({ failedOfficial: FAILED }), 'cases.voteOpen')
    engine.close()
    engine = await startTestEngine()
    engine.setClock('2020-11-19T03:00:00.000Z')
    file = await readyCase(engine)
    await record({ homeAgency: HOME })
    await decideCases(engine, [file.id])
    await engine.as('rina')
    await refused(record({ failedOfficial: FAILED }), 'cases.alreadyDecided')
    expect(() =>
      engine.engine.session?.store.transaction(db =>
        db.run(sql`update respondent_officials set failed_post = 'x'`),
      ),
    ).toThrow(/never changed/)
    expect(() =>
      engine.engine.session?.store.transaction(db => db.run(sql`delete from respondent_officials`)),
    ).toThrow(/never deleted/)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../../main/engine/store/sql.ts'
import type { Input } from '../../shared/contract/index.ts'
import { buildCase, type CaseFile, proveFinding, reviewedFindings } from '../helpers/build-case.ts'
import {
  AFTERWARDS,
  cast,
  closeVotes,
  decideCases,
  MEMBERS,
  openMeeting,
  openVote,
  readyCase,
} from '../helpers/decide-case.ts'
import { EACH_ROLE, refused, refusedForAll } from '../helpers/refused.ts'
import { samplePerson } from '../helpers/sample-report.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

// The boundary of 31 August 2021 and the readings come from the law pack (`rulebookSelection`).

const STRANGER = '00000000-0000-4000-8000-000000000000'
const REASON = 'Perbuatan selesai ketika aturan lama masih berlaku, dan aturan lama lebih ringan.'

let engine: TestEngine
beforeAll(async () => {
  engine = await startTestEngine()
})
afterAll(() => engine.close())

type Parts = Partial<Input<'reports.register'>>

/** A case about one person (or more) whose act and report lie around the change of rulebooks. */
async function caseOn(
  actOn: string,
  receivedOn: string,
  parts: object = {},
  persons = 1,
  now = '2022-03-01T02:00:00Z',
): Promise<CaseFile> {
  engine.setClock(now)
  const change = { actOn, receivedOn, senderLetterOn: receivedOn, designatedOn: '2020-09-23', ...parts }
  return buildCase(engine, persons, change as Parts)
}
const of = (file: CaseFile, n = 0) => file.respondents[n]!.rulebook
const record = (file: CaseFile, examinedOn: string | null, decidedOn: string | null = null, n = 0) =>
  engine.call('cases.recordDates', {
    caseId: file.id,
    respondentId: file.respondents[n]!.id,
    examinedOn,
    decidedOn,
  } as never)
const choose = (file: CaseFile, rulebook: string, change: object = {}, n = 0) =>
  engine.call('cases.chooseRulebook', {
    caseId: file.id,
    respondentId: file.respondents[n]!.id,
    rulebook,
    reason: REASON,
    inLetter: true,
    ...change,
  } as never)
const write = (query: ReturnType<typeof sql>) =>
  engine.engine.session!.store.transaction(db => {
    db.run(query)
  })

describe('the rulebook of a person', () => {
  it.each([
    ['2021-08-29', 'pp94-2021', true],
    ['2021-08-30', 'pp94-2021', true],
    ['2021-08-31', 'pp94-2021', false],
  ])('act %s, reported later: %s, a choice is needed: %s', async (actOn, rulebook, undecided) => {
    const file = await caseOn(actOn, '2021-10-01')
    expect(of(file)).toMatchObject({ id: rulebook, undecided, track: 'discipline', choice: null })
    expect(of(file).readings).toHaveLength(undecided ? 2 : 1)
    expect(file.rulebook.requiresHumanDecision).toBe(undecided)
  })

  it.each([
    ['2021-08-30', '2021-08-30', 'pp53-2010', false],
    ['2021-08-31', '2021-08-31', 'pp94-2021', true],
    ['2021-09-01', '2021-09-01', 'pp94-2021', true],
  ])(
    'an act until %s, reported on %s: %s, a choice is needed: %s',
    async (actUntil, receivedOn, id, undecided) => {
      const file = await caseOn('2021-08-20', receivedOn, { actUntil }, 1, `${receivedOn}T02:00:00Z`)
      expect(of(file)).toMatchObject({ id, undecided })
    },
  )

  it('is read anew from the first examination, on the day before and on the day of the change', async () => {
    const file = await caseOn('2021-08-10', '2021-10-01')
    const late = await record(file, '2021-08-31')
    expect(of(late)).toMatchObject({ id: 'pp94-2021', undecided: true, examinedOn: '2021-08-31' })
    const early = await record(file, '2021-08-30')
    expect(of(early)).toMatchObject({ id: 'pp53-2010', undecided: true, examinedOn: '2021-08-30' })
    const decided = await record(file, '2021-08-15', '2021-08-30')
    expect(of(decided)).toMatchObject({ id: 'pp53-2010', undecided: false, decidedOn: '2021-08-30' })
    expect(of(decided).trace.join(' ')).toContain('Pasal 40')
  })

  it('asks again when the rules changed between the report and the case file, and names the missing dates', async () => {
    const on = (day: string) => caseOn('2021-08-10', '2021-08-20', {}, 1, `${day}T02:00:00Z`)
    const before = await on('2021-08-30')
    expect(of(before)).toMatchObject({ id: 'pp53-2010', undecided: false, datesMissing: false })
    const after = await on('2021-08-31')
    expect(of(after)).toMatchObject({ id: 'pp94-2021', undecided: true, datesMissing: true })
    const noted = of(await record(after, '2021-08-15', '2021-08-29'))
    expect(noted).toMatchObject({ id: 'pp53-2010', undecided: false, datesMissing: false })
  })

  it('follows the status of each person in one case', async () => {
    const respondents = [
      samplePerson(0),
      samplePerson(1, { status: 'pppk', nip: '199001152023211003', grade: '' }),
    ]
    const file = await caseOn('2022-01-10', '2022-01-20', { respondents })
    expect(file.respondents.map(person => person.rulebook.id)).toEqual(['pp94-2021', 'pp49-2018'])
    expect(file.rulebook.id).toBe('pp94-2021')
    engine.setClock('2024-01-20T02:00:00Z')
    const later = { actOn: '2023-12-01', receivedOn: '2023-12-10', senderLetterOn: '2023-12-10', respondents }
    const mixed = await buildCase(engine, 2, later as never)
    expect(mixed.respondents.map(person => person.rulebook.undecided)).toEqual([false, true])
    expect(of(mixed, 1).readings.map(reading => reading.rulebook)).toEqual(['pp49-2018', 'uu20-2023'])
  })

  it('takes the ethics path before the designation; an act that reaches past it lies on both tracks', async () => {
    const before = await caseOn('2021-10-01', '2021-10-20', { designatedOn: '2021-10-15' })
    expect(of(before)).toMatchObject({ track: 'ethics', undecided: false })
    expect(of(before).readings[0]?.consequences.join(' ')).toContain('kode etik')
    const both = await caseOn('2021-10-01', '2021-10-20', {
      designatedOn: '2021-10-15',
      actUntil: '2021-10-15',
    })
    expect(of(both)).toMatchObject({ undecided: true })
    expect(of(both).readings.map(reading => reading.rulebook)).toEqual(['pp94-2021', 'pp42-2004'])
    await engine.as('bakti')
    const chosen = await choose(both, 'pp42-2004')
    expect(of(chosen)).toMatchObject({ id: 'pp94-2021', track: 'ethics', choice: { rulebook: 'pp42-2004' } })
    expect(of(await choose(both, 'pp94-2021'))).toMatchObject({ track: 'discipline' })
  })

  it('shows what follows from each reading, in the words of the pack', async () => {
    const file = await caseOn('2021-08-10', '2021-10-01')
    const [first, second] = of(file).readings
    expect(first?.consequences.join(' ')).toMatch(/Pasal 5 huruf n angka 6.*sanksi berat/)
    expect(first?.consequences.join(' ')).toContain('Lebih berat daripada PP 53/2010')
    expect(second?.consequences.join(' ')).toMatch(/Pasal 4 angka 15 huruf d.*sanksi sedang/)
    const dprd = await caseOn('2021-08-10', '2021-10-01', { electionScope: 'dprd' })
    const gap = of(dprd).readings.find(reading => reading.rulebook === 'pp53-2010')
    expect(gap?.consequences[0]).toBe(
      'PP 53/2010 tidak memuat larangan untuk bentuk ini pada pemilihan anggota DPRD.',
    )
    const quiet = await caseOn('2021-08-10', '2021-10-01', { violationForm: 'hadir-atribut' })
    const borrowed = of(quiet).readings.find(reading => reading.rulebook === 'pp94-2021')
    expect(borrowed?.consequences.join(' ')).toContain('masih dipinjam dari PP 53/2010')
  })
})

describe('the commissioner’s choice', () => {
  it('is kept with name, time and reason, heads the case, and is told in the history', async () => {
    const file = await caseOn('2021-08-10', '2021-10-01')
    await refused(choose(file, 'pp53-2010'), 'access.denied')
    await engine.as('laksmi')
    await refused(choose(file, 'pp30-1980'), 'cases.rulebookUnknown')
    await refused(choose(file, 'pp53-2010', { reason: 'Terlalu pendek' }), 'input.invalid')
    const chosen = await choose(file, 'pp53-2010')
    expect(of(chosen)).toMatchObject({
      id: 'pp53-2010',
      undecided: false,
      choice: { rulebook: 'pp53-2010', reason: REASON, inLetter: true, chosenBy: 'Laksmi Andaiani' },
    })
    expect(chosen.rulebook).toMatchObject({ id: 'pp53-2010', reason: REASON, requiresHumanDecision: false })
    await refused(choose(file, 'pp53-2010'), 'cases.sameChoice')
    const history = await engine.call('cases.history', { caseId: file.id })
    expect(history.filter(entry => entry.method === 'cases.chooseRulebook')).toHaveLength(1)
    expect(history.at(-1)).toMatchObject({
      facts: { rulebook: 'PP 53/2010', reason: REASON, inLetter: true },
    })
  })

  it('is refused where the law leaves none, to strangers of the case and for persons of another one', async () => {
    const clear = await caseOn('2021-09-10', '2021-10-01')
    const open = await caseOn('2021-08-10', '2021-10-01')
    await engine.as('laksmi')
    await refused(choose(clear, 'pp94-2021'), 'cases.rulebookClear')
    await refused(
      choose(open, 'pp53-2010', { respondentId: clear.respondents[0]!.id }),
      'cases.respondentUnknown',
    )
    await refused(choose(open, 'pp53-2010', { respondentId: STRANGER }), 'cases.respondentUnknown')
    await refused(choose(open, 'pp53-2010', { caseId: STRANGER }), 'cases.unknown')
    await engine.as('surya')
    await refused(choose(open, 'pp53-2010'), 'access.notAssigned')
    await engine.as('arman')
    await refused(choose(open, 'pp53-2010'), 'access.denied')
    await engine.as('sari')
    await refused(choose(open, 'pp53-2010'), 'access.denied')
    await refused(engine.call('cases.compareRulebooks', { caseId: open.id }), 'access.denied')
    await engine.as('ningsih')
    expect(of(await choose(open, 'pp94-2021')).choice?.chosenBy).toBe('Ningsih Kiranya')
  })

  it('falls away when new dates change the readings, stays when they do not, and both are on record', async () => {
    const file = await caseOn('2021-08-10', '2021-10-01')
    await engine.as('laksmi')
    await choose(file, 'pp53-2010')
    await engine.as('rina')
    const stays = await record(file, '2021-09-20')
    expect(of(stays)).toMatchObject({ id: 'pp53-2010', undecided: false, choice: { reason: REASON } })
    await refused(record(file, '2021-09-20'), 'cases.datesUnchanged')
    const falls = await record(file, '2021-08-12', '2021-08-20')
    expect(of(falls)).toMatchObject({ id: 'pp53-2010', undecided: false, choice: null })
    const history = await engine.call('cases.history', { caseId: file.id })
    expect(history.at(-1)).toMatchObject({
      method: 'cases.recordDates',
      facts: { choiceFell: true, formerReason: REASON },
    })
    expect(of(await record(file, null)).undecided).toBe(true)
  })

  it('takes no dates that are out of order, in the future, or from somebody who does not work on the case', async () => {
    const file = await caseOn('2021-08-10', '2021-10-01')
    await refused(record(file, '2021-08-09'), 'law.datesOutOfOrder')
    await refused(record(file, '2021-08-20', '2021-08-19'), 'law.datesOutOfOrder')
    await refused(record(file, '2022-03-02'), 'cases.dateInFuture')
    await refused(record(file, '2021-02-30'), 'input.invalid')
    await engine.as('surya')
    await refused(record(file, '2021-09-01'), 'access.notAssigned')
    await engine.as('sari')
    await refused(record(file, '2021-09-01'), 'access.denied')
  })

  it('cannot go past findings of the rulebook that is given up', async () => {
    const file = await caseOn('2021-08-10', '2021-10-01')
    await engine.as('laksmi')
    await choose(file, 'pp53-2010')
    await engine.as('rina')
    const finding = await proveFinding(engine, file)
    await engine.as('laksmi')
    await refused(choose(file, 'pp94-2021'), 'cases.otherFindings')
    await engine.as('rina')
    const withdraw = { findingId: finding.id, reason: 'Buku aturan berubah, temuan disusun ulang.' }
    await engine.call('findings.withdraw', withdraw)
    await engine.as('laksmi')
    expect(of(await choose(file, 'pp94-2021')).id).toBe('pp94-2021')
  })

  it('goes past a reviewed finding of the rulebook that is given up once that is taken away', async () => {
    const file = await caseOn('2021-08-10', '2021-10-01')
    await engine.as('laksmi')
    await choose(file, 'pp53-2010')
    await engine.as('rina')
    const reviewed = await reviewedFindings(engine, file)
    expect(reviewed.every(finding => finding.state === 'reviewed' && finding.mayWithdraw)).toBe(true)
    await engine.as('laksmi')
    await refused(choose(file, 'pp94-2021'), 'cases.otherFindings')
    for (const { id: findingId } of reviewed) {
      await engine.call('findings.withdraw', { findingId, reason: 'Komisi memakai buku aturan yang lain.' })
    }
    expect(of(await choose(file, 'pp94-2021')).id).toBe('pp94-2021')
  })

  it('is taken once when two windows send it at the same time', async () => {
    const file = await caseOn('2021-08-10', '2021-10-01')
    await engine.as('laksmi')
    const both = await Promise.allSettled([choose(file, 'pp53-2010'), choose(file, 'pp53-2010')])
    expect(both.map(result => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    const history = await engine.call('cases.history', { caseId: file.id })
    expect(history.filter(entry => entry.method === 'cases.chooseRulebook')).toHaveLength(1)
  })
})

describe('a person whose rulebook is undecided', () => {
  it('keeps the case from every agenda until a commissioner has chosen', async () => {
    const file = await caseOn('2021-08-10', '2021-10-01', {}, 2)
    await engine.as('laksmi')
    await choose(file, 'pp53-2010')
    await choose(file, 'pp53-2010', {}, 1)
    await engine.as('rina')
    await reviewedFindings(engine, file)
    await record(file, '2021-09-20', '2021-09-25', 1)
    const candidate = async () =>
      (await engine.call('plenaries.listCandidates', {})).find(entry => entry.caseId === file.id)
    expect((await candidate())?.blockedBy).toEqual([])
    write(sql`update respondent_rulebooks set undecided = 1, reason = '', chosen_by = null, chosen_at = null
      where respondent_id = ${file.respondents[1]!.id}`)
    expect(await candidate()).toMatchObject({ ready: false, blockedBy: ['rulebookUndecided'] })
    await refused(openMeeting(engine, [file.id]), 'plenaries.caseNotReady')
    await engine.as('laksmi')
    await choose(file, 'pp53-2010', {}, 1)
    expect(await candidate()).toMatchObject({ ready: true, blockedBy: [] })
  })

  it('is chosen for by nobody else, even by a hand in the database file', async () => {
    const file = await caseOn('2021-08-10', '2021-10-01')
    const id = file.respondents[0]!.id
    const byAssistant = sql`update respondent_rulebooks set undecided = 0, reason = 'x',
      chosen_by = ${engine.account('rina').id}, chosen_at = '2022-01-01' where respondent_id = ${id}`
    expect(() => write(byAssistant)).toThrow(/only a commissioner/)
    expect(() => write(sql`delete from respondent_rulebooks where respondent_id = ${id}`)).toThrow(
      /never deleted/,
    )
  })
})

describe('dates that are noted while a case is on an agenda', () => {
  it('keep the vote shut until somebody has chosen, and are refused while it is open', async () => {
    const file = await caseOn('2021-08-10', '2021-08-20')
    await record(file, '2021-08-15', '2021-08-20')
    await reviewedFindings(engine, file)
    const meeting = await openMeeting(engine, [file.id])
    expect(of(await record(file, '2021-08-15', '2021-09-15'))).toMatchObject({ undecided: true })
    await refused(openVote(engine, meeting), 'plenaries.caseNotReady')
    await choose(file, 'pp53-2010')
    const { voteId } = await openVote(engine, meeting)
    await refused(record(file, null), 'cases.voteOpen')
    await refused(choose(file, 'pp94-2021'), 'cases.voteOpen')

    // Somebody takes the choice away in the file: the ballots may be cast, but nothing is decided on them.
    for (const member of MEMBERS) await cast(engine, voteId, member)
    const id = file.respondents[0]!.id
    const undo = sql`update respondent_rulebooks set undecided = 1, reason = '', chosen_by = null,
      chosen_at = null where respondent_id = ${id}`
    write(undo)
    await expect(closeVotes(engine, [voteId])).rejects.toThrow()
    const [row] = engine.engine.session!.store.read.all(
      sql`select count(*) as n from decisions where respondent_id = ${id}`,
    )
    expect(row).toEqual({ n: 0 })
  })
})

describe('a person whom the plenary has decided', () => {
  it('keeps rulebook and dates for ever', async () => {
    engine.setClock(AFTERWARDS)
    const file = await readyCase(engine)
    await decideCases(engine, [file.id])
    await refused(choose(file, 'pp94-2021'), 'cases.alreadyDecided')
    await refused(record(file, '2020-11-01'), 'cases.alreadyDecided')
    const id = file.respondents[0]!.id
    const bare = sql`update respondent_rulebooks set rulebook = 'pp94-2021' where respondent_id = ${id}`
    expect(() => write(bare)).toThrow(/never changed/)
  })
})

describe('what the other rulebook says', () => {
  it('names the successor of each finding with its level, and the gap where there is none', async () => {
    engine.setClock(AFTERWARDS)
    const file = await buildCase(engine, 2)
    await proveFinding(engine, file)
    const compared = await engine.call('cases.compareRulebooks', { caseId: file.id })
    expect(compared).toHaveLength(2)
    expect(compared[0]).toMatchObject({ own: { rulebook: 'pp53-2010' }, other: { rulebook: 'pp94-2021' } })
    expect(compared[0]?.rows[0]).toMatchObject({
      own: { level: 'sedang' },
      others: [{ citation: 'Pasal 5 huruf n angka 6', level: 'berat' }],
      effect: 'heavier',
    })
    expect(compared[1]?.rows).toMatchObject([{ findingId: '', own: { level: 'sedang' }, effect: 'heavier' }])
    const other = await caseOn('2022-01-10', '2022-01-20', { violationForm: 'narasumber-parpol' })
    const [nothing] = await engine.call('cases.compareRulebooks', { caseId: other.id })
    expect(nothing?.rows).toEqual([])

    const dprd = await caseOn('2021-10-10', '2021-10-20', { electionScope: 'dprd' })
    await proveFinding(engine, dprd, 0, 'pp94-2021/5/n/6')
    const [gap] = await engine.call('cases.compareRulebooks', { caseId: dprd.id })
    expect(gap?.rows[0]?.note).toContain('tidak memuat larangan untuk bentuk ini pada pemilihan anggota DPRD')

    await refusedForAll(
      engine,
      EACH_ROLE,
      () => engine.call('cases.compareRulebooks', { caseId: STRANGER as never }),
      'cases.unknown',
    )
  })
})

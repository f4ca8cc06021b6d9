import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runTool } from '../../main/engine/pdf/testing/run-tool.ts'
import { sql } from '../../main/engine/store/sql.ts'
import { buildCase, pngFile, reportInput, takeExhibits } from '../helpers/build-case.ts'
import { refused, refusedForAll } from '../helpers/refused.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
beforeAll(async () => {
  engine = await startTestEngine()
  engine.setClock('2020-11-02T03:00:00.000Z')
})
afterAll(() => engine.close())

const NIPS = ['198501012010011001', '198602022011012002', '198703032012011003', '198804042013012004']
let turn = 0
/** A report about somebody who is in no other one of these tests. */
async function register(parts: Parameters<typeof reportInput>[1] = {}) {
  await engine.as('rina')
  const input = reportInput(1, parts)
  input.respondents[0]!.nip = NIPS[turn] ?? `19900101201501${1001 + turn}`
  turn += 1
  return engine.call('reports.register', input)
}
const people = () => ({
  assistants: [engine.account('rina').id],
  reviewers: [engine.account('arman').id],
  commissioners: [engine.account('laksmi').id],
})
const WITHOUT_LETTER = { senderLetterNumber: '', senderLetterOn: null, candidate: '', initialEvidence: '' }

describe('intake gates', () => {
  it('name each missing item of the institution pack in a sentence', async () => {
    const report = await register(WITHOUT_LETTER)
    const intake = await engine.call('reports.intake', { reportId: report.id })
    const missing = intake.gates.filter(gate => gate.missing)
    expect(missing.map(gate => gate.id)).toEqual(['surat-pengirim', 'bukti-awal', 'pemilihan', 'calon'])
    for (const gate of missing) expect(gate.sentence).toMatch(/^\p{Lu}.*\.$/u)
    expect(intake.may).toMatchObject({ complete: true, return: true })
  })

  it('open a case with a missing formal item only for a reason, which is kept', async () => {
    const report = await register(WITHOUT_LETTER)
    const open = { reportId: report.id, ...people() }
    await refused(engine.call('cases.open', open), 'reports.incomplete')
    await refused(engine.call('cases.open', { ...open, incompleteReason: 'singkat' }), 'reports.incomplete')
    const reason = 'Surat pengantar dijanjikan menyusul minggu ini.'
    const file = await engine.call('cases.open', { ...open, incompleteReason: reason })
    const [entry] = (await engine.call('cases.history', { caseId: file.id })).filter(
      line => line.method === 'cases.open',
    )
    expect(entry?.facts).toMatchObject({ missing: 'Surat pengantar', incompleteReason: reason })
  })

  it('let a material item pass without a reason', async () => {
    const report = await register({ candidate: '', actTime: '' })
    await engine.call('cases.open', { reportId: report.id, ...people() })
  })

  it('are no obstacle under a pack without gates', async () => {
    const pack = await engine.call('institution.get', {})
    await engine.as('sari')
    const { intakeGates: _gates, ...plain } = pack
    await engine.call('institution.update', plain)
    const report = await register(WITHOUT_LETTER)
    await engine.call('cases.open', { reportId: report.id, ...people() })
    await engine.as('sari')
    await engine.call('institution.update', pack)
  })
})

describe('completing a report', () => {
  it('keeps both values in the report and in the trail', async () => {
    const report = await register(WITHOUT_LETTER)
    const values = { senderLetterNumber: '77/X/2020', senderLetterOn: '2020-10-19' }
    const intake = await engine.call('reports.complete', { reportId: report.id, values })
    expect(intake.gates.find(gate => gate.id === 'surat-pengirim')?.missing).toBe(false)
    expect(intake.amendments).toMatchObject([
      { field: 'senderLetterNumber', before: '', after: '77/X/2020', by: 'Rina Ibaratnya' },
      { field: 'senderLetterOn', before: '', after: '2020-10-19' },
    ])
    await engine.call('reports.complete', {
      reportId: report.id,
      values: { senderLetterNumber: '77/XI/2020' },
    })
    const again = await engine.call('reports.intake', { reportId: report.id })
    expect(again.amendments.at(-1)).toMatchObject({ before: '77/X/2020', after: '77/XI/2020' })
  })

  it('names the protected reporter nowhere', async () => {
    const report = await register({ senderKind: 'public', senderOffice: '', ...WITHOUT_LETTER })
    const values = { reporterName: 'Melati Pelapora', reporterContact: '0812-555-0199' }
    const intake = await engine.call('reports.complete', { reportId: report.id, values })
    expect(JSON.stringify(intake)).not.toMatch(/Melati|0812/)
    await engine.as('sari')
    expect(JSON.stringify(await engine.call('audit.latest', {}))).not.toMatch(/Melati|0812/)
    await engine.as('laksmi')
    const reason = 'Perlu menghubungi pelapor.'
    const found = await engine.call('reports.revealReporter', { reportId: report.id, reason })
    expect(found).toEqual({ name: 'Melati Pelapora', contact: '0812-555-0199' })
  })

  it('brings the day of designation with the election', async () => {
    const report = await register({ electionId: null, designatedOn: null })
    await engine.call('reports.complete', { reportId: report.id, values: { electionId: 'pilkada-2020' } })
    const { electionId, designatedOn } = await engine.call('reports.get', { reportId: report.id })
    expect([electionId, designatedOn]).toEqual(['pilkada-2020', '2020-09-23'])
  })

  it('refuses hostile and empty inputs, strangers and what the open case rests on', async () => {
    const report = await register({ electionId: null })
    const { id: reportId } = report
    const complete = (values: object) => engine.raw('reports.complete', { reportId, values })
    await refused(complete({}), 'reports.nothingNew')
    await refused(complete({ senderOffice: report.senderOffice }), 'reports.nothingNew')
    await refused(complete({ narrative: 'x' }), 'input.invalid')
    await refused(complete({ candidate: 'x'.repeat(200) }), 'input.invalid')
    await refused(complete({ candidate: 'a\u202eb' }), 'input.invalid')
    await refused(complete({ electionId: 'tidak-ada' }), 'law.unknownElection')
    await refused(complete({ provinceCode: '00' }), 'law.unknownProvince')
    await refused(complete({ senderLetterOn: '2031-01-01' }), 'reports.letterAfterReceipt')
    await refusedForAll(engine, ['sari', 'laksmi', 'bakti'], () => complete({ candidate: 'y' }))
    await engine.as('rina')
    await engine.call('cases.open', { reportId, ...people() })
    await refused(complete({ electionId: 'pilkada-2020' }), 'reports.caseFixed')
    await complete({ initialEvidence: 'Foto cetak dua lembar' })
    await refused(
      engine.raw('reports.complete', {
        reportId: '00000000-0000-4000-8000-000000000000',
        values: { candidate: 'z' },
      }),
      'reports.unknown',
    )
  })
})

describe('sending a report back', () => {
  it('makes a numbered letter that lists what is missing and names no respondent', async () => {
    const report = await register(WITHOUT_LETTER)
    const { returned, pdf, intake } = await engine.call('reports.returnToSender', { reportId: report.id })
    expect(returned.number).toMatch(/^B-\d+\/NT\.01\/11\/2020$/)
    expect(returned.addressee).toContain(report.senderOffice)
    expect(returned.missing).toContain('Surat pengantar')
    expect(intake.state).toBe('returned')
    const { respondents } = report
    const text = await textOf(pdf)
    expect(text).toContain(report.registerNumber)
    expect(text).toContain('Nomor dan tanggal surat pengantar belum lengkap')
    expect(text).not.toContain(respondents[0]!.name)
    expect(text).not.toContain(respondents[0]!.nip)
    const again = await engine.call('reports.openReturn', { returnId: returned.id })
    expect(Buffer.from(again.pdf).equals(Buffer.from(pdf))).toBe(true)
    const target = join(engine.root, 'pengembalian.pdf')
    await engine.call('reports.exportReturn', { returnId: returned.id, target: engine.ticket(target) })
    const listed = await engine.call('reports.list', { query: report.registerNumber })
    expect(listed.rows[0]?.returned).toBe(true)
  })

  it('waits until it is complete, then goes on by itself', async () => {
    const report = await register(WITHOUT_LETTER)
    const { id: reportId } = report
    await engine.call('reports.returnToSender', { reportId })
    await refused(
      engine.call('cases.open', { reportId, ...people(), incompleteReason: 'Tetap dibuka saja.' }),
      'reports.returned',
    )
    await refused(engine.call('reports.returnToSender', { reportId }), 'reports.alreadyReturned')
    const values = { senderLetterNumber: '5/A', senderLetterOn: '2020-10-19' }
    const intake = await engine.call('reports.complete', { reportId, values })
    expect(intake.state).toBe('registered')
    await engine.call('cases.open', { reportId, ...people() })
    await refused(engine.call('reports.returnToSender', { reportId }), 'reports.alreadyCase')
  })

  it('can be taken up again for a reason', async () => {
    const { id: reportId } = await register(WITHOUT_LETTER)
    await engine.call('reports.returnToSender', { reportId })
    await refused(engine.call('reports.takeUp', { reportId, reason: 'ya' }), 'input.invalid')
    const reason = 'Pengirim menyatakan tidak ada surat lain.'
    const intake = await engine.call('reports.takeUp', { reportId, reason })
    expect(intake.returns[0]).toMatchObject({ takenUpReason: reason, takenUpBy: 'Rina Ibaratnya' })
    await refused(engine.call('reports.takeUp', { reportId, reason }), 'reports.notReturned')
  })

  it('addresses a private reporter by the number alone', async () => {
    const report = await register({
      ...WITHOUT_LETTER,
      senderKind: 'public',
      senderOffice: '',
      reporterName: 'Kenanga Pelapora',
    })
    const { returned, pdf } = await engine.call('reports.returnToSender', { reportId: report.id })
    expect(returned.addressee).toBe(`Yth. Pelapor pada laporan nomor register ${report.registerNumber}`)
    expect(await textOf(pdf)).not.toContain('Kenanga')
  })

  it('is refused for a complete one, for the own initiative and for other roles', async () => {
    const whole = await register({ electionId: 'pilkada-2020', initialEvidence: 'Foto' })
    await refused(engine.call('reports.returnToSender', { reportId: whole.id }), 'reports.nothingMissing')
    const own = await register({ ...WITHOUT_LETTER, senderKind: 'commission', senderOffice: '' })
    await refused(engine.call('reports.returnToSender', { reportId: own.id }), 'reports.ownReport')
    const report = await register(WITHOUT_LETTER)
    await refusedForAll(engine, ['sari', 'laksmi', 'bakti', 'ningsih'], () =>
      engine.call('reports.returnToSender', { reportId: report.id }),
    )
  })

  it('never gives two letters the same number, also at the same moment', async () => {
    const made = [await register(WITHOUT_LETTER), await register(WITHOUT_LETTER)]
    const letters = await Promise.all(
      made.map(({ id }) => engine.call('reports.returnToSender', { reportId: id })),
    )
    expect(new Set(letters.map(letter => letter.returned.number)).size).toBe(2)
  })
})

describe('related cases', () => {
  it('are found by person and day, and by the bytes of an exhibit', async () => {
    const first = await buildCase(engine, 1)
    const second = await buildCase(engine, 1, { actOn: '2020-10-20' as never })
    const [shown] = await takeExhibits(engine, first.id)
    const path = join(engine.root, 'sama.png')
    writeFileSync(path, pngFile(3, 2, 0))
    const { elsewhere } = await engine.call('evidence.takeIn', {
      caseId: second.id,
      series: 'P',
      files: [engine.ticket(path)],
    })
    expect(elsewhere).toEqual([
      {
        number: 'P-1',
        cases: [
          { caseId: first.id, caseNumber: first.registerNumber, exhibitNumber: shown!.number, linked: false },
        ],
        hidden: 0,
      },
    ])
    const related = await engine.call('reports.related', { reportId: second.report.id })
    expect(related.rows.map(row => [row.why, row.caseNumber])).toEqual(
      expect.arrayContaining([
        ['sameAct', first.registerNumber],
        ['sameExhibit', first.registerNumber],
      ]),
    )

    // Surya works on neither case: how many, not which.
    await engine.as('surya')
    expect(await engine.call('evidence.elsewhere', { caseId: second.id })).toMatchObject([
      { cases: [], hidden: 1 },
    ])
    const shielded = await engine.call('reports.related', { reportId: second.report.id })
    expect(shielded.hidden).toBe(1)

    await engine.as('rina')
    const link = { caseId: second.id, otherCaseId: first.id, reason: 'Perbuatan yang sama' }
    await refused(engine.call('reports.linkCases', { ...link, otherCaseId: second.id }), 'reports.linkItself')
    await engine.call('reports.linkCases', link)
    await refused(engine.call('reports.linkCases', link), 'reports.alreadyLinked')
    await refused(
      engine.call('reports.linkCases', { ...link, caseId: first.id, otherCaseId: second.id }),
      'reports.alreadyLinked',
    )
    const fromThere = await engine.call('reports.related', { reportId: first.report.id })
    expect(fromThere.rows.every(row => row.linked)).toBe(true)
    await refusedForAll(
      engine,
      ['sari', 'surya'],
      () => engine.call('reports.linkCases', link),
      'access.notAssigned',
    )
    await engine.as('rina')
    await engine.call('reports.unlinkCases', { ...link, reason: 'Ternyata orang lain' })
    await refused(engine.call('reports.unlinkCases', link), 'reports.notLinked')
    const { registerNumber } = await engine.call('cases.get', { caseId: first.id })
    expect(registerNumber).toBe(first.registerNumber)
  })
})

describe('a supervising authority that is part of the matter', () => {
  it('is hinted at by the candidate and by a named post, and decided by a person', async () => {
    const report = await register({ candidate: 'Bupati Contoh dan pasangannya, nomor urut 2' })
    const [first] = await engine.call('reports.conflicts', { reportId: report.id })
    expect(first).toMatchObject({
      authority: 'Bupati Contoh',
      suggestion: { kind: 'candidate' },
      decided: null,
    })
    expect(first?.higher?.addressee).toEqual([
      'Yth. Gubernur Jawa Tengah',
      'selaku atasan Bupati Contoh',
      'di Jawa Tengah',
    ])
    const flag = { respondentId: first!.respondentId, kind: 'candidate' as const, note: '' }
    await refused(engine.call('reports.flagConflict', flag), 'reports.noteRequired')
    const note = 'Bupati mencalonkan diri kembali.'
    const [flagged] = await engine.call('reports.flagConflict', { ...flag, note })
    expect(flagged?.decided).toMatchObject({ kind: 'candidate', note, by: 'Rina Ibaratnya' })
    await engine.call('reports.flagConflict', { ...flag, kind: 'none' })
    const [lifted] = await engine.call('reports.conflicts', { reportId: report.id })
    expect(lifted?.decided?.kind).toBe('none')
    await refused(
      engine.call('reports.flagConflict', { ...flag, respondentId: report.id as never }),
      'reports.unknownRespondent',
    )
  })

  it('is flagged in a case only by those who work on it', async () => {
    const file = await buildCase(engine, 1, { candidate: 'Calon lain' })
    const flag = { respondentId: file.respondents[0]!.id, kind: 'named' as const, note: 'Disebut saksi.' }
    await refusedForAll(
      engine,
      ['sari', 'surya'],
      () => engine.call('reports.flagConflict', flag),
      'access.notAssigned',
    )
    await engine.as('laksmi')
    await engine.call('reports.flagConflict', flag)
  })
})

describe('what was noted', () => {
  it('is history in the database too', async () => {
    const report = await register(WITHOUT_LETTER)
    await engine.call('reports.complete', { reportId: report.id, values: { candidate: 'Calon 3' } })
    await engine.call('reports.returnToSender', { reportId: report.id })
    const { store } = engine.engine.session!
    const act = (text: ReturnType<typeof sql>) => () => store.transaction(db => db.run(text))
    expect(act(sql`update report_amendments set value_after = 'lain'`)).toThrow(/never changed/)
    expect(act(sql`delete from report_amendments`)).toThrow(/never deleted/)
    expect(act(sql`update report_returns set addressee = 'lain'`)).toThrow(/never changed/)
    expect(act(sql`delete from report_returns`)).toThrow(/never deleted/)
    expect(act(sql`update ppk_conflicts set kind = 'none'`)).toThrow(/never changed/)
    expect(act(sql`delete from ppk_conflicts`)).toThrow(/never deleted/)
    expect(act(sql`delete from case_links`)).toThrow(/never deleted/)
  })
})

async function textOf(pdf: Uint8Array): Promise<string> {
  const path = join(engine.root, `baca-${Math.random()}.pdf`)
  writeFileSync(path, pdf)
  return runTool('pdftotext', '-layout', path, '-').output.replace(/\s+/g, ' ')
}

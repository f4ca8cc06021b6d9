import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runTool } from '../../main/engine/pdf/testing/run-tool.ts'
import { buildCase, type CaseFile, reviewedFindings } from '../helpers/build-case.ts'
import {
  AFTERWARDS,
  approvedLetter,
  type Ballot,
  cast,
  closeVotes,
  decideCases,
  issueLetter,
  type Letter,
  MEMBERS,
  openMeeting,
  openVote,
  PROVEN,
  readyCase,
  trustAuthority,
} from '../helpers/decide-case.ts'
import { refused, refusedForAll } from '../helpers/refused.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
let trust: Awaited<ReturnType<typeof trustAuthority>>
beforeAll(async () => {
  engine = await startTestEngine()
  engine.setClock(AFTERWARDS)
  trust = await trustAuthority(engine)
})
afterAll(() => engine.close())

const OPEN_STATEMENT = 'pp42-2004/15/3/b'
const textOf = (letter: Letter) => JSON.stringify(letter.body)
const codes = (letter: Letter, severity: string) =>
  letter.checks.filter(check => check.severity === severity).map(check => check.code)
const draft = async (file: CaseFile, parts: object = {}) => {
  await engine.as('rina')
  const respondentId = file.respondents[0]!.id
  return engine.call('letters.draft', { caseId: file.id, respondentId, ...parts })
}
async function meet(file: CaseFile, ballots: Readonly<Record<string, Ballot>>) {
  const meeting = await openMeeting(engine, [file.id])
  const { voteId } = await openVote(engine, meeting)
  for (const member of MEMBERS) await cast(engine, voteId, member, ballots[member] ?? ballots.all)
  await closeVotes(engine, [voteId])
  await engine.call('plenaries.close', { plenaryId: meeting.id })
}

describe('what a letter says of the decision', () => {
  it('names a moral sanction beside the disciplinary one, and stops when it is left out', async () => {
    const file = await readyCase(engine)
    await decideCases(engine, [file.id], { ...PROVEN, moralSanctionId: OPEN_STATEMENT } as Ballot)
    const letter = await draft(file)
    expect(textOf(letter)).toContain('sanksi moral berupa pernyataan secara terbuka')
    expect(textOf(letter)).toContain('di samping hukuman disiplin tersebut')
    expect(codes(letter, 'error')).toEqual([])
    const body = JSON.parse(textOf(letter).replaceAll('pernyataan secara terbuka', 'pernyataan'))
    const { header, version, id: letterId } = letter
    const edited = await engine.call('letters.save', { letterId, version, header, body })
    expect(codes(edited, 'error')).toContain('letters.sanctionDiffers')
  })

  it('gives the reason for a sanction outside the band, and separate opinions when asked for', async () => {
    const file = await readyCase(engine)
    const outside = { verdict: 'proven', sanctionId: 'pp53-2010/7/2/b' } as const
    const reason = 'Terlapor mengaku, meminta maaf, dan menghapus unggahan pada hari yang sama.'
    const opinion = 'Bukti P-1 menurut saya belum menunjukkan akun terlapor sendiri.'
    await meet(file, {
      all: { ...outside, opinion: reason },
      surya: { verdict: 'notProven', opinion },
    })
    const { candidates } = await engine.call('letters.list', { caseId: file.id })
    expect(candidates[0]).toMatchObject({ opinions: 5, conflict: null, cites: null })
    const letter = await draft(file, { withOpinions: true })
    expect(textOf(letter)).toContain('berada di luar rentang sanksi')
    expect(textOf(letter)).toContain('meminta maaf')
    expect(textOf(letter)).toContain('Surya Mungkinan (pendapat berbeda): Bukti P-1')
    expect(codes(letter, 'error')).toEqual([])
  })

  it('leaves separate opinions out unless asked for', async () => {
    const file = await readyCase(engine)
    await meet(file, {
      all: PROVEN,
      surya: { verdict: 'notProven', opinion: 'Tidak sependapat dengan putusan.' },
    })
    expect(textOf(await draft(file))).not.toContain('Tidak sependapat')
  })
})

describe('a supervising authority that is part of the matter', () => {
  async function conflicted() {
    const file = await buildCase(engine, 1)
    await reviewedFindings(engine, file)
    await decideCases(engine, [file.id])
    await engine.as('rina')
    const note = 'Bupati mencalonkan diri kembali.'
    await engine.call('reports.flagConflict', {
      respondentId: file.respondents[0]!.id,
      kind: 'candidate',
      note,
    })
    return file
  }

  it('makes the drafter choose, with a reason that the letter and the trail keep', async () => {
    const file = await conflicted()
    const { candidates } = await engine.call('letters.list', { caseId: file.id })
    expect(candidates[0]?.conflict).toMatchObject({
      authority: 'Bupati Contoh',
      higher: ['Yth. Gubernur Jawa Tengah', 'selaku atasan Bupati Contoh', 'di Jawa Tengah'],
    })
    await refused(draft(file), 'letters.addresseeOpen')
    await refused(draft(file, { addressee: { to: 'higher', reason: 'ya' } }), 'input.invalid')
    const reason = 'Bupati adalah calon yang didukung terlapor.'
    const letter = await draft(file, { addressee: { to: 'higher', reason } })
    expect(letter.header.addressee[0]).toBe('Yth. Gubernur Jawa Tengah')
    expect(textOf(letter)).toContain(reason)
    expect(textOf(letter)).toContain('selaku atasan Bupati Contoh agar')
    const history = await engine.call('cases.history', { caseId: file.id })
    expect(history.find(line => line.method === 'letters.draft')?.facts).toMatchObject({
      addressedTo: 'higher',
      addresseeReason: reason,
    })
  })

  it('may still receive it for a reason, with a warning', async () => {
    const file = await conflicted()
    const reason = 'Cuti kampanye; penjabat bupati yang menindaklanjuti.'
    const letter = await draft(file, { addressee: { to: 'ppk', reason } })
    expect(letter.header.addressee[0]).toBe('Yth. Bupati Contoh')
    expect(textOf(letter)).toContain('Surat ini tetap disampaikan kepada Saudara karena')
    expect(codes(letter, 'warning')).toContain('letters.authorityInvolved')
  })

  it('is not passed over where nobody flagged it', async () => {
    const file = await readyCase(engine)
    await decideCases(engine, [file.id])
    const addressee = { to: 'higher', reason: 'Tanpa benturan apa pun.' }
    await refused(draft(file, { addressee }), 'letters.noConflict')
  })
})

describe('a replaced decision', () => {
  it('keeps its signed letter byte for byte, marks what is shown, and gets a new letter that cites it', async () => {
    const file = await readyCase(engine)
    await decideCases(engine, [file.id])
    const first = await approvedLetter(engine, file)
    const issued = await issueLetter(engine, first.id, trust.ticket)
    const original = await engine.call('letters.open', { letterId: issued.id })
    expect(sha(original.pdf)).toBe(issued.issuedSha256)

    await engine.as('bakti')
    await engine.call('plenaries.reconsider', {
      respondentId: file.respondents[0]!.id,
      kind: 'correction',
      reason: 'Sanksi yang ditulis keliru satu tingkat menurut catatan sidang.',
    })
    await meet(file, { all: { verdict: 'proven', sanctionId: 'pp53-2010/7/3/a' } })

    const { candidates } = await engine.call('letters.list', { caseId: file.id })
    expect(candidates[0]?.cites).toMatch(/^Putusan Rapat Pleno Nomor BA-/)
    const old = await engine.call('letters.get', { letterId: issued.id })
    expect(old).toMatchObject({ state: 'issued', replacedBy: { kind: 'correction', letterNumber: null } })
    expect(old.traces.every(trace => !trace.changed)).toBe(true)

    const shown = await engine.call('letters.open', { letterId: issued.id })
    expect(sha(shown.pdf)).not.toBe(issued.issuedSha256)
    expect(Buffer.from(shown.pdf.slice(0, original.pdf.length)).equals(Buffer.from(original.pdf))).toBe(true)
    expect(pdfText(shown.pdf)).toMatch(/DIGANTI dengan Putusan Rapat Pleno/)

    const target = join(engine.root, 'asli.pdf')
    const copy = { letterId: issued.id, purpose: 'Arsip', target: engine.ticket(target) }
    expect((await engine.call('letters.export', copy)).sha256).toBe(issued.issuedSha256)
    expect(sha(readFileSync(target))).toBe(issued.issuedSha256)
    const print = join(engine.root, 'cetak.pdf')
    const marked = { letterId: issued.id, purpose: 'Cetak', marked: true, target: engine.ticket(print) }
    await engine.call('letters.export', marked)
    expect(pdfText(readFileSync(print))).toContain('DIGANTI')

    const second = await approvedLetter(engine, file)
    expect(second.cites).toMatch(/^Putusan Rapat Pleno Nomor BA-/)
    expect(textOf(second)).toContain(`surat kami Nomor ${issued.number} tidak berlaku lagi`)
    const newer = await issueLetter(engine, second.id, trust.ticket)
    const after = await engine.call('letters.get', { letterId: issued.id })
    expect(after.replacedBy?.letterNumber).toBe(newer.number)
    const { rows } = await engine.call('letters.list', { caseId: file.id })
    expect(rows.map(row => [row.number, row.replaced])).toEqual(
      expect.arrayContaining([
        [issued.number, true],
        [newer.number, false],
      ]),
    )
    const clocks = await engine.call('followUps.list', { caseId: file.id })
    expect(clocks.filter(row => row.state !== 'closed')).toHaveLength(1)
    const plain = {
      letterId: newer.id,
      purpose: 'Cetak',
      marked: true,
      target: engine.ticket(join(engine.root, 'x.pdf')),
    }
    await refused(engine.call('letters.export', plain), 'letters.notReplaced')
    await refusedForAll(engine, ['sari'], () => engine.call('letters.open', { letterId: issued.id }))
  })

  it('stops its unfinished letter', async () => {
    const file = await readyCase(engine)
    await decideCases(engine, [file.id])
    const letter = await approvedLetter(engine, file)
    await engine.as('bakti')
    await engine.call('plenaries.reconsider', {
      respondentId: file.respondents[0]!.id,
      kind: 'reopening',
      reason: 'Ada bukti baru yang belum pernah diperiksa sebelumnya.',
    })
    await meet(file, { all: { verdict: 'notProven' } })
    await engine.as('bakti')
    await refused(
      engine.call('letters.finalise', { letterId: letter.id, datedOn: '2020-11-20' as never }),
      'letters.decisionReplaced',
    )
    const seen = await engine.call('letters.get', { letterId: letter.id })
    expect(codes(seen, 'error')).toContain('letters.decisionReplaced')
    expect(textOf(await draft(file))).toContain('Putusan ini menggantikan Putusan Rapat Pleno')
  })
})

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

function pdfText(pdf: Uint8Array): string {
  const path = join(engine.root, `baca-${Math.random()}.pdf`)
  writeFileSync(path, pdf)
  return runTool('pdftotext', '-layout', path, '-').output.replace(/\s+/g, ' ')
}

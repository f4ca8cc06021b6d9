import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../../main/engine/store/sql.ts'
import { buildCase, FULL_CARD, reviewedFindings } from '../helpers/build-case.ts'
import {
  AFTERWARDS,
  approvedLetter,
  CERTIFICATE_PASSWORD,
  certificateOf,
  decideCases,
  issueLetter,
  type Letter,
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

async function decidedCase(persons = 1, ballot?: Parameters<typeof decideCases>[2]) {
  const file = await readyCase(engine, persons)
  await decideCases(engine, [file.id], ballot)
  await engine.as('rina')
  return file
}

const textOf = (letter: Letter) => JSON.stringify(letter.body)
const codes = (letter: Letter, severity: string) =>
  letter.checks.filter(check => check.severity === severity).map(check => check.code)

describe('a draft', () => {
  it('has the anatomy of a recommendation letter and traces to its sources', async () => {
    const file = await decidedCase()
    const respondentId = file.respondents[0]!.id
    const { candidates } = await engine.call('letters.list', {})
    expect(candidates.find(row => row.respondentId === respondentId)).toMatchObject({ outcome: 'proven' })
    const letter = await engine.call('letters.draft', { caseId: file.id, respondentId })
    expect(letter.header).toMatchObject({
      confidentiality: 'rahasia',
      subject: 'Rekomendasi atas pelanggaran netralitas ASN a.n. Sdr. Orang Umpama A',
      addressee: ['Yth. Bupati Contoh', 'selaku Pejabat Pembina Kepegawaian', 'di Contoh'],
    })
    const text = textOf(letter)
    for (const part of [
      'surat Pengawas Pemilihan Kabupaten Contoh Nomor 12/PM.00/X/2020 tanggal 18 Oktober 2020',
      'Undang-Undang Nomor 5 Tahun 2014',
      'Keputusan Bersama tanggal 10 September 2020',
      'NIP 198609262015051001, Penata (III/c)',
      '14 Oktober 2020 pukul 09.30 WIB di Kantor Kecamatan Umpama',
      'Bukti P-1',
      'Pasal 4 angka 15 huruf d jo. Pasal 12 angka 9 Peraturan Pemerintah Nomor 53 Tahun 2010',
      'terpenuhi, berdasarkan bukti P-1',
      'terbukti melanggar',
      'hukuman disiplin tingkat sedang berupa penundaan kenaikan pangkat selama 1 (satu) tahun',
      'merekomendasikan kepada Presiden agar menjatuhkan sanksi kepada Pejabat Pembina Kepegawaian sesuai dengan Pasal 33 Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara.',
    ]) {
      expect(text).toContain(part)
    }
    expect(letter.variables).toMatchObject({ responsePeriod: '14 (empat belas) hari' })
    expect(letter.traces.map(trace => trace.trace)).toContain('decision')
    expect(letter.traces.find(trace => trace.trace.startsWith('finding:'))?.exhibits).toEqual(['P-1'])
    expect(letter.traces.every(trace => !trace.changed)).toBe(true)
    expect(codes(letter, 'error')).toEqual([])
    expect(letter.header.copies.some(line => line.endsWith('Provinsi Jawa Tengah'))).toBe(true)
    await refused(engine.call('letters.draft', { caseId: file.id, respondentId }), 'letters.alreadyDrafted')
    const { pdf } = await engine.call('letters.preview', { letterId: letter.id })
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-')
    const again = await engine.call('letters.preview', { letterId: letter.id })
    expect(Buffer.from(again.pdf).equals(Buffer.from(pdf))).toBe(true)
  })

  it('waits for a decision, also after a deferral', async () => {
    const ready = await readyCase(engine)
    const input = { caseId: ready.id, respondentId: ready.respondents[0]!.id }
    await refused(engine.call('letters.draft', input), 'letters.notDecided')
    await decideCases(engine, [ready.id], { verdict: 'deferred' })
    await engine.as('rina')
    await refused(engine.call('letters.draft', input), 'letters.notDecided')
  })

  it('has its own words when nothing was proven', async () => {
    const file = await decidedCase(1, { verdict: 'notProven' })
    const respondentId = file.respondents[0]!.id
    const letter = await engine.call('letters.draft', { caseId: file.id, respondentId })
    expect(letter.header.subject).toContain('Hasil pemeriksaan dugaan pelanggaran')
    expect(textOf(letter)).toContain('tidak terbukti melanggar')
    expect(textOf(letter)).not.toMatch(/menjatuhkan kepada|hukuman disiplin tingkat/)
    expect(codes(letter, 'error')).toEqual([])
  })

  it('turns amber when its source moves, until a person looks', async () => {
    const file = await decidedCase()
    const respondentId = file.respondents[0]!.id
    const letter = await engine.call('letters.draft', { caseId: file.id, respondentId })
    const [exhibit] = await engine.call('evidence.list', { caseId: file.id })
    const title = 'Tangkapan layar unggahan 14 Oktober'
    await engine.call('evidence.describe', { exhibitId: exhibit!.id, title, provenance: FULL_CARD })
    const moved = await engine.call('letters.get', { letterId: letter.id })
    const trace = moved.traces.find(row => row.trace === 'exhibits')!
    expect(trace).toMatchObject({ changed: true })
    expect(trace.currentText).toContain(title)
    expect(codes(moved, 'warning')).toContain('letters.traceChanged')
    expect(textOf(moved)).not.toContain(title)
    const taken = { letterId: letter.id, trace: 'exhibits', choice: 'useSource' as const }
    const fresh = await engine.call('letters.confirmTrace', taken)
    expect(textOf(fresh)).toContain(title)
    expect(fresh.version).toBe(2)
    expect(fresh.traces.every(row => !row.changed)).toBe(true)
    await engine.call('evidence.describe', { exhibitId: exhibit!.id, title: 'Lain', provenance: FULL_CARD })
    const kept = await engine.call('letters.confirmTrace', { ...taken, choice: 'keep' })
    expect(textOf(kept)).toContain(title)
    expect(kept.traces.every(row => !row.changed)).toBe(true)
    await refused(engine.call('letters.confirmTrace', { ...taken, trace: 'none' }), 'letters.traceUnknown')
  })
})

describe('saving', () => {
  it('keeps every version and overwrites nobody', async () => {
    const file = await decidedCase()
    const respondentId = file.respondents[0]!.id
    const letter = await engine.call('letters.draft', { caseId: file.id, respondentId })
    const { header, body } = letter
    const save = { letterId: letter.id, version: 1, header, body }
    expect((await engine.call('letters.save', save)).version).toBe(2)
    await expect(engine.call('letters.save', save)).rejects.toMatchObject({
      code: 'letters.stale',
      facts: { version: 2 },
    })
    const versions = engine.engine.session!.store.read.all(
      sql`select version from letter_versions where letter_id = ${letter.id}`,
    )
    expect(versions).toHaveLength(2)
  })

  it('refuses what is no letter text', async () => {
    const file = await decidedCase()
    const respondentId = file.respondents[0]!.id
    const { id: letterId, header } = await engine.call('letters.draft', { caseId: file.id, respondentId })
    const doc = (...content: unknown[]) => ({ type: 'doc' as const, content })
    let deep: unknown = { type: 'paragraph' }
    for (let n = 0; n < 200; n += 1)
      deep = { type: 'bulletList', content: [{ type: 'listItem', content: [deep] }] }
    for (const body of [
      doc({ type: 'image', attrs: { src: 'http://contoh.example/a.png' } }),
      doc({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link' }] }] }),
      doc({ type: 'heading', attrs: { level: 7 } }),
      doc(),
      doc('<script>'),
      doc(deep),
    ]) {
      await refused(
        engine.call('letters.save', { letterId, version: 1, header, body }),
        'letters.bodyInvalid',
      )
    }
  })
})

describe('checks', () => {
  it('stop a letter that differs from the decision, has holes, or names the reporter', async () => {
    const parts = {
      senderKind: 'public' as const,
      senderOffice: '',
      reporterName: 'Melati Pelapora',
      reporterContact: '0812-9999-0000',
    }
    const file = await buildCase(engine, 1, parts)
    await reviewedFindings(engine, file)
    await decideCases(engine, [file.id])
    await engine.as('rina')
    const draft = { caseId: file.id, respondentId: file.respondents[0]!.id }
    const letter = await engine.call('letters.draft', draft)
    expect(textOf(letter)).toContain('laporan masyarakat')
    expect(textOf(letter)).not.toContain('Melati')
    expect(codes(letter, 'error')).toEqual([])
    const { header } = letter
    let { version } = letter
    const withText = async (text: string, subject = header.subject) => {
      const body = {
        type: 'doc' as const,
        content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      }
      const change = { letterId: letter.id, version, header: { ...header, subject }, body }
      const next = await engine.call('letters.save', change)
      version = next.version
      return codes(next, 'error')
    }
    expect(await withText('x')).toEqual(
      expect.arrayContaining(['letters.bodyEmpty', 'letters.decisionDiffers']),
    )
    const proven = 'Yang bersangkutan terbukti melanggar ketentuan dan dijatuhi'
    expect(await withText(`${proven} teguran lisan saja.`)).toContain('letters.sanctionDiffers')
    expect(await withText(`${proven} penundaan kenaikan pangkat selama 1 (satu) tahun.`)).toEqual([])
    expect(await withText(`${proven} – menurut MELATI  pelapora.`)).toContain('letters.reporterNamed')
    expect(await withText(`${proven} hubungi 0812 9999 0000.`)).toContain('letters.reporterNamed')
    expect(await withText(proven, 'Laporan Melati Pelapora')).toContain('letters.reporterNamed')
    const hits = await engine.call('docket.search', { query: 'Melati' })
    expect(JSON.stringify(hits)).not.toContain(letter.id)
    const seen = await engine.call('letters.get', { letterId: letter.id })
    expect(JSON.stringify(seen.checks)).not.toContain('Melati')
  })
})

describe('signing', { timeout: 120_000 }, () => {
  it('issues a letter that our verifier calls genuine, and starts the clock', async () => {
    const file = await decidedCase()
    const approved = await approvedLetter(engine, file)
    const issued = await issueLetter(engine, approved.id, trust.ticket)
    expect(issued).toMatchObject({ state: 'issued', datedOn: '2020-11-20' })
    expect(issued.number).toMatch(/^R-\d+\/NT\.01\/11\/2020$/)
    const { pdf } = await engine.call('letters.open', { letterId: issued.id })
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(issued.issuedSha256)
    const target = join(engine.root, 'surat.pdf')
    const exported = await engine.call('letters.export', {
      letterId: issued.id,
      target: engine.ticket(target),
      purpose: 'Dikirim kepada PPK',
    })
    expect(exported).toEqual({ fileName: 'surat.pdf', sha256: issued.issuedSha256 })
    const genuine = await engine.call('verification.check', { file: engine.ticket(target) })
    expect(genuine).toMatchObject({
      outcome: 'genuine',
      letter: { number: issued.number, datedOn: '2020-11-20' },
      trustedRootCount: 1,
    })
    expect(issued.steps.map(step => step.step)).toEqual([
      'drafted',
      'submitted',
      'reviewed',
      'approved',
      'finalised',
      'signed',
    ])
    const [clock] = await engine.call('followUps.list', { caseId: file.id })
    expect(clock).toMatchObject({ startedOn: '2020-11-19', dueOn: '2020-12-03', state: 'waiting' })
    expect((await engine.call('cases.get', { caseId: file.id })).stage).toBe('followUp')
    const list = await engine.call('letters.list', { query: issued.number!, state: 'issued' })
    expect(list).toMatchObject({ total: 1, rows: [{ id: issued.id, addressee: 'Yth. Bupati Contoh' }] })
    expect((await engine.call('letters.list', { query: '100%_tidak ada' })).total).toBe(0)
    const found = await engine.call('docket.search', { query: issued.number! })
    expect(JSON.stringify(found)).toContain(issued.id)
  })

  it('refuses a wrong password, a stranger’s, an untrusted and an expired certificate, and issues nothing', async () => {
    const file = await decidedCase()
    const { id: letterId } = await approvedLetter(engine, file)
    await engine.as('bakti')
    await engine.call('letters.finalise', { letterId, datedOn: '2020-11-20' })
    const sign = (ticket: string, password = CERTIFICATE_PASSWORD) =>
      engine.call('letters.sign', { letterId, file: ticket, password })
    await refused(sign(trust.ticket(), 'salah'), 'signing.wrongPassword')
    await refused(sign(engine.ticket(trust.caFile)), 'signing.notPkcs12')
    await refused(sign(engine.ticket(join(engine.root, 'tidak-ada.p12'))), 'files.unreadable')
    await refused(sign(certificateOf(engine, trust.authority, 'Orang Lain')()), 'signing.otherPerson')
    const old = { validFrom: new Date('2018-01-01'), validUntil: new Date('2019-01-01') }
    await refused(
      sign(certificateOf(engine, trust.authority, 'Bakti Semoga', old)()),
      'signing.certificateExpired',
    )
    const { createDemoAuthority } = await import('../../main/engine/signing/demo-authority.ts')
    const foreign = createDemoAuthority(new Date('2020-11-01'), 'Otoritas Asing')
    await refused(sign(certificateOf(engine, foreign, 'Bakti Semoga')()), 'signing.untrusted')
    const still = await engine.call('letters.get', { letterId })
    expect(still).toMatchObject({ state: 'finalised', issuedSha256: null })
    const exported = { letterId, target: engine.ticket(join(engine.root, 'x.pdf')), purpose: 'Coba' }
    await refused(engine.call('letters.export', exported), 'letters.notIssued')
    expect(existsSync(join(engine.root, 'x.pdf'))).toBe(false)
    const seen = await engine.call('letters.inspectCertificate', {
      file: trust.ticket(),
      password: CERTIFICATE_PASSWORD,
    })
    expect(seen).toMatchObject({ subject: 'Bakti Semoga', issuer: expect.stringContaining('REKAAN') })
    expect((await sign(trust.ticket())).state).toBe('issued')
  })

  it('lets the deputy take over a numbered letter when the chair is absent', async () => {
    const file = await decidedCase()
    const { id: letterId } = await approvedLetter(engine, file)
    await engine.as('bakti')
    const first = await engine.call('letters.finalise', { letterId, datedOn: '2020-11-20' })
    await refused(engine.call('letters.finalise', { letterId, datedOn: '2020-11-20' }), 'letters.notApproved')
    await engine.as('ningsih')
    const ticket = certificateOf(engine, trust.authority, 'Ningsih Kiranya')
    const sign = () =>
      engine.call('letters.sign', { letterId, file: ticket(), password: CERTIFICATE_PASSWORD })
    await refused(sign(), 'letters.otherSignatory')
    const second = await engine.call('letters.finalise', { letterId, datedOn: '2020-12-24' })
    expect(second).toMatchObject({ number: first.number, datedOn: '2020-11-20', state: 'finalised' })
    expect((await sign()).state).toBe('issued')
  })
})

describe('numbers', { timeout: 120_000 }, () => {
  it('are never the same, and none is lost when finalising fails', async () => {
    const files = [await decidedCase(), await decidedCase(), await decidedCase()]
    const ids: Letter['id'][] = []
    for (const file of files) ids.push((await approvedLetter(engine, file)).id)
    await engine.as('bakti')
    const datedOn = '2020-11-20'
    await refused(
      engine.call('letters.finalise', { letterId: ids[0]!, datedOn: '2020-11-01' }),
      'letters.datedBeforePlenary',
    )
    await refused(
      engine.call('letters.finalise', { letterId: ids[0]!, datedOn: '2021-01-01' }),
      'letters.datedTooLate',
    )
    const results = await Promise.all(
      ids.map(letterId => engine.call('letters.finalise', { letterId, datedOn })),
    )
    const serials = results.map(letter => Number(/-(\d+)\//.exec(letter.number!)![1])).sort((a, b) => a - b)
    expect(serials[1]).toBe(serials[0]! + 1)
    expect(serials[2]).toBe(serials[0]! + 2)
    const all = engine.engine.session!.store.read.all<{ n: number }>(
      sql`select number_serial as n from letters where number_year = 2020 order by n`,
    )
    expect(all.map(row => row.n)).toEqual(all.map((_, n) => n + 1))
  })
})

describe('the Verifikasi screen', () => {
  it('answers while locked, and says what is missing for other files', async () => {
    const target = join(engine.root, 'surat.pdf')
    const bytes = readFileSync(target)
    const check = (path: string, trustFile: string | null = null) =>
      engine.call('verification.check', {
        file: engine.ticket(path),
        trust: trustFile ? engine.ticket(trustFile) : null,
      })
    await engine.call('session.lock', {})
    expect(await check(target)).toMatchObject({ outcome: 'genuine', trustedRootCount: 1 })
    expect(await check(target, trust.caFile)).toMatchObject({ outcome: 'genuine', trustedRootCount: 2 })
    const flipped = join(engine.root, 'diubah.pdf')
    for (const at of [10, 3000, Math.floor(bytes.length / 2), bytes.length - 20]) {
      const copy = Buffer.from(bytes)
      copy[at]! ^= 1
      writeFileSync(flipped, copy)
      expect((await check(flipped)).outcome).not.toBe('genuine')
    }
    const text = join(engine.root, 'bukan.pdf')
    writeFileSync(text, 'halo')
    expect((await check(text)).outcome).toBe('cannotTell')
    await refused(check(join(engine.root, 'tidak-ada.pdf')), 'files.unreadable')
    await refused(check(engine.root), 'files.unreadable')
    await refused(check(target, text), 'signing.notACertificate')
    await refused(engine.call('letters.list', {}), 'session.locked')
  })
})

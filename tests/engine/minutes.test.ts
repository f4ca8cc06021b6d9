import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runTool, temporaryFolder, trustingDatabase } from '../../main/engine/pdf/testing/run-tool.ts'
import { type Sql, sql } from '../../main/engine/store/sql.ts'
import {
  AFTERWARDS,
  CERTIFICATE_PASSWORD,
  cast,
  certificateOf,
  closeVotes,
  decideCases,
  MEMBERS,
  openMeeting,
  openVote,
  type Plenary,
  PROVEN,
  readyCase,
  SANCTION,
  trustAuthority,
} from '../helpers/decide-case.ts'
import { refused, refusedForAll } from '../helpers/refused.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
let trust: Awaited<ReturnType<typeof trustAuthority>>
const folder = temporaryFolder()

beforeAll(async () => {
  engine = await startTestEngine()
  engine.setClock(AFTERWARDS)
  trust = await trustAuthority(engine)
})
afterAll(() => {
  engine.close()
  folder.clean()
})

const write = (statement: Sql) => engine.engine.session!.store.transaction(db => db.run(statement))
const readAll = <Row>(query: Sql) => engine.engine.session!.store.read.all<Row>(query)

let count = 0
/** The printed minutes as one line of text; the file must be a sound PDF. */
async function printed(plenaryId: Plenary['id']): Promise<string> {
  const { pdf } = await engine.call('plenaries.minutes', { plenaryId })
  const file = folder.write(`minutes-${count++}.pdf`, pdf)
  expect(runTool('qpdf', '--check', file).output).toContain('No syntax or stream encoding errors')
  return runTool('pdftotext', '-layout', file, '-').output.replace(/\s+/g, ' ')
}

/** Signs as one member with an invented certificate of the trusted authority in that member's name. */
async function sign(plenaryId: Plenary['id'], member: string, options: { name?: string; until?: Date } = {}) {
  await engine.as(member)
  const name = options.name ?? engine.account(member).displayName
  // Long enough that an outside reader of today trusts it too.
  const validity = { validFrom: new Date('2019-01-01'), validUntil: options.until ?? new Date('2029-01-01') }
  const file = certificateOf(engine, trust.authority, name, validity)()
  return engine.call('plenaries.signMinutes', { plenaryId, file, password: CERTIFICATE_PASSWORD })
}

describe('minutes', () => {
  it('say what the votes say: every member, choice, sanction, seal, tally, threshold and opinion', async () => {
    const file = await readyCase(engine, 2)
    const opened = await openMeeting(engine, [file.id])
    const plenaryId = opened.id
    await engine.call('plenaries.recuse', {
      plenaryId,
      caseId: file.id,
      accountId: engine.account('surya').id,
      reason: 'Pernah menjadi atasan terlapor.',
    })
    const first = await openVote(engine, opened, 0, 0)
    const outside = { verdict: 'proven' as const, sanctionId: 'pp53-2010/7/4/a' }
    await cast(engine, first.voteId, 'bakti', {
      ...outside,
      opinion: 'Perbuatan diulang dan berdampak luas.',
    })
    await cast(engine, first.voteId, 'ningsih', { ...outside, opinion: 'Dampaknya luas sekali bagi daerah.' })
    await cast(engine, first.voteId, 'laksmi', { verdict: 'notProven', opinion: 'Bukti P-1 belum cukup.' })
    await cast(engine, first.voteId, 'darma', PROVEN)
    await cast(engine, first.voteId, 'darma', { ...outside, opinion: 'Setuju karena diulang-ulang.' }, true)
    await closeVotes(engine, [first.voteId])
    const second = await openVote(engine, opened, 0, 1)
    const wait = { verdict: 'deferred' as const, opinion: 'Perlu klarifikasi camat dan rekaman acara.' }
    for (const name of ['bakti', 'ningsih', 'laksmi']) await cast(engine, second.voteId, name, wait)
    await cast(engine, second.voteId, 'darma', PROVEN)
    await closeVotes(engine, [second.voteId])
    const closed = await engine.call('plenaries.close', { plenaryId })

    const text = await printed(plenaryId)
    const [person, waiting] = closed.agenda[0]!.persons
    const vote = person!.vote!
    expect(text).toContain(vote.decision!.sentence)
    expect(text).toContain(waiting!.vote!.decision!.sentence)
    expect(vote.decision).toMatchObject({ tally: { proven: 3, notProven: 1, deferred: 0 } })
    for (const member of closed.members) {
      expect(text).toContain(member.displayName)
      expect(member.keyFingerprint).toMatch(/^([0-9a-f]{4} ){3}[0-9a-f]{4}$/)
      expect(text).toContain(member.keyFingerprint)
    }
    for (const ballot of vote.ballots.filter(row => row.cast)) {
      expect(text).toContain(ballot.sealHash!.slice(0, 16).match(/.{4}/g)!.slice(0, 3).join(' '))
    }
    expect(vote.ballots.find(row => row.displayName === 'Darma Barangkali')!.replacedCount).toBe(1)
    for (const part of [
      'Surya Mungkinan mengundurkan diri dari perkara',
      'Pernah menjadi atasan terlapor.',
      '(mengganti 1 suara)',
      'sekurang-kurangnya 3 (tiga) dari 4 (empat) pemegang kunci; dibuka oleh Bakti Semoga, Ningsih Kiranya, Laksmi Andaiani',
      'Alasan sanksi di luar rentang ketentuan: 1. Bakti Semoga (pendapat nomor 2): Perbuatan diulang dan berdampak luas.',
      'Pendapat berbeda Laksmi Andaiani: Bukti P-1 belum cukup.',
      'Yang dibutuhkan agar dapat diputus: 1. Bakti Semoga (pendapat nomor 1): Perlu klarifikasi camat dan rekaman acara.',
      'Dasar pemeriksaan: PP 53/2010, jalur disiplin.',
      'hubungan keluarga dan menjawab: Tidak mempunyai hubungan keluarga',
      'ditugaskan sebagai komisioner perkara ini',
      'Akar harian jejak audit:',
    ]) {
      expect(text).toContain(part)
    }
    // Numbered within the decision, dissent first, and the same in the view.
    expect(
      vote.decision!.opinions.map(({ ordinal, kind, displayName }) => [ordinal, kind, displayName]),
    ).toEqual([
      [1, 'dissenting', 'Laksmi Andaiani'],
      [2, 'concurring', 'Bakti Semoga'],
      [3, 'concurring', 'Darma Barangkali'],
      [4, 'concurring', 'Ningsih Kiranya'],
    ])
  })

  it('mark each sentence that was added by hand, keep removed ones in the trail, and take none after the close', async () => {
    const file = await readyCase(engine)
    const opened = await openMeeting(engine, [file.id])
    const plenaryId = opened.id
    const add = (position: 'opening' | 'case' | 'closing', text: string, caseId: string | null = null) =>
      engine.call('plenaries.addMinutesNote', { plenaryId, position, text, caseId: caseId as never })
    await engine.as('rina')
    await add('opening', 'Rapat dibuka dengan doa.')
    await engine.as('surya')
    await refused(add('case', 'Surya tidak ditugaskan.', file.id), 'access.notAssigned')
    await engine.as('bakti')
    await refused(add('case', 'Tanpa perkara.'), 'plenaries.noteWithoutPlace')
    await refused(add('closing', 'Dengan perkara.', file.id), 'plenaries.noteWithoutPlace')
    await add('case', 'Terlapor hadir dan didengar.', file.id)
    const withWrong = await add('closing', 'Kalimat yang salah tulis.')
    const wrong = withWrong.minutesNotes.find(note => note.text.startsWith('Kalimat'))!
    await engine.call('plenaries.removeMinutesNote', { plenaryId, noteId: wrong.id })
    await refused(
      engine.call('plenaries.removeMinutesNote', { plenaryId, noteId: wrong.id }),
      'plenaries.noteUnknown',
    )
    const { voteId } = await openVote(engine, opened)
    for (const name of MEMBERS) await cast(engine, voteId, name)
    await closeVotes(engine, [voteId])
    await engine.call('plenaries.close', { plenaryId })

    const text = await printed(plenaryId)
    expect(text).toContain(
      '[Ditambahkan dengan tangan oleh Rina Ibaratnya, pukul 13.00 WIB] Rapat dibuka dengan doa.',
    )
    expect(text).toContain('oleh Bakti Semoga, pukul 13.00 WIB] Terlapor hadir dan didengar.')
    expect(text).not.toContain('salah tulis')
    expect(readAll(sql`select text from minutes_notes where removed_at is not null`)).toContainEqual({
      text: 'Kalimat yang salah tulis.',
    })
    const trail = readAll<{ body: string }>(
      sql`select body from audit_entries where method in ('plenaries.addMinutesNote', 'plenaries.removeMinutesNote')`,
    )
    expect(trail.filter(row => row.body.includes('salah tulis'))).toHaveLength(2)
    await refused(add('closing', 'Terlambat.'), 'plenaries.closed')
    const [kept] = withWrong.minutesNotes
    await refused(
      engine.call('plenaries.removeMinutesNote', { plenaryId, noteId: kept!.id }),
      'plenaries.closed',
    )
    for (const attack of [
      sql`insert into minutes_notes (id, plenary_id, position, text, added_by, at)
        values ('x', ${plenaryId}, 'closing', 'Selundupan', ${engine.account('bakti').id}, '2020-11-20T00:00:00.000Z')`,
      sql`update minutes_notes set text = 'Diganti' where id = ${kept!.id}`,
      sql`delete from minutes_notes where id = ${kept!.id}`,
    ]) {
      expect(() => write(attack)).toThrow(/note/)
    }
  })

  it('say of a member who voted and left that he was there, and ask no signature of him', async () => {
    const file = await readyCase(engine)
    const opened = await openMeeting(engine, [file.id])
    const plenaryId = opened.id
    const { voteId } = await openVote(engine, opened)
    for (const name of MEMBERS) await cast(engine, voteId, name)
    const staying = MEMBERS.filter(name => name !== 'surya').map(name => engine.account(name).id)
    await engine.call('plenaries.recordAttendance', { plenaryId, present: staying })
    await closeVotes(engine, [voteId])
    const closed = await engine.call('plenaries.close', { plenaryId })
    expect(closed.agenda[0]!.persons[0]!.vote!.decision).toMatchObject({ tally: { proven: 5 } })
    expect(closed.minutesSignatures.map(row => row.displayName)).not.toContain('Surya Mungkinan')
    const text = await printed(plenaryId)
    expect(text).toMatch(/Surya Mungkinan Komisioner Hadir, lalu/)
    expect(text.match(/Surya Mungkinan Terbukti/g)).toHaveLength(1)
  })

  it('leave out each sentence that names the protected reporter, whoever typed it', async () => {
    const { buildCase, reviewedFindings } = await import('../helpers/build-case.ts')
    const file = await buildCase(engine, 1, {
      reporterName: 'Wulandari Rahasiawati',
      reporterContact: '0812-0000-1111',
      narrative: 'Terlapor berpidato. Menurut Wulandari Rahasiawati, ia membagi uang. Ada foto acara itu.',
    } as never)
    await reviewedFindings(engine, file)
    const opened = await openMeeting(engine, [file.id])
    const plenaryId = opened.id
    const { voteId } = await openVote(engine, opened)
    for (const name of MEMBERS) {
      const opinion = 'Saya percaya Wulandari Rahasiawati. Foto acara itu cukup bagi saya.'
      await cast(engine, voteId, name, name === 'laksmi' ? { ...PROVEN, opinion } : PROVEN)
    }
    await closeVotes(engine, [voteId])
    await engine.call('plenaries.addMinutesNote', {
      plenaryId,
      caseId: file.id,
      position: 'case',
      text: 'Pelapor 0812-0000-1111 dihubungi. Rapat dilanjutkan.',
    })
    await engine.call('plenaries.close', { plenaryId })
    const text = await printed(plenaryId)
    expect(text).toContain('Terlapor berpidato. Ada foto acara itu.')
    expect(text).toContain('Laksmi Andaiani: Foto acara itu cukup bagi saya.')
    expect(text).toContain('Rapat dilanjutkan.')
    expect(text).not.toMatch(/Wulandari|Rahasiawati|0812/)
  })
})

describe('signatures of the members', () => {
  it('stand one on another, all five valid for another reader', async () => {
    const file = await readyCase(engine)
    const plenary = await decideCases(engine, [file.id])
    const plenaryId = plenary.id
    expect(plenary.minutesSignatures.map(row => [row.displayName, row.due])).toHaveLength(5)
    expect(plenary.minutesSignatures.every(row => row.due && row.signedAt === null)).toBe(true)
    const { pdf: unsigned } = await engine.call('plenaries.minutes', { plenaryId })
    let seen = plenary
    for (const [n, member] of MEMBERS.entries()) {
      engine.setClock(`2020-11-${20 + n}T03:00:00.000Z`)
      seen = await sign(plenaryId, member)
      expect(seen.minutesSignatures.filter(row => !row.due)).toHaveLength(n + 1)
      const list = await engine.call('plenaries.list', {})
      expect(list.find(row => row.id === plenaryId)!.signaturesDue).toBe(4 - n)
    }
    engine.setClock(AFTERWARDS)
    expect(seen.heldOn).toBe('2020-11-19')
    const target = join(engine.root, 'tertanda.pdf')
    await engine.call('plenaries.exportMinutes', { plenaryId, target: engine.ticket(target) })
    expect(readFileSync(target).subarray(0, unsigned.length).equals(Buffer.from(unsigned))).toBe(true)
    expect(runTool('qpdf', '--check', target).output).toContain('No syntax or stream encoding errors')
    const authority = folder.write('ca.pem', trust.authority.certificatePem)
    const report = runTool('pdfsig', '-nssdir', trustingDatabase(folder.path, authority), target).output
    expect(report.split('Signature is Valid').length - 1).toBe(5)
    expect(report.split('Certificate is Trusted').length - 1).toBe(5)
    expect(report.split('- Total document signed').length - 1).toBe(1)
    // Our own verifier knows the document and everybody who was to sign it.
    engine.setClock('2020-11-25T03:00:00.000Z')
    const verdict = await engine.call('verification.check', { file: engine.ticket(target), trust: null })
    expect(verdict).toMatchObject({
      outcome: 'genuine',
      letter: { number: plenary.number, subject: 'Berita acara rapat pleno', datedOn: '2020-11-19' },
    })
    expect(verdict.signatures).toHaveLength(5)
    engine.setClock(AFTERWARDS)
    // Every revision is kept, and the trail names each.
    const rows = readAll<{ blobId: string }>(
      sql`select blob_id as blobId from minutes_signatures where plenary_id = ${plenaryId}`,
    )
    expect(new Set(rows.map(row => row.blobId)).size).toBe(5)
    for (const { blobId } of rows) {
      expect((await engine.engine.session!.vault.readAll(blobId)).length).toBeGreaterThan(unsigned.length)
    }
    await refused(sign(plenaryId, 'surya'), 'plenaries.alreadySigned')
    for (const attack of [
      sql`update minutes_signatures set signed_at = '2030-01-01T00:00:00.000Z'`,
      sql`delete from minutes_signatures`,
    ]) {
      expect(() => write(attack)).toThrow(/signature/)
    }
  })

  it('are refused for a stranger’s, an unknown issuer’s or an expired certificate, and the minutes stay waiting', async () => {
    const file = await readyCase(engine)
    const { id: plenaryId } = await decideCases(engine, [file.id])
    await refused(sign(plenaryId, 'laksmi', { name: 'Bakti Semoga' }), 'signing.otherPerson')
    await refused(sign(plenaryId, 'laksmi', { until: new Date('2020-01-01') }), 'signing.certificateExpired')
    const { createDemoAuthority } = await import('../../main/engine/signing/demo-authority.ts')
    const foreign = createDemoAuthority(new Date('2020-11-01T00:00:00.000Z'), 'Penerbit Asing (REKAAN)')
    const ticket = certificateOf(engine, foreign, 'Laksmi Andaiani')
    const own = (password = CERTIFICATE_PASSWORD) =>
      engine.call('plenaries.signMinutes', { plenaryId, file: ticket(), password })
    await refused(own(), 'signing.untrusted')
    await refused(own('salah'), 'signing.wrongPassword')
    const noCertificate = join(engine.root, 'bukan.p12')
    writeFileSync(noCertificate, 'bukan sertifikat')
    await refused(
      engine.call('plenaries.signMinutes', { plenaryId, file: engine.ticket(noCertificate), password: 'x' }),
      'signing.notPkcs12',
    )
    const after = await engine.call('plenaries.get', { plenaryId })
    expect(after.minutesSignatures.every(row => row.due)).toBe(true)
    expect(after.state).toBe('closed')
  })

  it('are given only by those present, after the close, and only for oneself', async () => {
    const file = await readyCase(engine)
    const opened = await openMeeting(engine, [file.id], ['bakti', 'ningsih', 'laksmi', 'darma'])
    const { voteId } = await openVote(engine, opened)
    await refused(sign(opened.id, 'laksmi'), 'plenaries.notClosed')
    await engine.as('bakti')
    for (const name of ['bakti', 'ningsih', 'laksmi', 'darma']) await cast(engine, voteId, name)
    await closeVotes(engine, [voteId])
    await engine.call('plenaries.close', { plenaryId: opened.id })
    await refused(sign(opened.id, 'surya'), 'plenaries.notPresent')
    await refusedForAll(engine, ['rina', 'sari'], () =>
      engine.call('plenaries.signMinutes', {
        plenaryId: opened.id,
        file: engine.ticket('/nirwana'),
        password: 'x',
      }),
    )
    const smuggled = (account: string) =>
      write(sql`insert into minutes_signatures (plenary_id, account_id, ordinal, signed_at, certificate_name,
          issuer, blob_id, sha256)
        values (${opened.id}, ${engine.account(account).id}, 9, '2020-11-20T00:00:00.000Z', '', '', 'b', 's')`)
    expect(() => smuggled('surya')).toThrow(/those present/)
  })

  it('do not meet each other: of two at once only one is kept', async () => {
    const file = await readyCase(engine)
    const { id: plenaryId } = await decideCases(engine, [file.id])
    await engine.as('darma')
    const ticket = certificateOf(engine, trust.authority, 'Darma Barangkali')
    const signOnce = () =>
      engine.call('plenaries.signMinutes', { plenaryId, file: ticket(), password: CERTIFICATE_PASSWORD })
    const both = await Promise.allSettled([signOnce(), signOnce()])
    expect(both.map(result => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    const rows = readAll(sql`select 1 from minutes_signatures where plenary_id = ${plenaryId}`)
    expect(rows).toHaveLength(1)
  })

  it('are refused when the sealed bytes were changed on disk', async () => {
    const file = await readyCase(engine)
    const { id: plenaryId } = await decideCases(engine, [file.id])
    const [row] = engine.engine.session!.store.read.all<{ blob: string }>(
      sql`select minutes_blob_id as blob from plenaries where id = ${plenaryId}`,
    )
    const path = join(engine.dir, 'vault', row!.blob.slice(0, 2), `${row!.blob}.age`)
    const bytes = readFileSync(path)
    bytes[bytes.length - 20]! ^= 1
    writeFileSync(path, bytes)
    await expect(sign(plenaryId, 'bakti')).rejects.toThrow()
    const after = await engine.call('plenaries.get', { plenaryId })
    expect(after.minutesSignatures.every(entry => entry.due)).toBe(true)
  })
})

it('numbers a ballot’s reason for another sanction as a dissent', async () => {
  const file = await readyCase(engine)
  const opened = await openMeeting(engine, [file.id])
  const { voteId } = await openVote(engine, opened)
  for (const name of MEMBERS.slice(1)) await cast(engine, voteId, name)
  await cast(engine, voteId, 'bakti', {
    verdict: 'proven',
    sanctionId: 'pp53-2010/7/4/a',
    opinion: 'Menurut saya seharusnya lebih berat.',
  })
  const closed = await closeVotes(engine, [voteId])
  expect(closed.agenda[0]!.persons[0]!.vote!.decision).toMatchObject({
    sanctionId: SANCTION,
    opinions: [{ ordinal: 1, kind: 'dissenting', displayName: 'Bakti Semoga' }],
  })
})

import { afterAll, describe, expect, test, vi } from 'vitest'
import { loadFonts } from './fonts.ts'
import { renderMatrixSheet } from './matrix-sheet.ts'
import { renderMinutes } from './minutes-document.ts'
import { keyGroups, renderRecoverySheet } from './recovery-sheet.ts'
import { runTool, temporaryFolder } from './testing/run-tool.ts'
import { testFontsDir } from './testing/sample-letter.ts'
import { matrixRows, sampleMatrix, sampleMinutes, sampleRecoverySheet } from './testing/sample-sheets.ts'

// Keys, renderers and outside tools are slow on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const fonts = loadFonts(testFontsDir)
const folder = temporaryFolder()
afterAll(() => folder.clean())

function readBack(name: string, bytes: Uint8Array): string {
  const file = folder.write(name, bytes)
  const check = runTool('qpdf', '--check', file)
  expect(check.output).toContain('No syntax or stream encoding errors')
  expect(check.status).toBe(0)
  expect(runTool('pdfinfo', file).output).toMatch(/Tagged:\s+yes/)
  return runTool('pdftotext', '-layout', file, '-').output
}

describe('minutes', () => {
  test('state date, quorum, recusal, votes, result, dissent and the audit root', async () => {
    const text = readBack('minutes.pdf', await renderMinutes(sampleMinutes(), fonts)).replace(/\s+/g, ' ')
    for (const part of [
      'BERITA ACARA RAPAT PLENO',
      'Kamis, tanggal sembilan belas bulan November tahun dua ribu dua puluh (19-11-2020), pukul 10.00 WITA',
      'Rapat dihadiri oleh 4 (empat) dari 5 (lima) anggota yang berhak',
      'dinyatakan memenuhi kuorum',
      'Laksmi Andaiani mengundurkan diri dari perkara 2020/117',
      'Mengundurkan diri',
      'Putusan: Sdr. Wayan Semisal dinyatakan terbukti',
      'Pendapat berbeda Arman Cobaan: alat bukti P-7 belum cukup.',
      'a1b2 c3d4 e5f6 0003',
      'dari 4 (empat) pemegang kunci; dibuka oleh Bakti Semoga',
      '(mengganti 1 suara)',
      '[Ditambahkan dengan tangan oleh Rina Ibaratnya, pukul 11.05 WITA] Rapat diskors sepuluh menit.',
      'Rapat ditutup pada pukul 12.30 WITA',
      'Akar harian jejak audit: 9f86d081884c7d65',
    ]) {
      expect(text).toContain(part)
    }
  })

  test('say plainly when the quorum was missed and nobody stepped aside', async () => {
    const minutes = sampleMinutes({
      quorum: { present: 2, base: 5, needed: 3, met: false },
      cases: [],
      endTime: null,
    })
    const text = readBack('no-quorum.pdf', await renderMinutes(minutes, fonts)).replace(/\s+/g, ' ')
    expect(text).toContain('tidak memenuhi kuorum dan tidak mengambil keputusan')
    expect(text).toContain('Tidak ada anggota yang mengundurkan diri')
  })

  test('show a character without glyph as its code point', async () => {
    const minutes = sampleMinutes({ place: 'Ruang 😀' })
    expect(readBack('emoji.pdf', await renderMinutes(minutes, fonts))).toContain('[U+1F600]')
  })

  test('hold sixty persons with nine members each', async () => {
    const [caseFile] = sampleMinutes().cases
    const [person] = caseFile?.persons ?? []
    if (!caseFile || !person) throw new Error('sample without person')
    const persons = Array.from({ length: 60 }, (_, index) => ({
      ...person,
      name: `Orang Rekaan ${index + 1}`,
    }))
    const text = readBack(
      'many.pdf',
      await renderMinutes(sampleMinutes({ cases: [{ ...caseFile, persons }] }), fonts),
    )
    expect(text).toContain('Orang Rekaan 60')
  })
})

describe('recovery sheet', () => {
  test('shows the key in groups of five, what it opens and how to keep it, on one page', async () => {
    const sheet = sampleRecoverySheet()
    const bytes = await renderRecoverySheet(sheet, fonts)
    const text = readBack('recovery.pdf', bytes)
    for (const group of keyGroups(sheet.recoveryKey)) expect(text).toContain(group)
    expect(text).toContain('Penyimpanan Utama 2020')
    expect(text).toContain('18 November 2020')
    expect(text).toContain('Halaman 1 dari 1')
  })

  test('groups a key whatever its separators', () => {
    expect(keyGroups('abcde-fghij klm')).toEqual(['abcde', 'fghij', 'klm'])
    expect(keyGroups('')).toEqual([])
  })
})

describe('matrix sheet', () => {
  const pages = (bytes: Uint8Array) =>
    Number(/Pages:\s+(\d+)/.exec(runTool('pdfinfo', folder.write('matrix.pdf', bytes)).output)?.[1])

  test('prints persons, provisions and elements on one landscape page', async () => {
    const bytes = await renderMatrixSheet(sampleMatrix(), fonts)
    const text = readBack('matrix.pdf', bytes)
    expect(runTool('pdfinfo', folder.write('matrix.pdf', bytes)).output).toMatch(/841\.89 x 595\.28/)
    for (const name of ['Wayan', 'Made', 'Ketut']) expect(text).toContain(name)
    expect(text).toContain('Unsur 6')
    expect(text).toContain('P-4')
    expect(text).not.toContain('dipersingkat')
    expect(text).toContain('dicetak 18 November 2020 pukul 10.42 WITA')
    expect(pages(bytes)).toBe(1)
  })

  test('keeps seven persons with six elements on one page, cutting long reasons and saying so', async () => {
    const names = Array.from({ length: 7 }, (_, n) => `Orang Umpama ${n + 1}`)
    const short = await renderMatrixSheet(sampleMatrix({ rows: matrixRows(names, 40) }), fonts)
    expect(pages(short)).toBe(1)
    const long = await renderMatrixSheet(sampleMatrix({ rows: matrixRows(names, 900) }), fonts)
    expect(pages(long)).toBe(1)
    expect(readBack('long.pdf', long)).toContain('dipersingkat')
  })

  test('goes on over pages with whole texts when one page can never hold it, and says so', async () => {
    const names = Array.from({ length: 14 }, (_, n) => `Orang Umpama ${n + 1}`)
    const bytes = await renderMatrixSheet(sampleMatrix({ rows: matrixRows(names, 120, 2) }), fonts)
    const text = readBack('spread.pdf', bytes)
    expect(pages(bytes)).toBeGreaterThan(1)
    expect(text).toContain('bersambung ke halaman berikutnya')
    for (const page of text.split('\f').filter(content => content.trim())) expect(page).toContain('Unsur 1')
    expect(text).not.toContain('…')
  })

  test('says so when nothing is assessed', async () => {
    const bytes = await renderMatrixSheet(sampleMatrix({ rows: [] }), fonts)
    expect(readBack('empty.pdf', bytes)).toContain('Belum ada penilaian.')
  })
})

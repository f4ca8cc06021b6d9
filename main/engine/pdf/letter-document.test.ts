import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { instant } from '../../../shared/dates.ts'
import { loadFonts } from './fonts.ts'
import { renderLetter } from './letter-document.ts'
import type { LetterDocument } from './letter-types.ts'
import { runTool, temporaryFolder } from './testing/run-tool.ts'
import {
  body,
  item,
  longTableBody,
  ordered,
  paragraph,
  sampleLetter,
  testFontsDir,
  text,
} from './testing/sample-letter.ts'

// Keys, renderers and outside tools are slow on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const fonts = loadFonts(testFontsDir)
const folder = temporaryFolder()
afterAll(() => folder.clean())

let count = 0
async function printed(changes: Partial<LetterDocument> = {}) {
  const bytes = await renderLetter(sampleLetter(changes), fonts)
  const file = folder.write(`letter-${count++}.pdf`, bytes)
  return { bytes, file, text: () => runTool('pdftotext', '-layout', file, '-').output }
}

function expectSound(file: string): void {
  const check = runTool('qpdf', '--check', file)
  expect(check.output).toContain('No syntax or stream encoding errors')
  expect(check.status).toBe(0)
  expect(runTool('pdfinfo', file).output).toMatch(/Tagged:\s+yes/)
}

/** The XMP packet, which stands uncompressed in the file. */
const xmpOf = (bytes: Uint8Array) =>
  /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(Buffer.from(bytes).toString('utf8'))?.[0] ?? ''

describe('letter', () => {
  test('prints all parts of an official letter in order', async () => {
    const { file, text: read } = await printed()
    expectSound(file)
    const words = read()
    const parts = [
      'KOMISI CONTOH APARATUR NEGARA',
      'Example Civil Service Commission',
      'Nomor',
      'R-117/KC/11/2020',
      'Rahasia',
      '1 (satu) berkas',
      'Yth. Bupati Contoh Utara',
      'Dengan hormat',
      '2020/L-061',
      'Pasal 4 angka 15 huruf d jo. Pasal 12 angka 9',
      'Atas perhatian',
      'Ketua Komisi Contoh,',
      'NIP 197001012000011001',
    ]
    let from = 0
    for (const part of parts) {
      const at = words.indexOf(part, from)
      expect(at, part).toBeGreaterThanOrEqual(from)
      from = at
    }
    expect(words).toContain('Tembusan:')
    expect(words).toContain('Kota Rekaan, 18 November 2020')
    expect(words).toMatch(/Halaman 1 dari \d/)
  })

  test('declares PDF/A-3a, PDF/UA-1 and Indonesian', async () => {
    const { bytes } = await printed()
    const xmp = xmpOf(bytes)
    expect(xmp).toMatch(/<pdfaid:part>3<\/pdfaid:part>/)
    expect(xmp).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/)
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    const source = Buffer.from(bytes).toString('latin1')
    expect(source).toContain('/Lang (id-ID)')
    expect(source).toContain('/OutputIntents')
    expect(source).not.toContain('/NeedAppearances')
  })

  test('embeds every font', async () => {
    const { file } = await printed()
    const info = runTool('qpdf', '--qdf', '--object-streams=disable', file, '-').output
    const descriptors = info.match(/\/Type \/FontDescriptor/g)?.length ?? 0
    expect(descriptors).toBeGreaterThan(1)
    expect(info.match(/\/FontFile2 /g)?.length).toBe(descriptors)
  })

  test('gives the same bytes for the same letter', async () => {
    const [first, second] = await Promise.all([printed(), printed()])
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
  })

  test('attaches the decision as keputusan.json', async () => {
    const { bytes, file } = await printed()
    expect(runTool('pdfdetach', '-list', file).output).toContain('keputusan.json')
    const target = `${folder.path}/out.json`
    runTool('pdfdetach', '-savefile', 'keputusan.json', '-o', target, file)
    const record = JSON.parse(readFileSync(target, 'utf8'))
    expect(record.letter.number).toBe('R-117/KC/11/2020')
    expect(record.decision).toEqual({ persons: [{ name: 'Wayan Semisal', result: 'proven' }] })
    expect(Buffer.from(bytes).includes('/AFRelationship /Source')).toBe(true)
  })

  test('keeps XML metacharacters of subject and institution well formed in the metadata', async () => {
    const { letterhead } = sampleLetter()
    const name = 'Dinas A & B <RI> "x" \'y\''
    const {
      bytes,
      file,
      text: read,
    } = await printed({ subject: `Hal ${name}`, letterhead: { ...letterhead, name } })
    expectSound(file)
    const xmp = xmpOf(bytes)
    expect(xmp).toContain('Dinas A &amp; B &lt;RI&gt;')
    expect(xmp).not.toMatch(/&(?!amp;|lt;|gt;|quot;|apos;)/)
    expect(xmp).not.toContain('<RI>')
    expect(read()).toContain('Dinas A & B <RI>')
  })

  test('breaks very long names instead of printing over the edge', async () => {
    const { letterhead } = sampleLetter()
    const name = `KOMISI ${'PENGAWASAN NETRALITAS DAN PERILAKU APARATUR '.repeat(4)}REKAAN`
    const unbroken = 'X'.repeat(300)
    const { file, text: read } = await printed({
      letterhead: { ...letterhead, name, addressLines: [unbroken] },
      subject: unbroken,
      addressee: [`Yth. ${unbroken}`],
      signatories: [{ field: 'ttd_a', position: unbroken, name: unbroken, nip: null }],
      copyRecipients: [unbroken],
    })
    expectSound(file)
    for (const line of read().split('\n')) expect(line.trim().length).toBeLessThan(140)
    expect(read().replace(/\s/g, '').split('X').length - 1).toBeGreaterThanOrEqual(6 * 300)
  })

  test('repeats the table head and numbers the pages of a nine-page table', async () => {
    const { file, text: read } = await printed({ body: longTableBody(150) })
    expectSound(file)
    const pages = read()
      .split('\f')
      .filter(page => page.trim())
    expect(pages.length).toBeGreaterThanOrEqual(9)
    pages.forEach((page, index) => {
      expect(page).toContain(`Halaman ${index + 1} dari ${pages.length}`)
      if (index > 0) expect(page).toContain('Nomor R-117/KC/11/2020')
      if (/P-\d+, P-\d+/.test(page)) expect(page).toContain('Dasar hukum')
    })
    const all = pages.join('')
    for (let row = 1; row <= 150; row++) expect(all).toContain(`P-${row}, P-`)
  })

  test('continues a table row that is taller than a page', async () => {
    const words = Array.from({ length: 1500 }, (_, index) => `kata${index}`)
    const table = {
      type: 'table',
      content: [
        { type: 'tableRow', content: [{ type: 'tableHeader', content: [paragraph(text('Uraian'))] }] },
        { type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph(text(words.join(' ')))] }] },
      ],
    }
    const { file, text: read } = await printed({ body: body(table) })
    expectSound(file)
    expect(read()).toContain('kata0 ')
    expect(read()).toContain('kata1499')
  })

  test('never prints a page with nothing but copies while the half beside the signature is free', async () => {
    for (let lines = 14; lines < 30; lines++) {
      const many = Array.from({ length: lines }, () => item(paragraph(text('Uraian singkat satu baris.'))))
      const { text: read } = await printed({ body: body(ordered(...many)) })
      const page = read()
        .split('\f')
        .find(content => content.includes('Tembusan:'))
      expect(page).toContain('Bakti Semoga')
    }
  })

  test('never leaves the signature alone on a page', async () => {
    for (let lines = 18; lines < 34; lines++) {
      const many = Array.from({ length: lines }, () => item(paragraph(text('Uraian singkat satu baris.'))))
      const { text: read } = await printed({ body: body(ordered(...many)) })
      const page = read()
        .split('\f')
        .find(content => content.includes('Ketua Komisi Contoh,'))
      expect(page).toContain('Atas perhatian')
    }
  })

  test('marks a draft on every page and gives it no signature field', async () => {
    const {
      bytes,
      text: read,
      file,
    } = await printed({ draft: true, number: null, datedOn: null, body: longTableBody(40) })
    expectSound(file)
    for (const page of read()
      .split('\f')
      .filter(content => content.trim()))
      expect(page).toMatch(/K\s*O\s*N\s*S\s*E\s*P|KONSEP/)
    expect(read()).toContain('diambil saat penomoran')
    expect(read()).toContain('… November 2020')
    expect(Buffer.from(bytes).includes('/Sig')).toBe(false)
  })

  test('prints on F4 paper', async () => {
    const { file } = await printed({ paper: 'F4' })
    expect(runTool('pdfinfo', file).output).toMatch(/Page size:\s+609\.4\d* x 935\.4\d* pts/)
  })

  test('shows the logo and refuses one that is no picture', async () => {
    const { letterhead } = sampleLetter()
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const { file } = await printed({ letterhead: { ...letterhead, logo: png } })
    expectSound(file)
    const broken = printed({ letterhead: { ...letterhead, logo: Buffer.from('not a picture') } })
    await expect(broken).rejects.toMatchObject({ code: 'letters.logoUnreadable' })
  })

  test('carries bookmarks for headings, signature and copies', async () => {
    const { file } = await printed({ body: longTableBody(3) })
    const titles = runTool('qpdf', '--json', '--json-key=outlines', file).output
    expect(titles).toContain('Temuan dan Bukti')
    expect(titles).toContain('Tanda tangan')
    expect(titles).toContain('Tembusan')
  })

  test.each([
    ['number', { number: null }],
    ['date', { datedOn: null }],
    ['signatory', { signatories: [] }],
  ])('refuses a final letter without %s', async (missing, changes) => {
    await expect(printed(changes)).rejects.toMatchObject({ code: 'letters.notReady', facts: { missing } })
  })

  test('refuses two signatories on one field and field names that are none', async () => {
    const [signatory] = sampleLetter().signatories
    if (!signatory) throw new Error('sample without signatory')
    const twice = printed({ signatories: [signatory, signatory] })
    await expect(twice).rejects.toMatchObject({ code: 'letters.signatoryInvalid' })
    const odd = printed({ signatories: [{ ...signatory, field: 'a) /V 1 0 R' }] })
    await expect(odd).rejects.toMatchObject({ code: 'letters.signatoryInvalid' })
  })

  test('refuses a character without a glyph and names it', async () => {
    const letter = printed({ body: body(paragraph(text('Setuju 😀'))) })
    await expect(letter).rejects.toMatchObject({
      code: 'letters.characterMissing',
      facts: { codePoint: 'U+1F600' },
    })
  })

  test('drops invisible and direction characters', async () => {
    const { text: read } = await printed({ body: body(paragraph(text('ter\u200bbuk\u202eti\u00ad'))) })
    expect(read()).toContain('terbukti')
  })

  test('prints one signed letter in little time', async () => {
    const start = performance.now()
    for (let index = 0; index < 5; index++) {
      await renderLetter(sampleLetter({ createdAt: instant.parse(`2020-11-18T02:42:0${index}.000Z`) }), fonts)
    }
    expect((performance.now() - start) / 5).toBeLessThan(1000)
  })
})

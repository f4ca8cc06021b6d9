import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { loadFonts } from '../../main/engine/pdf/fonts.ts'
import { renderLetter } from '../../main/engine/pdf/letter-document.ts'
import { sampleLetter, testFontsDir } from '../../main/engine/pdf/testing/sample-letter.ts'
import { signPdf } from '../../main/engine/signing/pdf-signature.ts'
import {
  chair,
  credentialOf,
  testAuthority,
  testNow,
} from '../../main/engine/signing/testing/signed-letter.ts'
import { verifyPdf } from '../../main/engine/verification/verify-pdf.ts'
import { type Measured, measurePair, printTable } from './measure.ts'

// One letter as the chair's click makes it, against the least that pdfkit can do with the same typeface. pdfkit
// parses the typeface for each document; the program does so once, so there is a floor of either kind.

const RUNS = 15
const fonts = loadFonts(testFontsDir)
const typefaceFile = join(testFontsDir, 'arimo-regular.ttf')
const cold = {
  floor: () => bareDocument(typefaceFile),
  floorIs: 'bare one-page pdfkit document, same typeface and words',
}
const warm = {
  floor: () => bareDocument(fonts.arimo.regular),
  floorIs: 'the same on the program’s parsed typeface',
}

const credential = credentialOf(chair)
const letter = sampleLetter({ signatories: [chair] })
const words = wordsOf(letter.body)
const request = { field: chair.field, credential, signedAt: testNow }

const rendered = await renderLetter(letter, fonts)
const signed = await signPdf(rendered, request)
const trust = { trustedRoots: [testAuthority().certificate], now: testNow }
const verdict = verifyPdf(signed, trust)
if (verdict.outcome !== 'genuine') throw new Error(`the measured letter is ${verdict.outcome}`)

const whole = async () => signPdf(await renderLetter(letter, fonts), request)
const pairs = [
  { name: 'one signed letter (render and sign)', ours: whole, ...cold },
  { name: 'one signed letter (render and sign)', ours: whole, ...warm },
  { name: '  render alone (PDF/A-3a, tagged)', ours: () => renderLetter(letter, fonts), ...warm },
  { name: '  sign alone (PAdES, RSA)', ours: () => signPdf(rendered, request), ...warm },
  { name: '  verify, as before each issue', ours: () => verifyPdf(signed, trust), ...warm },
]
const rows: Measured[] = []
for (const pair of pairs) rows.push(await measurePair({ ...pair, runs: RUNS, warmUp: 3 }))
printTable(rows)

function bareDocument(typeface: unknown): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const doc = new PDFDocument({ size: 'A4' })
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
    // Small enough for one page.
    doc
      .font(typeface as PDFKit.Mixins.PDFFontSource)
      .fontSize(7)
      .text(words)
    doc.end()
  })
}

/** Every text of the letter's body, a paragraph a line. */
function wordsOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return ''
  if ('text' in node && typeof node.text === 'string') return node.text
  const parts = 'content' in node && Array.isArray(node.content) ? node.content.map(wordsOf) : []
  return 'type' in node && node.type === 'paragraph' ? `${parts.join('')}\n` : parts.join('')
}

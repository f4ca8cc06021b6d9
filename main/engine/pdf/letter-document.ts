import { CodedError } from '../errors.ts'
import { attachedDecision } from './attached-decision.ts'
import { drawCopyRecipients } from './copy-recipients.ts'
import type { FontSet } from './fonts.ts'
import { drawLetterHeadBlock } from './letter-head-block.ts'
import { decisionFileName, type LetterDocument } from './letter-types.ts'
import { letterWording } from './letter-wording.ts'
import { drawLetterhead } from './letterhead.ts'
import { LineLayout } from './line-layout.ts'
import { drawParagraph, makeRoom, pageColumn } from './page-flow.ts'
import { footPages, headLaterPages, watermarkPages } from './page-furniture.ts'
import { createPdf, finishPdf } from './pdf-document.ts'
import type { PdfDocument } from './pdfkit-seam.ts'
import { drawRichText } from './rich-text.ts'
import { drawSignatureBlocks, signatureBlocksHeight } from './signature-block.ts'

export interface RenderOptions {
  /** False only for byte comparison in tests. */
  compress?: boolean
}

const margins = { top: 56, bottom: 64, left: 71, right: 57 }

/**
 * Renders a recommendation letter as PDF/A-3a + PDF/UA-1, with one prepared signature field per
 * signatory unless it is a draft. The same input gives the same bytes.
 * @throws CodedError 'letters.notReady' {missing}, 'letters.bodyInvalid', 'letters.variableMissing',
 *   'letters.characterMissing', 'letters.logoUnreadable', 'letters.signatoryInvalid'
 */
export async function renderLetter(
  letter: LetterDocument,
  fonts: FontSet,
  options: RenderOptions = {},
): Promise<Uint8Array> {
  assertReady(letter)
  const doc = letterPdf(letter, options)
  const layout = new LineLayout(doc, {
    family: fonts[letter.typeface],
    size: letter.typeface === 'tinos' ? 12 : 11,
    missingGlyphs: 'refuse',
  })
  if (letter.draft) watermarkPages(layout, letterWording.draftMark)
  headLaterPages(layout, letterWording.runningNumber(letter.number ?? letterWording.numberPending))
  doc.addPage()
  const root = doc.struct('Document')
  doc.addStructure(root)
  const outline = doc.outline.addItem(letter.subject, { expanded: true })

  drawLetterhead(layout, root, letter.letterhead)
  drawLetterHeadBlock(layout, root, letter)
  const { variables, draft } = letter
  drawRichText(layout, root, letter.body, pageColumn(doc), { variables, draft, outline })
  // A signature never stands on a page without a line of the letter above it.
  const keepBelow = signatureBlocksHeight(layout, letter.signatories) + 16
  if (letter.closing) drawParagraph(layout, root, [{ text: letter.closing }], pageColumn(doc), { keepBelow })

  const decision = attachedDecision(letter)
  doc.y += 8
  let signaturesTop = doc.y
  if (letter.signatories.length > 0) {
    makeRoom(doc, keepBelow - 16)
    outline.addItem(letterWording.bookmarks.signatures)
    signaturesTop = doc.y
    drawSignatureBlocks(layout, root, letter.signatories, {
      withFields: !letter.draft,
      qrText: signatory =>
        ['ADJUDIKASN', letter.number ?? '', decision.sha256.slice(0, 32), signatory.field].join('|'),
    })
  }
  if (letter.copyRecipients.length > 0) {
    outline.addItem(letterWording.bookmarks.copies)
    const besideTop = letter.signatories.length === 1 ? signaturesTop : null
    drawCopyRecipients(layout, root, letter.copyRecipients, besideTop)
  }
  root.end()
  attach(doc, decision.bytes, letter.createdAt)
  const note = letter.draft
    ? (letter.draftLabel ?? letterWording.draftFooter)
    : (letter.footNote ?? letterWording.finalFooter)
  footPages(layout, { note, page: letterWording.page })
  return finishPdf(doc)
}

function letterPdf(letter: LetterDocument, options: RenderOptions): PdfDocument {
  const { id, number, subject, createdAt, paper } = letter
  const title = number ? `${subject} – ${number}` : subject
  const author = letter.letterhead.name
  const info = { title, author, subject, keywords: id, identifier: number, createdAt }
  return createPdf(info, { paper, margins, ...options })
}

function attach(doc: PdfDocument, decision: Uint8Array, at: string): void {
  doc.file(Buffer.from(decision), {
    name: decisionFileName,
    type: 'application/json',
    relationship: 'Source',
    description: letterWording.attachmentDescription,
    creationDate: new Date(at),
    modifiedDate: new Date(at),
  })
}

function assertReady(letter: LetterDocument): void {
  for (const { field } of letter.signatories) {
    const twins = letter.signatories.filter(other => other.field === field)
    if (!/^[a-z][a-z0-9_]{0,39}$/.test(field) || twins.length > 1) {
      throw new CodedError('letters.signatoryInvalid', { field })
    }
  }
  if (letter.draft) return
  const missing = !letter.number
    ? 'number'
    : !letter.datedOn
      ? 'date'
      : letter.signatories.length
        ? null
        : 'signatory'
  if (missing) throw new CodedError('letters.notReady', { missing })
}

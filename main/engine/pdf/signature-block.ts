import { drawFormXObject } from './form-xobject.ts'
import type { Signatory } from './letter-types.ts'
import { letterWording } from './letter-wording.ts'
import type { LineLayout } from './line-layout.ts'
import { ascentShare, type Column, drawParagraph, makeRoom, pageColumn } from './page-flow.ts'
import type { PdfReference, StructElement } from './pdfkit-seam.ts'
import { drawQrCode } from './qr-code.ts'
import { addSignatureField } from './signature-field.ts'

const fieldHeight = 62
const gutter = 24

export interface SignatureBlockOptions {
  /** Content of the QR code in the signed appearance. */
  qrText: (signatory: Signatory) => string
  /** A draft has the blocks but no fields: nobody can sign it. */
  withFields: boolean
}

/**
 * Draws the signature blocks: one stands in the right half, more stand side by side in pairs. Each
 * has position, prepared field, name and NIP, and is never cut by a page break.
 */
export function drawSignatureBlocks(
  layout: LineLayout,
  root: StructElement,
  signatories: readonly Signatory[],
  options: SignatureBlockOptions,
): void {
  const { doc } = layout
  const page = pageColumn(doc)
  const width = (page.width - gutter) / 2
  for (let first = 0; first < signatories.length; first += 2) {
    const pair = signatories.slice(first, first + 2)
    makeRoom(doc, signatureBlocksHeight(layout, pair))
    const top = doc.y
    let bottom = top
    pair.forEach((signatory, index) => {
      const atRight = pair.length === 1 || index === 1
      doc.y = top
      drawBlock(layout, root, signatory, { left: page.left + (atRight ? width + gutter : 0), width }, options)
      bottom = Math.max(bottom, doc.y)
    })
    doc.y = bottom + 10
  }
}

/** Height of the first row of blocks, so that a line of text can be kept with it. */
export function signatureBlocksHeight(layout: LineLayout, signatories: readonly Signatory[]): number {
  const width = (pageColumn(layout.doc).width - gutter) / 2
  return Math.max(0, ...signatories.slice(0, 2).map(signatory => blockHeight(layout, signatory, width)))
}

function blockHeight(layout: LineLayout, signatory: Signatory, width: number): number {
  const height = layout.size * layout.leading
  const lines = (text: string) => layout.breakLines([{ text }], width).length
  return (lines(`${signatory.position},`) + lines(signatory.name) + 1) * height + fieldHeight + 16
}

function drawBlock(
  layout: LineLayout,
  root: StructElement,
  signatory: Signatory,
  column: Column,
  options: SignatureBlockOptions,
): void {
  const { doc } = layout
  drawParagraph(layout, root, [{ text: `${signatory.position},` }], column, { align: 'left', gap: 4 })
  if (options.withFields) {
    addSignatureField(doc, root, {
      name: signatory.field,
      tooltip: letterWording.signatureTooltip(signatory.position, signatory.name),
      box: { x: column.left, y: doc.y, width: column.width, height: fieldHeight },
      unsigned: unsignedAppearance(layout, column.width),
      signed: signedAppearance(layout, signatory, column.width, options.qrText(signatory)),
    })
  }
  doc.y += fieldHeight + 4
  const name = { text: signatory.name, bold: true }
  drawParagraph(layout, root, [name], column, { align: 'left', gap: 0 })
  if (signatory.nip) {
    const nip = { text: letterWording.nip(signatory.nip) }
    drawParagraph(layout, root, [nip], column, { align: 'left', gap: 0 })
  }
}

function unsignedAppearance(layout: LineLayout, width: number): PdfReference {
  const { doc } = layout
  return drawFormXObject(doc, width, fieldHeight, () => {
    doc.save().lineWidth(0.5).dash(3, { space: 3 })
    doc.roundedRect(0.5, 0.5, width - 1, fieldHeight - 1, 3).stroke('#a8a8a8')
    doc.restore()
    const run = { text: letterWording.unsigned, size: 7.5, color: '#6b6b6b' }
    layout.drawText(run, 0, fieldHeight / 2 + 2.5, width, 'center')
  })
}

function signedAppearance(
  layout: LineLayout,
  signatory: Signatory,
  width: number,
  qrText: string,
): PdfReference {
  const { doc } = layout
  return drawFormXObject(doc, width, fieldHeight, () => {
    doc
      .save()
      .lineWidth(0.6)
      .roundedRect(0.5, 0.5, width - 1, fieldHeight - 1, 3)
      .stroke('#3d3d3d')
      .restore()
    const inset = 6
    const qrSize = fieldHeight - 2 * inset
    drawQrCode(doc, qrText, inset, inset, qrSize)
    const left = qrSize + 2 * inset + 2
    const room = width - left - inset
    const size = 7.6
    const lines = [
      { text: letterWording.signedBy },
      { text: signatory.position },
      { text: signatory.name, bold: true },
    ].flatMap(run => layout.breakLines([{ ...run, size }], room).slice(0, 2))
    const height = size * 1.35
    const top = Math.max((fieldHeight - lines.length * height) / 2, inset)
    lines.forEach((line, index) => {
      layout.drawLine({ ...line, hard: true }, left, top + (index + ascentShare) * height, room, 'left')
    })
  })
}

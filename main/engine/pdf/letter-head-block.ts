import { formatDate, formatMonth } from '../../../shared/dates.ts'
import type { LetterDocument } from './letter-types.ts'
import { headLabels, letterWording } from './letter-wording.ts'
import type { LineLayout } from './line-layout.ts'
import { ascentShare, drawParagraph, pageColumn } from './page-flow.ts'
import type { StructElement } from './pdfkit-seam.ts'

const labelWidth = 58
const colonWidth = 9

/** Draws Nomor, Sifat, Lampiran, Hal at the left, place and date at the right, then the addressee. */
export function drawLetterHeadBlock(layout: LineLayout, root: StructElement, letter: LetterDocument): void {
  const { doc } = layout
  const column = pageColumn(doc)
  const top = doc.y
  const day = letter.datedOn ? formatDate(letter.datedOn) : `… ${formatMonth(letter.createdAt)}`
  const date = { text: `${letter.place}, ${day}` }
  const dateWidth = Math.min(layout.breakLines([date], column.width)[0]?.width ?? 0, column.width / 2) + 1

  const rows: [string, string, boolean][] = [
    [headLabels.number, letter.number ?? letterWording.numberPending, false],
    ...(letter.classification
      ? [[headLabels.classification, letter.classification, false] as [string, string, boolean]]
      : []),
    [headLabels.attachments, letter.attachments, false],
    [headLabels.subject, letter.subject, true],
  ]
  const valueLeft = column.left + labelWidth + colonWidth
  const height = layout.size * layout.leading
  rows.forEach(([label, value, bold], index) => {
    const isFirst = index === 0
    const width = column.width - labelWidth - colonWidth - (isFirst ? dateWidth + 12 : column.width * 0.22)
    const element = doc.struct('P')
    root.add(element)
    element.add(() => {
      const baseline = doc.y + height * ascentShare
      layout.drawText({ text: `${label} ` }, column.left, baseline, labelWidth)
      layout.drawText({ text: ': ' }, column.left + labelWidth, baseline, colonWidth)
      for (const line of layout.breakLines([{ text: value, bold }], width)) {
        layout.drawLine(line, valueLeft, doc.y + height * ascentShare, width, 'left')
        doc.y += height
      }
    })
    element.end()
  })
  const bottom = doc.y
  doc.y = top
  const dateColumn = { left: column.left + column.width - dateWidth, width: dateWidth }
  drawParagraph(layout, root, [date], dateColumn, { align: 'right', gap: 0 })
  doc.y = Math.max(bottom, doc.y) + 12
  const addressColumn = { left: column.left, width: column.width * 0.72 }
  letter.addressee.forEach((text, index) => {
    const isLast = index === letter.addressee.length - 1
    drawParagraph(layout, root, [{ text }], addressColumn, { align: 'left', gap: isLast ? 12 : 0 })
  })
}

import { CodedError } from '../errors.ts'
import type { Letterhead } from './letter-types.ts'
import { letterWording } from './letter-wording.ts'
import type { LineLayout } from './line-layout.ts'
import { drawParagraph, pageColumn } from './page-flow.ts'
import { drawArtifact } from './pdf-document.ts'
import type { StructElement } from './pdfkit-seam.ts'

const logoSize = 58

/**
 * Draws the kop: logo at the left, name, English name and address centred, a heavy and a thin rule.
 * @throws CodedError 'letters.logoUnreadable' when the logo is no PNG that can be drawn
 */
export function drawLetterhead(layout: LineLayout, root: StructElement, head: Letterhead): void {
  const { doc } = layout
  const column = pageColumn(doc)
  const top = doc.y
  if (head.logo) {
    const logo = head.logo
    const figure = doc.struct('Figure', {
      alt: letterWording.logoAlt(head.name),
      bbox: [column.left, top, column.left + logoSize, top + logoSize],
      placement: 'Block',
    })
    root.add(figure)
    figure.add(() => {
      try {
        doc.image(Buffer.from(logo), column.left, top, { fit: [logoSize, logoSize] })
      } catch (cause) {
        throw new CodedError('letters.logoUnreadable', {}, cause)
      }
    })
    figure.end()
  }
  doc.y = top
  // Centred on the page as long as the logo leaves room: the same space is kept free on both sides.
  const inset = head.logo ? logoSize + 8 : 0
  const text = { left: column.left + inset, width: column.width - 2 * inset }
  const line = (run: { text: string; bold?: boolean; italic?: boolean; size: number }, gap = 0) =>
    drawParagraph(layout, root, [run], text, { align: 'center', gap })
  line({ text: head.name, bold: true, size: head.name.length > 60 ? 12.5 : 15 })
  if (head.englishName) line({ text: head.englishName, italic: true, size: 11 })
  for (const address of head.addressLines) line({ text: address, size: 9 })
  doc.y = Math.max(doc.y, head.logo ? top + logoSize : 0) + 6
  const y = doc.y
  drawArtifact(doc, () => {
    const right = column.left + column.width
    doc.save()
    doc.lineWidth(2).moveTo(column.left, y).lineTo(right, y).stroke('black')
    doc
      .lineWidth(0.6)
      .moveTo(column.left, y + 3)
      .lineTo(right, y + 3)
      .stroke('black')
    doc.restore()
  })
  doc.y = y + 16
}

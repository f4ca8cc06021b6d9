import { letterWording } from './letter-wording.ts'
import type { LineLayout } from './line-layout.ts'
import { type Column, drawList, drawParagraph, pageColumn } from './page-flow.ts'
import type { StructElement } from './pdfkit-seam.ts'

const size = 9.5
const labelWidth = 17

/**
 * Draws the tembusan below the signature, or in the free half beside a single signature when the page
 * has no room left below: a page with nothing but copies looks like an error.
 * @param besideTop height at which a single signature at the right begins; null when the left half is taken
 */
export function drawCopyRecipients(
  layout: LineLayout,
  root: StructElement,
  recipients: readonly string[],
  besideTop: number | null,
): void {
  const { doc } = layout
  const sizeBefore = layout.size
  layout.size = size
  const page = pageColumn(doc)
  const half = { left: page.left, width: page.width / 2 - 24 }
  const bottom = doc.y
  const isFull = bottom + heightOf(layout, recipients, page) > doc.page.maxY()
  const besideHeight = heightOf(layout, recipients, half)
  const isBeside = isFull && besideTop !== null && besideTop < bottom && besideHeight <= bottom - besideTop
  if (isBeside) doc.y = bottom - besideHeight - 6
  draw(layout, root, recipients, isBeside ? half : page)
  if (isBeside) doc.y = bottom
  layout.size = sizeBefore
}

function draw(layout: LineLayout, root: StructElement, recipients: readonly string[], column: Column): void {
  const left = { align: 'left', gap: 0 } as const
  drawParagraph(layout, root, [{ text: letterWording.copies }], column, { ...left, keepBelow: size * 3 })
  const items = recipients.map(text => (body: StructElement, inner: Column) => {
    drawParagraph(layout, body, [{ text }], inner, left)
  })
  const label = (index: number) => `${index + 1}.`
  drawList(layout, root, items, column, { numbering: 'Decimal', label, indent: labelWidth, gap: 0 })
}

function heightOf(layout: LineLayout, recipients: readonly string[], column: Column): number {
  const lines = recipients.flatMap(text => layout.breakLines([{ text }], column.width - labelWidth))
  return (lines.length + 1) * size * layout.leading
}

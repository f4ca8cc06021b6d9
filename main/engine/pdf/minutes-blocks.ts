import type { LineLayout } from './line-layout.ts'
import type { MinutesNoteLine } from './minutes-types.ts'
import { minutesWording as wording } from './minutes-wording.ts'
import { type Column, drawList, drawParagraph, pageColumn } from './page-flow.ts'
import type { StructElement } from './pdfkit-seam.ts'
import { drawTable, type TableRow } from './table.ts'

/** Space between the mark of a hand-added sentence and the left edge of the text, in points. */
const noteIndent = 16

/** Draws sentences as a numbered list. */
export function drawSentences(
  layout: LineLayout,
  root: StructElement,
  sentences: readonly string[],
  label = (index: number) => `${index + 1}.`,
): void {
  const items = sentences.map(text => (body: StructElement, column: Column) => {
    drawParagraph(layout, body, [{ text }], column, { gap: 2 })
  })
  drawList(layout, root, items, pageColumn(layout.doc), { numbering: 'Decimal', label })
}

/** A sentence that somebody added by hand: set in, in italics, its author and time in brackets before it. */
export function drawNote(layout: LineLayout, root: StructElement, note: MinutesNoteLine): void {
  const page = pageColumn(layout.doc)
  const column = { left: page.left + noteIndent, width: page.width - noteIndent }
  const mark = { text: wording.note(note.name, note.at), bold: true, size: 9.5 }
  drawParagraph(layout, root, [mark, { text: note.text, italic: true }], column)
}

/** A table of small text whose first row is its head. */
export function drawPlainTable(
  layout: LineLayout,
  root: StructElement,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  summary: string,
): void {
  const size = 9.5
  const header: TableRow = {
    header: true,
    cells: head.map(text => ({ paragraphs: [[{ text, bold: true, size }]] })),
  }
  const body = rows.map(cells => ({ cells: cells.map(text => ({ paragraphs: [[{ text, size }]] })) }))
  const column = pageColumn(layout.doc)
  drawTable(layout, root, [header, ...body], column, { widths, summary, keepTogether: true })
}

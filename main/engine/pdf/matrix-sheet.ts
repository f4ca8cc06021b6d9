import { formatInstant, type Instant, type Zone } from '../../../shared/dates.ts'
import type { FontSet } from './fonts.ts'
import { letterWording } from './letter-wording.ts'
import { LineLayout } from './line-layout.ts'
import { matrixWording as wording } from './matrix-sheet-wording.ts'
import { drawParagraph, pageColumn } from './page-flow.ts'
import { footPages } from './page-furniture.ts'
import { createPdf, finishPdf } from './pdf-document.ts'
import { drawTable, type TableRow } from './table.ts'

export interface MatrixCell {
  text: string
  bold?: boolean
  /** How many columns the cell covers. */
  span?: number
}

/** A table for paper, already in words: one group per person, one row per element. */
export interface MatrixSheet {
  institution: string
  title: string
  /** Lines below the title: case number, rulebook, state. */
  subtitles: readonly string[]
  columns: readonly { label: string; width: number }[]
  groups: readonly {
    /** Name, NIP and position; also a bookmark. */
    heading: string
    rows: readonly (readonly MatrixCell[])[]
    /** Sentences below the group's table. */
    notes: readonly string[]
  }[]
  printedAt: Instant
  zone: Zone
}

const size = 8.5

/** Renders the element matrix as tagged A4 landscape PDF; heads repeat on each page. */
export async function renderMatrixSheet(sheet: MatrixSheet, fonts: FontSet): Promise<Uint8Array> {
  const doc = createPdf(
    {
      title: sheet.title,
      author: sheet.institution,
      subject: sheet.subtitles.join('; '),
      keywords: '',
      identifier: null,
      createdAt: sheet.printedAt,
    },
    { paper: 'A4Landscape', margins: { top: 48, bottom: 56, left: 48, right: 48 } },
  )
  const layout = new LineLayout(doc, { family: fonts.arimo, size: 10, missingGlyphs: 'substitute' })
  doc.addPage()
  const root = doc.struct('Document')
  doc.addStructure(root)
  const column = pageColumn(doc)
  const outline = doc.outline.addItem(sheet.title, { expanded: true })
  drawParagraph(layout, root, [{ text: sheet.title, bold: true, size: 14 }], column, {
    align: 'left',
    tag: 'H1',
    gap: 2,
  })
  for (const text of sheet.subtitles)
    drawParagraph(layout, root, [{ text }], column, { align: 'left', gap: 0 })
  doc.y += 8
  const head: TableRow = {
    header: true,
    cells: sheet.columns.map(({ label }) => ({ paragraphs: [[{ text: label, bold: true, size }]] })),
  }
  const widths = sheet.columns.map(({ width }) => width)
  for (const group of sheet.groups) {
    drawParagraph(layout, root, [{ text: group.heading, bold: true, size: 11 }], column, {
      align: 'left',
      tag: 'H2',
      keepBelow: 60,
      gap: 4,
    })
    outline.addItem(group.heading)
    if (group.rows.length === 0) {
      drawParagraph(layout, root, [{ text: wording.empty }], column, { align: 'left' })
      continue
    }
    const rows = group.rows.map(cells => ({
      cells: cells.map(({ text, bold = false, span = 1 }) => ({
        columnSpan: span,
        paragraphs: text.split('\n').map(part => [{ text: part, bold, size }]),
      })),
    }))
    drawTable(layout, root, [head, ...rows], column, { widths, size, summary: group.heading })
    for (const text of group.notes)
      drawParagraph(layout, root, [{ text, size: 9 }], column, { align: 'left', gap: 2 })
    doc.y += 6
  }
  root.end()
  const note = wording.workingCopy(sheet.institution, formatInstant(sheet.printedAt, sheet.zone))
  footPages(layout, { note, page: letterWording.page })
  return finishPdf(doc)
}

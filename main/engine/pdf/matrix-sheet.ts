import { formatInstant, type Instant, type Zone } from '../../../shared/dates.ts'
import type { FontSet } from './fonts.ts'
import { letterWording } from './letter-wording.ts'
import { LineLayout } from './line-layout.ts'
import { columnWidths, type Fit, rowParagraphs, tableHeight } from './matrix-sheet-fit.ts'
import { matrixWording as wording } from './matrix-sheet-wording.ts'
import { drawParagraph, pageColumn } from './page-flow.ts'
import { footPages } from './page-furniture.ts'
import { createPdf, finishPdf } from './pdf-document.ts'
import type { PdfDocument, StructElement } from './pdfkit-seam.ts'
import { drawTable, type TableRow } from './table.ts'

/** One element of one finding, already in words. */
export interface MatrixCell {
  /** Number and name of the element. */
  name: string
  state: string
  /** Exhibits with their places, those against marked; empty when there is none. */
  exhibits: string
  /** Free texts with the word before them (reasons, defence, answer), which may be cut to fit the page. */
  texts: readonly { label: string; text: string }[]
  /** Stands in the place of the texts when there is no room for any of them; empty when nothing need be said. */
  brief: string
}

/** Lines of a row's head; those that only stand there while there is room come last. */
export interface HeadLines {
  always: readonly string[]
  ifRoom: readonly string[]
}

/** A matrix for paper: one row per person and provision, one column per element. */
export interface MatrixSheet {
  institution: string
  title: string
  /** Lines below the title: case number, rulebook, state. */
  subtitles: readonly string[]
  /** Heads of the two first columns, and of the n-th element. */
  heads: { person: string; provision: string; element: (n: number) => string }
  rows: readonly {
    /** Name, NIP, position. */
    person: HeadLines
    /** Citation, subject, conclusion, proposal. */
    provision: HeadLines
    cells: readonly MatrixCell[]
  }[]
  /** Stands in the place of an element that the provision does not have. */
  notRequired: string
  printedAt: Instant
  zone: Zone
}

/** Sizes of type in points that may be printed, the largest first. */
const SIZES = [8.5, 8, 7.5, 7] as const
const SMALLEST = 7
/** When one page is not enough at any size: readable type, whole texts, as many pages as it takes. */
const SPREAD: Fit = { size: 8, lines: Number.POSITIVE_INFINITY }
const MOST_LINES = 60

/**
 * Renders the element matrix as tagged PDF on one A4 landscape page: in the largest type that holds the whole
 * texts, else in the smallest with the texts cut to the room of their row, which the sheet says. A matrix that
 * never fits goes on over several pages with whole texts, and says that.
 */
export async function renderMatrixSheet(sheet: MatrixSheet, fonts: FontSet): Promise<Uint8Array> {
  const whole = SIZES.map(size => ({ size, lines: Number.POSITIVE_INFINITY }))
  const scratch = begin(sheet, fonts, SMALLEST, wording.cut)
  const widths = columnWidths(sheet, pageColumn(scratch.doc).width)
  const room = scratch.doc.page.maxY() - scratch.doc.y
  const fits = (fit: Fit) => tableHeight(scratch.layout, sheet, widths, fit) <= room
  const fit = whole.find(fits) ?? mostLines(fits)
  if (!fit) return finishPdf(draw(sheet, fonts, SPREAD, wording.spread))
  return finishPdf(draw(sheet, fonts, fit, fit.lines < Number.POSITIVE_INFINITY ? wording.cut : null))
}

/** The most lines in a row with which everything still stands on one page; null when no number does. */
function mostLines(fits: (fit: Fit) => boolean): Fit | null {
  let [least, tooMany] = [0, MOST_LINES]
  while (tooMany - least > 1) {
    const lines = Math.floor((least + tooMany) / 2)
    if (fits({ size: SMALLEST, lines })) least = lines
    else tooMany = lines
  }
  return least === 0 ? null : { size: SMALLEST, lines: least }
}

type Begun = { doc: PdfDocument; layout: LineLayout; root: StructElement }

/** A page with the title and what stands below it. */
function begin(sheet: MatrixSheet, fonts: FontSet, size: number, notice: string | null): Begun {
  const doc = createPdf(
    {
      title: sheet.title,
      author: sheet.institution,
      subject: sheet.subtitles.join('; '),
      keywords: '',
      identifier: null,
      createdAt: sheet.printedAt,
    },
    { paper: 'A4Landscape', margins: { top: 32, bottom: 48, left: 32, right: 32 } },
  )
  const layout = new LineLayout(doc, {
    family: fonts.arimo,
    size,
    leading: 1.2,
    missingGlyphs: 'substitute',
  })
  doc.addPage()
  const root = doc.struct('Document')
  doc.addStructure(root)
  doc.outline.addItem(sheet.title, { expanded: true })
  const say = (text: string, points: number, tag?: string) =>
    drawParagraph(layout, root, [{ text, size: points, bold: tag !== undefined }], pageColumn(doc), {
      align: 'left',
      gap: 1,
      ...(tag && { tag }),
    })
  say(sheet.title, 12, 'H1')
  if (sheet.subtitles.length > 0) say(sheet.subtitles.join(' · '), 9)
  if (sheet.rows.length === 0) say(wording.empty, 9)
  else if (notice) say(notice, 8)
  doc.y += 4
  return { doc, layout, root }
}

function draw(sheet: MatrixSheet, fonts: FontSet, fit: Fit, notice: string | null): PdfDocument {
  const { doc, layout, root } = begin(sheet, fonts, fit.size, notice)
  if (sheet.rows.length > 0) {
    const column = pageColumn(doc)
    const widths = columnWidths(sheet, column.width)
    const rows = [headRow(sheet, widths.length, fit), ...bodyRows(layout, sheet, widths, fit)]
    drawTable(layout, root, rows, column, { widths, size: fit.size, summary: sheet.title })
  }
  root.end()
  const note = wording.workingCopy(sheet.institution, formatInstant(sheet.printedAt, sheet.zone))
  footPages(layout, { note, page: letterWording.page })
  return doc
}

function headRow({ heads }: MatrixSheet, columns: number, { size }: Fit): TableRow {
  const elements = Array.from({ length: columns - 2 }, (_, n) => heads.element(n + 1))
  return {
    header: true,
    cells: [heads.person, heads.provision, ...elements].map(label => ({
      paragraphs: [[{ text: label, bold: true, size }]],
    })),
  }
}

function bodyRows(layout: LineLayout, sheet: MatrixSheet, widths: readonly number[], fit: Fit): TableRow[] {
  return sheet.rows.map(row => ({
    cells: rowParagraphs(layout, sheet, row, widths, fit).map((paragraphs, n) => ({
      header: n < 2,
      paragraphs,
    })),
  }))
}

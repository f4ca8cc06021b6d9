import { formatInstant, type Instant, type Zone } from '../../../shared/dates.ts'
import type { FontSet } from './fonts.ts'
import { letterWording } from './letter-wording.ts'
import { LineLayout, type Run } from './line-layout.ts'
import { matrixWording as wording } from './matrix-sheet-wording.ts'
import { drawParagraph, pageColumn } from './page-flow.ts'
import { footPages } from './page-furniture.ts'
import { createPdf, finishPdf } from './pdf-document.ts'
import type { PdfDocument } from './pdfkit-seam.ts'
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
    person: readonly string[]
    /** Citation, subject, conclusion, proposal. */
    provision: readonly string[]
    cells: readonly MatrixCell[]
  }[]
  /** Stands in the place of an element that the provision does not have. */
  notRequired: string
  printedAt: Instant
  zone: Zone
}

/** Largest type and longest texts first; what fits on one page is printed. Sizes in points. */
const FITS = [
  { size: 8.5, longest: Number.POSITIVE_INFINITY },
  { size: 8, longest: 400 },
  { size: 7.5, longest: 240 },
  { size: 7, longest: 160 },
  { size: 7, longest: 90 },
  { size: 7, longest: 45 },
] as const
/** When one page is not enough at any size: readable type, whole texts, as many pages as it takes. */
const SPREAD = { size: 8, longest: Number.POSITIVE_INFINITY } as const
type Fit = (typeof FITS)[number] | typeof SPREAD

const PERSON_WIDTH = 88
const PROVISION_WIDTH = 112

/**
 * Renders the element matrix as tagged PDF on one A4 landscape page. Long texts are cut until it fits, and the
 * sheet says so; a matrix that never fits goes on over several pages with whole texts, and says that.
 */
export async function renderMatrixSheet(sheet: MatrixSheet, fonts: FontSet): Promise<Uint8Array> {
  for (const fit of FITS) {
    const notice = cutsAny(sheet, fit.longest) ? wording.cut : null
    const doc = draw(sheet, fonts, fit, notice)
    if (doc.bufferedPageRange().count === 1) return finishPdf(doc)
  }
  return finishPdf(draw(sheet, fonts, SPREAD, wording.spread))
}

function draw(sheet: MatrixSheet, fonts: FontSet, fit: Fit, notice: string | null): PdfDocument {
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
    size: 9,
    leading: 1.2,
    missingGlyphs: 'substitute',
  })
  doc.addPage()
  const root = doc.struct('Document')
  doc.addStructure(root)
  const column = pageColumn(doc)
  doc.outline.addItem(sheet.title, { expanded: true })
  const say = (text: string, size = 9, tag?: string) =>
    drawParagraph(layout, root, [{ text, size, bold: tag !== undefined }], column, {
      align: 'left',
      gap: 1,
      ...(tag && { tag }),
    })
  say(sheet.title, 12, 'H1')
  if (sheet.subtitles.length > 0) say(sheet.subtitles.join(' · '))
  if (notice) say(notice, 8)
  doc.y += 4
  if (sheet.rows.length === 0) say(wording.empty)
  else {
    const count = Math.max(1, ...sheet.rows.map(row => row.cells.length))
    const room = column.width - PERSON_WIDTH - PROVISION_WIDTH
    const widths = [PERSON_WIDTH, PROVISION_WIDTH, ...Array<number>(count).fill(room / count)]
    drawTable(layout, root, tableRows(sheet, count, fit), column, {
      widths,
      size: fit.size,
      summary: sheet.title,
    })
  }
  root.end()
  const note = wording.workingCopy(sheet.institution, formatInstant(sheet.printedAt, sheet.zone))
  footPages(layout, { note, page: letterWording.page })
  return doc
}

function tableRows(sheet: MatrixSheet, count: number, fit: Fit): TableRow[] {
  const { size } = fit
  const { person, provision, element } = sheet.heads
  const labels = [person, provision, ...Array.from({ length: count }, (_, n) => element(n + 1))]
  const head: TableRow = {
    header: true,
    cells: labels.map(label => ({ paragraphs: [[{ text: label, bold: true, size }]] })),
  }
  const lines = (texts: readonly string[]) =>
    texts.filter(Boolean).map((text, n): Run[] => [{ text, bold: n === 0, size }])
  const body = sheet.rows.map(
    (row): TableRow => ({
      cells: [
        { header: true, paragraphs: lines(row.person) },
        { header: true, paragraphs: lines(row.provision) },
        ...Array.from({ length: count }, (_, n) => ({
          paragraphs: cellLines(row.cells[n], sheet.notRequired, fit),
        })),
      ],
    }),
  )
  return [head, ...body]
}

function cellLines(cell: MatrixCell | undefined, notRequired: string, { size, longest }: Fit): Run[][] {
  if (!cell) return [[{ text: notRequired, size, color: '#4a4a4a' }]]
  const lines: Run[][] = [
    [
      { text: `${cell.name}: `, size },
      { text: cell.state, bold: true, size },
    ],
  ]
  if (cell.exhibits) lines.push([{ text: cell.exhibits, size }])
  for (const { label, text } of cell.texts) {
    if (text === '') continue
    const shown = shorten(text, longest)
    lines.push(
      label === ''
        ? [{ text: shown, size }]
        : [
            { text: `${label}: `, italic: true, size },
            { text: shown, size },
          ],
    )
  }
  return lines
}

/** The same words with single spaces, cut at `longest` letters. */
function shorten(text: string, longest: number): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()]
  return letters.length <= longest ? letters.join('') : `${letters.slice(0, longest - 1).join('')}…`
}

function cutsAny(sheet: MatrixSheet, longest: number): boolean {
  return sheet.rows.some(row =>
    row.cells.some(cell =>
      cell.texts.some(({ text }) => [...text.replace(/\s+/g, ' ').trim()].length > longest),
    ),
  )
}

import type { Alignment, Line, LineLayout, Run } from './line-layout.ts'
import { ascentShare, type Column, makeRoom } from './page-flow.ts'
import { drawArtifact } from './pdf-document.ts'
import type { PdfDocument, StructElement } from './pdfkit-seam.ts'

export interface TableCell {
  /** One entry per paragraph. */
  paragraphs: readonly (readonly Run[])[]
  header?: boolean
  columnSpan?: number
  align?: Alignment
}
export interface TableRow {
  /** Header rows come first and are repeated on each page. */
  header?: boolean
  cells: readonly TableCell[]
}
export interface TableOptions {
  /** Relative column widths; they are scaled to the column. */
  widths: readonly number[]
  size?: number
  /** What the table is about, for screen readers. */
  summary?: string
  /** Begins a new page rather than cut a table that would fit on one. */
  keepTogether?: boolean
}

interface CellLine {
  line: Line
  height: number
}
interface MeasuredCell {
  cell: TableCell
  left: number
  width: number
  lines: CellLine[]
}
interface MeasuredRow {
  header: boolean
  cells: MeasuredCell[]
  height: number
}

const padding = 4
const headFill = '#ededed'

/**
 * Draws a table with tagged rows and header cells. Header rows repeat on each page (as artifacts),
 * and a row taller than the rest of an empty page goes on over the page break.
 */
export function drawTable(
  layout: LineLayout,
  parent: StructElement,
  rows: readonly TableRow[],
  column: Column,
  options: TableOptions,
): void {
  const { doc } = layout
  const sizeBefore = layout.size
  layout.size = options.size ?? 9.5
  const table = doc.struct('Table')
  if (options.summary) table.dictionary.data.A = { O: 'Table', Summary: new String(options.summary) }
  parent.add(table)
  const total = options.widths.reduce((sum, width) => sum + width, 0)
  const widths = options.widths.map(width => (width * column.width) / total)
  const measured = rows.map(row => measureRow(layout, row, column.left, widths))
  const heads = measured.filter(row => row.header)
  const headHeight = heads.reduce((sum, row) => sum + row.height, 0)

  const tableHeight = measured.reduce((sum, row) => sum + row.height, 0)
  if (options.keepTogether && tableHeight < pageRoom(doc) / 2) makeRoom(doc, tableHeight)
  let section: StructElement | null = null
  let sectionType = ''
  measured.forEach((row, index) => {
    const following = row.header ? (measured[index + 1]?.height ?? 0) : 0
    if (doc.y + Math.min(row.height + following, pageRoom(doc) - headHeight) > doc.page.maxY()) {
      nextPage(layout, row.header ? [] : heads)
    }
    const wanted = row.header ? 'THead' : 'TBody'
    if (wanted !== sectionType) {
      section?.end()
      section = doc.struct(wanted)
      table.add(section)
      sectionType = wanted
    }
    if (section) drawRow(layout, section, row, heads)
  })
  ;(section as StructElement | null)?.end()
  table.end()
  doc.y += 8
  layout.size = sizeBefore
}

const pageRoom = (doc: PdfDocument) => doc.page.maxY() - doc.page.margins.top

function measureRow(layout: LineLayout, row: TableRow, left: number, widths: readonly number[]): MeasuredRow {
  let next = 0
  let x = left
  const cells = row.cells.map(cell => {
    const span = cell.columnSpan ?? 1
    const width = widths.slice(next, next + span).reduce((sum, value) => sum + value, 0)
    const lines = cell.paragraphs.flatMap(runs => {
      const height = layout.lineHeight(runs)
      return layout.breakLines(runs, Math.max(width - 2 * padding, 4)).map(line => ({ line, height }))
    })
    const measured = { cell, left: x, width, lines }
    next += span
    x += width
    return measured
  })
  const height = Math.max(0, ...cells.map(cell => linesHeight(cell.lines))) + 2 * padding
  return { header: row.header ?? false, cells, height }
}

const linesHeight = (lines: readonly CellLine[]) => lines.reduce((sum, line) => sum + line.height, 0)

function nextPage(layout: LineLayout, heads: readonly MeasuredRow[]): void {
  const { doc } = layout
  doc.continueOnNewPage()
  if (heads.length === 0) return
  drawArtifact(
    doc,
    () => {
      for (const head of heads) {
        drawFrame(doc, head, head.height)
        for (const cell of head.cells) drawCellLines(layout, cell, cell.lines, doc.y)
        doc.y += head.height
      }
    },
    { type: 'Pagination' },
  )
}

function drawRow(
  layout: LineLayout,
  section: StructElement,
  row: MeasuredRow,
  heads: readonly MeasuredRow[],
): void {
  const { doc } = layout
  const tableRow = doc.struct('TR')
  section.add(tableRow)
  const elements = row.cells.map(({ cell }) => {
    const isHeader = row.header || cell.header
    const element = doc.struct(
      isHeader ? 'TH' : 'TD',
      isHeader ? { scope: row.header ? 'Column' : 'Row' } : {},
    )
    if ((cell.columnSpan ?? 1) > 1) {
      const attributes = element.dictionary.data.A as Record<string, unknown> | undefined
      element.dictionary.data.A = { ...attributes, O: 'Table', ColSpan: cell.columnSpan }
    }
    tableRow.add(element)
    return element
  })
  let rest = row.cells.map(cell => cell.lines)
  do {
    const room = doc.page.maxY() - doc.y - 2 * padding
    const parts = rest.map(lines => takeLines(lines, room))
    rest = rest.map((lines, index) => lines.slice(parts[index]?.length ?? 0))
    const height = Math.max(0, ...parts.map(linesHeight)) + 2 * padding
    drawArtifact(doc, () => drawFrame(doc, row, height))
    row.cells.forEach((cell, index) => {
      const lines = parts[index] ?? []
      elements[index]?.add(() => drawCellLines(layout, cell, lines, doc.y))
    })
    doc.y += height
    if (rest.some(lines => lines.length > 0)) nextPage(layout, row.header ? [] : heads)
  } while (rest.some(lines => lines.length > 0))
  for (const element of elements) element.end()
  tableRow.end()
}

/** As many lines as fit, but at least one, so that a row always gets on. */
function takeLines(lines: readonly CellLine[], room: number): CellLine[] {
  let used = 0
  const taken: CellLine[] = []
  for (const line of lines) {
    if (taken.length > 0 && used + line.height > room + 0.01) break
    used += line.height
    taken.push(line)
  }
  return taken
}

function drawCellLines(
  layout: LineLayout,
  cell: MeasuredCell,
  lines: readonly CellLine[],
  top: number,
): void {
  let y = top + padding
  for (const { line, height } of lines) {
    const { align = 'left' } = cell.cell
    layout.drawLine(line, cell.left + padding, y + height * ascentShare, cell.width - 2 * padding, align)
    y += height
  }
}

function drawFrame(doc: PdfDocument, row: MeasuredRow, height: number): void {
  for (const cell of row.cells) {
    if (row.header) doc.save().rect(cell.left, doc.y, cell.width, height).fill(headFill).restore()
    doc.save().lineWidth(0.5).rect(cell.left, doc.y, cell.width, height).stroke('black').restore()
  }
  doc.fillColor('black')
}

import type { LineLayout, Run } from './line-layout.ts'
import type { HeadLines, MatrixCell, MatrixSheet } from './matrix-sheet.ts'

const PERSON_WIDTH = 96
const PROVISION_WIDTH = 124
/** Blank points around the text of a cell, as the table draws it. */
const PADDING = 4
const GREY = '#4a4a4a'

/** How large the type is, and how many lines a row may have before its texts are cut. */
export type Fit = { size: number; lines: number }

/** Widths of the columns in points for a table of `width` and the longest provision of the sheet. */
export function columnWidths(sheet: MatrixSheet, width: number): number[] {
  const count = Math.max(1, ...sheet.rows.map(row => row.cells.length))
  const room = (width - PERSON_WIDTH - PROVISION_WIDTH) / count
  return [PERSON_WIDTH, PROVISION_WIDTH, ...Array<number>(count).fill(room)]
}

/** The paragraphs of one row, cut to the lines of the fit; each cell fills the room that its row has anyway. */
export function rowParagraphs(
  layout: LineLayout,
  sheet: MatrixSheet,
  row: MatrixSheet['rows'][number],
  widths: readonly number[],
  fit: Fit,
): Run[][][] {
  return widths.map((width, n) => {
    const pen = new CellPen(layout, width - 2 * PADDING, fit)
    if (n === 0) pen.head(row.person)
    else if (n === 1) pen.head(row.provision)
    else if (row.cells.length > 0) pen.cell(row.cells[n - 2], sheet.notRequired)
    return pen.paragraphs
  })
}

/** Height in points of the table with its head, as it will be drawn with this fit. */
export function tableHeight(
  layout: LineLayout,
  sheet: MatrixSheet,
  widths: readonly number[],
  fit: Fit,
): number {
  const lineHeight = fit.size * layout.leading
  const linesOf = (cell: readonly Run[][], n: number) =>
    cell.reduce((sum, runs) => sum + layout.breakLines(runs, (widths[n] ?? 0) - 2 * PADDING).length, 0)
  return sheet.rows.reduce(
    (sum, row) => {
      const cells = rowParagraphs(layout, sheet, row, widths, fit)
      return sum + Math.max(...cells.map(linesOf)) * lineHeight + 2 * PADDING
    },
    lineHeight + 2 * PADDING,
  )
}

/** Writes the paragraphs of one cell and counts the lines that are left. */
class CellPen {
  readonly paragraphs: Run[][] = []
  private left: number
  private readonly layout: LineLayout
  private readonly width: number
  private readonly size: number

  constructor(layout: LineLayout, width: number, { size, lines }: Fit) {
    this.layout = layout
    this.width = width
    this.size = size
    this.left = lines
  }

  head({ always, ifRoom }: HeadLines): void {
    for (const [n, text] of always.filter(Boolean).entries()) {
      this.write([{ text, bold: n === 0, size: this.size }])
    }
    for (const text of ifRoom) {
      const runs = [{ text, size: this.size }]
      if (text !== '' && this.count(runs) <= this.left) this.write(runs)
    }
  }

  cell(cell: MatrixCell | undefined, notRequired: string): void {
    const { size } = this
    if (!cell) return this.write([{ text: notRequired, size, color: GREY }])
    this.write([
      { text: `${cell.name}: `, size },
      { text: cell.state, bold: true, size },
    ])
    if (cell.exhibits) this.write([{ text: cell.exhibits, size }])
    const texts = cell.texts.filter(({ text }) => text !== '')
    if (texts.length > this.left && cell.brief !== '') this.write([{ text: cell.brief, size }])
    else for (const [n, text] of texts.entries()) this.cut(text, this.left - (texts.length - n - 1))
  }

  /** A text with the word before it in at most so many lines. */
  private cut({ label, text }: MatrixCell['texts'][number], lines: number): void {
    if (lines < 1) return
    const { size } = this
    const words = text.split(/\s+/).filter(Boolean)
    const runs = (shown: string): Run[] =>
      label === ''
        ? [{ text: shown, size }]
        : [
            { text: `${label}: `, italic: true, size },
            { text: shown, size },
          ]
    const whole = runs(words.join(' '))
    if (this.count(whole) <= lines) return this.write(whole)
    // The most words that still fit, found by halving.
    let [fits, tooMany] = [0, words.length]
    while (tooMany - fits > 1) {
      const middle = Math.floor((fits + tooMany) / 2)
      if (this.count(runs(`${words.slice(0, middle).join(' ')}…`)) <= lines) fits = middle
      else tooMany = middle
    }
    this.write(runs(`${words.slice(0, fits).join(' ')}…`))
  }

  private write(runs: Run[]): void {
    this.left -= this.count(runs)
    this.paragraphs.push(runs)
  }

  private count(runs: readonly Run[]): number {
    return this.layout.breakLines(runs, this.width).length
  }
}

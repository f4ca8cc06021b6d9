import type { Node } from 'prosemirror-model'
import { CodedError } from '../errors.ts'
import type { LineLayout, Run, TextRun } from './line-layout.ts'
import { type Column, drawList, drawParagraph } from './page-flow.ts'
import type { OutlineItem, StructElement } from './pdfkit-seam.ts'
import { parseRichText } from './rich-text-schema.ts'
import { drawTable, type TableRow } from './table.ts'

export interface RichTextContext {
  /** Values of the `variable` atoms. */
  variables: Readonly<Record<string, string>>
  /** In a draft an unknown variable is shown in brackets; in a final letter it is an error. */
  draft: boolean
  /** Headings become bookmarks below this item. */
  outline: OutlineItem
}

const tableSize = 9.5
const indentStep = 34
const LISTED: ReadonlySet<string> = new Set(['orderedList', 'bulletList', 'table'])
const alphabet = 'abcdefghijklmnopqrstuvwxyz'

/**
 * Draws a checked letter body at the current height.
 * @throws CodedError 'letters.bodyInvalid' {reason}; 'letters.variableMissing' {name} in a final letter
 */
export function drawRichText(
  layout: LineLayout,
  parent: StructElement,
  body: unknown,
  column: Column,
  context: RichTextContext,
): void {
  const writer = new RichTextWriter(layout, context)
  writer.children(parseRichText(body), parent, column, 0)
}

class RichTextWriter {
  private readonly layout: LineLayout
  private readonly context: RichTextContext
  private lastLevel = 0

  constructor(layout: LineLayout, context: RichTextContext) {
    this.layout = layout
    this.context = context
  }

  children(node: Node, parent: StructElement, column: Column, depth: number): void {
    node.forEach((child, _offset, index) => {
      const next = index + 1 < node.childCount ? node.child(index + 1).type.name : ''
      this.block(child, parent, column, depth, LISTED.has(next))
    })
  }

  /** `leadsIn`: a list or table follows, which the block must not leave for the next page. */
  private block(node: Node, parent: StructElement, column: Column, depth: number, leadsIn: boolean): void {
    const kind = node.type.name
    if (kind === 'heading') this.heading(node, parent, column)
    else if (kind === 'paragraph') this.paragraph(node, parent, column, depth, leadsIn)
    else if (kind === 'orderedList' || kind === 'bulletList') this.list(node, parent, column, depth)
    else if (kind === 'table') this.table(node, parent, column)
    else throw new CodedError('letters.bodyInvalid', { reason: kind })
  }

  private paragraph(
    node: Node,
    parent: StructElement,
    column: Column,
    depth: number,
    leadsIn: boolean,
  ): void {
    const firstIndent = Math.min(Math.max(Number(node.attrs.indent), 0), 4) * indentStep
    const gap = depth > 0 ? 3 : 6
    drawParagraph(this.layout, parent, this.runs(node), column, {
      firstIndent,
      gap,
      keepBelow: leadsIn ? 32 : 0,
    })
  }

  private heading(node: Node, parent: StructElement, column: Column): void {
    // PDF/UA allows no skipped level, whatever the writer chose.
    const level = Math.min(Number(node.attrs.level), this.lastLevel + 1)
    this.lastLevel = level
    const runs = this.runs(node, { bold: true })
    drawParagraph(this.layout, parent, runs, column, {
      align: 'left',
      tag: `H${level}`,
      keepBelow: 32,
      gap: 4,
    })
    const title = runs
      .map(run => ('text' in run ? run.text : ' '))
      .join('')
      .trim()
    if (title) this.context.outline.addItem(title)
  }

  private list(node: Node, parent: StructElement, column: Column, depth: number): void {
    const isOrdered = node.type.name === 'orderedList'
    const lettered = isOrdered && depth % 2 === 1
    const start = isOrdered ? Math.max(Math.trunc(Number(node.attrs.start)), 1) : 1
    const items: ((body: StructElement, inner: Column) => void)[] = []
    node.forEach(item => {
      items.push((body, inner) => this.children(item, body, inner, depth + 1))
    })
    drawList(this.layout, parent, items, column, {
      numbering: isOrdered ? (lettered ? 'LowerAlpha' : 'Decimal') : 'Disc',
      label: index => (isOrdered ? listLabel(index + start, lettered) : '•'),
      indent: start + items.length > 99 ? 30 : 22,
      gap: depth > 0 ? 0 : 3,
    })
  }

  private table(node: Node, parent: StructElement, column: Column): void {
    const rows: TableRow[] = []
    let isHead = true
    node.forEach(row => {
      const cells: TableRow['cells'][number][] = []
      row.forEach(cell => {
        const header = cell.type.name === 'tableHeader'
        const paragraphs: Run[][] = []
        cell.forEach(paragraph => {
          paragraphs.push(
            this.runs(paragraph, header ? { bold: true, size: tableSize } : { size: tableSize }),
          )
        })
        cells.push({ header, columnSpan: Number(cell.attrs.colspan), paragraphs })
      })
      isHead &&= cells.every(cell => cell.header)
      rows.push({ header: isHead, cells })
    })
    drawTable(this.layout, parent, rows, column, { widths: columnWidths(node), size: tableSize })
  }

  private runs(node: Node, base: Partial<TextRun> = {}): Run[] {
    const runs: Run[] = []
    node.forEach(inline => {
      const style: Partial<TextRun> = { ...base }
      for (const mark of inline.marks) {
        if (mark.type.name === 'bold') style.bold = true
        if (mark.type.name === 'italic') style.italic = true
        if (mark.type.name === 'underline') style.underline = true
      }
      if (inline.type.name === 'hardBreak') runs.push({ lineBreak: true })
      else if (inline.type.name === 'variable')
        runs.push({ ...style, text: this.value(String(inline.attrs.name)) })
      else runs.push({ ...style, text: inline.text ?? '' })
    })
    return runs
  }

  private value(name: string): string {
    const known = Object.hasOwn(this.context.variables, name) ? this.context.variables[name] : undefined
    if (known !== undefined && known.trim() !== '') return known
    if (this.context.draft) return `[${name}]`
    throw new CodedError('letters.variableMissing', { name })
  }
}

function listLabel(number: number, lettered: boolean): string {
  if (!lettered) return `${number}.`
  let rest = number
  let label = ''
  while (rest > 0) {
    label = `${alphabet[(rest - 1) % 26]}${label}`
    rest = Math.floor((rest - 1) / 26)
  }
  return `${label}.`
}

/** Widths of the widest row; columns without a width share evenly. */
function columnWidths(table: Node): number[] {
  let widths: number[] = []
  table.forEach(row => {
    const own: number[] = []
    row.forEach(cell => {
      const span = Number(cell.attrs.colspan)
      const given = cell.attrs.colwidth as number[] | null
      for (let index = 0; index < span; index++) own.push(given?.[index] ?? 100)
    })
    if (own.length > widths.length) widths = own
  })
  return widths
}

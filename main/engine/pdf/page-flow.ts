import type { Alignment, LineLayout, Run } from './line-layout.ts'
import type { PdfDocument, StructElement } from './pdfkit-seam.ts'

/** Where a block may draw, in points from the left edge of the page. */
export interface Column {
  left: number
  width: number
}

/** Baseline within a line box; Arimo and Tinos share these metrics. */
export const ascentShare = 0.76

/** The column between the page margins. */
export function pageColumn(doc: PdfDocument): Column {
  const { left, right } = doc.page.margins
  return { left, width: doc.page.width - left - right }
}

/** Begins a new page unless `height` points are left on this one. */
export function makeRoom(doc: PdfDocument, height: number): void {
  if (doc.y + height > doc.page.maxY() + 0.01) doc.continueOnNewPage()
}

export interface ParagraphOptions {
  align?: Alignment
  firstIndent?: number
  /** Space below, in points. */
  gap?: number
  /** Structure type: P, H1 … H6. */
  tag?: string
  /** Points that must stay free below the paragraph, so that a heading is not left alone. */
  keepBelow?: number
}

/**
 * Draws a paragraph at the current height and moves below it. Two lines stay together at either
 * side of a page break.
 */
export function drawParagraph(
  layout: LineLayout,
  parent: StructElement,
  runs: readonly Run[],
  column: Column,
  options: ParagraphOptions = {},
): void {
  const { doc } = layout
  const { align = 'justify', firstIndent = 0, gap = 6, tag = 'P', keepBelow = 0 } = options
  const height = layout.lineHeight(runs)
  const lines = layout.breakLines(runs, column.width, firstIndent)
  const element = doc.struct(tag)
  parent.add(element)
  makeRoom(doc, Math.min(lines.length, 2) * height + keepBelow)
  element.add(() => {
    lines.forEach((line, index) => {
      const isSecondLast = lines.length - index === 2 && index > 0
      makeRoom(doc, isSecondLast ? 2 * height : height)
      const indent = index === 0 ? firstIndent : 0
      layout.drawLine(line, column.left + indent, doc.y + height * ascentShare, column.width - indent, align)
      doc.y += height
    })
  })
  element.end()
  doc.y += gap
}

export interface ListOptions {
  label: (index: number) => string
  /** PDF list numbering (ISO 32000-1, table 347). */
  numbering: 'Decimal' | 'LowerAlpha' | 'Disc' | 'None'
  /** Width of the label column in points. */
  indent?: number
  gap?: number
}

/** Draws a list; each item draws its own blocks into the column it is given. */
export function drawList(
  layout: LineLayout,
  parent: StructElement,
  items: readonly ((body: StructElement, column: Column) => void)[],
  column: Column,
  options: ListOptions,
): void {
  const { doc } = layout
  const { indent = 22, gap = 4 } = options
  const list = doc.struct('L')
  list.dictionary.data.A = { O: 'List', ListNumbering: options.numbering }
  parent.add(list)
  items.forEach((drawItem, index) => {
    const height = layout.size * layout.leading
    makeRoom(doc, height * 2)
    const item = doc.struct('LI')
    list.add(item)
    const label = doc.struct('Lbl')
    item.add(label)
    label.add(() => {
      layout.drawText({ text: options.label(index) }, column.left, doc.y + height * ascentShare, indent)
    })
    label.end()
    const body = doc.struct('LBody')
    item.add(body)
    drawItem(body, { left: column.left + indent, width: column.width - indent })
    body.end()
    item.end()
  })
  list.end()
  doc.y += gap
}

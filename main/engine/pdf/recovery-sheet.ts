import { type CivilDate, formatDate, type Instant } from '../../../shared/dates.ts'
import type { FontSet } from './fonts.ts'
import { letterWording } from './letter-wording.ts'
import { LineLayout } from './line-layout.ts'
import { ascentShare, drawList, drawParagraph, pageColumn } from './page-flow.ts'
import { footPages } from './page-furniture.ts'
import { createPdf, drawArtifact, finishPdf } from './pdf-document.ts'
import type { StructElement } from './pdfkit-seam.ts'
import { drawQrCode } from './qr-code.ts'
import { recoveryWording as wording } from './recovery-sheet-wording.ts'
import { drawTable } from './table.ts'

export interface RecoverySheet {
  institution: string
  /** How people call this store; no path. */
  storeLabel: string
  /** Printed in groups of five; hyphens and blanks in it are taken out first. */
  recoveryKey: string
  on: CivilDate
}

const groupSize = 5
const groupsPerLine = 4
const qrSize = 104
const keySize = 17
const lineHeight = 27

/**
 * Renders the recovery sheet as a one-page A4 PDF: what it opens, the key in groups of five and as QR
 * code, what it is for, how to keep it. The bytes hold a secret: print them, never store them.
 */
export async function renderRecoverySheet(sheet: RecoverySheet, fonts: FontSet): Promise<Uint8Array> {
  const doc = createPdf(
    {
      title: `${wording.title} – ${sheet.storeLabel}`,
      author: sheet.institution,
      subject: wording.subtitle,
      keywords: '',
      identifier: null,
      createdAt: `${sheet.on}T00:00:00.000Z` as Instant,
    },
    { paper: 'A4', margins: { top: 56, bottom: 60, left: 62, right: 62 } },
  )
  const layout = new LineLayout(doc, { family: fonts.arimo, size: 10.5, missingGlyphs: 'substitute' })
  doc.addPage()
  const root = doc.struct('Document')
  doc.addStructure(root)
  const column = pageColumn(doc)
  const line = (text: string, size: number, tag: string, gap: number) =>
    drawParagraph(layout, root, [{ text, bold: tag !== 'P', size }], column, { align: 'left', tag, gap })

  line(wording.title, 18, 'H1', 0)
  line(wording.subtitle, 10.5, 'P', 12)
  const facts: [string, string][] = [
    [wording.institution, sheet.institution],
    [wording.store, sheet.storeLabel],
    [wording.date, formatDate(sheet.on)],
  ]
  for (const [label, value] of facts) {
    const runs = [{ text: `${label}: ` }, { text: value, bold: true }]
    drawParagraph(layout, root, runs, column, { align: 'left', gap: 1 })
  }
  doc.y += 12
  line(wording.keyTitle, 12, 'H2', 6)
  drawKey(layout, root, sheet.recoveryKey)
  line(wording.keyHint, 9, 'P', 14)
  section(layout, root, wording.purposeTitle, wording.purpose)
  section(layout, root, wording.keepingTitle, wording.keeping)
  line(wording.handoverTitle, 12, 'H2', 4)
  const cells = (texts: readonly string[], bold: boolean) =>
    texts.map(text => ({ paragraphs: [[{ text, bold, size: 9 }], ...(bold ? [] : [[{ text: ' ' }]])] }))
  const blank = {
    cells: cells(
      wording.handoverHead.map(() => ' '),
      false,
    ),
  }
  const rows = [{ header: true, cells: cells(wording.handoverHead, true) }, blank, blank]
  drawTable(layout, root, rows, column, { widths: [30, 30, 18, 22], summary: wording.handoverTitle })
  root.end()
  footPages(layout, { note: wording.footer, page: letterWording.page })
  return finishPdf(doc)
}

/** The key without separators, in groups of five. */
export function keyGroups(key: string): string[] {
  return key.replace(/[\s-]/g, '').match(new RegExp(`.{1,${groupSize}}`, 'gu')) ?? []
}

function drawKey(layout: LineLayout, root: StructElement, key: string): void {
  const { doc } = layout
  const column = pageColumn(doc)
  const groups = keyGroups(key)
  const lines = Math.ceil(groups.length / groupsPerLine)
  const height = Math.max(qrSize, lines * lineHeight) + 28
  const top = doc.y
  drawArtifact(doc, () => {
    doc.save().lineWidth(1).roundedRect(column.left, top, column.width, height, 4).stroke('black').restore()
  })
  const textWidth = column.width - qrSize - 48
  const cell = textWidth / groupsPerLine
  const textTop = top + (height - lines * lineHeight) / 2
  const element = doc.struct('P')
  root.add(element)
  element.add(() => {
    groups.forEach((text, index) => {
      const row = Math.floor(index / groupsPerLine)
      const x = column.left + 18 + (index % groupsPerLine) * cell
      const baseline = textTop + row * lineHeight + lineHeight * ascentShare
      layout.drawText({ text: `${text} `, bold: true, size: keySize }, x, baseline, cell + 10)
    })
  })
  element.end()
  const x = column.left + column.width - qrSize - 14
  const y = top + (height - qrSize) / 2
  const figure = doc.struct('Figure', {
    alt: wording.qrAlt,
    bbox: [x, y, x + qrSize, y + qrSize],
    placement: 'Block',
  })
  root.add(figure)
  figure.add(() => drawQrCode(doc, groups.join('-'), x, y, qrSize))
  figure.end()
  doc.y = top + height + 8
}

function section(layout: LineLayout, root: StructElement, title: string, sentences: readonly string[]): void {
  const column = pageColumn(layout.doc)
  const heading = { align: 'left', tag: 'H2', gap: 3 } as const
  drawParagraph(layout, root, [{ text: title, bold: true, size: 12 }], column, heading)
  const items = sentences.map(text => (body: StructElement, inner: typeof column) => {
    drawParagraph(layout, body, [{ text }], inner, { align: 'left', gap: 2 })
  })
  drawList(layout, root, items, column, { numbering: 'Disc', label: () => '•', indent: 14, gap: 8 })
}

import type { LineLayout } from './line-layout.ts'
import { pageColumn } from './page-flow.ts'
import { drawArtifact } from './pdf-document.ts'

const grey = '#4a4a4a'

/** Prints a diagonal mark below the content of each page that is added from now on. */
export function watermarkPages(layout: LineLayout, text: string): void {
  const { doc } = layout
  doc.on('pageAdded', () => {
    const { width, height } = doc.page
    const y = doc.y
    drawArtifact(doc, () => {
      doc.save().rotate(-38, { origin: [width / 2, height / 2] })
      layout.drawText(
        { text, bold: true, size: 118, color: '#ececec' },
        -200,
        height / 2 + 42,
        width + 400,
        'center',
      )
      doc.restore()
    })
    doc.y = y
  })
}

/** Prints a line at the head of each page but the first that is added from now on. */
export function headLaterPages(layout: LineLayout, text: string): void {
  const { doc } = layout
  doc.on('pageAdded', () => {
    if (doc.bufferedPageRange().count < 2) return
    const y = doc.y
    const column = pageColumn(doc)
    drawArtifact(
      doc,
      () => {
        layout.drawText({ text, size: 8.5, color: grey }, column.left, 40, column.width)
      },
      { type: 'Pagination', attached: ['Top'] },
    )
    doc.y = y
  })
}

export interface FooterOptions {
  /** Left side, may take several lines. */
  note: string | null
  page: (page: number, count: number) => string
}

/** Prints the footer on all pages; to be called once, after the last page. */
export function footPages(layout: LineLayout, options: FooterOptions): void {
  const { doc } = layout
  const { count } = doc.bufferedPageRange()
  const size = 8
  for (let index = 0; index < count; index++) {
    doc.switchToPage(index)
    const column = pageColumn(doc)
    const baseline = doc.page.height - 34
    drawArtifact(
      doc,
      () => {
        const pageText = { text: options.page(index + 1, count), size, color: grey }
        layout.drawText(pageText, column.left, baseline, column.width, 'right')
        if (!options.note) return
        const room = column.width - 100
        layout
          .breakLines([{ text: options.note, size, color: grey }], room)
          .slice(0, 2)
          .forEach((line, row) => {
            layout.drawLine({ ...line, hard: true }, column.left, baseline + row * size * 1.25, room, 'left')
          })
      },
      { type: 'Pagination', attached: ['Bottom'] },
    )
  }
}

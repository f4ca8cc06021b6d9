import { formatDate } from '../../../shared/dates.ts'
import type { FontSet } from './fonts.ts'
import { letterWording } from './letter-wording.ts'
import { drawLetterhead } from './letterhead.ts'
import { LineLayout, type Run } from './line-layout.ts'
import type { MinutesCase, MinutesDocument, MinutesPerson } from './minutes-types.ts'
import { choiceLabels, minutesWording as wording } from './minutes-wording.ts'
import { drawList, drawParagraph, type ParagraphOptions, pageColumn } from './page-flow.ts'
import { footPages, headLaterPages, watermarkPages } from './page-furniture.ts'
import { createPdf, finishPdf } from './pdf-document.ts'
import type { OutlineItem, StructElement } from './pdfkit-seam.ts'
import { drawSignatureBlocks, signatureBlocksHeight } from './signature-block.ts'
import { drawTable, type TableRow } from './table.ts'

const margins = { top: 56, bottom: 64, left: 71, right: 57 }

/**
 * Renders the minutes (berita acara) of a plenary as PDF/A-3a + PDF/UA-1: place and time, attendance,
 * quorum, recusals, and for each person the votes, the result, considerations and dissent.
 * Characters without a glyph are shown as their code point.
 */
export async function renderMinutes(minutes: MinutesDocument, fonts: FontSet): Promise<Uint8Array> {
  const title = `${wording.title} ${minutes.number}`
  const doc = createPdf(
    {
      title,
      author: minutes.letterhead.name,
      subject: `${wording.title} ${formatDate(minutes.heldOn)}`,
      keywords: minutes.id,
      identifier: minutes.number,
      createdAt: minutes.createdAt,
    },
    { paper: minutes.paper, margins },
  )
  const size = minutes.typeface === 'tinos' ? 12 : 11
  const layout = new LineLayout(doc, { family: fonts[minutes.typeface], size, missingGlyphs: 'substitute' })
  if (minutes.draft) watermarkPages(layout, letterWording.draftMark)
  headLaterPages(layout, wording.number(minutes.number))
  doc.addPage()
  const root = doc.struct('Document')
  doc.addStructure(root)
  new MinutesWriter(layout, root, doc.outline.addItem(title, { expanded: true })).draw(minutes)
  root.end()
  const note = minutes.auditDayRoot ? wording.auditRoot(minutes.auditDayRoot) : null
  footPages(layout, { note, page: letterWording.page })
  return finishPdf(doc)
}

class MinutesWriter {
  private readonly layout: LineLayout
  private readonly root: StructElement
  private readonly outline: OutlineItem

  constructor(layout: LineLayout, root: StructElement, outline: OutlineItem) {
    this.layout = layout
    this.root = root
    this.outline = outline
  }

  draw(minutes: MinutesDocument): void {
    drawLetterhead(this.layout, this.root, minutes.letterhead)
    const centred = { align: 'center', gap: 0 } as const
    this.text([{ text: wording.title, bold: true, size: 13 }], { ...centred, tag: 'H1' })
    this.text([{ text: wording.number(minutes.number) }], { ...centred, gap: 14 })
    this.text([{ text: wording.opening(minutes) }])

    this.section(`A. ${wording.attendance}`)
    this.attendance(minutes)
    this.text([{ text: wording.quorum(minutes.quorum) }])
    this.section(`B. ${wording.recusals}`)
    this.recusals(minutes.cases)
    this.section(`C. ${wording.decisions}`)
    for (const caseFile of minutes.cases) this.caseFile(caseFile)

    const keepBelow = signatureBlocksHeight(this.layout, minutes.signatories)
    this.text([{ text: wording.closing(minutes) }], { keepBelow, gap: 14 })
    drawSignatureBlocks(this.layout, this.root, minutes.signatories, {
      withFields: minutes.electronicSignatures,
      qrText: signatory =>
        ['ADJUDIKASN', minutes.number, minutes.auditDayRoot ?? '', signatory.field].join('|'),
    })
  }

  private text(runs: readonly Run[], options: ParagraphOptions = {}): void {
    drawParagraph(this.layout, this.root, runs, pageColumn(this.layout.doc), options)
  }

  private section(title: string): void {
    this.layout.doc.y += 4
    this.text([{ text: title, bold: true }], { align: 'left', tag: 'H2', keepBelow: 40, gap: 4 })
    this.outline.addItem(title)
  }

  private attendance(minutes: MinutesDocument): void {
    const rows = minutes.attendance.map((member, index) => [
      `${index + 1}.`,
      member.name,
      member.position,
      member.present ? wording.present : wording.notPresent,
    ])
    this.table(wording.attendanceHead, rows, [7, 40, 35, 18], wording.attendanceSummary)
  }

  private recusals(cases: readonly MinutesCase[]): void {
    const sentences = cases.flatMap(({ caseNumber, recusals }) =>
      recusals.map(({ name, reason }) => wording.recusal(name, caseNumber, reason)),
    )
    if (sentences.length === 0) this.text([{ text: wording.noRecusal }])
    else this.numbered(sentences)
  }

  private caseFile(caseFile: MinutesCase): void {
    const title = wording.caseTitle(caseFile.caseNumber)
    this.text([{ text: title, bold: true }], { align: 'left', tag: 'H3', keepBelow: 40, gap: 3 })
    this.outline.addItem(title)
    this.text([{ text: caseFile.summary }])
    for (const person of caseFile.persons) this.person(person)
  }

  private person(person: MinutesPerson): void {
    const number = person.nip ? ` (${letterWording.nip(person.nip)})` : ''
    this.text([{ text: `${person.name}${number}`, bold: true }], {
      align: 'left',
      tag: 'H4',
      keepBelow: 50,
      gap: 0,
    })
    this.text([{ text: wording.person(person.position, person.agency) }], { align: 'left', keepBelow: 30 })
    if (person.provisions.length > 0) {
      this.text([{ text: wording.question }], { gap: 2, keepBelow: 32 })
      this.numbered(person.provisions)
    }
    if (person.considerations.length > 0) {
      this.text([{ text: wording.considerations }], { gap: 2, keepBelow: 32 })
      this.numbered(person.considerations)
    }
    const rows = person.votes.map((vote, index) => [
      `${index + 1}.`,
      vote.name,
      choiceLabels[vote.choice],
      vote.sanction ?? wording.noValue,
    ])
    this.table(wording.voteHead, rows, [7, 36, 25, 32], wording.voteSummary(person.name))
    this.text([{ text: wording.result, bold: true }, { text: person.result }])
    for (const { name, opinion } of person.dissents) {
      this.text([{ text: wording.dissent(name), bold: true }, { text: opinion }])
    }
    this.layout.doc.y += 4
  }

  private numbered(sentences: readonly string[]): void {
    const { layout } = this
    const items = sentences.map(text => (body: StructElement, column: ReturnType<typeof pageColumn>) => {
      drawParagraph(layout, body, [{ text }], column, { gap: 2 })
    })
    const label = (index: number) => `${index + 1}.`
    drawList(layout, this.root, items, pageColumn(layout.doc), { numbering: 'Decimal', label })
  }

  private table(
    head: readonly string[],
    rows: readonly (readonly string[])[],
    widths: readonly number[],
    summary: string,
  ): void {
    const header: TableRow = {
      header: true,
      cells: head.map(text => ({ paragraphs: [[{ text, bold: true, size: 9.5 }]] })),
    }
    const body = rows.map(cells => ({ cells: cells.map(text => ({ paragraphs: [[{ text, size: 9.5 }]] })) }))
    const column = pageColumn(this.layout.doc)
    drawTable(this.layout, this.root, [header, ...body], column, { widths, summary, keepTogether: true })
  }
}

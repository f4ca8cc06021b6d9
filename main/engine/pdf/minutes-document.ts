import { formatDate } from '../../../shared/dates.ts'
import { attachedMinutes } from './attached-minutes.ts'
import type { FontSet } from './fonts.ts'
import { decisionFileName } from './letter-types.ts'
import { letterWording } from './letter-wording.ts'
import { drawLetterhead } from './letterhead.ts'
import { LineLayout, type Run } from './line-layout.ts'
import { drawNote, drawPlainTable, drawSentences } from './minutes-blocks.ts'
import { drawMinutesPerson } from './minutes-person-block.ts'
import type { MinutesCase, MinutesDocument, MinutesNoteLine } from './minutes-types.ts'
import { minutesWording as wording } from './minutes-wording.ts'
import { drawParagraph, type ParagraphOptions, pageColumn } from './page-flow.ts'
import { footPages, headLaterPages, watermarkPages } from './page-furniture.ts'
import { createPdf, finishPdf } from './pdf-document.ts'
import type { OutlineItem, StructElement } from './pdfkit-seam.ts'
import { drawSignatureBlocks, signatureBlocksHeight } from './signature-block.ts'

const margins = { top: 56, bottom: 64, left: 71, right: 57 }

/**
 * Renders the minutes (berita acara) of a plenary as PDF/A-3a + PDF/UA-1: place and time, attendance,
 * quorum, recusals, and for each person rulebook, votes, result, considerations and opinions; sentences added by
 * hand are marked.
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
  if (!minutes.draft) {
    const at = new Date(minutes.createdAt)
    doc.file(Buffer.from(attachedMinutes(minutes)), {
      name: decisionFileName,
      type: 'application/json',
      relationship: 'Source',
      description: wording.attachmentDescription,
      creationDate: at,
      modifiedDate: at,
    })
  }
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

    this.notes(minutes.openingNotes)
    this.section(`A. ${wording.attendance}`)
    this.attendance(minutes)
    this.text([{ text: wording.quorum(minutes.quorum) }])
    this.section(`B. ${wording.recusals}`)
    this.recusals(minutes.cases)
    this.section(`C. ${wording.decisions}`)
    for (const caseFile of minutes.cases) this.caseFile(caseFile)
    this.notes(minutes.closingNotes)

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
      member.present ? wording.present : member.leftEarly ? wording.leftEarly : wording.notPresent,
      member.keyFingerprint || wording.noValue,
    ])
    const summary = wording.attendanceSummary
    drawPlainTable(this.layout, this.root, wording.attendanceHead, rows, [7, 32, 25, 14, 22], summary)
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
    this.text([{ text: wording.caseQuorum(caseFile.quorum) }])
    if (caseFile.answers.length > 0) {
      this.text([{ text: wording.answers }], { gap: 2, keepBelow: 32 })
      this.numbered(
        caseFile.answers.map(({ name, prompt, detail, text }) => wording.answer(name, prompt, detail, text)),
      )
    }
    for (const person of caseFile.persons) drawMinutesPerson(this.layout, this.root, person)
    this.notes(caseFile.notes)
  }

  private notes(notes: readonly MinutesNoteLine[]): void {
    for (const note of notes) drawNote(this.layout, this.root, note)
  }

  private numbered(sentences: readonly string[]): void {
    drawSentences(this.layout, this.root, sentences)
  }
}

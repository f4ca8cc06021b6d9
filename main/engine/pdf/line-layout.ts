import type { FontFamily, FontStyle } from './fonts.ts'
import type { PdfDocument } from './pdfkit-seam.ts'
import { type MissingGlyphs, printableText } from './printable-text.ts'

/** A stretch of text in one style. */
export interface TextRun {
  text: string
  bold?: boolean
  italic?: boolean
  underline?: boolean
  /** Points; the layout's size when absent. */
  size?: number
  color?: string
}
export interface LineBreak {
  lineBreak: true
}
export type Run = TextRun | LineBreak

interface Piece {
  text: string
  run: TextRun
  width: number
}
interface Word {
  pieces: Piece[]
  width: number
  /** Space after the word, and the run it belongs to (an underline may go on under it). */
  space: number
  spaceRun: TextRun | null
}
export interface Line {
  words: Word[]
  width: number
  gaps: number
  /** The last line of a paragraph or one before a forced break: never stretched. */
  hard: boolean
}
export type Alignment = 'left' | 'right' | 'center' | 'justify'

export interface LayoutOptions {
  family: FontFamily
  size: number
  leading?: number
  missingGlyphs: MissingGlyphs
}

const styleOf = (run: TextRun): FontStyle =>
  run.bold ? (run.italic ? 'boldItalic' : 'bold') : run.italic ? 'italic' : 'regular'

/**
 * Breaks runs into lines and draws them with real space glyphs, also when justified: pdfkit's own
 * justification emits none, which tagged PDF forbids (ISO 32000-1, 14.8.2.5).
 */
export class LineLayout {
  readonly doc: PdfDocument
  readonly leading: number
  size: number
  private readonly options: LayoutOptions

  constructor(doc: PdfDocument, options: LayoutOptions) {
    this.doc = doc
    this.options = options
    this.size = options.size
    this.leading = options.leading ?? 1.32
    // By registered name: pdfkit opens a new embedded font on each call with a font object.
    for (const [style, font] of Object.entries(options.family)) doc.registerFont(style, font)
    doc.font('regular')
  }

  /** Height of one line of these runs, in points. */
  lineHeight(runs: readonly Run[]): number {
    const sizes = runs.map(run => ('text' in run ? (run.size ?? this.size) : this.size))
    return Math.max(...sizes, sizes.length > 0 ? 0 : this.size) * this.leading
  }

  /** Breaks runs into lines of at most `width` points; the first line is `firstIndent` shorter. */
  breakLines(runs: readonly Run[], width: number, firstIndent = 0): Line[] {
    const lines: Line[] = []
    let line: Line = { words: [], width: 0, gaps: 0, hard: false }
    let available = width - firstIndent
    const next = (hard: boolean) => {
      lines.push({ ...line, hard })
      line = { words: [], width: 0, gaps: 0, hard: false }
      available = width
    }
    for (const word of this.words(runs)) {
      if (word === 'break') {
        next(true)
        continue
      }
      for (const part of word.width > width ? this.splitWord(word, width) : [word]) {
        const space = line.words.at(-1)?.space ?? 0
        if (line.words.length > 0 && line.width + space + part.width > available + 0.01) next(false)
        const isFirst = line.words.length === 0
        line.width += (isFirst ? 0 : space) + part.width
        if (!isFirst) line.gaps++
        line.words.push(part)
      }
    }
    next(true)
    return lines
  }

  /** Draws one line with its baseline at `baseline`. */
  drawLine(line: Line, left: number, baseline: number, width: number, align: Alignment): void {
    let x = left
    let extra = 0
    if (align === 'justify' && !line.hard && line.gaps > 0) extra = (width - line.width) / line.gaps
    else if (align === 'right') x += width - line.width
    else if (align === 'center') x += (width - line.width) / 2

    const segments: Segment[] = []
    const put = (run: TextRun, text: string, advance: number, stretch: number) => {
      let segment = segments.at(-1)
      if (!segment || segment.run !== run) {
        segment = { run, x, width: 0, items: [] }
        segments.push(segment)
      }
      segment.items.push({ text, stretch })
      segment.width += advance
      x += advance
    }
    line.words.forEach((word, index) => {
      for (const piece of word.pieces) put(piece.run, piece.text, piece.width, 0)
      const isLast = index === line.words.length - 1
      if (!isLast && word.spaceRun) put(word.spaceRun, ' ', word.space + extra, extra)
    })
    for (const segment of segments) this.drawSegment(segment, baseline)
  }

  /** Draws text on one line, cut to what fits, and gives its width. */
  drawText(run: TextRun, left: number, baseline: number, width: number, align: Alignment = 'left'): number {
    const line = this.breakLines([run], width)[0]
    if (!line) return 0
    this.drawLine({ ...line, hard: true }, left, baseline, width, align)
    return line.width
  }

  private use(run: TextRun): void {
    this.doc.font(styleOf(run)).fontSize(run.size ?? this.size)
  }

  private words(runs: readonly Run[]): (Word | 'break')[] {
    const out: (Word | 'break')[] = []
    let open: Word | null = null
    for (const run of runs) {
      if ('lineBreak' in run) {
        out.push('break')
        open = null
        continue
      }
      this.use(run)
      const text = printableText(run.text, this.options.family, this.options.missingGlyphs)
      for (const token of text.split(/([ \t\r\n]+)/)) {
        if (token === '') continue
        if (/^[ \t\r\n]+$/.test(token)) {
          if (open) {
            open.space = this.doc.widthOfString(' ')
            open.spaceRun = run
          }
          open = null
          continue
        }
        if (!open) {
          open = { pieces: [], width: 0, space: 0, spaceRun: null }
          out.push(open)
        }
        const width = this.doc.widthOfString(token)
        open.pieces.push({ text: token, run, width })
        open.width += width
      }
    }
    return out
  }

  /** A word wider than the column (a hash, a name without spaces) is cut, never printed over the edge. */
  private splitWord(word: Word, width: number): Word[] {
    const parts: Word[] = []
    let part: Word = { pieces: [], width: 0, space: 0, spaceRun: null }
    for (const piece of word.pieces) {
      this.use(piece.run)
      let text = ''
      let textWidth = 0
      const flush = () => {
        if (text) part.pieces.push({ text, run: piece.run, width: textWidth })
        part.width += textWidth
        text = ''
        textWidth = 0
      }
      for (const character of piece.text) {
        const grown = this.doc.widthOfString(text + character)
        if (part.width + grown > width && (text || part.pieces.length > 0)) {
          flush()
          parts.push(part)
          part = { pieces: [], width: 0, space: 0, spaceRun: null }
          text = character
          textWidth = this.doc.widthOfString(character)
        } else {
          text += character
          textWidth = grown
        }
      }
      flush()
    }
    parts.push({ ...part, space: word.space, spaceRun: word.spaceRun })
    return parts
  }

  private drawSegment(segment: Segment, baseline: number): void {
    const { run, x, width, items } = segment
    const { doc } = this
    const size = run.size ?? this.size
    this.use(run)
    if (run.color) doc.fillColor(run.color)
    const font = doc._font
    doc.page.fonts[font.id] ??= font.ref()
    doc.addContent(
      `q 1 0 0 -1 0 ${doc.page.height} cm\nBT\n/${font.id} ${size} Tf\n` +
        `1 0 0 1 ${decimal(x)} ${decimal(doc.page.height - baseline)} Tm\n` +
        `${showGlyphs(items, text => font.encode(text), 1000 / size)} TJ\nET\nQ`,
    )
    if (run.underline) {
      const y = baseline + size * 0.12
      doc
        .save()
        .lineWidth(size / 20)
        .moveTo(x, y)
        .lineTo(x + width, y)
        .stroke('black')
        .restore()
    }
    if (run.color) doc.fillColor('black')
  }
}

interface Segment {
  run: TextRun
  x: number
  width: number
  items: { text: string; stretch: number }[]
}

const decimal = (value: number) => +value.toFixed(3)

/** The operand of TJ: glyphs with kerning, and the stretch of a justified line after each space. */
function showGlyphs(
  items: Segment['items'],
  encode: (text: string) => [string[], { xAdvance: number; advanceWidth: number }[]],
  perPoint: number,
): string {
  let shown = '[<'
  for (const { text, stretch } of items) {
    const [codes, positions] = encode(text)
    codes.forEach((code, index) => {
      const position = positions[index]
      const kerning = position ? position.xAdvance - position.advanceWidth : 0
      const adjust = kerning + (index === codes.length - 1 ? stretch * perPoint : 0)
      shown += code
      if (adjust) shown += `> ${decimal(-adjust)} <`
    })
  }
  return `${shown}>]`
}

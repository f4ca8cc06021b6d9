import { PdfFile } from './pdf-file.ts'
import { appendRevision } from './pdf-increment.ts'
import { type PdfDict, PdfRaw, PdfRef, PdfSyntaxError, type PdfValue } from './pdf-syntax.ts'

const MOST_PAGES = 2000
const LINE_SIZE = 9
/** Share of the type size that a letter of Helvetica Bold takes on average. */
const LETTER_WIDTH = 0.58

/**
 * A copy of a PDF whose pages say across and at the head that they were replaced. For the screen and for
 * print: the signed bytes stand unchanged at its beginning, and as a whole it verifies as changed, which is
 * right. `mark` is the large word, `line` the sentence. Throws PdfSyntaxError for a PDF that is not ours.
 */
export function markReplaced(pdf: Uint8Array, mark: string, line: string): Uint8Array {
  const file = new PdfFile(Buffer.from(pdf))
  const pages = pagesOf(file)
  const objects = new Map<number, PdfValue>()
  let next = Number(file.trailer.get('Size'))
  const add = (value: PdfValue): PdfRef => {
    const ref = new PdfRef(next++, 0)
    objects.set(ref.number, value)
    return ref
  }
  const font = add(
    new PdfRaw('<</Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding>>'),
  )
  const faint = add(new PdfRaw('<</Type /ExtGState /ca 0.22>>'))
  const before = add(stream('q\n'))
  for (const { ref, page, box } of pages) {
    const after = add(stream(`Q\n${drawing(mark, line, box)}`))
    const marked: PdfDict = new Map(page)
    const contents = page.get('Contents')
    const own = contents === undefined ? [] : Array.isArray(contents) ? contents : [contents]
    marked.set('Contents', [before, ...own, after])
    marked.set('Resources', resourcesWith(file, page, font, faint))
    objects.set(ref.number, marked)
  }
  return new Uint8Array(appendRevision(file, objects).bytes)
}

type Page = { ref: PdfRef; page: PdfDict; box: readonly [number, number] }

function pagesOf(file: PdfFile): Page[] {
  const found: Page[] = []
  const walk = (value: PdfValue | undefined, inherited: PdfDict): void => {
    if (!(value instanceof PdfRef) || found.length > MOST_PAGES) throw new PdfSyntaxError('page tree')
    const own = new Map([...inherited, ...file.dictionary(value)])
    const kids = file.resolve(file.dictionary(value).get('Kids') ?? null)
    if (!Array.isArray(kids)) {
      found.push({ ref: value, page: own, box: sizeOf(file.resolve(own.get('MediaBox'))) })
      return
    }
    const handedDown = ['MediaBox', 'Resources'].flatMap(key => {
      const entry = own.get(key)
      return entry === undefined ? [] : [[key, entry] as const]
    })
    for (const kid of kids) walk(kid, new Map(handedDown))
  }
  walk(file.root.get('Pages'), new Map())
  return found
}

function sizeOf(box: PdfValue): readonly [number, number] {
  if (!Array.isArray(box) || typeof box[2] !== 'number' || typeof box[3] !== 'number') {
    throw new PdfSyntaxError('page size')
  }
  return [box[2], box[3]]
}

function resourcesWith(file: PdfFile, page: PdfDict, font: PdfRef, faint: PdfRef): PdfDict {
  const of = (value: PdfValue | undefined): PdfDict =>
    value === undefined ? new Map() : new Map(file.dictionary(value))
  const resources = of(page.get('Resources'))
  resources.set('Font', of(resources.get('Font')).set('ReplacedFont', font))
  resources.set('ExtGState', of(resources.get('ExtGState')).set('ReplacedFaint', faint))
  return resources
}

function drawing(mark: string, line: string, [width, height]: readonly [number, number]): string {
  const size = (width * 0.92) / (mark.length * 0.72)
  const [cos, sin] = [Math.cos(0.66), Math.sin(0.66)]
  const half = (mark.length * size * 0.72) / 2
  const [x, y] = [width / 2 - cos * half, height / 2 - sin * half]
  const at = (value: number) => value.toFixed(2)
  const perLine = Math.floor((width - 100) / (LINE_SIZE * LETTER_WIDTH))
  const lines = wrapped(line, perLine).map(
    (text, n) =>
      `BT /ReplacedFont ${LINE_SIZE} Tf 1 0 0 1 50 ${at(height - 22 - n * 11)} Tm ${literal(text)} Tj ET`,
  )
  return [
    '/Artifact BMC q 0.63 0.08 0.08 rg',
    `q /ReplacedFaint gs BT /ReplacedFont ${at(size)} Tf ${at(cos)} ${at(sin)} ${at(-sin)} ${at(cos)} ${at(x)} ${at(y)} Tm ${literal(mark)} Tj ET Q`,
    ...lines,
    'Q EMC',
    '',
  ].join('\n')
}

function wrapped(text: string, perLine: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < perLine) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.slice(0, 3)
}

/** WinAnsi holds what Indonesian needs; anything else becomes a question mark. */
function literal(text: string): string {
  const plain = [...text].map(character => ((character.codePointAt(0) ?? 0) < 256 ? character : '?')).join('')
  return `<${Buffer.from(plain, 'latin1').toString('hex')}>`
}

const stream = (content: string) =>
  new PdfRaw(`<</Length ${Buffer.byteLength(content, 'latin1')}>>\nstream\n${content}\nendstream`)

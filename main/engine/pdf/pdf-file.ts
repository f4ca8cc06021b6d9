import {
  type PdfDict,
  PdfLexer,
  PdfName,
  PdfRef,
  PdfString,
  PdfSyntaxError,
  type PdfValue,
} from './pdf-syntax.ts'

/** One cross-reference section with its trailer: a revision of the file. */
export interface PdfRevision {
  /** Where the section begins. */
  offset: number
  /** Byte after the section's %%EOF line. */
  end: number
  /** Objects that the revision defines, by number. */
  objects: ReadonlyMap<number, number>
  /** Objects that it declares free (number 0 is always in the first). */
  freed: readonly number[]
  trailer: PdfDict
}

export interface SignatureFieldFound {
  ref: PdfRef
  dictionary: PdfDict
  name: string
}

const mostRevisions = 64
const mostEntries = 500_000

const refuse = (what: string): never => {
  throw new PdfSyntaxError(what)
}

/**
 * Reads a PDF with classic cross-reference tables, strictly: what pdfkit and our signature writer
 * make. Cross-reference streams, encryption and any disorder are refused with PdfSyntaxError.
 */
export class PdfFile {
  readonly bytes: Buffer
  /** Newest first. */
  readonly revisions: readonly PdfRevision[]
  readonly trailer: PdfDict
  private readonly offsets = new Map<number, number | null>()
  private readonly known = new Map<number, PdfValue>()

  constructor(bytes: Buffer) {
    this.bytes = bytes
    const tail = bytes.toString('latin1', Math.max(0, bytes.length - 1024))
    const start = /startxref\n(\d{1,10})\n%%EOF\n?$/.exec(tail)
    if (!start) refuse('startxref')
    this.revisions = this.readRevisions(Number(start?.[1]))
    const [newest] = this.revisions
    this.trailer = newest?.trailer ?? refuse('trailer')
  }

  get startxref(): number {
    return this.revisions[0]?.offset ?? 0
  }

  get root(): PdfDict {
    return this.dictionary(this.trailer.get('Root'))
  }

  /** Follows a reference; anything else is given back as it is. */
  resolve(value: PdfValue | undefined): PdfValue {
    if (!(value instanceof PdfRef)) return value ?? null
    const known = this.known.get(value.number)
    if (known !== undefined) return known
    const offset = this.offsets.get(value.number)
    if (offset === undefined || offset === null) return null
    const found = this.objectAt(offset, value.number).value
    this.known.set(value.number, found)
    return found
  }

  dictionary(value: PdfValue | undefined): PdfDict {
    const found = this.resolve(value)
    return found instanceof Map ? found : refuse('dictionary expected')
  }

  /** Dictionary and raw bytes of a stream. */
  stream(ref: PdfValue | undefined): { dictionary: PdfDict; raw: Buffer } {
    if (!(ref instanceof PdfRef)) return refuse('stream expected')
    const offset = this.offsets.get(ref.number)
    if (offset === undefined || offset === null) return refuse('stream missing')
    const { value, bodyAt } = this.objectAt(offset, ref.number)
    if (!(value instanceof Map) || bodyAt === null) return refuse('stream expected')
    const length = this.resolve(value.get('Length'))
    if (typeof length !== 'number' || length < 0 || bodyAt + length > this.bytes.length)
      return refuse('stream length')
    return { dictionary: value, raw: this.bytes.subarray(bodyAt, bodyAt + length) }
  }

  /** Signature fields of the form; our forms are flat, so a field with kids is refused. */
  signatureFields(): SignatureFieldFound[] {
    const formEntry = this.root.get('AcroForm')
    if (formEntry === undefined) return []
    const fields = this.resolve(this.dictionary(formEntry).get('Fields'))
    if (!Array.isArray(fields) || fields.length > 100) return refuse('form fields')
    return fields.flatMap(ref => {
      if (!(ref instanceof PdfRef)) return refuse('form field')
      const dictionary = this.dictionary(ref)
      if (dictionary.has('Kids')) return refuse('field with kids')
      const type = dictionary.get('FT')
      const title = dictionary.get('T')
      if (!(type instanceof PdfName) || type.name !== 'Sig') return []
      return [{ ref, dictionary, name: title instanceof PdfString ? title.bytes.toString('latin1') : '' }]
    })
  }

  private readRevisions(newest: number): PdfRevision[] {
    const revisions: PdfRevision[] = []
    const seen = new Set<number>()
    let offset: PdfValue | undefined = newest
    let entries = 0
    while (offset !== undefined) {
      if (typeof offset !== 'number' || !Number.isInteger(offset) || seen.has(offset))
        return refuse('xref chain')
      if (revisions.length >= mostRevisions) refuse('too many revisions')
      seen.add(offset)
      const revision = this.readRevision(offset)
      entries += revision.objects.size + revision.freed.length
      if (entries > mostEntries) refuse('too many objects')
      for (const [number, at] of revision.objects) if (!this.offsets.has(number)) this.offsets.set(number, at)
      for (const number of revision.freed) if (!this.offsets.has(number)) this.offsets.set(number, null)
      revisions.push(revision)
      offset = revision.trailer.get('Prev')
    }
    return revisions
  }

  private readRevision(offset: number): PdfRevision {
    const lexer = new PdfLexer(this.bytes, offset)
    if (lexer.word() !== 'xref') refuse('xref table')
    const objects = new Map<number, number>()
    const freed: number[] = []
    for (;;) {
      lexer.skipSpace()
      const at = lexer.position
      if (lexer.word() === 'trailer') break
      lexer.position = at
      const first = lexer.integer()
      const count = lexer.integer()
      if (count > mostEntries) refuse('xref size')
      lexer.skipSpace()
      for (let index = 0; index < count; index++) {
        const entry = this.bytes.toString('latin1', lexer.position, lexer.position + 20)
        const match = /^(\d{10}) (\d{5}) ([nf])[ \r][\r\n]$/.exec(entry)
        if (!match) return refuse('xref entry')
        lexer.position += 20
        const number = first + index
        if (objects.has(number) || freed.includes(number)) refuse('xref entry twice')
        if (match[3] === 'n') objects.set(number, Number(match[1]))
        else if (freed.push(number) > 1000) refuse('too many free objects')
      }
    }
    const trailer = lexer.value()
    if (!(trailer instanceof Map)) return refuse('trailer')
    if (trailer.has('XRefStm') || trailer.has('Encrypt')) refuse('unsupported trailer')
    const close = this.bytes.toString('latin1', lexer.position, lexer.position + 40)
    const end = /^\nstartxref\n(\d{1,10})\n%%EOF\n?/.exec(close)
    if (!end || Number(end[1]) !== offset) return refuse('end of revision')
    return { offset, end: lexer.position + end[0].length, objects, freed, trailer }
  }

  private objectAt(offset: number, number: number): { value: PdfValue; bodyAt: number | null } {
    const lexer = new PdfLexer(this.bytes, offset)
    const found = lexer.integer()
    const generation = lexer.integer()
    lexer.skipSpace()
    if (lexer.word() !== 'obj' || found !== number || generation !== 0) refuse('object header')
    const value = lexer.value()
    lexer.skipSpace()
    const keyword = this.bytes.toString('latin1', lexer.position, lexer.position + 6)
    if (keyword === 'endobj') return { value, bodyAt: null }
    if (keyword !== 'stream') refuse('end of object')
    let bodyAt = lexer.position + 6
    if (this.bytes[bodyAt] === 13) bodyAt++
    return { value, bodyAt: bodyAt + 1 }
  }
}

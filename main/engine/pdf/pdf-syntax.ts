/** PDF objects as the strict reader sees them (ISO 32000-1, 7.3). */
export class PdfName {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}
export class PdfRef {
  readonly number: number
  readonly generation: number
  constructor(number: number, generation: number) {
    this.number = number
    this.generation = generation
  }
}
/** A string; hexadecimal ones remember where their token stands, for /Contents. */
export class PdfString {
  readonly bytes: Buffer
  readonly token: { start: number; end: number } | null
  constructor(bytes: Buffer, token: { start: number; end: number } | null = null) {
    this.bytes = bytes
    this.token = token
  }
}
/** Text written as it is; only the signature writer uses it, for fields filled in afterwards. */
export class PdfRaw {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}
export type PdfDict = Map<string, PdfValue>
export type PdfValue = PdfName | PdfRef | PdfString | PdfRaw | PdfDict | PdfValue[] | number | boolean | null

/** Thrown for anything that is not plain, strict PDF syntax; caught at the verifier's border. */
export class PdfSyntaxError extends Error {}

const refuse = (what: string): never => {
  throw new PdfSyntaxError(what)
}

const whitespace = new Set([0, 9, 10, 12, 13, 32])
const delimiters = new Set([...'()<>[]{}/%'].map(character => character.charCodeAt(0)))
const escapes: Record<number, number> = { 110: 10, 114: 13, 116: 9, 98: 8, 102: 12 }
const deepest = 100

/** Reads objects from bytes; refuses duplicate keys, bad hex and deep nesting. */
export class PdfLexer {
  readonly bytes: Buffer
  position: number

  constructor(bytes: Buffer, position = 0) {
    this.bytes = bytes
    this.position = position
  }

  skipSpace(): void {
    for (;;) {
      while (whitespace.has(this.at(0))) this.position++
      if (this.at(0) !== 37) return
      while (this.position < this.bytes.length && this.at(0) !== 10 && this.at(0) !== 13) this.position++
    }
  }

  /** The regular characters from here on. */
  word(): string {
    const start = this.position
    while (this.position < this.bytes.length && !whitespace.has(this.at(0)) && !delimiters.has(this.at(0))) {
      this.position++
      if (this.position - start > 256) refuse('token too long')
    }
    return this.bytes.toString('latin1', start, this.position)
  }

  /** Skips white space and takes a word that must be a whole number. */
  integer(): number {
    this.skipSpace()
    const word = this.word()
    if (!/^\d{1,10}$/.test(word)) refuse('integer expected')
    return Number(word)
  }

  value(depth = 0): PdfValue {
    if (depth > deepest) refuse('nested too deeply')
    this.skipSpace()
    if (this.position >= this.bytes.length) refuse('end of data')
    switch (this.at(0)) {
      case 47: // /
        return this.name()
      case 60: // <
        return this.at(1) === 60 ? this.dictionary(depth) : this.hexString()
      case 40: // (
        return this.literalString()
      case 91: // [
        return this.array(depth)
      default:
        return this.keywordOrNumber()
    }
  }

  private at(offset: number): number {
    return this.bytes[this.position + offset] ?? -1
  }

  private name(): PdfName {
    this.position++
    return new PdfName(
      this.word().replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    )
  }

  private dictionary(depth: number): PdfDict {
    this.position += 2
    const dictionary: PdfDict = new Map()
    for (;;) {
      this.skipSpace()
      if (this.at(0) === 62 && this.at(1) === 62) {
        this.position += 2
        return dictionary
      }
      const key = this.value(depth + 1)
      if (!(key instanceof PdfName)) return refuse('dictionary key')
      if (dictionary.has(key.name)) refuse('duplicate key')
      dictionary.set(key.name, this.value(depth + 1))
    }
  }

  private array(depth: number): PdfValue[] {
    this.position++
    const items: PdfValue[] = []
    for (;;) {
      this.skipSpace()
      if (this.at(0) === 93) {
        this.position++
        return items
      }
      items.push(this.value(depth + 1))
    }
  }

  private hexString(): PdfString {
    const start = this.position
    const end = this.bytes.indexOf(62, start)
    if (end < 0) refuse('hex string')
    const hex = this.bytes.toString('latin1', start + 1, end).replace(/\s/g, '')
    if (/[^0-9a-fA-F]/.test(hex)) refuse('hex string')
    this.position = end + 1
    const bytes = Buffer.from(hex.length % 2 ? `${hex}0` : hex, 'hex')
    return new PdfString(bytes, { start, end: end + 1 })
  }

  private literalString(): PdfString {
    const out: number[] = []
    let open = 1
    this.position++
    for (;;) {
      const byte = this.at(0)
      if (byte < 0) refuse('string')
      this.position++
      if (byte === 92) {
        this.escape(out)
        continue
      }
      if (byte === 40) open++
      if (byte === 41 && --open === 0) return new PdfString(Buffer.from(out))
      out.push(byte)
    }
  }

  private escape(out: number[]): void {
    const byte = this.at(0)
    const plain = escapes[byte]
    if (plain !== undefined) out.push(plain)
    else if (byte >= 48 && byte <= 55) {
      let value = 0
      for (let digits = 0; digits < 3 && this.at(0) >= 48 && this.at(0) <= 55; digits++) {
        value = value * 8 + this.at(0) - 48
        this.position++
      }
      out.push(value & 255)
      return
    } else if (byte !== 13 && byte !== 10) out.push(byte & 255)
    this.position++
  }

  private keywordOrNumber(): PdfValue {
    const word = this.word()
    if (/^\d+$/.test(word)) {
      const ahead = this.bytes.toString('latin1', this.position, this.position + 30)
      const reference = /^[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![\w.])/.exec(ahead)
      if (!reference) return Number(word)
      this.position += reference[0].length
      return new PdfRef(Number(word), Number(reference[1]))
    }
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return Number(word)
    if (word === 'true') return true
    if (word === 'false') return false
    if (word === 'null') return null
    return refuse('token')
  }
}

/** Writes a value in one fixed form, so that equal values have equal text. */
export function writeValue(value: PdfValue): string {
  if (value instanceof PdfName) return `/${value.name.replace(/[^!-~]|[#()<>[\]{}/%]/g, hexEscape)}`
  if (value instanceof PdfRef) return `${value.number} ${value.generation} R`
  if (value instanceof PdfString) return `<${value.bytes.toString('hex')}>`
  if (value instanceof PdfRaw) return value.text
  if (value instanceof Map) {
    const entries = [...value].map(([key, item]) => `${writeValue(new PdfName(key))} ${writeValue(item)}`)
    return `<<${entries.join('\n')}>>`
  }
  if (Array.isArray(value)) return `[${value.map(writeValue).join(' ')}]`
  return value === null ? 'null' : String(value)
}

const hexEscape = (character: string) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`

/** Whether two values are the same, key order included. */
export const sameValue = (a: PdfValue, b: PdfValue) => writeValue(a) === writeValue(b)

import { PdfFile } from '../../pdf/pdf-file.ts'
import { appendRevision } from '../../pdf/pdf-increment.ts'
import { type PdfDict, PdfName, PdfRaw, PdfRef, PdfString, type PdfValue } from '../../pdf/pdf-syntax.ts'

// What a forger can do to a signed letter without the key. Each takes a signed file and gives another.

const name = (value: string) => new PdfName(value)

function append(bytes: Uint8Array, change: (file: PdfFile) => Map<number, PdfValue>): Uint8Array {
  const file = new PdfFile(Buffer.from(bytes))
  return new Uint8Array(appendRevision(file, change(file)).bytes)
}

const next = (file: PdfFile) => Number(file.trailer.get('Size'))
const ref = (value: PdfValue | undefined): PdfRef => {
  if (!(value instanceof PdfRef)) throw new Error('reference expected')
  return value
}
function firstPage(file: PdfFile): { ref: PdfRef; page: PdfDict } {
  const kids = file.resolve(file.dictionary(file.root.get('Pages')).get('Kids'))
  const first = ref(Array.isArray(kids) ? kids[0] : undefined)
  return { ref: first, page: file.dictionary(first) }
}

/** A stream as raw text, which the revision writer puts into the file as it is. */
const stream = (text: string, entries = '') =>
  new PdfRaw(`<< ${entries} /Length ${text.length} >>\nstream\n${text}\nendstream`)

function withRoot(file: PdfFile, change: (root: PdfDict) => void): Map<number, PdfValue> {
  const root: PdfDict = new Map(file.root)
  change(root)
  return new Map([[ref(file.trailer.get('Root')).number, root]])
}

/** Signature dictionary's place of a field, for attacks on its bytes. */
export function placeOf(bytes: Uint8Array, field: string): { start: number; end: number; range: number } {
  const file = new PdfFile(Buffer.from(bytes))
  const found = file.signatureFields().find(entry => entry.name === field)
  const contents = file.dictionary(found?.dictionary.get('V')).get('Contents')
  if (!(contents instanceof PdfString) || !contents.token) throw new Error('unsigned')
  return { ...contents.token, range: Buffer.from(bytes).lastIndexOf('/ByteRange', contents.token.start) }
}

function patched(bytes: Uint8Array, change: (copy: Buffer) => void): Uint8Array {
  const copy = Buffer.from(bytes)
  change(copy)
  return new Uint8Array(copy)
}

export const attacks: Record<string, (signed: Uint8Array, field: string) => Uint8Array> = {
  'page text replaced by an update': bytes =>
    append(bytes, file => {
      const { page } = firstPage(file)
      return new Map([[ref(page.get('Contents')).number, stream('BT ET')]])
    }),
  'stamp laid over the text': bytes =>
    append(bytes, file => {
      const { ref: pageRef, page } = firstPage(file)
      const number = next(file)
      const known = file.resolve(page.get('Annots'))
      const annotations = Array.isArray(known) ? known : []
      const stamp: PdfDict = new Map<string, PdfValue>([
        ['Type', name('Annot')],
        ['Subtype', name('Stamp')],
        ['Rect', [50, 50, 400, 400]],
      ])
      const changed: PdfDict = new Map(page).set('Annots', [...annotations, new PdfRef(number, 0)])
      return new Map<number, PdfValue>([
        [pageRef.number, changed],
        [number, stamp],
      ])
    }),
  'attached decision replaced': bytes =>
    append(bytes, file => {
      const names = file.dictionary(file.root.get('Names'))
      const list = file.resolve(file.dictionary(names.get('EmbeddedFiles')).get('Names')) as PdfValue[]
      const embedded = ref(file.dictionary(file.dictionary(list[1]).get('EF')).get('F'))
      return new Map([[embedded.number, stream('{}', '/Type /EmbeddedFile')]])
    }),
  'appearance of the signature replaced': (bytes, field) =>
    append(bytes, file => {
      const found = file.signatureFields().find(entry => entry.name === field)
      if (!found) throw new Error('field')
      const number = next(file)
      const changed: PdfDict = new Map(found.dictionary).set('AP', new Map([['N', new PdfRef(number, 0)]]))
      const form = stream('0 0 100 50 re f', '/Type /XObject /Subtype /Form /BBox [0 0 200 70]')
      return new Map<number, PdfValue>([
        [found.ref.number, changed],
        [number, form],
      ])
    }),
  'open action added': bytes =>
    append(bytes, file =>
      withRoot(file, root => {
        root.set(
          'OpenAction',
          new Map<string, PdfValue>([
            ['S', name('JavaScript')],
            ['JS', new PdfString(Buffer.from('1'))],
          ]),
        )
      }),
    ),
  'metadata replaced': bytes =>
    append(
      bytes,
      file =>
        new Map([[ref(file.root.get('Metadata')).number, stream('<x/>', '/Type /Metadata /Subtype /XML')]]),
    ),
  'second page tree': bytes =>
    append(bytes, file => {
      const number = next(file)
      const pages = new Map<string, PdfValue>([
        ['Type', name('Pages')],
        ['Count', 0],
        ['Kids', []],
      ])
      return new Map([...withRoot(file, root => root.set('Pages', new PdfRef(number, 0))), [number, pages]])
    }),
  'empty update': bytes => append(bytes, () => new Map()),
  'object of the letter freed': bytes => {
    const file = new PdfFile(Buffer.from(bytes))
    const { ref: page } = firstPage(file)
    const table = `xref\n${page.number} 1\n0000000000 00001 f \ntrailer\n<</Size ${next(file)} /Root ${ref(file.trailer.get('Root')).number} 0 R /Prev ${file.startxref}>>\nstartxref\n${bytes.length}\n%%EOF\n`
    return new Uint8Array(Buffer.concat([bytes, Buffer.from(table)]))
  },
  'bytes after the end': bytes => new Uint8Array(Buffer.concat([bytes, Buffer.from('x')])),
  'newline after the end': bytes => new Uint8Array(Buffer.concat([bytes, Buffer.from('\n')])),
  'bytes before the header': bytes => new Uint8Array(Buffer.concat([Buffer.from('x\n'), bytes])),
  'letter twice in one file': bytes => new Uint8Array(Buffer.concat([bytes, bytes])),
  'end cut off': bytes => bytes.subarray(0, bytes.length - 7),
  'byte range shortened': (bytes, field) =>
    patched(bytes, copy => {
      const { range } = placeOf(bytes, field)
      const end = copy.indexOf(']', range)
      const numbers = copy
        .toString('latin1', range + 11, end)
        .trim()
        .split(/\s+/)
        .map(Number)
      const text = `[0 ${numbers[1]} ${numbers[2]} ${(numbers[3] ?? 0) - 10}`
      copy.write(text.padEnd(end - range - 11), range + 11, 'latin1')
    }),
  'signature emptied': (bytes, field) =>
    patched(bytes, copy => {
      const { start, end } = placeOf(bytes, field)
      copy.fill('0', start + 1, end - 1)
    }),
  'signature spelled in capitals': (bytes, field) =>
    patched(bytes, copy => {
      const { start, end } = placeOf(bytes, field)
      copy.write(copy.toString('latin1', start, end).toUpperCase(), start, 'latin1')
    }),
  'space inside the signature': (bytes, field) =>
    patched(bytes, copy => {
      copy.write(' ', placeOf(bytes, field).end - 2, 'latin1')
    }),
  'data hidden in the padding': (bytes, field) =>
    patched(bytes, copy => {
      copy.write('41', placeOf(bytes, field).end - 3, 'latin1')
    }),
}

import { createHash } from 'node:crypto'
import { PdfFile, type SignatureFieldFound } from '../pdf/pdf-file.ts'
import { type PdfDict, PdfName, PdfRef, PdfString, sameValue } from '../pdf/pdf-syntax.ts'
import { signedAppearanceKey } from '../pdf/signature-field.ts'
import { Refusal } from './verdict.ts'

export type HashName = 'sha256' | 'sha384' | 'sha512'

/** One signature as it stands in its revision, with its structure already checked. */
export interface SignedRevision {
  field: string
  cms: Buffer
  hash: (name: HashName) => Buffer
  claimedAt: Date
  coversWholeFile: boolean
}

const signatureKeys = new Set([
  'Type',
  'Filter',
  'SubFilter',
  'ByteRange',
  'Contents',
  'M',
  'Name',
  'Reason',
  'Location',
  'Reference',
])

const refuse = (check: string): never => {
  throw new Refusal('changed', 'verification.structureChanged', { check })
}
const need = (holds: boolean, check: string): void => {
  if (!holds) refuse(check)
}

/** Whether the first revision is one of our letters: all its signature fields prepared, none signed. */
export function isOurLetter(base: PdfFile): boolean {
  const fields = base.signatureFields()
  return (
    fields.length > 0 &&
    fields.every(({ dictionary }) => dictionary.has(signedAppearanceKey) && !dictionary.has('V'))
  )
}

/** The file as it was after each revision, oldest first. */
export function readHistory(file: PdfFile): PdfFile[] {
  const oldestFirst = [...file.revisions].reverse()
  return oldestFirst.map((revision, index) =>
    index === oldestFirst.length - 1 ? file : new PdfFile(file.bytes.subarray(0, revision.end)),
  )
}

/**
 * Checks that every revision after the first is exactly "one empty field signed", that each signature
 * covers its whole revision, and that nothing follows the last one. Oldest first.
 * @throws Refusal 'changed'
 */
export function readSignedRevisions(file: PdfFile, history: readonly PdfFile[]): SignedRevision[] {
  const sections = [...file.revisions].reverse()
  sections.forEach((section, index) => {
    const begin = index === 0 ? 0 : (sections[index - 1]?.end ?? 0)
    for (const offset of section.objects.values()) {
      need(offset >= begin && offset < section.offset, 'objectOutsideRevision')
    }
    if (index > 0) need(section.freed.length === 0, 'objectFreed')
  })
  if (sections.at(-1)?.end !== file.bytes.length) {
    throw new Refusal('changed', 'verification.changedAfterSigning')
  }
  return sections.slice(1).map((section, index) => {
    const before = history[index]
    const after = history[index + 1]
    if (!before || !after) return refuse('history')
    const changed = [...section.objects.keys()]
    const signature = readSignature(before, after, changed, index === 0, section.end)
    return { ...signature, coversWholeFile: section.end === file.bytes.length }
  })
}

function readSignature(
  before: PdfFile,
  after: PdfFile,
  changed: readonly number[],
  isFirst: boolean,
  end: number,
): SignedRevision {
  need(sameValue(bareTrailer(before), bareTrailer(after)), 'trailer')
  const fields = after.signatureFields()
  const field = fields.find(({ ref }) => changed.includes(ref.number))
  // An update that signs nothing is the plainest attack: text, stamps or pages laid over the letter.
  if (!field) throw new Refusal('changed', 'verification.changedAfterSigning')
  const value = field.dictionary.get('V')
  if (!(value instanceof PdfRef)) return refuse('signatureValue')
  checkField(before, field, value)
  checkOtherObjects(before, after, changed, field, value, isFirst)
  const names = (file: PdfFile) => file.signatureFields().map(({ name }) => name)
  need(sameNames(names(before), names(after)), 'fieldList')
  return readSignatureDictionary(after, field.name, after.dictionary(value), end)
}

function bareTrailer(file: PdfFile): PdfDict {
  return new Map([...file.trailer].filter(([key]) => key !== 'Size' && key !== 'Prev'))
}

function checkField(before: PdfFile, field: SignatureFieldFound, value: PdfRef): void {
  const old = before.signatureFields().find(({ name }) => name === field.name)
  if (!old) return refuse('fieldList')
  need(!old.dictionary.has('V') && old.ref.number === field.ref.number, 'fieldSignedTwice')
  need(value.number >= Number(before.trailer.get('Size')) && value.generation === 0, 'signatureValue')
  const expected: PdfDict = new Map(old.dictionary)
  expected.set('V', value)
  expected.set('AP', new Map([['N', old.dictionary.get(signedAppearanceKey) ?? null]]))
  need(sameValue(expected, field.dictionary), 'field')
}

/** Besides field and signature, only the first signature may touch one thing: the catalogue's DocMDP. */
function checkOtherObjects(
  before: PdfFile,
  after: PdfFile,
  changed: readonly number[],
  field: SignatureFieldFound,
  value: PdfRef,
  isFirst: boolean,
): void {
  const others = changed.filter(number => number !== field.ref.number && number !== value.number)
  const root = after.trailer.get('Root')
  const onlyRoot = others.length === 1 && root instanceof PdfRef && others[0] === root.number
  need(isFirst ? onlyRoot : others.length === 0, 'otherObjects')
  if (!isFirst) return
  const expected: PdfDict = new Map(before.root)
  expected.set('Perms', new Map([['DocMDP', value]]))
  need(sameValue(expected, after.root), 'catalogue')
}

function readSignatureDictionary(
  file: PdfFile,
  field: string,
  dictionary: PdfDict,
  end: number,
): SignedRevision {
  for (const key of dictionary.keys()) need(signatureKeys.has(key), 'signatureKey')
  const isName = (key: string, name: string) => {
    const value = dictionary.get(key)
    return value instanceof PdfName && value.name === name
  }
  need(isName('Type', 'Sig') && isName('Filter', 'Adobe.PPKLite'), 'signatureType')
  need(isName('SubFilter', 'ETSI.CAdES.detached'), 'subFilter')

  const contents = dictionary.get('Contents')
  if (!(contents instanceof PdfString) || !contents.token) return refuse('contents')
  const { start, end: gapEnd } = contents.token
  const range = dictionary.get('ByteRange')
  const isWhole =
    Array.isArray(range) &&
    range.length === 4 &&
    range[0] === 0 &&
    range[1] === start &&
    range[2] === gapEnd &&
    range[3] === end - gapEnd
  need(isWhole, 'byteRange')
  // Exactly one spelling of the signature is allowed, or bits of it could change unseen.
  need(/^<[0-9a-f]+>$/.test(file.bytes.toString('latin1', start, gapEnd)), 'contentsSpelling')
  const length = derLength(contents.bytes)
  need(length > 0 && contents.bytes.subarray(length).every(byte => byte === 0), 'contentsPadding')
  return {
    field,
    cms: contents.bytes.subarray(0, length),
    hash: name =>
      createHash(name)
        .update(file.bytes.subarray(0, start))
        .update(file.bytes.subarray(gapEnd, end))
        .digest(),
    claimedAt: readClaimedTime(dictionary),
    coversWholeFile: false, // known only with the whole file, see above
  }
}

/** Our CMS is always a SEQUENCE of 256 to 65,535 bytes. */
function derLength(bytes: Buffer): number {
  if (bytes.length < 4 || bytes[0] !== 0x30 || bytes[1] !== 0x82) return 0
  const length = bytes.readUInt16BE(2) + 4
  return length <= bytes.length ? length : 0
}

function readClaimedTime(dictionary: PdfDict): Date {
  const value = dictionary.get('M')
  const text = value instanceof PdfString ? value.bytes.toString('latin1') : ''
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text)
  if (!match) return refuse('signingTime')
  const [, year, month, day, hour, minute, second] = match.map(Number)
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second))
}

const sameNames = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, index) => name === b[index])

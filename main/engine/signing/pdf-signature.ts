import { createHash } from 'node:crypto'
import { CodedError } from '../errors.ts'
import { PdfFile, type SignatureFieldFound } from '../pdf/pdf-file.ts'
import { appendRevision } from '../pdf/pdf-increment.ts'
import {
  type PdfDict,
  PdfName,
  PdfRaw,
  PdfRef,
  PdfString,
  PdfSyntaxError,
  type PdfValue,
} from '../pdf/pdf-syntax.ts'
import { signedAppearanceKey } from '../pdf/signature-field.ts'
import { makeCms } from './cms.ts'
import type { SigningCredential } from './pkcs12.ts'

export interface SignatureRequest {
  /** Name of an empty, prepared field in the file. */
  field: string
  credential: SigningCredential
  /** Claimed time of signing; a certificate outside its validity then is refused. */
  signedAt: Date
  reason?: string
  location?: string
}

/** Room for the CMS in bytes: B-B needs 5 KB, a later timestamp 9 KB. */
export const reservedBytes = 16_384

const emptyRange = `[0 ${Array(3).fill('0000000000').join(' ')}]`

/**
 * Signs one prepared field (PAdES-B-B) by an incremental update. The first signature of a file
 * certifies it (DocMDP, only further signing allowed); later ones countersign.
 * @throws CodedError 'signing.notOurPdf', 'signing.fieldMissing' {field}, 'signing.alreadySigned' {field},
 *   'signing.certificateExpired' {validUntil}, 'signing.certificateNotYetValid' {validFrom}, 'signing.certificateTooLarge'
 */
export async function signPdf(bytes: Uint8Array, request: SignatureRequest): Promise<Uint8Array> {
  assertValidAt(request.credential, request.signedAt)
  const { file, field, isFirst } = openForSigning(bytes, request.field)
  const signature = Number(file.trailer.get('Size'))
  const objects = new Map<number, PdfValue>()
  objects.set(field.ref.number, signedField(field.dictionary, signature))
  objects.set(signature, signatureDictionary(request, isFirst))
  const rootRef = file.trailer.get('Root')
  if (isFirst && rootRef instanceof PdfRef) {
    const permissions: PdfDict = new Map([['DocMDP', new PdfRef(signature, 0)]])
    objects.set(rootRef.number, new Map(file.root).set('Perms', permissions))
  }
  const { bytes: out, offsets } = appendRevision(file, objects)
  const at = offsets.get(signature) ?? 0
  const gapStart = out.indexOf('/Contents <', at) + '/Contents '.length
  const gapEnd = gapStart + reservedBytes * 2 + 2
  const range = `[0 ${gapStart} ${gapEnd} ${out.length - gapEnd}]`.padEnd(emptyRange.length)
  out.write(range, out.indexOf(emptyRange, at), 'latin1')
  const digest = createHash('sha256').update(out.subarray(0, gapStart)).update(out.subarray(gapEnd)).digest()
  const cms = await makeCms(digest, request.credential)
  if (cms.length > reservedBytes) throw new CodedError('signing.certificateTooLarge')
  out.write(Buffer.from(cms).toString('hex'), gapStart + 1, 'latin1')
  return new Uint8Array(out)
}

/** Names of the fields that are prepared, and whether each is signed. Throws CodedError 'signing.notOurPdf'. */
export function listSignatureFields(bytes: Uint8Array): { field: string; signed: boolean }[] {
  return readPdf(bytes)
    .signatureFields()
    .map(({ name, dictionary }) => ({ field: name, signed: dictionary.has('V') }))
}

function openForSigning(bytes: Uint8Array, name: string) {
  const file = readPdf(bytes)
  const fields = file.signatureFields()
  const field: SignatureFieldFound | undefined = fields.find(found => found.name === name)
  if (!field) throw new CodedError('signing.fieldMissing', { field: name })
  if (field.dictionary.has('V')) throw new CodedError('signing.alreadySigned', { field: name })
  if (!field.dictionary.has(signedAppearanceKey)) throw new CodedError('signing.notOurPdf')
  return { file, field, isFirst: fields.every(found => !found.dictionary.has('V')) }
}

function readPdf(bytes: Uint8Array): PdfFile {
  try {
    const file = new PdfFile(Buffer.from(bytes))
    file.signatureFields()
    return file
  } catch (cause) {
    if (cause instanceof PdfSyntaxError) throw new CodedError('signing.notOurPdf', {}, cause)
    throw cause
  }
}

function assertValidAt(credential: SigningCredential, at: Date): void {
  const { validFrom, validUntil } = credential
  if (at > new Date(validUntil)) throw new CodedError('signing.certificateExpired', { validUntil })
  if (at < new Date(validFrom)) throw new CodedError('signing.certificateNotYetValid', { validFrom })
}

/** The prepared field with its value, showing its second appearance. */
function signedField(field: PdfDict, signature: number): PdfDict {
  const signed: PdfDict = new Map(field)
  signed.set('V', new PdfRef(signature, 0))
  signed.set('AP', new Map([['N', field.get(signedAppearanceKey) ?? null]]))
  return signed
}

function signatureDictionary(request: SignatureRequest, certifies: boolean): PdfDict {
  const dictionary: PdfDict = new Map<string, PdfValue>([
    ['Type', new PdfName('Sig')],
    ['Filter', new PdfName('Adobe.PPKLite')],
    ['SubFilter', new PdfName('ETSI.CAdES.detached')],
    ['ByteRange', new PdfRaw(emptyRange)],
    ['Contents', new PdfRaw(`<${'0'.repeat(reservedBytes * 2)}>`)],
    ['M', new PdfString(Buffer.from(pdfDate(request.signedAt)))],
    ['Name', textString(request.credential.subjectName)],
  ])
  if (request.reason) dictionary.set('Reason', textString(request.reason))
  if (request.location) dictionary.set('Location', textString(request.location))
  if (certifies) dictionary.set('Reference', [certification()])
  return dictionary
}

/** DocMDP with P 2: nothing but filling and signing prepared fields (ISO 32000-1, 12.8.2.2). */
function certification(): PdfDict {
  const parameters: PdfDict = new Map<string, PdfValue>([
    ['Type', new PdfName('TransformParams')],
    ['P', 2],
    ['V', new PdfName('1.2')],
  ])
  return new Map<string, PdfValue>([
    ['Type', new PdfName('SigRef')],
    ['TransformMethod', new PdfName('DocMDP')],
    ['TransformParams', parameters],
  ])
}

/** 'D:20201118024200Z', always UTC. */
const pdfDate = (at: Date) => `D:${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`

function textString(text: string): PdfString {
  if (/^[\x20-\x7e]*$/.test(text)) return new PdfString(Buffer.from(text, 'latin1'))
  return new PdfString(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]))
}

import { inflateSync } from 'node:zlib'
import { z } from 'zod'
import { type CivilDate, isCivilDate } from '../../../shared/dates.ts'
import { decisionFileName, decisionFormat } from '../pdf/letter-types.ts'
import type { PdfFile } from '../pdf/pdf-file.ts'
import { PdfName, PdfString } from '../pdf/pdf-syntax.ts'
import type { LetterFacts } from './verdict.ts'

/** Far above any real decision; stops a small file from unpacking into gigabytes. */
const largestDecision = 8 * 1024 * 1024

const record = z.object({
  format: z.literal(decisionFormat),
  letter: z.object({
    id: z.string(),
    number: z.string().nullable(),
    datedOn: z.string().nullable(),
    subject: z.string(),
    institution: z.string(),
    addressee: z.array(z.string()),
    signatories: z.array(
      z.object({ field: z.string(), name: z.string(), position: z.string(), nip: z.string().nullable() }),
    ),
  }),
})

/** The letter's own account of itself from the attached decision, or null when there is none to read. */
export function readAttachedLetter(file: PdfFile): LetterFacts | null {
  try {
    const bytes = attachedBytes(file)
    if (!bytes) return null
    const parsed: unknown = JSON.parse(bytes.toString('utf8'))
    const { letter } = record.parse(parsed)
    const datedOn = letter.datedOn ?? ''
    return {
      ...letter,
      number: letter.number ?? '',
      datedOn: isCivilDate(datedOn) ? (datedOn as CivilDate) : '',
      record: parsed,
    }
  } catch {
    return null // hostile or foreign attachments say nothing; the verdict names what is missing
  }
}

function attachedBytes(file: PdfFile): Buffer | null {
  const names = file.dictionary(file.root.get('Names'))
  const files = file.resolve(file.dictionary(names.get('EmbeddedFiles')).get('Names'))
  if (!Array.isArray(files)) return null
  for (let index = 0; index + 1 < files.length; index += 2) {
    const name = file.resolve(files[index])
    if (!(name instanceof PdfString) || name.bytes.toString('latin1') !== decisionFileName) continue
    const specification = file.dictionary(files[index + 1])
    const { dictionary, raw } = file.stream(file.dictionary(specification.get('EF')).get('F'))
    const filter = dictionary.get('Filter')
    if (filter === undefined) return raw
    const isFlate = filter instanceof PdfName && filter.name === 'FlateDecode'
    return isFlate ? inflateSync(raw, { maxOutputLength: largestDecision }) : null
  }
  return null
}

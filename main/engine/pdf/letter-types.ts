import type { CivilDate, Instant } from '../../../shared/dates.ts'
import type { TypefaceName } from './fonts.ts'

export interface Letterhead {
  name: string
  /** Second line in the other language, as on the commission's letters. */
  englishName: string | null
  addressLines: readonly string[]
  /** PNG bytes. */
  logo: Uint8Array | null
}

export interface Signatory {
  /** Form field name, also the key in the attached decision: lower case letters, digits, underscores. */
  field: string
  position: string
  name: string
  nip: string | null
}

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue }

/** Everything that a recommendation letter prints; data only, no store. */
export interface LetterDocument {
  /** Stable identity of the letter. */
  id: string
  paper: 'A4' | 'F4'
  typeface: TypefaceName
  letterhead: Letterhead
  /** Null until numbering; only a draft may lack it. */
  number: string | null
  classification: string | null
  /** As printed: "1 (satu) berkas" or "-". */
  attachments: string
  subject: string
  place: string
  /** Null until numbering; then only month and year of `createdAt` are shown. */
  datedOn: CivilDate | null
  addressee: readonly string[]
  /** ProseMirror JSON, see `rich-text-schema.ts`. */
  body: unknown
  variables: Readonly<Record<string, string>>
  /** Last sentence above the signature; null when the body already ends with one. */
  closing: string | null
  signatories: readonly Signatory[]
  copyRecipients: readonly string[]
  /** The decision as data; attached as `keputusan.json`. */
  decision: JsonValue
  draft: boolean
  /** Footer of a draft, such as "KONSEP ke-4 · 18 November 2020". */
  draftLabel: string | null
  /** Footer of a letter that is not signed in the program; the usual one when left out. */
  footNote?: string
  /** Moment of generation; fixed input gives fixed bytes. */
  createdAt: Instant
}

export const decisionFileName = 'keputusan.json'
export const decisionFormat = 'adjudikasn.keputusan'

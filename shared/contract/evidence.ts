import { z } from 'zod'
import { civilDate, instant, zone } from '../dates.ts'
import { caseId, exhibitId, line, prose, requiredLine, requiredProse, ticket } from '../ids.ts'
import { contract, examiners, progressCount, read, view, write } from './define.ts'

/** P: handed in by the reporting side or found by the commission; T: by the respondent. */
export const EXHIBIT_SERIES = ['P', 'T'] as const
export const EXHIBIT_KINDS = ['image', 'pdf', 'text', 'audio', 'video', 'other', 'damaged'] as const

/** Codes of `exhibit.notice`. */
export const EXHIBIT_NOTICES = [
  'emptyFile',
  'truncated',
  'undecodable',
  'imageTooLarge',
  'imageNotShown',
  'heifNotShown',
  'shownAsText',
  'nameMismatch',
  'pdfEncrypted',
  'pdfIncomplete',
  'pdfScriptsNotRun',
  'documentNotShown',
  'archiveNotOpened',
  'programNotRun',
  'notPlayable',
  'unknownKind',
] as const
export type ExhibitNotice = (typeof EXHIBIT_NOTICES)[number]

/** Where an exhibit came from (row 16). An answer that nobody has is marked 'unknown', not left out. */
export const provenance = z.object({
  obtainedFrom: line(200).default(''),
  obtainedBy: line(120).default(''),
  obtainedOn: civilDate.nullable().default(null),
  obtainedTime: z
    .string()
    .regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, { error: 'dates.notATime' })
    .default(''),
  zone: zone.nullable().default(null),
  url: line(500).default(''),
  accountHandle: line(120).default(''),
  device: line(120).default(''),
  note: prose(2000).default(''),
  /** Names of fields that were asked for and that nobody knows. */
  unknown: z.array(z.string().max(40)).max(12).default([]),
})
export type Provenance = z.infer<typeof provenance>

export const exhibit = z.object({
  id: exhibitId,
  caseId,
  number: z.string(),
  series: z.enum(EXHIBIT_SERIES),
  title: z.string(),
  fileName: z.string(),
  mime: z.string(),
  kind: z.enum(EXHIBIT_KINDS),
  /** Why it is shown as it is: one of `EXHIBIT_NOTICES`, whose sentences are in the strings. */
  notice: z.string().nullable(),
  size: z.number().int(),
  sha256: z.string(),
  integrity: z.enum(['intact', 'changed', 'missing', 'unchecked']),
  integrityCheckedAt: instant.nullable(),
  takenInAt: instant,
  takenInBy: z.string(),
  provenance,
  provenanceComplete: z.boolean(),
  openedByMe: z.boolean(),
  openCount: z.number().int(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** Number of an earlier exhibit of the same case with the same bytes, such as 'P-2'. */
  sameAs: z.string().nullable(),
})
export type Exhibit = z.infer<typeof exhibit>

export const refusedFile = z.object({ name: z.string(), code: z.string() })

/** Other cases that hold the same bytes as exhibits of this one (features row 4). */
export const sameElsewhere = z.object({
  /** Number of the exhibit here, such as 'P-3'. */
  number: z.string(),
  cases: z.array(
    z.object({ caseId, caseNumber: z.string(), exhibitNumber: z.string(), linked: z.boolean() }),
  ),
  /** Cases on which the signed-in person does not work: counted, not named. */
  hidden: z.number().int(),
})
export type SameElsewhere = z.infer<typeof sameElsewhere>

export const custodyEntry = z.object({
  at: instant,
  actorName: z.string(),
  act: z.enum(['takenIn', 'opened', 'verified', 'exported', 'provenanceChanged', 'retitled']),
  detail: z.string(),
})
export type CustodyEntry = z.infer<typeof custodyEntry>

export const evidence = contract('evidence', {
  list: read({ input: z.strictObject({ caseId }), output: z.array(exhibit), roles: examiners }),
  /** Exhibits of a case whose bytes other cases hold too. */
  elsewhere: read({
    input: z.strictObject({ caseId }),
    output: z.array(sameElsewhere),
    roles: examiners,
  }),
  custody: read({ input: z.strictObject({ exhibitId }), output: z.array(custodyEntry), roles: examiners }),
  /**
   * Takes files in: hashes, seals and numbers them; all of them or, when cancelled, none.
   * A file that cannot be read at all is listed in `refused`; a damaged one is taken in as it is.
   */
  takeIn: write({
    input: z.strictObject({
      caseId,
      series: z.enum(EXHIBIT_SERIES),
      files: z.array(ticket).min(1).max(500),
    }),
    output: z.object({
      taken: z.array(exhibit),
      refused: z.array(refusedFile),
      /** Those of `taken` whose bytes other cases hold too. */
      elsewhere: z.array(sameElsewhere),
    }),
    progress: progressCount,
    roles: examiners,
  }),
  /**
   * Opens an exhibit for viewing after its hash was checked again. `token` is read from
   * `app://adjudikasn/berkas/<token>` until the session locks. `text` is given for kind 'text'
   * and for files that are shown as inert text. When the bytes changed or are gone, `token` and `text`
   * are null and `exhibit.integrity` says so, because that finding itself must be kept. Codes: evidence.unknown.
   */
  open: view({
    input: z.strictObject({ exhibitId }),
    output: z.object({
      exhibit,
      token: z.string().nullable(),
      text: z.string().nullable(),
      textCut: z.boolean(),
    }),
    roles: examiners,
  }),
  /** Re-reads and hashes exhibits on demand (row 12). */
  verify: view({
    input: z.strictObject({ caseId, exhibitId: exhibitId.nullable().default(null) }),
    output: z.array(exhibit),
    progress: progressCount,
    roles: examiners,
  }),
  describe: write({
    input: z.strictObject({ exhibitId, title: requiredLine(160), provenance }),
    output: exhibit,
    roles: examiners,
  }),
  /** Writes a copy outside the store; the copy is logged with person and purpose. */
  export: view({
    input: z.strictObject({ exhibitId, target: ticket, purpose: requiredProse(300) }),
    output: z.object({ fileName: z.string() }),
    progress: progressCount,
    roles: examiners,
  }),
})

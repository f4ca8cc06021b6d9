import { z } from 'zod'
import { civilDate, instant } from '../dates.ts'
import { caseId, lawId, line, reportId, respondentId } from '../ids.ts'

// What the gates of the intake, doubles and conflicts of a report look like; the calls are in reports.ts.

/** Fields of a report that may be completed after it was registered. */
export const COMPLETABLE = [
  'senderOffice',
  'senderLetterNumber',
  'senderLetterOn',
  'reporterName',
  'reporterContact',
  'candidate',
  'electionId',
  'designatedOn',
  'actTime',
  'provinceCode',
  'initialEvidence',
] as const
export type Completable = (typeof COMPLETABLE)[number]

/** Values for missing fields; a field that is left out stays as it is. */
export const completion = z
  .strictObject({
    senderOffice: line(160),
    senderLetterNumber: line(80),
    senderLetterOn: civilDate,
    reporterName: line(120),
    reporterContact: line(160),
    candidate: line(160),
    electionId: lawId,
    designatedOn: civilDate,
    actTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'dates.notATime' }),
    provinceCode: line(2),
    initialEvidence: line(500),
  })
  .partial()
export type Completion = z.infer<typeof completion>

/** One requirement of the intake and whether this report meets it. */
export const gateItem = z.object({
  id: z.string(),
  kind: z.enum(['formal', 'material']),
  label: z.string(),
  /** What is missing and where it is to be had, one sentence. */
  sentence: z.string(),
  basis: z.string(),
  /** What the requirement looks at; a key of `INTAKE_NEEDS` of the institution pack. */
  needs: z.string(),
  missing: z.boolean(),
})
export type GateItem = z.infer<typeof gateItem>

/** The letter with which a report went back to its sender. */
export const reportReturn = z.object({
  id: z.uuid(),
  number: z.string(),
  datedOn: civilDate,
  addressee: z.string(),
  missing: z.array(z.string()),
  returnedBy: z.string(),
  returnedAt: instant,
  /** Who signed it in the program; null while it waits for a signature, or was signed on paper. */
  signature: z.object({ by: z.string(), at: instant, sha256: z.string() }).nullable(),
  /** When and why it was taken up again; null while it waits for its sender. */
  takenUpAt: instant.nullable(),
  takenUpBy: z.string(),
  takenUpReason: z.string(),
})
export type ReportReturn = z.infer<typeof reportReturn>

/** A field that was completed later, with both values; those of the protected reporter are not shown. */
export const amendment = z.object({
  field: z.enum(COMPLETABLE),
  before: z.string(),
  after: z.string(),
  by: z.string(),
  at: instant,
})

export const intake = z.object({
  reportId,
  state: z.enum(['registered', 'returned', 'opened']),
  gates: z.array(gateItem),
  returns: z.array(reportReturn),
  amendments: z.array(amendment),
  /** May the signed-in person complete it, and send it back; a refusal names its reason code. */
  may: z.object({
    complete: z.boolean(),
    completeReason: z.string().nullable(),
    return: z.boolean(),
    returnReason: z.string().nullable(),
    /** Sign a letter with which it went back and which nobody has signed. */
    signReturn: z.boolean(),
  }),
})
export type Intake = z.infer<typeof intake>

export const CONFLICT_KINDS = ['named', 'candidate', 'none'] as const
export const conflictKind = z.enum(CONFLICT_KINDS)
export type ConflictKind = z.infer<typeof conflictKind>

/** Whether the supervising authority (PPK) of a person is himself named in the report or a candidate. */
export const ppkConflict = z.object({
  respondentId,
  respondentName: z.string(),
  /** Address of the authority, such as 'Bupati Contoh Utara'. */
  authority: z.string(),
  /** What somebody decided; null while nobody has. */
  decided: z.object({ kind: conflictKind, note: z.string(), by: z.string(), at: instant }).nullable(),
  /** What the texts of the report hint at; a person decides. */
  suggestion: z.object({ kind: z.enum(['named', 'candidate']), hint: z.string() }).nullable(),
  /** Who stands above the authority, by the institution pack; null when it names nobody. */
  higher: z.object({ addressee: z.array(z.string()), basis: z.string() }).nullable(),
})
export type PpkConflict = z.infer<typeof ppkConflict>

/** Another case that may be about the same act. */
export const relatedCase = z.object({
  reportId: reportId.nullable(),
  reportNumber: z.string(),
  caseId: caseId.nullable(),
  caseNumber: z.string().nullable(),
  why: z.enum(['sameAct', 'sameExhibit', 'linked']),
  /** Person and day, or the numbers of the exhibits here and there. */
  detail: z.string(),
  linked: z.boolean(),
})
export type RelatedCase = z.infer<typeof relatedCase>

export const related = z.object({
  rows: z.array(relatedCase),
  /** Cases with the same exhibit on which the signed-in person does not work: counted, not named. */
  hidden: z.number().int(),
})
export type Related = z.infer<typeof related>

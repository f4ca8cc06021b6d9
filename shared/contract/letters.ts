import { z } from 'zod'
import { civilDate, instant } from '../dates.ts'
import {
  caseId,
  letterId,
  line,
  plenaryId,
  prose,
  requiredLine,
  requiredProse,
  respondentId,
  ticket,
} from '../ids.ts'
import { assistants, contract, deciders, examiners, presiders, read, view, write } from './define.ts'
import { page } from './reports.ts'

/**
 * The letter's body: ProseMirror JSON of the restricted schema (paragraph, heading, lists, table,
 * bold/italic/underline, `variable` atoms). The engine checks it again before it is kept.
 */
export const letterBody = z.object({ type: z.literal('doc'), content: z.array(z.unknown()).max(5000) })
export type LetterBody = z.infer<typeof letterBody>

export const LETTER_STATES = [
  'draft',
  'inReview',
  'returned',
  'reviewed',
  'approved',
  'finalised',
  'issued',
] as const
export const letterState = z.enum(LETTER_STATES)
export type LetterState = z.infer<typeof letterState>

export const CONFIDENTIALITY = ['biasa', 'rahasia', 'penting', 'segera'] as const

export const letterHeader = z.strictObject({
  confidentiality: z.enum(CONFIDENTIALITY),
  attachmentNote: line(80).default('-'),
  subject: requiredLine(300),
  /** Address lines, 'Yth. Bupati …' first. */
  addressee: z.array(requiredLine(160)).min(1, { error: 'letters.noAddressee' }).max(6),
  copies: z.array(requiredLine(160)).max(20),
})
export type LetterHeader = z.infer<typeof letterHeader>

/** A problem of the draft: 'error' stops finalising, 'warning' does not. */
export const letterCheck = z.object({
  severity: z.enum(['error', 'warning', 'ok']),
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type LetterCheck = z.infer<typeof letterCheck>

/** What a paragraph rests on; shown in the margin. `changed` when the source moved after drafting. */
export const letterTrace = z.object({
  trace: z.string(),
  label: z.string(),
  exhibits: z.array(z.string()),
  changed: z.boolean(),
  currentText: z.string().nullable(),
})

export const letterStep = z.object({
  step: z.enum(['drafted', 'submitted', 'returned', 'reviewed', 'approved', 'finalised', 'signed']),
  by: z.string(),
  at: instant,
  comment: z.string(),
})
export type LetterStep = z.infer<typeof letterStep>

export const letter = z.object({
  id: letterId,
  caseId,
  caseNumber: z.string(),
  respondentId,
  respondentName: z.string(),
  plenaryId: plenaryId.nullable(),
  state: letterState,
  number: z.string().nullable(),
  datedOn: civilDate.nullable(),
  header: letterHeader,
  body: letterBody,
  /** Values of the `variable` atoms, by name. */
  variables: z.record(z.string(), z.string()),
  version: z.number().int(),
  authorName: z.string(),
  authoredByMe: z.boolean(),
  steps: z.array(letterStep),
  traces: z.array(letterTrace),
  checks: z.array(letterCheck),
  issuedSha256: z.string().nullable(),
  savedAt: instant,
  /** What the signed-in person may do now; a refusal names its reason code. */
  may: z.record(
    z.enum(['edit', 'submit', 'review', 'approve', 'finalise', 'sign']),
    z.object({ allowed: z.boolean(), reason: z.string().nullable() }),
  ),
  /** 'higher': to whoever stands above a supervising authority that is part of the matter. */
  addressedTo: z.enum(['ppk', 'higher']),
  addresseeReason: z.string(),
  withOpinions: z.boolean(),
  /** The earlier decision that this one corrects or reopens. */
  cites: z.string().nullable(),
  /** What took the place of its decision; the letter itself stays as it was signed. */
  replacedBy: z
    .object({
      cite: z.string(),
      kind: z.enum(['correction', 'reopening']),
      letterNumber: z.string().nullable(),
    })
    .nullable(),
})
export type Letter = z.infer<typeof letter>

export const letterRow = z.object({
  id: letterId,
  caseId,
  caseNumber: z.string(),
  respondentName: z.string(),
  subject: z.string(),
  addressee: z.string(),
  state: letterState,
  number: z.string().nullable(),
  datedOn: civilDate.nullable(),
  savedAt: instant,
  /** A later decision took the place of the one it states. */
  replaced: z.boolean(),
})
export type LetterRow = z.infer<typeof letterRow>

/** A decided person without a letter yet. */
export const letterCandidate = z.object({
  caseId,
  caseNumber: z.string(),
  respondentId,
  respondentName: z.string(),
  outcome: z.enum(['proven', 'notProven']),
  /** The earlier decision that this one corrects or reopens. */
  cites: z.string().nullable(),
  /** How many members wrote a separate opinion. */
  opinions: z.number().int(),
  /** The supervising authority is part of the matter: the drafter chooses between it and `higher`. */
  conflict: z
    .object({
      kind: z.enum(['named', 'candidate', 'didNotSanction']),
      note: z.string(),
      authority: z.string(),
      higher: z.array(z.string()).nullable(),
    })
    .nullable(),
})

export const certificateSummary = z.object({
  subject: z.string(),
  serialNumber: z.string(),
  issuer: z.string(),
  validFrom: instant,
  validUntil: instant,
  /** Whether it carries the NIP of the signed-in account; 'absent' when it has none, 'unknown' when the account has none. */
  nip: z.enum(['same', 'other', 'absent', 'unknown']),
})

const byLetter = z.strictObject({ letterId })
const pdfBytes = z.object({ pdf: z.instanceof(Uint8Array) })

export const letters = contract('letters', {
  list: read({
    input: page.extend({
      state: letterState.nullable().default(null),
      caseId: caseId.nullable().default(null),
    }),
    output: z.object({
      total: z.number().int(),
      rows: z.array(letterRow),
      candidates: z.array(letterCandidate),
    }),
    roles: examiners,
  }),
  get: read({ input: byLetter, output: letter, roles: examiners }),
  /**
   * Writes a first draft from the newest decision. Where the supervising authority is part of the matter,
   * `addressee` says to whom it goes and why. Codes: letters.notDecided, letters.alreadyDrafted,
   * letters.addresseeOpen {authority}, letters.noConflict, letters.noHigher.
   */
  draft: write({
    input: z.strictObject({
      caseId,
      respondentId,
      addressee: z
        .strictObject({
          to: z.enum(['ppk', 'higher']),
          reason: requiredProse(500).min(10, { error: 'letters.reasonShort' }),
        })
        .nullable()
        .default(null),
      withOpinions: z.boolean().default(false),
    }),
    output: letter,
    roles: assistants,
  }),
  /** Codes: letters.notEditable, letters.stale {version}, letters.bodyInvalid. */
  save: write({
    input: z.strictObject({ letterId, version: z.number().int(), header: letterHeader, body: letterBody }),
    output: letter,
    roles: assistants,
  }),
  /** Takes a paragraph's source text again, or keeps the paragraph as it is ('Masih benar'). */
  confirmTrace: write({
    input: z.strictObject({ letterId, trace: z.string().max(120), choice: z.enum(['keep', 'useSource']) }),
    output: letter,
    roles: assistants,
  }),
  /** The final PDF of the draft as it would be issued, with the draft mark. */
  preview: read({
    input: z.strictObject({ letterId, header: letterHeader.optional(), body: letterBody.optional() }),
    output: pdfBytes,
    roles: examiners,
  }),
  submit: write({ input: byLetter, output: letter, roles: assistants }),
  /** Codes: letters.ownReview, letters.notInReview, letters.commentRequired. */
  review: write({
    input: z.strictObject({ letterId, outcome: z.enum(['approved', 'returned']), comment: prose(4000) }),
    output: letter,
    roles: examiners,
  }),
  /** Codes: letters.ownApproval, letters.notReviewed. */
  approve: write({ input: byLetter, output: letter, roles: deciders }),
  /** Takes the number and fixes the PDF to be signed. Codes: letters.notApproved, letters.checksFailed, letters.notDecided. */
  finalise: write({
    input: z.strictObject({ letterId, datedOn: civilDate }),
    output: letter,
    roles: examiners,
  }),
  /** Reads the certificate of a PKCS#12 file; the password is not kept. */
  inspectCertificate: read({
    input: z.strictObject({ file: ticket, password: z.string().max(256) }),
    output: certificateSummary,
    // Members look at theirs before they sign minutes.
    roles: deciders,
  }),
  /**
   * Signs the finalised PDF and issues the letter; the follow-up clock starts.
   * Codes: signing.wrongPassword, signing.notPkcs12, signing.certificateExpired, signing.otherNip,
   * signing.otherPerson, signing.untrusted, letters.notFinalised, letters.signatoryChanged.
   */
  sign: write({
    input: z.strictObject({ letterId, file: ticket, password: z.string().max(256) }),
    output: letter,
    roles: presiders,
  }),
  /** The issued (or finalised) PDF; a copy with the mark 'DIGANTI' when its decision was replaced. */
  open: view({ input: byLetter, output: pdfBytes, roles: examiners }),
  /** The signed bytes; `marked` gives the copy for print of a replaced letter. Codes: letters.notIssued, letters.notReplaced. */
  export: view({
    input: z.strictObject({
      letterId,
      target: ticket,
      purpose: requiredProse(300),
      marked: z.boolean().default(false),
    }),
    output: z.object({ fileName: z.string(), sha256: z.string() }),
    roles: examiners,
  }),
})

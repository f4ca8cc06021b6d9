import { z } from 'zod'
import { instant } from '../dates.ts'
import { caseId, exhibitId, findingId, lawId, linkId, prose, requiredProse, respondentId } from '../ids.ts'
import { contract, examiners, read, write } from './define.ts'

export const ELEMENT_STATES = ['proven', 'notProven', 'insufficient', 'notAssessed'] as const
export const elementState = z.enum(ELEMENT_STATES)
export type ElementState = z.infer<typeof elementState>

export const STANCES = ['supports', 'contradicts'] as const

/** A place inside an exhibit: page and box in fractions of the page, a second, or a line. */
export const place = z.strictObject({
  page: z.number().int().min(1).max(100_000).nullable().default(null),
  box: z
    .strictObject({
      x: z.number().min(0).max(1),
      y: z.number().min(0).max(1),
      width: z.number().min(0).max(1),
      height: z.number().min(0).max(1),
    })
    .nullable()
    .default(null),
  second: z.number().min(0).max(1_000_000).nullable().default(null),
  line: z.number().int().min(1).max(10_000_000).nullable().default(null),
})
export type Place = z.infer<typeof place>

export const exhibitLink = z.object({
  id: linkId,
  exhibitId,
  exhibitNumber: z.string(),
  exhibitTitle: z.string(),
  stance: z.enum(STANCES),
  place,
  note: z.string(),
  linkedBy: z.string(),
  linkedAt: instant,
})
export type ExhibitLink = z.infer<typeof exhibitLink>

export const elementAssessment = z.object({
  elementId: z.string(),
  label: z.string(),
  state: elementState,
  reasons: z.string(),
  /** What the respondent answers to this element, and the commission's reply. */
  defence: z.string(),
  defenceReply: z.string(),
  links: z.array(exhibitLink),
  assessedBy: z.string().nullable(),
  assessedAt: instant.nullable(),
})
export type ElementAssessment = z.infer<typeof elementAssessment>

export const SANCTION_LEVELS = ['ringan', 'sedang', 'berat', 'moral', 'pemberhentian'] as const
export const sanctionOption = z.object({
  id: z.string(),
  name: z.string(),
  level: z.enum(SANCTION_LEVELS),
  citation: z.string(),
  insideBand: z.boolean(),
})
export type SanctionOption = z.infer<typeof sanctionOption>

export const reviewRecord = z.object({
  reviewerName: z.string(),
  at: instant,
  outcome: z.enum(['approved', 'returned']),
  comment: z.string(),
})

export const FINDING_STATES = ['draft', 'submitted', 'returned', 'reviewed'] as const
export const finding = z.object({
  id: findingId,
  caseId,
  respondentId,
  provisionId: z.string(),
  /** 'Pasal 4 angka 15 huruf d'. */
  citation: z.string(),
  subject: z.string(),
  /** 'Pasal 4 angka 15 huruf d jo. Pasal 12 angka 9'. */
  legalBasis: z.string(),
  regulationTitle: z.string(),
  /** True when the pack's confidence is below 0.8: a person must check the text. */
  needsHumanCheck: z.boolean(),
  state: z.enum(FINDING_STATES),
  conclusion: z.enum(['proven', 'notProven', 'undecided']),
  consideration: z.string(),
  assessments: z.array(elementAssessment),
  /** Why 'proven' cannot be chosen now: codes, empty when it can. */
  provenBlockedBy: z.array(z.object({ code: z.string(), elementId: z.string().nullable() })),
  band: z.object({
    levels: z.array(z.enum(SANCTION_LEVELS)),
    basis: z.string(),
    sanctions: z.array(sanctionOption),
  }),
  proposal: z.object({ sanction: sanctionOption, reason: z.string() }).nullable(),
  authorName: z.string(),
  authoredByMe: z.boolean(),
  reviews: z.array(reviewRecord),
  mayReview: z.boolean(),
  mayReviewReason: z.string().nullable(),
  updatedAt: instant,
})
export type Finding = z.infer<typeof finding>

export const provisionChoice = z.object({
  id: z.string(),
  citation: z.string(),
  subject: z.string(),
  summary: z.string(),
  levels: z.array(z.string()),
  suggested: z.boolean(),
  confidence: z.number(),
})
export type ProvisionChoice = z.infer<typeof provisionChoice>

/** What a reviewer confirms one by one; labels in strings. */
export const REVIEW_CHECKS = ['elements', 'exhibits', 'defence', 'sanction', 'wording'] as const

export const findings = contract('findings', {
  /** The matrix of a case: persons × provisions × elements. */
  listByCase: read({ input: z.strictObject({ caseId }), output: z.array(finding), roles: examiners }),
  /** Provisions of the case's rulebook, those that fit the form of violation first. */
  listProvisions: read({
    input: z.strictObject({ caseId }),
    output: z.array(provisionChoice),
    roles: examiners,
  }),
  /** Codes: findings.alreadyAdded, law.unknownProvision, access.notAssigned. */
  add: write({
    input: z.strictObject({ caseId, respondentId, provisionId: lawId }),
    output: finding,
    roles: examiners,
  }),
  /** Takes a draft finding without a review away again; its history stays. */
  withdraw: write({
    input: z.strictObject({ findingId, reason: requiredProse(500) }),
    output: z.object({ findingId }),
    roles: examiners,
  }),
  /** Codes: findings.exhibitRequired when 'proven' without a supporting exhibit (rule 1). */
  assess: write({
    input: z.strictObject({
      findingId,
      elementId: z.string().max(60),
      state: elementState,
      reasons: prose(8000),
      defence: prose(4000).default(''),
      defenceReply: prose(4000).default(''),
    }),
    output: finding,
    roles: examiners,
  }),
  /** Codes: findings.exhibitOfOtherCase, findings.alreadyLinked, evidence.changed. */
  link: write({
    input: z.strictObject({
      findingId,
      elementId: z.string().max(60),
      exhibitId,
      stance: z.enum(STANCES),
      place,
      note: prose(1000).default(''),
    }),
    output: finding,
    roles: examiners,
  }),
  /** Codes: findings.lastExhibit when the element is proven and this is its only support. */
  unlink: write({ input: z.strictObject({ linkId }), output: finding, roles: examiners }),
  /**
   * Codes: findings.elementsOpen, findings.exhibitRequired, findings.noElementFails,
   * findings.considerationRequired. A conclusion falls back to 'undecided' when its elements change.
   */
  conclude: write({
    input: z.strictObject({
      findingId,
      conclusion: z.enum(['proven', 'notProven', 'undecided']),
      consideration: prose(12_000),
    }),
    output: finding,
    roles: examiners,
  }),
  /** Codes: findings.notProven, findings.outsideBandNeedsReason, law.unknownSanction. */
  propose: write({
    input: z.strictObject({ findingId, sanctionId: lawId.nullable(), reason: prose(4000) }),
    output: finding,
    roles: examiners,
  }),
  /**
   * Hands a concluded finding to a second person. Codes: findings.undecided, findings.defenceUnanswered
   * {element}, findings.provenanceIncomplete {number}: the card of an exhibit used as proof has open fields.
   */
  submit: write({ input: z.strictObject({ findingId }), output: finding, roles: examiners }),
  /** Codes: findings.ownReview, findings.notSubmitted, findings.checksMissing, findings.commentRequired. */
  review: write({
    input: z.strictObject({
      findingId,
      outcome: z.enum(['approved', 'returned']),
      checks: z.array(z.enum(REVIEW_CHECKS)).max(REVIEW_CHECKS.length),
      comment: prose(4000),
    }),
    output: finding,
    roles: examiners,
  }),
  /**
   * Opens a reviewed finding again after the plenary deferred the person, for what it asked to have cleared up;
   * a new review is then needed. Codes: findings.notReviewed, findings.notDeferred.
   */
  reopen: write({
    input: z.strictObject({ findingId, reason: requiredProse(500) }),
    output: finding,
    roles: examiners,
  }),
  /** The matrix on one A4 landscape page, as PDF bytes. */
  printMatrix: read({
    input: z.strictObject({ caseId }),
    output: z.object({ pdf: z.instanceof(Uint8Array) }),
    roles: examiners,
  }),
})

import { z } from 'zod'
import {
  caseId,
  exhibitId,
  findingId,
  lawId,
  linkId,
  prose,
  requiredProse,
  respondentId,
  ticket,
} from '../ids.ts'
import { contract, examiners, read, view, write } from './define.ts'
import {
  elementState,
  finding,
  findingChange,
  place,
  proposalView,
  provisionList,
  REVIEW_CHECKS,
  SANCTION_LEVELS,
  STANCES,
  similarCase,
} from './finding-shapes.ts'

export * from './finding-shapes.ts'

export const findings = contract('findings', {
  /** The matrix of a case: persons × provisions × elements. */
  listByCase: read({ input: z.strictObject({ caseId }), output: z.array(finding), roles: examiners }),
  /**
   * Provisions that a finding about this person may rest on, those that fit the form of violation first. Without
   * a person those of the case's rulebook. Codes: cases.unknown, findings.respondentOfOtherCase.
   */
  listProvisions: read({
    input: z.strictObject({ caseId, respondentId: respondentId.nullable().default(null) }),
    output: provisionList,
    roles: examiners,
  }),
  /** Codes: findings.alreadyAdded, findings.otherRulebook, law.unknownProvision, access.notAssigned. */
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
  /**
   * Codes: findings.exhibitRequired when 'proven' without a supporting exhibit (rule 1),
   * findings.unansweredReasonShort {least}.
   */
  assess: write({
    input: z.strictObject({
      findingId,
      elementId: z.string().max(60),
      state: elementState,
      reasons: prose(8000),
      defence: prose(4000).default(''),
      defenceReply: prose(4000).default(''),
      defenceUnansweredReason: prose(2000).default(''),
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
  /**
   * Which tier of the provision applies, by its condition; a proposal that no longer fits falls away.
   * Codes: findings.levelUnknown, findings.levelReasonShort {least}.
   */
  chooseLevel: write({
    input: z.strictObject({
      findingId,
      level: z.enum(SANCTION_LEVELS).nullable(),
      reason: prose(2000),
    }),
    output: finding,
    roles: examiners,
  }),
  /** Codes: findings.notProven, findings.levelRequired, findings.outsideBandNeedsReason, law.unknownSanction. */
  propose: write({
    input: z.strictObject({ findingId, sanctionId: lawId.nullable(), reason: prose(4000) }),
    output: finding,
    roles: examiners,
  }),
  /**
   * Hands a concluded finding to a second person. Codes: findings.undecided, findings.defenceUnanswered
   * {element}, findings.provenanceIncomplete {number}: the card of an exhibit used as proof has open fields,
   * and those of `propose`: the proposal is looked at again, as it is on approval.
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
   * Opens a reviewed finding again after the plenary deferred the person, for what it asked to have cleared up,
   * or before it decides again; a new review is then needed. Codes: findings.notReviewed, findings.notDeferred.
   */
  reopen: write({
    input: z.strictObject({ findingId, reason: requiredProse(500) }),
    output: finding,
    roles: examiners,
  }),
  /** Every change of a finding with the text before and after, newest first. */
  changes: read({ input: z.strictObject({ findingId }), output: z.array(findingChange), roles: examiners }),
  /** Codes: cases.unknown for a person without a case. */
  proposalOf: read({ input: z.strictObject({ respondentId }), output: proposalView, roles: examiners }),
  /** Decided persons with the same provision, its predecessor or successor; the most similar first, at most 50. */
  similar: read({
    input: z.strictObject({ respondentId }),
    output: z.array(similarCase),
    roles: examiners,
  }),
  /** The matrix on one A4 landscape page, as PDF bytes. */
  printMatrix: read({
    input: z.strictObject({ caseId }),
    output: z.object({ pdf: z.instanceof(Uint8Array) }),
    roles: examiners,
  }),
  /** Saves that page outside the store. Codes: cases.unknown, evidence.exportIntoStore, files.notWritable. */
  exportMatrix: view({
    input: z.strictObject({ caseId, target: ticket }),
    output: z.object({ fileName: z.string() }),
    roles: examiners,
  }),
})

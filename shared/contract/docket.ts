import { z } from 'zod'
import { civilDate, instant } from '../dates.ts'
import { caseId, respondentId } from '../ids.ts'
import { stage } from './cases.ts'
import { contract, everyone, examiners, read } from './define.ts'

export const DOCKET_GROUPS = ['late', 'mine', 'returned', 'elsewhere'] as const
export const docketGroup = z.enum(DOCKET_GROUPS)
export type DocketGroup = z.infer<typeof docketGroup>

/** The next thing to do for one person in one case; labelled in strings. */
export const NEXT_STEPS = [
  'openCase',
  'addExhibits',
  'assess',
  'submitFinding',
  'answerReview',
  'answerDeferral',
  'review',
  'schedulePlenary',
  'vote',
  'draftLetter',
  'answerLetterReview',
  'reviewLetter',
  'approveLetter',
  'finaliseLetter',
  'signLetter',
  'awaitSanctionDecision',
  'done',
] as const
export const nextStep = z.enum(NEXT_STEPS)
export type NextStep = z.infer<typeof nextStep>

export const DOCKET_REASONS = [
  'noExhibits',
  'noFindings',
  'elementsOpen',
  'notConcluded',
  'notSubmitted',
  'findingReturned',
  'findingReopened',
  'deferredNeeds',
  'deferredReady',
  'waitsForReview',
  'notOnAgenda',
  'onAgenda',
  'noLetter',
  'letterUnfinished',
  'letterReturned',
  'letterWaitsForReview',
  'letterWaitsForApproval',
  'letterWaitsForNumber',
  'letterWaitsForSignature',
  'awaitsAuthority',
  'closed',
] as const
export const docketReasonCode = z.enum(DOCKET_REASONS)
export type DocketReasonCode = z.infer<typeof docketReasonCode>

export const docketRow = z.object({
  key: z.string(),
  group: docketGroup,
  caseId,
  respondentId,
  caseNumber: z.string(),
  name: z.string(),
  nip: z.string(),
  position: z.string(),
  agencyName: z.string(),
  stage,
  nextStep,
  dueOn: civilDate.nullable(),
  workingDaysLeft: z.number().int().nullable(),
  /** Why it stands where it stands; the sentence is in strings (`docketReason`). */
  reason: z.object({
    code: docketReasonCode,
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  }),
  /** The deferral by the plenary that waits for its answer; null once the person is on an agenda again. */
  deferral: z
    .object({
      plenaryNumber: z.string(),
      heldOn: civilDate,
      deferredAt: instant,
      /** What the members who deferred wrote; empty after a tie, or where they wrote nothing. */
      needed: z.array(z.object({ displayName: z.string(), text: z.string() })),
    })
    .nullable(),
})
export type DocketRow = z.infer<typeof docketRow>

export const searchHit = z.object({
  kind: z.enum(['case', 'report', 'person', 'exhibit', 'letter']),
  id: z.string(),
  caseId: caseId.nullable(),
  title: z.string(),
  detail: z.string(),
})
export type SearchHit = z.infer<typeof searchHit>

export const docket = contract('docket', {
  /** My work by role: what is late, what waits on me, what came back, what others hold. */
  list: read({
    input: z.strictObject({
      group: docketGroup.nullable().default(null),
      query: z.string().trim().max(200).default(''),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({
      total: z.number().int(),
      counts: z.object({
        late: z.number().int(),
        mine: z.number().int(),
        returned: z.number().int(),
        elsewhere: z.number().int(),
      }),
      rows: z.array(docketRow),
    }),
    roles: everyone,
  }),
  /** Full-text search over cases, persons, exhibit titles and letters; reporter names are never searched. */
  search: read({
    input: z.strictObject({
      query: z.string().trim().max(200),
      limit: z.number().int().min(1).max(50).default(12),
    }),
    output: z.array(searchHit),
    roles: examiners,
  }),
})

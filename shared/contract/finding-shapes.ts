import { z } from 'zod'
import { civilDate, instant } from '../dates.ts'
import { caseId, exhibitId, findingId, linkId, respondentId } from '../ids.ts'

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
  /** 'Tidak dijawab karena …'; stands in the place of a reply. */
  defenceUnansweredReason: z.string(),
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

/** What a reviewer confirms one by one; labels in strings. */
export const REVIEW_CHECKS = ['elements', 'exhibits', 'defence', 'sanction', 'wording'] as const

export const reviewRecord = z.object({
  reviewerName: z.string(),
  at: instant,
  outcome: z.enum(['approved', 'returned']),
  /** The points that the reviewer confirmed. */
  checks: z.array(z.enum(REVIEW_CHECKS)),
  comment: z.string(),
})

/** One tier of a provision: which level follows, by which article, under which condition. */
export const tier = z.object({ level: z.enum(SANCTION_LEVELS), basis: z.string(), condition: z.string() })
export type Tier = z.infer<typeof tier>

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
  /** The tiers of the provision; a person chooses among several, with a reason. */
  tiers: z.array(tier),
  level: z.enum(SANCTION_LEVELS).nullable(),
  levelReason: z.string(),
  /** Exception and note of the law pack to this provision; empty when there is none. */
  exception: z.string(),
  lawNote: z.string(),
  proposal: z.object({ sanction: sanctionOption, reason: z.string() }).nullable(),
  authorName: z.string(),
  authoredByMe: z.boolean(),
  reviews: z.array(reviewRecord),
  mayReview: z.boolean(),
  mayReviewReason: z.string().nullable(),
  /** The plenary deferred the person, or is to decide again, so an approved finding may be opened again. */
  mayReopen: z.boolean(),
  /** Also a reviewed finding may go where the person's rulebook is a matter of choice. */
  mayWithdraw: z.boolean(),
  updatedAt: instant,
})
export type Finding = z.infer<typeof finding>

/** Why a provision is offered, in the order of the list: 'beside' goes with the suggested ones, the rest by origin. */
export const PROVISION_GROUPS = ['beside', 'rulebook', 'ethics', 'statute', 'election', 'other'] as const
/** What a person should know before using a provision; sentences in strings. */
export const PROVISION_WARNINGS = [
  'confidence',
  'noElements',
  'noSanction',
  'otherScope',
  'otherStatus',
  'criminal',
  'humanLevel',
] as const
export const provisionChoice = z.object({
  id: z.string(),
  citation: z.string(),
  subject: z.string(),
  summary: z.string(),
  levels: z.array(z.string()),
  suggested: z.boolean(),
  confidence: z.number(),
  group: z.enum(PROVISION_GROUPS),
  /** 'PP 53/2010'. */
  regulation: z.string(),
  regulationTitle: z.string(),
  /** The whole chain with every tier: 'Pasal 4 angka 15 huruf d jo. Pasal 12 angka 9'. */
  legalBasis: z.string(),
  tiers: z.array(tier),
  electionScope: z.array(z.string()),
  elementCount: z.number().int(),
  /** Citations of the same rule in the rulebook before and after, each with its regulation. */
  predecessors: z.array(z.string()),
  successors: z.array(z.string()),
  warnings: z.array(z.enum(PROVISION_WARNINGS)),
  exception: z.string(),
  note: z.string(),
})
export type ProvisionChoice = z.infer<typeof provisionChoice>

/** What holds for the whole list: a gap of the rulebook, a form that is no violation, the ethics track. */
export const provisionNotice = z.object({
  code: z.enum([
    'gapForScope',
    'formNotViolation',
    'formUncertain',
    'ethicsTrack',
    'designationUnknown',
    'undecidedRulebook',
  ]),
  /** Words of the law pack; empty when it says nothing more. */
  detail: z.string(),
})
export const provisionList = z.object({
  choices: z.array(provisionChoice),
  notices: z.array(provisionNotice),
})
export type ProvisionList = z.infer<typeof provisionList>

/** What is on record about a person elsewhere; alleged, proven and sanctioned are told apart. */
export const earlierViolation = z.object({
  caseId: caseId.nullable(),
  /** Number of the case, or of the report while no case is open. */
  number: z.string(),
  actOn: civilDate,
  state: z.enum(['alleged', 'proven', 'sanctioned']),
  legalBasis: z.string(),
  sanction: z.string(),
  decidedOn: civilDate.nullable(),
  /** The same provision, or its predecessor or successor, as one of the findings here. */
  sameNature: z.boolean(),
  /** 'same': same day and form of violation; 'sameDay': same day, so a person must look. */
  act: z.enum(['same', 'sameDay', 'other']),
})
export type EarlierViolation = z.infer<typeof earlierViolation>

/** What may be proposed for one person from all proven findings together, with the reasoning. */
export const proposalView = z.object({
  respondentId,
  rulebook: z.object({ id: z.string(), label: z.string(), track: z.enum(['discipline', 'ethics']) }),
  violations: z.array(
    z.object({
      findingId,
      citation: z.string(),
      subject: z.string(),
      levels: z.array(z.enum(SANCTION_LEVELS)),
      level: z.enum(SANCTION_LEVELS).nullable(),
      /** Its band leads (the heaviest). */
      leading: z.boolean(),
      /** May not be sanctioned again. */
      barred: z.boolean(),
      proposal: sanctionOption.nullable(),
    }),
  ),
  levels: z.array(z.enum(SANCTION_LEVELS)),
  sanctions: z.array(sanctionOption),
  aggravated: z.array(sanctionOption),
  moral: z.array(sanctionOption),
  dismissal: z.array(sanctionOption),
  referrals: z.array(z.object({ provisionId: z.string(), citation: z.string() })),
  requiresHumanDecision: z.boolean(),
  trace: z.array(
    z.object({ rule: z.string(), citation: z.string(), sentence: z.string(), needsHumanCheck: z.boolean() }),
  ),
  earlier: z.array(earlierViolation),
})
export type ProposalView = z.infer<typeof proposalView>

/** A decided person whose violation is like one of these findings. */
export const similarCase = z.object({
  caseId,
  caseNumber: z.string(),
  respondentId,
  citation: z.string(),
  relation: z.enum(['same', 'predecessor', 'successor']),
  sameLevel: z.boolean(),
  samePost: z.boolean(),
  position: z.string(),
  outcome: z.enum(['proven', 'notProven']),
  recommended: z.string(),
  /** What the supervising authority imposed; empty while it has not answered, or imposed nothing. */
  imposed: z.string(),
  imposedState: z.enum(['none', 'waiting', 'imposed', 'nothing']),
  decidedOn: civilDate,
})
export type SimilarCase = z.infer<typeof similarCase>

/** Parts of a finding whose changes are kept; labels in strings. */
export const CHANGE_FIELDS = [
  'finding',
  'state',
  'reasons',
  'defence',
  'defenceReply',
  'defenceUnansweredReason',
  'exhibit',
  'conclusion',
  'consideration',
  'level',
  'levelReason',
  'sanction',
  'sanctionReason',
  'standing',
  'review',
] as const
export const findingChange = z.object({
  id: z.string(),
  elementId: z.string().nullable(),
  elementLabel: z.string(),
  field: z.enum(CHANGE_FIELDS),
  /** Codes for states and conclusions, JSON of `changedLink` for exhibits, else the text itself. */
  before: z.string(),
  after: z.string(),
  byName: z.string(),
  at: instant,
})
export type FindingChange = z.infer<typeof findingChange>
/** An exhibit in the history: what was tied, where, on which side. */
export const changedLink = z.object({
  number: z.string(),
  stance: z.enum(STANCES),
  place,
  note: z.string(),
})

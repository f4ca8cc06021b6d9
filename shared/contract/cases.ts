import { z } from 'zod'
import { civilDate, instant } from '../dates.ts'
import {
  accountId,
  caseId,
  lawId,
  prose,
  reportId,
  requiredLine,
  requiredProse,
  respondentId,
} from '../ids.ts'
import { contract, deciders, examiners, read, role, write } from './define.ts'
import { page, report, respondent, respondentInput } from './reports.ts'

/** Where a case stands; a case with several persons stands where its slowest person stands. */
export const STAGES = ['examination', 'review', 'plenary', 'letter', 'followUp', 'closed'] as const
export const stage = z.enum(STAGES)
export type Stage = z.infer<typeof stage>

export const ASSIGNMENT_KINDS = ['assistant', 'reviewer', 'commissioner'] as const
export const assignment = z.object({
  accountId,
  displayName: z.string(),
  role,
  kind: z.enum(ASSIGNMENT_KINDS),
  assignedAt: instant,
})
export type Assignment = z.infer<typeof assignment>

export const deadline = z.object({
  id: z.string(),
  /** Deadline id of the institution pack, such as `examination`. */
  kind: z.string(),
  label: z.string(),
  respondentId: respondentId.nullable(),
  startedOn: civilDate,
  dueOn: civilDate,
  days: z.number().int(),
  unit: z.enum(['hari', 'hari kerja']),
  /** Days that were not counted, each with its reason. */
  skipped: z.array(z.object({ on: civilDate, reason: z.string() })),
  basis: z.string(),
  doneAt: instant.nullable(),
  /** Working days left until `dueOn`; negative when late. */
  workingDaysLeft: z.number().int(),
})
export type Deadline = z.infer<typeof deadline>

/**
 * The rulebook of one person in one case: from the dates and the status, and, where the law leaves a choice,
 * from a commissioner with a reason.
 */
export const respondentRulebook = z.object({
  /** Discipline rulebook (regulation id). */
  id: z.string(),
  label: z.string(),
  track: z.enum(['discipline', 'ethics']),
  /** Dates that decide beside those of the report; null = unknown or not happened. */
  examinedOn: civilDate.nullable(),
  decidedOn: civilDate.nullable(),
  /** True while the law leaves a choice and no commissioner has made it. */
  undecided: z.boolean(),
  /** The rules changed between the act and the case, no examination or decision is noted, and nobody chose. */
  datesMissing: z.boolean(),
  readings: z.array(
    z.object({
      /** Regulation id; that of the code of ethics when the reading is the ethics track. */
      rulebook: z.string(),
      label: z.string(),
      basis: z.string(),
      /** What follows from this reading, a sentence each: levels, kinds of sanction, gaps. */
      consequences: z.array(z.string()),
      needsHumanCheck: z.boolean(),
    }),
  ),
  choice: z
    .object({
      /** The chosen one of `readings`. */
      rulebook: z.string(),
      reason: z.string(),
      inLetter: z.boolean(),
      chosenBy: z.string(),
      at: instant,
    })
    .nullable(),
  /** Which facts, which rule, which citation; one sentence each. */
  trace: z.array(z.string()),
})
export type RespondentRulebook = z.infer<typeof respondentRulebook>

/** One finding under its own rulebook and what the other one would say. */
export const rulebookComparison = z.object({
  respondentId,
  name: z.string(),
  own: z.object({ rulebook: z.string(), label: z.string() }),
  other: z.object({ rulebook: z.string(), label: z.string() }),
  rows: z.array(
    z.object({
      /** Empty before there is a finding: what the own rulebook suggests for the form of violation. */
      findingId: z.string(),
      own: z.object({
        citation: z.string(),
        legalBasis: z.string(),
        level: z.string(),
        sanctions: z.array(z.string()),
      }),
      /** Empty: the other rulebook has no such prohibition. */
      others: z.array(
        z.object({
          citation: z.string(),
          legalBasis: z.string(),
          level: z.string(),
          sanctions: z.array(z.string()),
        }),
      ),
      /** 'lighter', 'same', 'heavier' or 'none' under the other rulebook. */
      effect: z.enum(['lighter', 'same', 'heavier', 'none']),
      note: z.string(),
    }),
  ),
})
export type RulebookComparison = z.infer<typeof rulebookComparison>

/** What is known about the officials of one person beside the report. */
export const officials = z.object({
  /** Agency to which a seconded person belongs; its supervising authority decides. Null = not seconded. */
  homeAgency: respondentInput.pick({ agencyName: true, agencyType: true, provinceCode: true }).nullable(),
  /** The official who had to sanction the person and did not. Null = none known. */
  failedOfficial: z
    .strictObject({
      post: requiredLine(160),
      /** From what it is known: letter, statement, date. */
      note: requiredProse(1000),
      /** The supervising authority itself; the letter then may go to whoever stands above it. */
      isAuthority: z.boolean(),
    })
    .nullable(),
})
export type Officials = z.infer<typeof officials>

export const caseRespondent = respondent.extend({
  rulebook: respondentRulebook,
  officials,
  stage,
  /** Outcome sentence parts for the state pip. */
  findingCount: z.number().int(),
  provenCount: z.number().int(),
  decided: z.enum(['none', 'proven', 'notProven', 'deferred']),
  letterState: z.string().nullable(),
  followUpState: z.enum(['none', 'waiting', 'late', 'closed']),
})
export type CaseRespondent = z.infer<typeof caseRespondent>

export const caseFile = z.object({
  id: caseId,
  registerNumber: z.string(),
  openedAt: instant,
  openedBy: z.string(),
  /** The law pack under which this case is decided; it never changes. */
  lawPackVersion: z.string(),
  stage,
  report,
  respondents: z.array(caseRespondent),
  assignments: z.array(assignment),
  deadlines: z.array(deadline),
  rulebook: z.object({
    id: z.string(),
    label: z.string(),
    /** True while nobody has decided between the readings; a decided one has its reason. */
    requiresHumanDecision: z.boolean(),
    reason: z.string(),
    readings: z.array(z.object({ rulebook: z.string(), label: z.string(), basis: z.string() })),
    trace: z.array(z.string()),
  }),
  exhibits: z.object({ total: z.number().int(), openedByMe: z.number().int(), changed: z.number().int() }),
  /** What the signed-in person may do here; each refusal names its reason code. */
  may: z.object({
    examine: z.boolean(),
    examineReason: z.string().nullable(),
    assign: z.boolean(),
    assignReason: z.string().nullable(),
  }),
})
export type CaseFile = z.infer<typeof caseFile>

export const caseRow = z.object({
  id: caseId,
  registerNumber: z.string(),
  openedOn: civilDate,
  stage,
  respondentCount: z.number().int(),
  firstRespondent: z.string(),
  agencyName: z.string(),
  violationForm: z.string(),
  provinceCode: z.string(),
  actOn: civilDate,
  dueOn: civilDate.nullable(),
  exhibitCount: z.number().int(),
  assignedToMe: z.boolean(),
})
export type CaseRow = z.infer<typeof caseRow>

/** One line of the readable history; the sentence is built from method and facts. */
export const historyEntry = z.object({
  seq: z.number().int(),
  at: instant,
  actorName: z.string(),
  role: z.string(),
  device: z.string(),
  method: z.string(),
  subject: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type HistoryEntry = z.infer<typeof historyEntry>

export const cases = contract('cases', {
  list: read({
    input: page.extend({ stage: stage.nullable().default(null), mine: z.boolean().default(false) }),
    output: z.object({ total: z.number().int(), rows: z.array(caseRow) }),
    roles: examiners,
  }),
  get: read({ input: z.strictObject({ caseId }), output: caseFile, roles: examiners }),
  /** What the dates and the status of each person of a report lead to, before there is a case. */
  proposeRulebooks: read({
    input: z.strictObject({ reportId }),
    output: z.array(z.object({ respondentId, name: z.string(), rulebook: respondentRulebook })),
    roles: examiners,
  }),
  /**
   * Opens the case file of a report with the rulebook of each person. Where the law leaves a choice it stays
   * open until a commissioner makes it; one who opens the case may name it here, for all whom it concerns.
   * Codes: cases.alreadyOpen, cases.noAssistant, cases.roleMismatch, cases.deciderChooses,
   * cases.rulebookUnknown, accounts.unknown, reports.unknown, reports.returned, reports.incomplete {missing}.
   */
  open: write({
    input: z.strictObject({
      reportId,
      assistants: z.array(accountId).min(1, { error: 'cases.noAssistant' }).max(10),
      reviewers: z.array(accountId).max(10).default([]),
      commissioners: z.array(accountId).max(10).default([]),
      rulebook: z
        .strictObject({
          id: lawId,
          reason: requiredProse(2000).min(20, { error: 'cases.reasonShort' }),
        })
        .nullable()
        .default(null),
      /** Why the file is opened although a formal item is missing from the report. */
      incompleteReason: prose(1000).default(''),
    }),
    output: caseFile,
    roles: examiners,
  }),
  /** Codes: cases.alreadyAssigned, cases.roleMismatch, access.notAssigned. */
  assign: write({
    input: z.strictObject({ caseId, accountId, kind: z.enum(ASSIGNMENT_KINDS) }),
    output: caseFile,
    roles: examiners,
  }),
  /** Codes: cases.notAssigned, cases.lastAssistant. */
  unassign: write({
    input: z.strictObject({ caseId, accountId, kind: z.enum(ASSIGNMENT_KINDS) }),
    output: caseFile,
    roles: deciders,
  }),
  /**
   * Dates of the first examination record and of a sanction decision already made by the supervising authority.
   * A commissioner's choice falls away when the readings change. Codes: law.datesOutOfOrder, cases.dateInFuture
   * {field}, cases.datesUnchanged, cases.respondentUnknown, cases.alreadyDecided {name}, cases.voteOpen {name},
   * cases.otherFindings {citation, name, rulebook}, access.notAssigned.
   */
  recordDates: write({
    input: z.strictObject({
      caseId,
      respondentId,
      examinedOn: civilDate.nullable(),
      decidedOn: civilDate.nullable(),
    }),
    output: caseFile,
    roles: examiners,
  }),
  /**
   * The home agency of a seconded person, and an official who did not sanction though obliged. Both go into the
   * proposal and the letter. Codes: cases.officialsUnchanged {name}, cases.homeProvince, cases.respondentUnknown,
   * cases.alreadyDecided {name}, cases.voteOpen {name}, access.notAssigned.
   */
  recordOfficials: write({
    input: z.strictObject({ caseId, respondentId }).extend(officials.shape),
    output: caseFile,
    roles: examiners,
  }),
  /**
   * A commissioner chooses between the readings. The reason goes into the minutes and, if wished, the letter.
   * Codes: cases.rulebookUnknown, cases.rulebookClear, cases.sameChoice, cases.respondentUnknown,
   * cases.alreadyDecided {name}, cases.voteOpen {name}, cases.otherFindings {citation, name, rulebook},
   * access.notAssigned.
   */
  chooseRulebook: write({
    input: z.strictObject({
      caseId,
      respondentId,
      rulebook: lawId,
      reason: requiredProse(2000).min(20, { error: 'cases.reasonShort' }),
      inLetter: z.boolean(),
    }),
    output: caseFile,
    roles: deciders,
  }),
  /** What the other rulebook would say to each finding of each person. */
  compareRulebooks: read({
    input: z.strictObject({ caseId }),
    output: z.array(rulebookComparison),
    roles: examiners,
  }),
  history: read({ input: z.strictObject({ caseId }), output: z.array(historyEntry), roles: examiners }),
})

import { z } from 'zod'
import { civilDate, instant } from '../dates.ts'
import { accountId, caseId, lawId, reportId, requiredProse, respondentId } from '../ids.ts'
import { contract, deciders, examiners, read, role, write } from './define.ts'
import { page, report, respondent } from './reports.ts'

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

export const caseRespondent = respondent.extend({
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
  /**
   * Opens the case file of a report. Where the dates lead to more than one rulebook, `rulebook` names
   * the chosen one and why. Codes: cases.alreadyOpen, cases.noAssistant, cases.roleMismatch,
   * cases.rulebookUndecided {readings}, cases.rulebookUnknown, accounts.unknown, reports.unknown.
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
          reason: requiredProse(1000).min(10, { error: 'cases.reasonShort' }),
        })
        .nullable()
        .default(null),
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
  history: read({ input: z.strictObject({ caseId }), output: z.array(historyEntry), roles: examiners }),
})

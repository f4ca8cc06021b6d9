import { z } from 'zod'
import { civilDate, instant, zone } from '../dates.ts'
import {
  caseId,
  lawId,
  line,
  optionalLine,
  personId,
  reportId,
  requiredLine,
  requiredProse,
  respondentId,
  ticket,
} from '../ids.ts'
import { assistants, contract, examiners, noInput, presiders, read, view, write } from './define.ts'
import { completion, conflictKind, intake, ppkConflict, related, reportReturn } from './intake-shapes.ts'

export const CHANNELS = [
  'letter',
  'visit',
  'email',
  'phone',
  'onlineForm',
  'socialMedia',
  'ownInitiative',
] as const
export const SENDER_KINDS = ['electionSupervisor', 'agency', 'public', 'commission'] as const
export const CIVIL_STATUSES = ['pns', 'cpns', 'pppk'] as const
export const AGENCY_TYPES = [
  'kementerian',
  'lpnk',
  'sekretariat-lembaga-negara',
  'sekretariat-lns',
  'pemprov',
  'pemkab',
  'pemkot',
] as const
export const ELECTION_SCOPES = ['presiden', 'dpr', 'dpd', 'dprd', 'kepala-daerah'] as const

/** The post on the day of the act; later changes of post never alter it (features row 8). */
export const respondentInput = z.strictObject({
  /** As typed; the engine keeps the digits. 18 digits, or an old 9-digit one. */
  nip: requiredLine(40),
  name: requiredLine(120),
  status: z.enum(CIVIL_STATUSES),
  /** Grade code of the law pack such as `III/c`, or empty when unknown. */
  grade: optionalLine(20),
  position: requiredLine(160),
  positionKind: optionalLine(60),
  workUnit: line(160).default(''),
  agencyName: requiredLine(160),
  agencyType: z.enum(AGENCY_TYPES),
  /** Two-digit code of the law pack's provinces; empty for the central government. */
  provinceCode: optionalLine(2),
})
export type RespondentInput = z.infer<typeof respondentInput>

export const respondent = respondentInput.extend({
  id: respondentId,
  personId,
  ordinal: z.number().int(),
  nipKind: z.enum(['pns', 'pppk', 'old9', 'invalid']),
  /** Warning codes of `shared/nip.ts`. */
  nipWarnings: z.array(z.string()),
})
export type Respondent = z.infer<typeof respondent>

export const reportInput = z.strictObject({
  channel: z.enum(CHANNELS),
  receivedOn: civilDate,
  senderKind: z.enum(SENDER_KINDS),
  /** The office that forwards the report, such as an election supervisor; never a private person. */
  senderOffice: line(160).default(''),
  senderLetterNumber: line(80).default(''),
  senderLetterOn: civilDate.nullable().default(null),
  /** A private reporter. Kept apart from the file; shown only on a logged request with a reason. */
  reporterName: line(120).default(''),
  reporterContact: line(160).default(''),
  electionId: lawId.nullable().default(null),
  electionScope: z.enum(ELECTION_SCOPES),
  /** Day on which the candidate was designated; from the election, or typed. */
  designatedOn: civilDate.nullable().default(null),
  candidate: line(160).default(''),
  violationForm: lawId,
  actOn: civilDate,
  actUntil: civilDate.nullable().default(null),
  /** 'HH:MM' on the clock of `zone`, or empty when unknown. */
  actTime: z
    .string()
    .regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, { error: 'dates.notATime' })
    .nullish()
    .transform(time => time ?? ''),
  zone,
  place: requiredLine(200),
  provinceCode: optionalLine(2),
  narrative: requiredProse(20_000),
  /** Evidence that came with the report, in words; the files themselves are exhibits of the case. */
  initialEvidence: line(500).default(''),
  respondents: z.array(respondentInput).min(1, { error: 'reports.noRespondent' }).max(50),
})
export type ReportInput = z.infer<typeof reportInput>

export const report = reportInput
  .omit({ reporterName: true, reporterContact: true, respondents: true })
  .extend({
    id: reportId,
    registerNumber: z.string(),
    registeredAt: instant,
    registeredBy: z.string(),
    hasProtectedReporter: z.boolean(),
    respondents: z.array(respondent),
    caseId: caseId.nullable(),
    caseNumber: z.string().nullable(),
    /** It went back to its sender and has not been taken up again. */
    returned: z.boolean(),
  })
export type Report = z.infer<typeof report>

export const reportRow = z.object({
  id: reportId,
  registerNumber: z.string(),
  receivedOn: civilDate,
  channel: z.enum(CHANNELS),
  senderKind: z.enum(SENDER_KINDS),
  senderOffice: z.string(),
  violationForm: z.string(),
  actOn: civilDate,
  place: z.string(),
  respondentCount: z.number().int(),
  firstRespondent: z.string(),
  caseId: caseId.nullable(),
  caseNumber: z.string().nullable(),
  returned: z.boolean(),
})
export type ReportRow = z.infer<typeof reportRow>

/** An earlier report that names the same person for the same days (features row 4). */
export const overlap = z.object({
  reportId,
  registerNumber: z.string(),
  name: z.string(),
  nip: z.string(),
  actOn: civilDate,
})
export type Overlap = z.infer<typeof overlap>

export const page = z.strictObject({
  query: z.string().trim().max(200).default(''),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(200),
})

export const reports = contract('reports', {
  list: read({
    input: page,
    output: z.object({ total: z.number().int(), rows: z.array(reportRow) }),
    roles: examiners,
  }),
  get: read({ input: z.strictObject({ reportId }), output: report, roles: examiners }),
  /** Same NIP and a day of the act within seven days of a day of theirs, before anything is saved. */
  findOverlaps: read({
    input: z.strictObject({
      respondents: z.array(z.strictObject({ nip: line(40) })).max(50),
      actOn: civilDate.nullable(),
      actUntil: civilDate.nullable().default(null),
    }),
    output: z.array(overlap),
    roles: examiners,
  }),
  /**
   * Codes: reports.nipInvalid {ordinal, nip}, reports.nipTwice {ordinal, first}, reports.actAfterReceipt,
   * reports.actEndsBeforeItBegins, reports.letterAfterReceipt, reports.scopeNotInElection, law.unknownForm,
   * law.unknownElection, law.unknownProvince, law.unknownGrade, law.unknownPositionKind.
   */
  register: write({ input: reportInput, output: report, roles: assistants }),
  /** The protected reporter, shown with a reason that is kept. Codes: reports.noReporter. */
  revealReporter: view({
    input: z.strictObject({ reportId, reason: requiredProse(500).min(10, { error: 'reports.reasonShort' }) }),
    output: z.object({ name: z.string(), contact: z.string() }),
    roles: examiners,
  }),
  /** What the intake gates of the institution pack find missing, and what was done about it. */
  intake: read({ input: z.strictObject({ reportId }), output: intake, roles: examiners }),
  /**
   * Fills in what was missing; both values are kept. A returned report that no formal item is missing from is
   * taken up again by it. Codes: reports.unknown, reports.nothingNew, reports.caseFixed {field},
   * reports.letterAfterReceipt, reports.scopeNotInElection, law.unknownElection, law.unknownProvince, access.*.
   */
  complete: write({
    input: z.strictObject({ reportId, values: completion }),
    output: intake,
    roles: assistants,
  }),
  /**
   * Sends a report back to its sender with a numbered letter that lists what is missing and names no
   * respondent. Codes: reports.alreadyCase, reports.alreadyReturned, reports.nothingMissing,
   * reports.ownReport, letters.numberTaken, letters.noSignatory.
   */
  returnToSender: write({
    input: z.strictObject({ reportId }),
    output: z.object({ intake, returned: reportReturn, pdf: z.instanceof(Uint8Array) }),
    roles: assistants,
  }),
  /** Takes a returned report up again although something is still missing. Codes: reports.notReturned. */
  takeUp: write({
    input: z.strictObject({
      reportId,
      reason: requiredProse(500).min(10, { error: 'reports.reasonShort' }),
    }),
    output: intake,
    roles: assistants,
  }),
  /**
   * Signs the letter with which it went back, with the presider's own certificate. The deputy signs it, under the
   * same number and date, where the chair is absent. Codes: reports.returnUnknown, reports.returnSigned,
   * reports.returnDamaged, reports.returnOtherSigner, letters.noSignatory, and those of `letters.sign`.
   */
  signReturn: write({
    input: z.strictObject({ returnId: z.uuid(), file: ticket, password: z.string().max(256) }),
    output: intake,
    roles: presiders,
  }),
  /** Letters to senders that nobody has signed yet, the oldest first; those of an earlier program are not asked for. */
  returnsToSign: read({
    input: noInput,
    output: z.array(
      z.object({ reportId, registerNumber: z.string(), number: z.string(), datedOn: civilDate }),
    ),
    roles: presiders,
  }),
  /** The letter with which it went back, as it was signed, else as it was made. Codes: reports.returnUnknown. */
  openReturn: view({
    input: z.strictObject({ returnId: z.uuid() }),
    output: z.object({ number: z.string(), pdf: z.instanceof(Uint8Array) }),
    roles: examiners,
  }),
  /** Codes: reports.returnUnknown, evidence.exportIntoStore. */
  exportReturn: view({
    input: z.strictObject({ returnId: z.uuid(), target: ticket }),
    output: z.object({ fileName: z.string() }),
    roles: examiners,
  }),
  /** Per person: is the supervising authority (PPK) named in the report, or a candidate? */
  conflicts: read({ input: z.strictObject({ reportId }), output: z.array(ppkConflict), roles: examiners }),
  /** Codes: reports.unknownRespondent, reports.noteRequired, access.notAssigned, cases.closed. */
  flagConflict: write({
    input: z.strictObject({ respondentId, kind: conflictKind, note: line(500).default('') }),
    output: z.array(ppkConflict),
    roles: examiners,
  }),
  /** Other reports of the same act, cases with the same exhibit, and cases that were linked. */
  related: read({ input: z.strictObject({ reportId }), output: related, roles: examiners }),
  /** Links two cases; both keep their numbers. Codes: reports.linkItself, reports.alreadyLinked, cases.unknown, access.*. */
  linkCases: write({
    input: z.strictObject({ caseId, otherCaseId: caseId, reason: requiredLine(300) }),
    output: related,
    roles: examiners,
  }),
  /** Codes: reports.notLinked, access.*. */
  unlinkCases: write({
    input: z.strictObject({ caseId, otherCaseId: caseId, reason: requiredLine(300) }),
    output: related,
    roles: examiners,
  }),
  /** Counts kept apart: reports, cases, persons, letters, with the cut-off instant. */
  counts: read({
    input: noInput,
    output: z.object({
      asOf: instant,
      reports: z.number().int(),
      cases: z.number().int(),
      persons: z.number().int(),
      letters: z.number().int(),
    }),
    roles: examiners,
  }),
})

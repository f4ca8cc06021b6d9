import { z } from 'zod'
import { civilDate, instant, zone } from '../dates.ts'
import {
  accountId,
  caseId,
  lawId,
  plenaryId,
  prose,
  requiredLine,
  requiredProse,
  respondentId,
  ticket,
  voteId,
} from '../ids.ts'
import { contract, deciders, examiners, presiders, read, role, view, write } from './define.ts'
import { typedPassphrase } from './session.ts'

export const VERDICTS = ['proven', 'notProven', 'deferred'] as const
export const verdict = z.enum(VERDICTS)
export type Verdict = z.infer<typeof verdict>

export const member = z.object({
  accountId,
  displayName: z.string(),
  role,
  position: z.string(),
  region: z.string(),
  present: z.boolean(),
})
export type Member = z.infer<typeof member>

export const quorum = z.object({
  present: z.number().int(),
  /** Members who count: present ones for attendance, less the recused for a case. */
  base: z.number().int(),
  needed: z.number().int(),
  met: z.boolean(),
})
export type Quorum = z.infer<typeof quorum>

/** One ballot; the choice is shown only after the vote is closed. */
export const ballot = z.object({
  accountId,
  displayName: z.string(),
  cast: z.boolean(),
  recused: z.boolean(),
  verdict: verdict.nullable(),
  sanctionName: z.string().nullable(),
  opinion: z.string().nullable(),
})

export const personVote = z.object({
  voteId,
  caseId,
  respondentId,
  respondentName: z.string(),
  state: z.enum(['open', 'closed']),
  openedAt: instant,
  closedAt: instant.nullable(),
  ballots: z.array(ballot),
  castCount: z.number().int(),
  expectedCount: z.number().int(),
  /** The decision built from the votes; null while open. */
  decision: z
    .object({
      outcome: verdict,
      tally: z.object({ proven: z.number().int(), notProven: z.number().int(), deferred: z.number().int() }),
      sanctionId: z.string().nullable(),
      sanctionName: z.string().nullable(),
      tieBroken: z.boolean(),
      sentence: z.string(),
    })
    .nullable(),
})
export type PersonVote = z.infer<typeof personVote>

export const recusal = z.object({
  caseId,
  accountId,
  displayName: z.string(),
  reason: z.string(),
  at: instant,
})

export const agendaPerson = z.object({
  respondentId,
  name: z.string(),
  position: z.string(),
  agencyName: z.string(),
  findings: z.array(
    z.object({
      provisionId: z.string(),
      legalBasis: z.string(),
      subject: z.string(),
      conclusion: z.enum(['proven', 'notProven', 'undecided']),
      consideration: z.string(),
      elements: z.array(
        z.object({
          elementId: z.string(),
          label: z.string(),
          state: z.string(),
          /** Numbers of the exhibits that support it, and of those that speak against it. */
          exhibits: z.array(z.string()),
          contrary: z.array(z.string()),
          defence: z.string(),
          defenceReply: z.string(),
        }),
      ),
      proposal: z.string().nullable(),
      proposalSanctionId: z.string().nullable(),
      /** Sanctions of the band, to choose from in the vote. */
      sanctions: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
  vote: personVote.nullable(),
})
export const agendaItem = z.object({
  caseId,
  caseNumber: z.string(),
  ordinal: z.number().int(),
  actOn: civilDate,
  place: z.string(),
  provinceCode: z.string(),
  narrative: z.string(),
  rulebookLabel: z.string(),
  persons: z.array(agendaPerson),
  recusals: z.array(recusal),
  /** Members for whom a recusal should be asked: same region as the case. */
  recusalPrompts: z.array(z.object({ accountId, displayName: z.string(), reason: z.string() })),
  quorum,
})
export type AgendaItem = z.infer<typeof agendaItem>

export const plenary = z.object({
  id: plenaryId,
  number: z.string(),
  heldOn: civilDate,
  startTime: z.string(),
  zone,
  place: z.string(),
  state: z.enum(['planned', 'open', 'closed']),
  members: z.array(member),
  quorum,
  agenda: z.array(agendaItem),
  minutesReady: z.boolean(),
  presidedBy: z.string().nullable(),
})
export type Plenary = z.infer<typeof plenary>

export const plenaryRow = z.object({
  id: plenaryId,
  number: z.string(),
  heldOn: civilDate,
  place: z.string(),
  state: z.enum(['planned', 'open', 'closed']),
  caseCount: z.number().int(),
  personCount: z.number().int(),
  decidedCount: z.number().int(),
})
export type PlenaryRow = z.infer<typeof plenaryRow>

/** A case that may go on an agenda, or why not. */
export const plenaryCandidate = z.object({
  caseId,
  caseNumber: z.string(),
  personNames: z.array(z.string()),
  ready: z.boolean(),
  blockedBy: z.array(z.string()),
})
export type PlenaryCandidate = z.infer<typeof plenaryCandidate>

const byPlenary = z.strictObject({ plenaryId })

export const plenaries = contract('plenaries', {
  /** All meetings, or those with one case on their agenda. */
  list: read({
    input: z.strictObject({ caseId: caseId.nullable().default(null) }),
    output: z.array(plenaryRow),
    roles: examiners,
  }),
  get: read({ input: byPlenary, output: plenary, roles: examiners }),
  listCandidates: read({ input: z.strictObject({}), output: z.array(plenaryCandidate), roles: examiners }),
  /** Codes: plenaries.caseNotReady {blockedBy}. */
  plan: write({
    input: z.strictObject({
      heldOn: civilDate,
      startTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'dates.notATime' }),
      zone,
      place: requiredLine(200),
      caseIds: z.array(caseId).min(1, { error: 'plenaries.emptyAgenda' }).max(100),
    }),
    output: plenary,
    roles: examiners,
  }),
  /**
   * Who is present. While a vote is open a presider may only note that a member who has not voted has left.
   * Codes: plenaries.voteUnderWay, plenaries.closed, plenaries.notAMember.
   */
  removeCase: write({
    input: z.strictObject({
      plenaryId,
      caseId,
      reason: requiredProse(500).min(10, { error: 'plenaries.reasonShort' }),
    }),
    output: plenary,
    roles: examiners,
  }),
  recordAttendance: write({
    input: z.strictObject({ plenaryId, present: z.array(accountId).max(60) }),
    output: plenary,
    roles: examiners,
  }),
  /** Codes: plenaries.noQuorum, plenaries.alreadyOpen. */
  open: write({ input: byPlenary, output: plenary, roles: presiders }),
  /** A member withdraws from one case; the quorum base shrinks. Codes: plenaries.voteUnderWay, plenaries.ownRecusalOnly. */
  recuse: write({
    input: z.strictObject({ plenaryId, caseId, accountId, reason: requiredProse(500) }),
    output: plenary,
    roles: deciders,
  }),
  /** Codes: plenaries.noQuorum, plenaries.notOpen, plenaries.alreadyDecided, evidence.changed. */
  openVote: write({
    input: z.strictObject({ plenaryId, caseId, respondentId }),
    output: plenary,
    roles: presiders,
  }),
  /**
   * One commissioner's vote, confirmed with that commissioner's own passphrase, also at another's
   * laptop. Codes: plenaries.alreadyVoted, plenaries.recused, plenaries.absent, plenaries.voteClosed,
   * plenaries.outsideBandNeedsReason, plenaries.provenUnsupported, keys.wrongPassphrase.
   */
  castVote: write({
    input: z.strictObject({
      voteId,
      accountId,
      passphrase: typedPassphrase,
      verdict,
      sanctionId: lawId.nullable(),
      opinion: prose(8000).default(''),
    }),
    output: plenary,
    roles: deciders,
  }),
  /** Opens all ballots together. Codes: plenaries.votesMissing. */
  closeVote: write({ input: z.strictObject({ voteId }), output: plenary, roles: presiders }),
  /** Ends the meeting and fixes its minutes. Codes: plenaries.voteUnderWay, plenaries.nothingDecided. */
  close: write({ input: byPlenary, output: plenary, roles: presiders }),
  /** The minutes (berita acara) as PDF bytes; a draft mark until the meeting is closed. */
  minutes: view({
    input: byPlenary,
    output: z.object({ pdf: z.instanceof(Uint8Array) }),
    roles: examiners,
  }),
  exportMinutes: view({
    input: z.strictObject({ plenaryId, target: ticket }),
    output: z.object({ fileName: z.string() }),
    roles: examiners,
  }),
})

import { z } from 'zod'
import { civilDate, instant, zone } from '../dates.ts'
import { accountId, caseId, plenaryId, respondentId, voteId } from '../ids.ts'
import { role } from './define.ts'

// What a meeting, its agenda, votes and ballots look like to the window; the calls are in plenaries.ts.

export const VERDICTS = ['proven', 'notProven', 'deferred'] as const
export const verdict = z.enum(VERDICTS)
export type Verdict = z.infer<typeof verdict>

/** Letters of a reason for voting a sanction outside the band; about a sentence. */
export const SHORTEST_BALLOT_REASON = 20

export const member = z.object({
  accountId,
  displayName: z.string(),
  role,
  position: z.string(),
  region: z.string(),
  present: z.boolean(),
  /** First 16 hex digits, in groups of four, of SHA-256 over the member's public voting key; printed in the minutes. */
  keyFingerprint: z.string(),
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

/** One member's place in a vote; the choice is known to nobody before the ballots are opened together. */
export const ballot = z.object({
  accountId,
  displayName: z.string(),
  cast: z.boolean(),
  recused: z.boolean(),
  /** When the counted ballot was sealed; null while none is in. */
  castAt: instant.nullable(),
  /** Ballots of this member that a later one replaced before the close; their seals are kept. */
  replacedCount: z.number().int(),
  /** SHA-256 in hex of the sealed ballot, to be compared with what its owner wrote down. */
  sealHash: z.string().nullable(),
  verdict: verdict.nullable(),
  sanctionName: z.string().nullable(),
  moralSanctionName: z.string().nullable(),
  opinion: z.string().nullable(),
})

/** Why a ballot that came in does not count. It is kept and named, never merged. */
export const REJECTIONS = [
  'late',
  'duplicate',
  'tampered',
  'unknownKey',
  'notAMember',
  'recused',
  'absent',
  'unknownVote',
] as const
export const rejectedBallot = z.object({
  /** Name of the member whose ballot it claims to be; empty when nobody here. */
  displayName: z.string(),
  respondentName: z.string(),
  reason: z.enum(REJECTIONS),
  /** As the ballot says. */
  castAt: instant.nullable(),
  receivedAt: instant,
  sealHash: z.string(),
})
export type RejectedBallot = z.infer<typeof rejectedBallot>

/** Who can open the ballots of a vote: any `threshold` of the holders together. */
export const ballotOpening = z.object({
  threshold: z.number().int(),
  holders: z.array(z.object({ accountId, displayName: z.string(), present: z.boolean() })),
})

/** A separate opinion, numbered within its decision. */
export const separateOpinion = z.object({
  ordinal: z.number().int(),
  displayName: z.string(),
  /** 'dissenting' when the member voted otherwise than the decision, else 'concurring'. */
  kind: z.enum(['dissenting', 'concurring']),
  text: z.string(),
})

export const personVote = z.object({
  voteId,
  caseId,
  respondentId,
  respondentName: z.string(),
  /** 'annulled': the presider gave it up before the ballots were opened; a new vote takes its place. */
  state: z.enum(['open', 'closed', 'annulled']),
  openedAt: instant,
  closedAt: instant.nullable(),
  /** SHA-256 in hex of the question as every ballot names it. */
  questionHash: z.string(),
  opening: ballotOpening,
  rejected: z.array(rejectedBallot),
  annulledReason: z.string().nullable(),
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
      /** A moral sanction beside the disciplinary one (PP 42/2004 Pasal 16), or alone. */
      moralSanctionId: z.string().nullable(),
      moralSanctionName: z.string().nullable(),
      tieBroken: z.boolean(),
      sentence: z.string(),
      opinions: z.array(separateOpinion),
      /** Number and date of the earlier decision that this one corrects or reopens. */
      cites: z.string().nullable(),
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

/** Why a recusal is asked; 'recusedBefore': the member withdrew from this case in an earlier meeting. */
export const PROMPT_REASONS = ['sameRegion', 'kinship', 'earlierRole', 'recusedBefore'] as const
export const promptReason = z.enum(PROMPT_REASONS)
export type PromptReason = z.infer<typeof promptReason>

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
      /** Why the proposal leaves the band; empty inside it. */
      proposalReason: z.string(),
      /** Sanctions of the band, to choose from in the vote. */
      sanctions: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
  /** Moral sanctions that may be voted beside or instead of a disciplinary one. */
  moralSanctions: z.array(z.object({ id: z.string(), name: z.string() })),
  rulebook: z.object({
    label: z.string(),
    track: z.enum(['discipline', 'ethics']),
    /** Why a commissioner chose this reading; empty where the law leaves no choice. */
    reason: z.string(),
    chosenBy: z.string(),
  }),
  /** What became of this person before, as in persons.get: 'sanctioned', 'proven', 'alleged'. */
  earlier: z.array(
    z.object({ caseNumber: z.string(), actOn: civilDate, outcome: z.string(), sanction: z.string() }),
  ),
  /** Set when this meeting is to correct or reopen an earlier decision. */
  reconsiders: z
    .object({ kind: z.enum(['correction', 'reopening']), cites: z.string(), reason: z.string() })
    .nullable(),
  vote: personVote.nullable(),
})
export type AgendaPerson = z.infer<typeof agendaPerson>
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
  /**
   * Members for whom a recusal should be asked, and what they answered. No vote of the case opens while a
   * present member's prompt is unanswered. 'kinship' is asked of each member once a meeting and case.
   */
  recusalPrompts: z.array(
    z.object({
      accountId,
      displayName: z.string(),
      reason: promptReason,
      /** What is known, such as the region or the earlier role; empty for kinship. */
      detail: z.string(),
      answer: z.object({ text: z.string(), at: instant }).nullable(),
    }),
  ),
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
  presidedById: accountId.nullable(),
  /** Sentences added to the minutes by hand, marked as such in print. */
  minutesNotes: z.array(
    z.object({
      id: z.string(),
      /** Where it stands: at the opening, under one case, or at the end. */
      caseId: caseId.nullable(),
      position: z.enum(['opening', 'case', 'closing']),
      text: z.string(),
      addedBy: z.string(),
      at: instant,
    }),
  ),
  /** Who signs the fixed minutes, and who has; empty before the close. */
  minutesSignatures: z.array(
    z.object({
      accountId,
      displayName: z.string(),
      signedAt: instant.nullable(),
      certificateName: z.string(),
      /** Presence was noted and the signature is not given yet. */
      due: z.boolean(),
    }),
  ),
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
  /** Members whose signature on the fixed minutes is still to come; 0 before the close. */
  signaturesDue: z.number().int(),
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

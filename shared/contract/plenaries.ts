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
import {
  contract,
  deciders,
  draftCall,
  examiners,
  noInput,
  nothing,
  presiders,
  read,
  view,
  write,
} from './define.ts'
import {
  plenary,
  plenaryCandidate,
  plenaryRow,
  promptReason,
  quorum,
  rejectedBallot,
  verdict,
} from './plenary-shapes.ts'
import { typedPassphrase } from './session.ts'

export * from './plenary-shapes.ts'

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
  /** A present member stays in a case in spite of a prompt, and says why. Codes: plenaries.noPrompt, plenaries.closed. */
  answerPrompt: write({
    input: z.strictObject({
      plenaryId,
      caseId,
      accountId,
      reason: promptReason,
      text: requiredProse(500),
    }),
    output: plenary,
    roles: deciders,
  }),
  /** The presider has asked all present members about kinship with the persons of a case; none has any. */
  confirmNoKinship: write({
    input: z.strictObject({ plenaryId, caseId }),
    output: plenary,
    roles: presiders,
  }),
  /**
   * Codes: plenaries.noQuorum, plenaries.notOpen, plenaries.alreadyDecided, plenaries.promptUnanswered {names},
   * plenaries.caseNotReady, evidence.changed.
   */
  openVote: write({
    input: z.strictObject({ plenaryId, caseId, respondentId }),
    output: plenary,
    roles: presiders,
  }),
  /**
   * One commissioner's vote, confirmed with that commissioner's own passphrase, also at another's
   * laptop, and sealed to the holders of the vote. With `replace` a ballot cast by mistake is replaced before
   * the close; both seals are kept. Codes: plenaries.alreadyVoted, plenaries.nothingToReplace, plenaries.recused, plenaries.absent, plenaries.voteClosed,
   * plenaries.outsideBandNeedsReason, plenaries.provenUnsupported, keys.wrongPassphrase.
   */
  castVote: write({
    input: z.strictObject({
      voteId,
      accountId,
      passphrase: typedPassphrase,
      verdict,
      sanctionId: lawId.nullable(),
      moralSanctionId: lawId.nullable().default(null),
      opinion: prose(8000).default(''),
      replace: z.boolean().default(false),
    }),
    output: plenary,
    roles: deciders,
  }),
  /**
   * Opens the ballots of one or several votes together and writes their decisions. The caller is one opener
   * when a holder; the others confirm with their own passphrases until the threshold is met. All or none.
   * Codes: plenaries.votesMissing {missing, names}, plenaries.openersMissing {needed, given},
   * plenaries.notAHolder {name}, plenaries.ballotDamaged {names}, keys.wrongPassphrase {name}.
   */
  closeVotes: write({
    input: z.strictObject({
      voteIds: z.array(voteId).min(1).max(60),
      openers: z.array(z.strictObject({ accountId, passphrase: typedPassphrase })).max(60),
    }),
    output: plenary,
    roles: presiders,
  }),
  /** Gives up a vote whose ballots cannot be opened; they stay sealed and named. Codes: plenaries.voteClosed. */
  annulVote: write({
    input: z.strictObject({ voteId, reason: requiredProse(500).min(10, { error: 'plenaries.reasonShort' }) }),
    output: plenary,
    roles: presiders,
  }),
  /** Writes the sealed ballots of the open votes of this laptop to a file, to be carried to the presider's. */
  exportBallots: view({
    input: z.strictObject({ plenaryId, target: ticket }),
    output: z.object({ fileName: z.string(), count: z.number().int() }),
    roles: deciders,
  }),
  /**
   * Takes in sealed ballots from a file; each is accepted, known already, or rejected with its reason.
   * Codes: plenaries.ballotFileInvalid {line}.
   */
  importBallots: write({
    input: z.strictObject({ plenaryId, file: ticket }),
    output: z.object({
      plenary,
      accepted: z.array(z.object({ displayName: z.string(), respondentName: z.string() })),
      known: z.number().int(),
      rejected: z.array(rejectedBallot),
    }),
    roles: presiders,
  }),
  /** All ballots of the closed votes, opened, with public keys: what `tool recount` counts again. */
  exportRecount: view({
    input: z.strictObject({ plenaryId, target: ticket }),
    output: z.object({ fileName: z.string(), votes: z.number().int() }),
    roles: examiners,
  }),
  /** Ends the meeting and fixes its minutes. Codes: plenaries.voteUnderWay, plenaries.nothingDecided. */
  close: write({ input: byPlenary, output: plenary, roles: presiders }),
  /** Adds a sentence to the minutes by hand; print marks it with name and time. Codes: plenaries.closed. */
  addMinutesNote: write({
    input: z.strictObject({
      plenaryId,
      caseId: caseId.nullable(),
      position: z.enum(['opening', 'case', 'closing']),
      text: requiredProse(4000),
    }),
    output: plenary,
    roles: examiners,
  }),
  removeMinutesNote: write({
    input: z.strictObject({ plenaryId, noteId: z.string().max(60) }),
    output: plenary,
    roles: examiners,
  }),
  /**
   * One member's signature on the fixed minutes with the own PKCS#12 certificate; one after the other, at any
   * later time. Codes: plenaries.notClosed, plenaries.alreadySigned, plenaries.notPresent, signing.* as letters.sign.
   */
  signMinutes: write({
    input: z.strictObject({ plenaryId, file: ticket, password: z.string().min(1).max(256) }),
    output: plenary,
    roles: deciders,
  }),
  /**
   * Lets the plenary decide again about a decided person: a correction, or a reopening on new facts. The old
   * decision stays; the new one cites it. Codes: plenaries.notDecided, plenaries.alreadyReconsidered.
   */
  reconsider: write({
    input: z.strictObject({
      respondentId,
      kind: z.enum(['correction', 'reopening']),
      reason: requiredProse(2000).min(20, { error: 'plenaries.reasonShort' }),
    }),
    output: z.object({ respondentId, cites: z.string() }),
    roles: deciders,
  }),
  /** All decisions about one person, newest first; a replaced one names the one that replaced it. */
  decisionsOf: read({
    input: z.strictObject({ respondentId }),
    output: z.array(
      z.object({
        voteId,
        plenaryNumber: z.string(),
        decidedAt: instant,
        outcome: verdict,
        sentence: z.string(),
        /** What members who deferred the person say is needed; empty for other outcomes. */
        needed: z.array(z.object({ displayName: z.string(), text: z.string() })),
        cites: z.string().nullable(),
        replacedBy: z.string().nullable(),
        /** Set once this decision is to be made again; without `replacedBy` the new one is still to come. */
        reconsidered: z
          .object({
            kind: z.enum(['correction', 'reopening']),
            reason: z.string(),
            askedBy: z.string(),
            at: instant,
          })
          .nullable(),
      }),
    ),
    roles: examiners,
  }),
  /** What the second display may show: no names of reporters, no sealed choice, nothing but the public pane. */
  publicPane: read({
    input: noInput,
    output: z
      .object({
        plenaryNumber: z.string(),
        heldOn: civilDate,
        place: z.string(),
        present: z.number().int(),
        quorum,
        blanked: z.boolean(),
        item: z
          .object({
            ordinal: z.number().int(),
            count: z.number().int(),
            caseNumber: z.string(),
            personName: z.string(),
            position: z.string(),
            agencyName: z.string(),
            rulebookLabel: z.string(),
            /** Facts in at most six lines. */
            facts: z.array(z.string()),
            findings: z.array(
              z.object({
                legalBasis: z.string(),
                conclusion: z.enum(['proven', 'notProven', 'undecided']),
                elements: z.array(
                  z.object({
                    elementId: z.string(),
                    label: z.string(),
                    state: z.string(),
                    exhibits: z.array(z.string()),
                  }),
                ),
                proposal: z.string().nullable(),
              }),
            ),
            recused: z.array(z.string()),
            sealed: z.object({ cast: z.number().int(), expected: z.number().int() }).nullable(),
            decision: z.string().nullable(),
          })
          .nullable(),
      })
      .nullable(),
    roles: examiners,
  }),
  /** Chooses what the second display shows; kept in memory only. */
  showPublicly: draftCall({
    input: z.strictObject({
      plenaryId: plenaryId.nullable(),
      caseId: caseId.nullable(),
      respondentId: respondentId.nullable(),
      blanked: z.boolean(),
    }),
    output: nothing,
    roles: examiners,
  }),
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

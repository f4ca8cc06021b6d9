import type { CivilDate } from '../../../../shared/dates.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { refreshStage } from '../cases/index.ts'
import { lawOfCase } from '../law/index.ts'
import type { BallotBody } from './ballot-format.ts'
import type { SealedRow } from './ballots.queries.ts'
import type { Closable } from './closable-vote.ts'
import { pendingReconsideration } from './decision-history.ts'
import { decisionSentence } from './decision-wording.ts'
import { personFindings, supportingFindings } from './person-findings.ts'
import { insertBallot, insertDecision, markVoteClosed, personsOf } from './plenaries.queries.ts'
import { type Decided, decide, sanctionRanks } from './plenaries.rules.ts'
import { quorumOfVote } from './vote-attendance.ts'

export type OpenedBallot = { row: SealedRow; text: string; body: BallotBody }
/** `failed`: names of members whose ballots did not open; `openers`: of the holders who opened them together. */
export type OpenedVote = { ballots: OpenedBallot[]; failed: string[]; openers: string[] }

/** Writes the opened ballots of one vote and its decision. Throws `plenaries.provenUnsupported`. */
export function decideVote(ctx: WriteContext, closed: Closable, { ballots, openers }: OpenedVote): void {
  const { db } = ctx
  const { vote, meeting, question } = closed
  const law = lawOfCase(db, ctx.laws, vote.caseId)
  const { plenary } = meeting
  const { caseId, respondentId } = vote
  const bodies = ballots.map(ballot => ballot.body)
  const decided = decide(bodies, question.tieRule, question.presiderId, sanctionRanks(law))
  const person = personsOf(db, caseId).find(row => row.respondentId === respondentId)
  const findings = personFindings(db, law, respondentId)
  const basis = decided.outcome === 'proven' ? supportingFindings(findings) : findings
  // Rule 1 once more: findings stand still while a vote is open, so this is a damaged or foreign store.
  if (decided.outcome === 'proven' && basis.length === 0) throw new CodedError('plenaries.provenUnsupported')
  const at = ctx.now().toISOString()
  writeBallots(ctx, closed, ballots)
  markVoteClosed(db, vote.id, at)
  const voted = new Set(ballots.map(ballot => ballot.row.accountId))
  const { present, needed } = quorumOfVote(db, meeting, vote, voted)
  const sanction = (id: string | null) => law.sanctions.find(entry => entry.id === id) ?? null
  const reconsiders = pendingReconsideration(db, respondentId)
  insertDecision(db, {
    ...decided,
    ...bandGround(decided, bodies, question.sanctions),
    voteId: vote.id,
    plenaryId: plenary.id,
    caseId,
    respondentId,
    decidedAt: at,
    quorumPresent: present,
    quorumNeeded: needed,
    replacesVoteId: decided.outcome === 'deferred' ? null : (reconsiders?.oldVoteId ?? null),
    sentence: decisionSentence({
      ...decided,
      number: plenary.number,
      heldOn: plenary.heldOn as CivilDate,
      name: person?.name ?? '',
      nip: person?.nip ?? '',
      bases: basis.map(finding => finding.legalBasis.long),
      sanction: sanction(decided.sanctionId),
      moralSanction: sanction(decided.moralSanctionId),
      reconsiders,
    }),
  })
  ctx.record({
    subject: person?.name ?? respondentId,
    caseId,
    facts: {
      number: plenary.number,
      voteId: vote.id,
      respondentId,
      outcome: decided.outcome,
      sanctionId: decided.sanctionId,
      moralSanctionId: decided.moralSanctionId,
      ...decided.tally,
      tieBroken: decided.tieBroken,
      openers: openers.join(', '),
    },
  })
  refreshStage(db, caseId, ctx.now())
  ctx.publish('cases.changed', { caseId })
}

function writeBallots(
  ctx: WriteContext,
  { vote, question }: Closable,
  ballots: readonly OpenedBallot[],
): void {
  const keys = new Map(question.holders.map(holder => [holder.accountId, holder.voteKey]))
  for (const { row, text, body } of ballots) {
    const { castAt } = JSON.parse(row.header) as { castAt: string }
    insertBallot(ctx.db, {
      voteId: vote.id,
      accountId: row.accountId,
      verdict: body.verdict,
      sanctionId: body.sanctionId,
      moralSanctionId: body.moralSanctionId,
      opinion: body.opinion,
      castAt,
      body: text,
      signature: row.signature,
      signer: Buffer.from(keys.get(row.accountId) ?? '', 'hex'),
      sealHash: row.sealHash,
    })
  }
}

/** Whether the sanction lies in the band, and if not the reasons of those who voted for it. */
function bandGround(decided: Decided, bodies: readonly BallotBody[], band: readonly string[]) {
  const { sanctionId } = decided
  if (sanctionId === null) return { insideBand: null, bandReason: '' }
  if (band.includes(sanctionId)) return { insideBand: true, bandReason: '' }
  const reasons = bodies.filter(body => body.sanctionId === sanctionId).map(body => body.opinion.trim())
  return { insideBand: false, bandReason: reasons.join('\n') }
}

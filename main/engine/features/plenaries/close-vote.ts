import type { CivilDate } from '../../../../shared/dates.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { refreshStage } from '../cases/index.ts'
import { institutionVersion } from '../institution/institution.queries.ts'
import { decisionSentence } from './decision-wording.ts'
import { personFindings, supportingFindings } from './person-findings.ts'
import { ballotsOf, insertDecision, markVoteClosed, personsOf, voteById } from './plenaries.queries.ts'
import { decide } from './plenaries.rules.ts'
import { expectedVoters, meetingOf } from './plenary-view.ts'

/**
 * Opens all ballots of a vote together and writes the decision down. Gives the plenary's id.
 * Throws `plenaries.voteClosed`, `plenaries.votesMissing` {missing, names}, `plenaries.provenUnsupported`.
 */
export function closeVote(ctx: WriteContext, voteId: string): string {
  const { db, law } = ctx
  const vote = voteById(db, voteId)
  if (vote.state !== 'open') throw new CodedError('plenaries.voteClosed')
  const meeting = meetingOf(db, vote.plenaryId)
  const { plenary } = meeting
  const ballots = ballotsOf(db, voteId)
  const missing = expectedVoters(meeting, vote.caseId).filter(
    member => !ballots.some(ballot => ballot.accountId === member.accountId),
  )
  if (missing.length > 0 || ballots.length === 0) {
    const names = missing.map(member => member.displayName).join(', ')
    throw new CodedError('plenaries.votesMissing', { missing: missing.length, names })
  }
  const { tieRule } = institutionVersion(db, plenary.institutionVersion)
  const rankOf = (id: string) => law.sanctions.find(sanction => sanction.id === id)?.rank ?? 0
  const decided = decide(ballots, tieRule, plenary.presidedBy, rankOf)
  const person = personsOf(db, vote.caseId).find(row => row.respondentId === vote.respondentId)
  const findings = personFindings(db, law, vote.respondentId)
  const basis = decided.outcome === 'proven' ? supportingFindings(findings) : findings
  // Rule 1 once more: findings stand still while a vote is open, so this is a damaged or foreign store.
  if (decided.outcome === 'proven' && basis.length === 0) throw new CodedError('plenaries.provenUnsupported')
  const at = ctx.now().toISOString()
  markVoteClosed(db, voteId, at)
  insertDecision(db, {
    ...decided,
    voteId,
    plenaryId: plenary.id,
    caseId: vote.caseId,
    respondentId: vote.respondentId,
    decidedAt: at,
    sentence: decisionSentence({
      ...decided,
      number: plenary.number,
      heldOn: plenary.heldOn as CivilDate,
      name: person?.name ?? '',
      nip: person?.nip ?? '',
      bases: basis.map(finding => finding.legalBasis.long),
      sanction: law.sanctions.find(sanction => sanction.id === decided.sanctionId) ?? null,
    }),
  })
  ctx.record({
    subject: person?.name ?? vote.respondentId,
    caseId: vote.caseId,
    facts: {
      number: plenary.number,
      voteId,
      respondentId: vote.respondentId,
      outcome: decided.outcome,
      sanctionId: decided.sanctionId,
      ...decided.tally,
      tieBroken: decided.tieBroken,
    },
  })
  refreshStage(db, vote.caseId, ctx.now())
  ctx.publish('plenaries.changed', { plenaryId: plenary.id })
  ctx.publish('cases.changed', { caseId: vote.caseId })
  return plenary.id
}

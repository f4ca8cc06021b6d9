import type { PersonVote } from '../../../../shared/contract/plenaries.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import { sha256Of } from '../../sha256.ts'
import type { ReadableDb } from '../../store/database.ts'
import { ballotQuestion, readCanonical } from './ballot-format.ts'
import { countedSeals, rejectedOf, sealsOf } from './ballots.queries.ts'
import { citesOf } from './decision-history.ts'
import { annulledPhrase } from './decision-wording.ts'
import { expectedVoters, type Meeting, recusedFrom } from './meeting.ts'
import { separateOpinions } from './opinions.rules.ts'
import { type BallotRow, ballotsOf, decisionOfVote, type VoteRow } from './plenaries.queries.ts'
import { sanctionName } from './sanction-names.ts'

/** One vote; before it is closed nobody here could tell a choice: only seals are in the store. */
export function personVote(
  db: ReadableDb,
  law: LawPack,
  meeting: Meeting,
  vote: VoteRow,
  respondentName: string,
): PersonVote {
  const opened = vote.state === 'closed' ? ballotsOf(db, vote.id) : []
  const seats = seatsOf(db, law, meeting, vote, opened)
  const voted = seats.filter(seat => seat.cast).map(seat => seat.accountId)
  const waited = vote.state === 'open' ? expectedVoters(meeting, vote.caseId) : []
  return {
    voteId: vote.id,
    caseId: vote.caseId,
    respondentId: vote.respondentId,
    respondentName,
    state: vote.state,
    openedAt: vote.openedAt,
    closedAt: vote.closedAt,
    questionHash: vote.question === null ? '' : sha256Of(vote.question),
    opening: openingOf(meeting, vote),
    rejected: rejectedOf(db, vote.id).map(({ displayName, reason, castAt, receivedAt, sealHash }) => ({
      displayName,
      respondentName,
      reason,
      castAt,
      receivedAt,
      sealHash,
    })),
    annulledReason: vote.annulledReason === null ? null : annulledPhrase(vote.annulledReason),
    ballots: seats,
    castCount: voted.length,
    expectedCount: new Set([...voted, ...waited.map(member => member.accountId)]).size,
    decision: decisionView(db, law, vote, opened),
  } as PersonVote
}

function openingOf(meeting: Meeting, vote: VoteRow) {
  const question = vote.question === null ? null : readCanonical(ballotQuestion, vote.question)
  const present = new Set(meeting.members.filter(member => member.present).map(member => member.accountId))
  return {
    threshold: question?.threshold ?? 0,
    holders: (question?.holders ?? []).map(({ accountId, displayName }) => ({
      accountId,
      displayName,
      present: present.has(accountId),
    })),
  }
}

function seatsOf(
  db: ReadableDb,
  law: LawPack,
  meeting: Meeting,
  vote: VoteRow,
  opened: readonly BallotRow[],
) {
  const seals = sealsOf(db, vote.id)
  const counted = countedSeals(seals)
  const recused = recusedFrom(meeting, vote.caseId)
  return meeting.members
    .map(({ accountId, displayName, present }) => {
      const choice = opened.find(row => row.accountId === accountId)
      const seal = counted.get(accountId)
      return {
        present,
        accountId,
        displayName,
        // A vote of an earlier program has its ballots without seals.
        cast: seal !== undefined || choice !== undefined,
        recused: recused.has(accountId),
        castAt: seal?.castAt ?? choice?.castAt ?? null,
        replacedCount: Math.max(0, seals.filter(row => row.accountId === accountId).length - 1),
        sealHash: seal?.sealHash ?? null,
        verdict: choice?.verdict ?? null,
        sanctionName: sanctionName(law, choice?.sanctionId ?? null),
        moralSanctionName: sanctionName(law, choice?.moralSanctionId ?? null),
        opinion: choice?.opinion ?? null,
      }
    })
    .filter(seat => seat.present || seat.recused || seat.cast)
    .map(({ present: _, ...seat }) => seat)
}

function decisionView(db: ReadableDb, law: LawPack, vote: VoteRow, opened: readonly BallotRow[]) {
  const decision = vote.state === 'closed' ? decisionOfVote(db, vote.id) : undefined
  if (!decision) return null
  const { outcome, tally, sanctionId, moralSanctionId, tieBroken, sentence } = decision
  return {
    outcome,
    tally,
    sanctionId,
    sanctionName: sanctionName(law, sanctionId),
    moralSanctionId,
    moralSanctionName: sanctionName(law, moralSanctionId),
    tieBroken,
    sentence,
    opinions: separateOpinions(opened, decision),
    cites: citesOf(db, vote.id),
  }
}

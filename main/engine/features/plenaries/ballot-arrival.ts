import type { RejectedBallot } from '../../../../shared/contract/plenaries.ts'
import { sha256Of } from '../../sha256.ts'
import type { ReadableDb } from '../../store/database.ts'
import { sodium } from '../../store/native.ts'
import {
  BALLOT_PURPOSE,
  type BallotHeader,
  ballotHeader,
  readCanonical,
  type SealedBallot,
} from './ballot-format.ts'
import { questionOf } from './ballot-question.ts'
import { sealFault } from './ballot-seal.ts'
import { countedSeals, knownKeys, sealsOf } from './ballots.queries.ts'
import { type Meeting, recusedFrom } from './meeting.ts'
import type { VoteRow } from './plenaries.queries.ts'

/** What a ballot from a file says of itself; not believed before its signature was checked. */
export type Claimed = Pick<BallotHeader, 'voteId' | 'accountId' | 'serial'> & { castAt: string | null }

export type Arrival = { claimed: Claimed; sealHash: string; vote: VoteRow | undefined } & (
  | { kind: 'known' }
  | { kind: 'accepted' }
  | { kind: 'rejected'; reason: RejectedBallot['reason'] }
)

/**
 * What becomes of a ballot that came in a file. The first ballot of a member that this laptop knows stands:
 * another one is taken only as its replacement, which names the seal that it replaces.
 */
export function arrivalOf(db: ReadableDb, meeting: Meeting, ballot: SealedBallot): Arrival {
  const sealHash = sha256Of(ballot.header)
  const claimed = claimedBy(ballot.header)
  const vote = meeting.votes.find(row => row.id === claimed.voteId)
  const base = { claimed, sealHash, vote }
  if (!vote) return { ...base, kind: 'rejected', reason: 'unknownVote' }
  const seals = sealsOf(db, vote.id)
  const fault = faultOf(db, meeting, vote, ballot, claimed)
  if (fault) return { ...base, kind: 'rejected', reason: fault }
  if (seals.some(seal => seal.sealHash === sealHash)) return { ...base, kind: 'known' }
  const late = lateness(meeting, vote, claimed)
  if (late) return { ...base, kind: 'rejected', reason: late }
  const header = readCanonical(ballotHeader, ballot.header)
  const before = countedSeals(seals).get(claimed.accountId)
  if (header?.serial === (before?.serial ?? 0) + 1 && header.replaces === (before?.sealHash ?? null)) {
    return { ...base, kind: 'accepted' }
  }
  // A replacement whose first ballot was taken out of the file is nobody's second vote.
  return { ...base, kind: 'rejected', reason: before ? 'duplicate' : 'tampered' }
}

function faultOf(
  db: ReadableDb,
  meeting: Meeting,
  vote: VoteRow,
  ballot: SealedBallot,
  claimed: Claimed,
): RejectedBallot['reason'] | null {
  const question = questionOf(vote)
  if (!question) return 'unknownVote'
  const fault = sealFault(ballot, question)
  if (fault === 'notAMember') {
    if (recusedFrom(meeting, vote.caseId).has(claimed.accountId)) return 'recused'
    return meeting.members.some(row => row.accountId === claimed.accountId) ? 'absent' : 'notAMember'
  }
  if (fault !== 'unknownKey') return fault
  // Somebody else's true signature, or a signature that fits nobody because a byte was changed.
  const message = Buffer.from(BALLOT_PURPOSE + ballot.header, 'utf8')
  const signed = knownKeys(db).some(key => sodium.crypto_sign_verify_detached(ballot.signature, message, key))
  return signed ? 'unknownKey' : 'tampered'
}

function lateness(meeting: Meeting, vote: VoteRow, claimed: Claimed): RejectedBallot['reason'] | null {
  if (vote.state !== 'open' || meeting.plenary.state !== 'open') return 'late'
  const member = meeting.members.find(row => row.accountId === claimed.accountId)
  if (!member || member.retired) return 'notAMember'
  return member.present ? null : 'absent'
}

/** The names in a header, also in one that is not as it should be. */
function claimedBy(text: string): Claimed {
  const read = readCanonical(ballotHeader, text)
  if (read) return read
  const found = (name: string) => new RegExp(`"${name}":"([\\w:.-]{1,64})"`).exec(text)?.[1] ?? ''
  return { voteId: found('voteId'), accountId: found('accountId'), serial: 0, castAt: null }
}

import { CodedError } from '../../errors.ts'
import { sha256Of } from '../../sha256.ts'
import type { ReadableDb } from '../../store/database.ts'
import { type BallotQuestion, ballotHeader, readCanonical } from './ballot-format.ts'
import { openQuestion } from './ballot-question.ts'
import { sealFault } from './ballot-seal.ts'
import { notedFacts, type SealedRow, sealedBallotsOf } from './ballots.queries.ts'
import { expectedVoters, type Meeting, meetingOf } from './meeting.ts'
import { type VoteRow, voteById } from './plenaries.queries.ts'
import { quorumOfVote } from './vote-attendance.ts'

/** A vote that may be closed, with all its seals and those that count, by member. */
export type Closable = {
  vote: VoteRow
  meeting: Meeting
  question: BallotQuestion
  sealed: SealedRow[]
  counted: SealedRow[]
}

/** Methods whose audit entries name a seal that came in. */
const SEALING = ['plenaries.castVote', 'plenaries.takeBallot']

/**
 * Throws `plenaries.voteUnknown`, `.voteClosed`, `.votesMissing` {missing, names}, `.noQuorum`,
 * `.questionDamaged`.
 */
export function closable(db: ReadableDb, voteId: string): Closable {
  const vote = voteById(db, voteId)
  const meeting = meetingOf(db, vote.plenaryId)
  const question = openQuestion(vote, meeting)
  const sealed = sealedBallotsOf(db, voteId)
  const counted = [...new Map(sealed.map(row => [row.accountId, row])).values()]
  const missing = expectedVoters(meeting, vote.caseId).filter(
    member => !counted.some(row => row.accountId === member.accountId),
  )
  if (missing.length > 0 || counted.length === 0) {
    const names = missing.map(member => member.displayName).join(', ')
    throw new CodedError('plenaries.votesMissing', { missing: missing.length, names })
  }
  const voted = new Set(counted.map(row => row.accountId))
  const { present, needed, met } = quorumOfVote(db, meeting, vote, voted)
  if (!met || counted.length < needed) throw new CodedError('plenaries.noQuorum', { present, needed })
  return { vote, meeting, question, sealed, counted }
}

/**
 * Names of the members whose counted ballots are no longer what they sealed: content, signature or place was
 * changed, or the audit trail knows a later seal of theirs, or another question. Looks at nothing secret. A
 * member who seals anew heals it.
 */
export function damagedBallots(db: ReadableDb, closing: Closable): string[] {
  const { vote, meeting, question, sealed, counted } = closing
  const damaged = new Set<string>()
  for (const row of counted) {
    const claimed = readCanonical(ballotHeader, row.header)?.accountId ?? row.accountId
    if (!isInPlace(row, sealed) || sealFault(row, question) !== null) {
      damaged.add(row.accountId)
      damaged.add(claimed)
    }
  }
  const last = new Map<string, string>()
  for (const noted of notedFacts(db, vote.caseId, SEALING)) {
    if (noted.voteId === vote.id && noted.voterId && noted.sealHash) last.set(noted.voterId, noted.sealHash)
  }
  for (const [accountId, sealHash] of last) {
    if (!counted.some(row => row.accountId === accountId && row.sealHash === sealHash)) damaged.add(accountId)
  }
  const asked = notedFacts(db, vote.caseId, ['plenaries.openVote']).find(row => row.voteId === vote.id)
  if (asked?.questionHash !== sha256Of(vote.question ?? '')) {
    for (const row of counted) damaged.add(row.accountId)
  }
  return meeting.members.filter(member => damaged.has(member.accountId)).map(member => member.displayName)
}

function isInPlace(row: SealedRow, sealed: readonly SealedRow[]): boolean {
  const header = readCanonical(ballotHeader, row.header)
  const before = sealed.find(other => other.accountId === row.accountId && other.serial === row.serial - 1)
  return (
    header?.accountId === row.accountId &&
    header.voteId === row.voteId &&
    header.serial === row.serial &&
    header.replaces === (before?.sealHash ?? null) &&
    row.sealHash === sha256Of(row.header)
  )
}

import type { Parsed } from '../../../../shared/contract/index.ts'
import type { Plenary } from '../../../../shared/contract/plenaries.ts'
import { instantOf } from '../../../../shared/dates.ts'
import { CodedError } from '../../errors.ts'
import { inTwoSteps } from '../../handlers.ts'
import type { LawLibrary } from '../../law/law-library.ts'
import { sha256Of } from '../../sha256.ts'
import type { ReadableDb } from '../../store/database.ts'
import { lawOfCase } from '../law/index.ts'
import type { BallotQuestion, SealedBallot } from './ballot-format.ts'
import { openQuestion } from './ballot-question.ts'
import { sealBallot } from './ballot-seal.ts'
import { countedSeals, insertSealed, type SealRow, sealsOf } from './ballots.queries.ts'
import { type Meeting, meetingOf, recusedFrom } from './meeting.ts'
import { type VoteRow, voteById } from './plenaries.queries.ts'
import { ballotRefusal } from './plenaries.rules.ts'
import { plenaryView } from './plenary-view.ts'

type Cast = Parsed<'plenaries.castVote'>
type Sealed = { ballot: SealedBallot; serial: number; replaces: string | null }

/**
 * Seals one member's ballot. The passphrase is that of the voting account, whoever is signed in; the ballot is
 * signed with that account's key and sealed to the holders of the vote, so nobody here can read it again, not
 * even its owner. The audit entry says that a ballot was cast, and its seal; never which.
 */
export const castVote = inTwoSteps<Cast, Plenary, Sealed>({
  async prepare(input, ctx) {
    // Refusals that cost nothing come first: they must not use up a try of the passphrase.
    const { question, before } = requireBallot(ctx.db, ctx.laws, input)
    const account = await ctx.confirmAccount(input.accountId, input.passphrase)
    try {
      const holder = question.holders.find(entry => entry.accountId === input.accountId)
      if (holder?.voteKey !== account.publicKey.toString('hex')) {
        throw new CodedError('plenaries.votingKeyChanged')
      }
      const { verdict, opinion, sanctionId, moralSanctionId } = choiceOf(input)
      const place = {
        serial: (before?.serial ?? 0) + 1,
        replaces: before?.sealHash ?? null,
        castAt: instantOf(ctx.now()),
        device: ctx.deviceName.slice(0, 200),
      }
      const choice = { verdict, opinion, sanctionId, moralSanctionId }
      const ballot = await sealBallot(question, choice, account, place)
      return { ballot, serial: place.serial, replaces: place.replaces }
    } finally {
      account.end()
    }
  },
  commit(input, ctx, { ballot, serial, replaces }) {
    const { vote, meeting, before } = requireBallot(ctx.db, ctx.laws, input)
    // Another window sealed one for the same member meanwhile.
    if ((before?.sealHash ?? null) !== replaces) throw new CodedError('plenaries.alreadyVoted')
    const { accountId } = input
    const sealHash = sha256Of(ballot.header)
    const receivedAt = ctx.now().toISOString()
    insertSealed(ctx.db, { ...ballot, voteId: vote.id, accountId, serial, sealHash, receivedAt })
    const voter = meeting.members.find(member => member.accountId === accountId)
    ctx.record({
      subject: vote.id,
      caseId: vote.caseId,
      facts: {
        number: meeting.plenary.number,
        voter: voter?.displayName ?? '',
        respondentId: vote.respondentId,
        voteId: vote.id,
        voterId: accountId,
        sealHash,
        replaced: serial > 1,
      },
    })
    ctx.publish('plenaries.changed', { plenaryId: vote.plenaryId })
    return plenaryView(ctx.db, ctx.laws, vote.plenaryId)
  },
})

/** A sanction belongs to a 'proven' ballot alone; another one is not kept. */
function choiceOf(input: Cast) {
  const proven = input.verdict === 'proven'
  return {
    verdict: input.verdict,
    opinion: input.opinion,
    sanctionId: proven ? input.sanctionId : null,
    moralSanctionId: proven ? input.moralSanctionId : null,
  }
}

type Allowed = { vote: VoteRow; meeting: Meeting; question: BallotQuestion; before: SealRow | undefined }

/**
 * The vote, when this ballot may be cast in it. Throws `plenaries.voteUnknown`, `.voteClosed`,
 * `.notAMember`, `.recused`, `.absent`, `.alreadyVoted`, `.nothingToReplace`, `.provenUnsupported`,
 * `.sanctionRequired`, `.outsideBandNeedsReason`, `law.unknownSanction`.
 */
function requireBallot(db: ReadableDb, laws: LawLibrary, input: Cast): Allowed {
  const vote = voteById(db, input.voteId)
  const law = lawOfCase(db, laws, vote.caseId)
  const meeting = meetingOf(db, vote.plenaryId)
  const question = openQuestion(vote, meeting)
  const { accountId } = input
  const member = meeting.members.find(row => row.accountId === accountId)
  if (!member || member.retired) throw new CodedError('plenaries.notAMember')
  if (recusedFrom(meeting, vote.caseId).has(accountId)) throw new CodedError('plenaries.recused')
  const holder = question.holders.some(row => row.accountId === accountId)
  if (!member.present || !holder) throw new CodedError('plenaries.absent')
  const before = countedSeals(sealsOf(db, vote.id)).get(accountId)
  if (before && !input.replace) throw new CodedError('plenaries.alreadyVoted')
  if (!before && input.replace) throw new CodedError('plenaries.nothingToReplace')
  const choice = choiceOf(input)
  const { sanctionId } = choice
  if (sanctionId !== null && !law.sanctions.some(sanction => sanction.id === sanctionId)) {
    throw new CodedError('law.unknownSanction', { id: sanctionId })
  }
  const refusal = ballotRefusal(choice, question)
  if (refusal) throw new CodedError(refusal)
  return { vote, meeting, question, before }
}

import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Parsed } from '../../../../shared/contract/index.ts'
import type { Plenary } from '../../../../shared/contract/plenaries.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import { activeKeys } from '../../audit-chain/signing-keys.ts'
import { CodedError } from '../../errors.ts'
import { inTwoSteps } from '../../handlers.ts'
import type { ReadableDb } from '../../store/database.ts'
import { personFindings, supportingFindings } from './person-findings.ts'
import { ballotsOf, insertBallot, type SealedBallot, type VoteRow, voteById } from './plenaries.queries.ts'
import { ballotRefusal } from './plenaries.rules.ts'
import { meetingOf, plenaryView, recusedFrom } from './plenary-view.ts'

type Cast = Parsed<'plenaries.castVote'>

/** So that a ballot's signature never passes for one of another kind. */
const BALLOT_PURPOSE = 'adjudikasn-ballot\n'

/**
 * Takes one commissioner's ballot. The passphrase is that of the voting account, whoever is signed
 * in; the ballot is signed with that account's key, so that nobody else can have cast it. The audit
 * entry says that a ballot was cast and never which.
 */
export const castVote = inTwoSteps<Cast, Plenary, SealedBallot>({
  async prepare(input, ctx) {
    // Refusals that cost nothing come first: they must not use up a try of the passphrase.
    const vote = requireBallot(ctx.db, ctx.law, input)
    const account = await ctx.confirmAccount(input.accountId, input.passphrase)
    if (!activeKeys(ctx.db, { accountId: input.accountId }).some(key => key.equals(account.publicKey))) {
      throw new CodedError('plenaries.notAMember')
    }
    const { voteId, accountId, verdict, opinion } = input
    const sanctionId = sanctionOf(input)
    const castAt = ctx.now().toISOString()
    const opinionHash = createHash('sha256').update(opinion, 'utf8').digest('hex')
    const { respondentId } = vote
    const body =
      canonicalize({ voteId, respondentId, accountId, verdict, sanctionId, opinionHash, castAt }) ?? ''
    const signature = account.sign(Buffer.from(BALLOT_PURPOSE + body, 'utf8'))
    const signer = account.publicKey
    return { voteId, accountId, verdict, sanctionId, opinion, castAt, body, signature, signer }
  },
  commit(input, ctx, ballot) {
    const vote = requireBallot(ctx.db, ctx.law, input)
    insertBallot(ctx.db, ballot)
    const meeting = meetingOf(ctx.db, vote.plenaryId)
    const voter = meeting.members.find(member => member.accountId === input.accountId)
    ctx.record({
      subject: vote.id,
      caseId: vote.caseId,
      facts: {
        number: meeting.plenary.number,
        voter: voter?.displayName ?? '',
        respondentId: vote.respondentId,
      },
    })
    ctx.publish('plenaries.changed', { plenaryId: vote.plenaryId })
    return plenaryView(ctx.db, ctx.law, vote.plenaryId)
  },
})

/** A sanction belongs to a 'proven' ballot alone; another one is not kept. */
function sanctionOf(input: Pick<Cast, 'verdict' | 'sanctionId'>): string | null {
  return input.verdict === 'proven' ? input.sanctionId : null
}

/**
 * The vote, when this ballot may be cast in it. Throws `plenaries.voteUnknown`, `.voteClosed`,
 * `.notAMember`, `.recused`, `.absent`, `.alreadyVoted`, `.provenUnsupported`, `.sanctionRequired`,
 * `.outsideBandNeedsReason`, `law.unknownSanction`.
 */
function requireBallot(db: ReadableDb, law: LawPack, input: Cast): VoteRow {
  const vote = voteById(db, input.voteId)
  const meeting = meetingOf(db, vote.plenaryId)
  if (vote.state !== 'open' || meeting.plenary.state !== 'open') throw new CodedError('plenaries.voteClosed')
  const member = meeting.members.find(row => row.accountId === input.accountId)
  if (!member || member.retired) throw new CodedError('plenaries.notAMember')
  if (recusedFrom(meeting, vote.caseId).has(input.accountId)) throw new CodedError('plenaries.recused')
  if (!member.present) throw new CodedError('plenaries.absent')
  if (ballotsOf(db, vote.id).some(row => row.accountId === input.accountId)) {
    throw new CodedError('plenaries.alreadyVoted')
  }
  const supporting = supportingFindings(personFindings(db, law, vote.respondentId))
  const sanctionId = sanctionOf(input)
  if (sanctionId !== null && !law.sanctions.some(sanction => sanction.id === sanctionId)) {
    throw new CodedError('law.unknownSanction', { id: sanctionId })
  }
  const refusal = ballotRefusal({
    verdict: input.verdict,
    sanctionId,
    opinion: input.opinion,
    provenSupported: supporting.length > 0,
    band: supporting.flatMap(finding => finding.band.map(sanction => sanction.id)),
  })
  if (refusal) throw new CodedError(refusal)
  return vote
}

import { basename } from 'node:path'
import type { Output, Parsed } from '../../../../shared/contract/index.ts'
import { CodedError } from '../../errors.ts'
import {
  discardCopy,
  exportPlace,
  type PendingCopy,
  pendingCopy,
  placeCopy,
  writeCopy,
} from '../../export-place.ts'
import { inTwoSteps, type ReadContext } from '../../handlers.ts'
import { sha256Of } from '../../sha256.ts'
import { lawOfCase } from '../law/index.ts'
import { type BallotQuestion, keyFingerprint } from './ballot-format.ts'
import { questionOf } from './ballot-question.ts'
import { openedBodies, rejectedOf, sealHeadersOf } from './ballots.queries.ts'
import { type Meeting, meetingOf } from './meeting.ts'
import { decisionGround, decisionOfVote, type VoteRow } from './plenaries.queries.ts'
import { sanctionRanks } from './plenaries.rules.ts'

type Exported = PendingCopy & { number: string; votes: number }

/**
 * Writes everything that anyone needs to count the closed votes of a meeting again: questions, public keys,
 * signed ballots, opened choices, decisions. Replaced and annulled ballots stay sealed in it for ever.
 * Throws `plenaries.nothingToRecount`, `evidence.exportIntoStore`, `files.notWritable`.
 */
export const exportRecount = inTwoSteps<
  Parsed<'plenaries.exportRecount'>,
  Output<'plenaries.exportRecount'>,
  Exported
>({
  async prepare(input, ctx) {
    const meeting = meetingOf(ctx.db, input.plenaryId)
    const file = recountFile(ctx, meeting)
    const votes = file.votes.filter(vote => vote.state === 'closed').length
    if (votes === 0) throw new CodedError('plenaries.nothingToRecount')
    const copy = pendingCopy(exportPlace(await ctx.redeem(input.target), ctx.directory))
    writeCopy(copy, `${JSON.stringify(file, null, 1)}\n`)
    return { ...copy, number: meeting.plenary.number, votes }
  },
  commit(_input, ctx, { number, votes, ...copy }) {
    ctx.record({ subject: number, facts: { number, votes } })
    placeCopy(copy)
    return { fileName: basename(copy.target), votes }
  },
  discard: discardCopy,
})

function recountFile(ctx: ReadContext, meeting: Meeting) {
  const { plenary } = meeting
  const asked = meeting.votes.flatMap(vote => {
    const question = vote.state === 'open' ? null : questionOf(vote)
    return question ? [{ vote, question }] : []
  })
  return {
    format: 'adjudikasn-recount',
    version: 1,
    exportedAt: ctx.now().toISOString(),
    plenary: { id: plenary.id, number: plenary.number, heldOn: plenary.heldOn, place: plenary.place },
    members: membersOf(asked.map(entry => entry.question)),
    sanctions: sanctionsOf(
      ctx,
      asked.map(entry => entry.vote),
    ),
    votes: asked.map(entry => voteFile(ctx, entry.vote)),
  }
}

function voteFile({ db }: ReadContext, vote: VoteRow) {
  const decision = vote.state === 'closed' ? decisionOfVote(db, vote.id) : undefined
  return {
    voteId: vote.id,
    state: vote.state,
    annulledReason: vote.annulledReason,
    question: vote.question ?? '',
    questionHash: sha256Of(vote.question ?? ''),
    sealed: sealHeadersOf(db, vote.id).map(({ sealHash, header, signature }) => ({
      sealHash,
      header,
      signature: signature.toString('base64'),
    })),
    openings: openedBodies(db, vote.id),
    rejected: rejectedOf(db, vote.id).map(({ displayName, accountId, reason, sealHash, castAt }) => ({
      accountId,
      name: displayName,
      reason,
      sealHash,
      castAt,
    })),
    decision: decision
      ? {
          outcome: decision.outcome,
          tally: decision.tally,
          sanctionId: decision.sanctionId,
          moralSanctionId: decision.moralSanctionId,
          tieBroken: decision.tieBroken,
          ...decisionGround(db, vote.id),
          sentence: decision.sentence,
          decidedAt: decision.decidedAt,
        }
      : null,
  }
}

/** Names and weights of the sanctions of each law pack under which a vote was held, by its version. */
function sanctionsOf(ctx: ReadContext, votes: readonly VoteRow[]) {
  const packs = votes.map(vote => lawOfCase(ctx.db, ctx.laws, vote.caseId))
  const listed = packs.map(law => {
    const rankOf = sanctionRanks(law)
    return [law.version, law.sanctions.map(({ id, name, level }) => ({ id, name, level, rank: rankOf(id) }))]
  })
  return Object.fromEntries(listed) as Record<
    string,
    { id: string; name: string; level: string; rank: number }[]
  >
}

/** Every voting key that a question of the meeting names, with its fingerprint as in the minutes. */
function membersOf(questions: readonly BallotQuestion[]) {
  const keys = new Map(
    questions.flatMap(({ holders }) =>
      holders.map(({ accountId, displayName, voteKey }) => {
        const fingerprint = keyFingerprint(Buffer.from(voteKey, 'hex'))
        return [
          `${accountId} ${voteKey}`,
          { accountId, name: displayName, key: voteKey, fingerprint },
        ] as const
      }),
    ),
  )
  return [...keys.values()]
}

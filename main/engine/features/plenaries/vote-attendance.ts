import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import type { ReadableDb } from '../../store/database.ts'
import { sealsOf } from './ballots.queries.ts'
import { type Meeting, quorumIn } from './meeting.ts'
import type { VoteRow } from './plenaries.queries.ts'

/** Quorum of one vote: who voted was there for it, also when gone since. */
export function quorumOfVote(
  db: ReadableDb,
  meeting: Meeting,
  vote: Pick<VoteRow, 'caseId'>,
  voted: ReadonlySet<string>,
) {
  const members = meeting.members.map(row => ({ ...row, present: row.present || voted.has(row.accountId) }))
  return quorumIn(db, { ...meeting, members }, vote.caseId)
}

/**
 * While a vote is open nobody comes in, and only a presider may note that a member has left: those who voted
 * are counted, those who did not are no longer waited for, as long as the quorum of each open vote holds.
 * Otherwise one empty chair would keep the ballots closed for ever. Throws `plenaries.voteUnderWay`.
 */
export function requireVotesUnhurt(
  ctx: Pick<WriteContext, 'db' | 'actor'>,
  meeting: Meeting,
  present: ReadonlySet<string>,
): void {
  const open = meeting.votes.filter(row => row.state === 'open')
  const after = meeting.members.map(row => ({ ...row, present: present.has(row.accountId) }))
  const changed = after.filter((row, n) => row.present !== meeting.members[n]?.present)
  if (open.length === 0 || changed.length === 0) return
  const presider = ctx.actor.role === 'chair' || ctx.actor.role === 'deputyChair'
  const hurt = open.some(vote => {
    const voted = new Set(sealsOf(ctx.db, vote.id).map(seal => seal.accountId))
    return !quorumOfVote(ctx.db, { ...meeting, members: after }, vote, voted).met
  })
  if (!presider || hurt || changed.some(row => row.present)) throw new CodedError('plenaries.voteUnderWay')
}

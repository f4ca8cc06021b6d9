import type { Parsed } from '../../../../shared/contract/index.ts'
import type { Plenary } from '../../../../shared/contract/plenaries.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { markAnnulled } from './ballots.queries.ts'
import { meetingOf } from './meeting.ts'
import { personsOf, voteById } from './plenaries.queries.ts'
import { plenaryView } from './plenary-view.ts'

/**
 * Gives up an open vote whose ballots cannot be opened. They stay sealed for ever and are named; the person may
 * be voted on anew in the same meeting. Throws `plenaries.voteUnknown`, `plenaries.voteClosed`.
 */
export function annulVote(input: Parsed<'plenaries.annulVote'>, ctx: WriteContext): Plenary {
  const vote = voteById(ctx.db, input.voteId)
  const meeting = meetingOf(ctx.db, vote.plenaryId)
  if (vote.state !== 'open' || meeting.plenary.state !== 'open') throw new CodedError('plenaries.voteClosed')
  const at = ctx.now().toISOString()
  markAnnulled(ctx.db, { voteId: vote.id, reason: input.reason, by: ctx.actor.id, at })
  const person = personsOf(ctx.db, vote.caseId).find(row => row.respondentId === vote.respondentId)
  const { number } = meeting.plenary
  ctx.record({
    subject: person?.name ?? vote.respondentId,
    caseId: vote.caseId,
    facts: { number, voteId: vote.id, respondentId: vote.respondentId, reason: input.reason },
  })
  ctx.publish('plenaries.changed', { plenaryId: vote.plenaryId })
  ctx.publish('cases.changed', { caseId: vote.caseId })
  return plenaryView(ctx.db, ctx.laws, vote.plenaryId)
}

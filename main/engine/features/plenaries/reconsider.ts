import { randomUUID } from 'node:crypto'
import type { Output, Parsed } from '../../../../shared/contract/index.ts'
import { examineRefusal } from '../../authorise.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { sha256Of } from '../../sha256.ts'
import { refreshStage } from '../cases/index.ts'
import { citeOf } from './decision-history.ts'
import {
  decisionsAbout,
  insertReconsideration,
  isAssignedTo,
  openReconsideration,
  personInCase,
} from './reconsiderations.queries.ts'

/**
 * Puts a decided person before the plenary again: a correction, or a reopening on new facts. The old decision
 * stays in force and readable until a new one cites and replaces it. Throws `plenaries.notDecided`,
 * `plenaries.alreadyReconsidered`, `plenaries.plenaryStillOpen` {number}, `cases.unknownRespondent`, `access.notAssigned`.
 */
export function reconsider(
  input: Parsed<'plenaries.reconsider'>,
  ctx: WriteContext,
): Output<'plenaries.reconsider'> {
  const { db, actor } = ctx
  const { respondentId, kind, reason } = input
  const person = personInCase(db, respondentId)
  if (!person) throw new CodedError('cases.unknownRespondent')
  requireParty(ctx, person.caseId)
  if (openReconsideration(db, respondentId)) throw new CodedError('plenaries.alreadyReconsidered')
  const standing = decisionsAbout(db, respondentId).find(row => row.outcome !== 'deferred')
  if (!standing) throw new CodedError('plenaries.notDecided')
  // Its minutes are not fixed yet: what was misspoken there belongs into them.
  if (standing.state !== 'closed')
    throw new CodedError('plenaries.plenaryStillOpen', { number: standing.number })
  const at = ctx.now().toISOString()
  const { caseId } = person
  const row = { id: randomUUID(), respondentId, caseId, oldVoteId: standing.voteId, kind, reason, at }
  insertReconsideration(db, { ...row, askedById: actor.id })
  const cites = citeOf({ oldNumber: standing.number, oldHeldOn: standing.heldOn })
  const reasonSha256 = sha256Of(reason)
  ctx.record({
    subject: person.name,
    caseId,
    facts: { person: person.name, reconsidered: kind, cites, voteId: standing.voteId, reasonSha256 },
  })
  refreshStage(db, caseId, ctx.now())
  ctx.publish('plenaries.changed', {})
  ctx.publish('cases.changed', { caseId })
  return { respondentId, cites }
}

/** Presiders, and commissioners of the case; also after it was closed, because this opens it again. */
function requireParty(ctx: WriteContext, caseId: string): void {
  const refusal = examineRefusal(ctx.db, ctx.actor, caseId)
  if (refusal === null) return
  if (refusal !== 'cases.closed') throw new CodedError(refusal)
  if (ctx.actor.role === 'commissioner' && !isAssignedTo(ctx.db, ctx.actor.id, caseId)) {
    throw new CodedError('access.notAssigned')
  }
}

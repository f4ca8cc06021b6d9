import { basename } from 'node:path'
import type { Parsed } from '../../../../shared/contract/index.ts'
import type { Plenary } from '../../../../shared/contract/plenaries.ts'
import { instantOf } from '../../../../shared/dates.ts'
import type { PrepareContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { discardCopy, exportPlace, type PendingCopy, pendingCopy, placeCopy } from '../../export-place.ts'
import { inTwoSteps } from '../../handlers.ts'
import { renderMinutes } from '../../pdf/minutes-document.ts'
import type { MinutesDocument } from '../../pdf/minutes-types.ts'
import { sha256Of } from '../../sha256.ts'
import type { ReadableDb } from '../../store/database.ts'
import type { Sealed, Vault } from '../../vault/vault.ts'
import { refreshStage } from '../cases/index.ts'
import { meetingOf } from './meeting.ts'
import { minutesOf } from './minutes.ts'
import { newestMinutes } from './newest-minutes.ts'
import { agendaOf, decisionOfVote, markClosed, plenaryById, votesOf } from './plenaries.queries.ts'
import { plenaryView } from './plenary-view.ts'

type ClosedMinutes = { sealed: Sealed; fingerprint: string; at: Date; vault: Vault }

/**
 * Ends a meeting: its minutes are rendered once, sealed in the vault, and never made anew. The root
 * of the audit chain of the meeting's day is printed in them (features row 18).
 */
export const closePlenary = inTwoSteps<Parsed<'plenaries.close'>, Plenary, ClosedMinutes>({
  async prepare(input, ctx) {
    requireClosable(ctx.db, input.plenaryId)
    const at = ctx.now()
    const minutes = minutesOf(ctx, input.plenaryId, at)
    const pdf = await renderMinutes(minutes, ctx.fonts())
    const sealed = await ctx.vault.put([pdf], { signal: ctx.signal })
    return { sealed, fingerprint: fingerprintOf(minutes), at, vault: ctx.vault }
  },
  commit(input, ctx, prepared) {
    requireClosable(ctx.db, input.plenaryId)
    // Another window may have changed the meeting while the pages were drawn.
    const now = minutesOf(ctx, input.plenaryId, prepared.at)
    if (fingerprintOf(now) !== prepared.fingerprint) throw new CodedError('plenaries.changedMeanwhile')
    markClosed(ctx.db, input.plenaryId, prepared.sealed, instantOf(prepared.at))
    ctx.record({ subject: now.number, facts: { number: now.number, minutesSha256: prepared.sealed.sha256 } })
    // Whoever was not reached waits for another agenda.
    for (const { caseId } of agendaOf(ctx.db, input.plenaryId)) {
      refreshStage(ctx.db, caseId, prepared.at)
      ctx.publish('cases.changed', { caseId })
    }
    ctx.publish('plenaries.changed', { plenaryId: input.plenaryId })
    return plenaryView(ctx.db, ctx.laws, input.plenaryId)
  },
  discard: ({ sealed, vault }) => vault.discard(sealed.blobId),
})

/** Throws `plenaries.notOpen`, `plenaries.voteUnderWay`, `plenaries.nothingDecided`. */
function requireClosable(db: ReadableDb, plenaryId: string): void {
  if (plenaryById(db, plenaryId).state !== 'open') throw new CodedError('plenaries.notOpen')
  const votes = votesOf(db, plenaryId)
  if (votes.some(vote => vote.state === 'open')) throw new CodedError('plenaries.voteUnderWay')
  if (!votes.some(vote => decisionOfVote(db, vote.id))) throw new CodedError('plenaries.nothingDecided')
}

/** Everything printed but the audit root, which moves with each entry of other work. */
function fingerprintOf(minutes: MinutesDocument): string {
  const {
    auditDayRoot: _,
    letterhead: { logo: __, ...head },
    ...facts
  } = minutes
  return sha256Of(JSON.stringify({ ...facts, head }))
}

type Shown = { pdf: Uint8Array; number: string; sha256: string }

/** The minutes' bytes: a fresh draft before the meeting is closed, the fixed ones after. */
export const showMinutes = inTwoSteps<Parsed<'plenaries.minutes'>, { pdf: Uint8Array<ArrayBuffer> }, Shown>({
  prepare: async (input, ctx) => minutesBytes(ctx, input.plenaryId),
  commit(_input, ctx, shown) {
    ctx.record({ subject: shown.number, facts: { number: shown.number, sha256: shown.sha256 } })
    return { pdf: new Uint8Array(shown.pdf) }
  },
})

type Exported = PendingCopy & { number: string; sha256: string }

/** Writes the fixed minutes to a chosen place. Throws `plenaries.notClosed`, `evidence.exportIntoStore`. */
export const exportMinutes = inTwoSteps<Parsed<'plenaries.exportMinutes'>, { fileName: string }, Exported>({
  async prepare(input, ctx) {
    const fixed = newestMinutes(ctx.db, meetingOf(ctx.db, input.plenaryId))
    if (!fixed) throw new CodedError('plenaries.notClosed')
    const { number, sha256 } = await minutesBytes(ctx, input.plenaryId)
    const copy = pendingCopy(exportPlace(await ctx.redeem(input.target), ctx.directory))
    await ctx.vault.exportTo(fixed.blobId, copy.temporary, { signal: ctx.signal })
    return { ...copy, number, sha256 }
  },
  commit(_input, ctx, { number, sha256, temporary, target }) {
    ctx.record({ subject: number, facts: { number, sha256 } })
    placeCopy({ temporary, target })
    return { fileName: basename(target) }
  },
  discard: discardCopy,
})

/**
 * The newest bytes: a draft before the close, then the fixed ones with the signatures made so far. Throws
 * `plenaries.minutesDamaged` when they are no longer those that were sealed.
 */
async function minutesBytes(ctx: PrepareContext, plenaryId: string): Promise<Shown> {
  const meeting = meetingOf(ctx.db, plenaryId)
  const fixed = newestMinutes(ctx.db, meeting)
  const pdf = fixed
    ? await ctx.vault.readAll(fixed.blobId)
    : await renderMinutes(minutesOf(ctx, plenaryId, null), ctx.fonts())
  const sha256 = sha256Of(pdf)
  if (fixed && fixed.sha256 !== sha256) throw new CodedError('plenaries.minutesDamaged')
  return { pdf, number: meeting.plenary.number, sha256 }
}

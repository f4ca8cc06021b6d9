import { examineRefusal } from '../../authorise.ts'
import type { PrepareContext, WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { discardCopy, exportPlace, type PendingCopy, pendingCopy, placeCopy } from '../../export-place.ts'
import { addCustody } from './evidence.queries.ts'
import { exhibitNumber } from './evidence.rules.ts'
import { displayName } from './file-name.ts'
import { requireExhibit } from './open-exhibit.ts'

type Input = { exhibitId: string; target: string; purpose: string }

/**
 * Writes the copy under a temporary name beside the target; it gets its name only with its log entry.
 * Throws `evidence.unknown`, `access.notAssigned`, `evidence.changed`, `evidence.missing` {number},
 * `evidence.exportIntoStore`, `files.notWritable`, `call.cancelled`.
 */
export async function writeCopy(
  input: Input,
  ctx: PrepareContext,
  storeFolder: string,
): Promise<PendingCopy> {
  const row = requireExhibit(ctx, input.exhibitId)
  requireMember(ctx, row.caseId)
  const { vault, signal } = ctx
  const copy = pendingCopy(exportPlace(await ctx.redeem(input.target), storeFolder))
  const { target, temporary } = copy
  const integrity = await vault.verify(row.blobId, row.sha256, { signal })
  if (integrity !== 'intact') throw new CodedError(`evidence.${integrity}`, { number: exhibitNumber(row) })
  const label = exhibitNumber(row)
  const onProgress = (done: number, total: number | null) =>
    ctx.progress({ done, total: total ?? done, label })
  try {
    await vault.exportTo(row.blobId, temporary, { signal, onProgress })
  } catch (error) {
    discardCopy(copy)
    if (error instanceof CodedError && error.code === 'vault.cancelled')
      throw new CodedError('call.cancelled')
    if (error instanceof CodedError && error.code === 'store.diskFull') throw error
    if (error instanceof CodedError && error.code.startsWith('vault.')) throw error
    throw new CodedError('files.notWritable', { name: displayName(target) }, error)
  }
  return copy
}

/** Enters person and purpose, and gives the copy its name. */
export function enterCopy(input: Input, ctx: WriteContext, copy: PendingCopy): { fileName: string } {
  const row = requireExhibit(ctx, input.exhibitId)
  requireMember(ctx, row.caseId)
  const at = ctx.now().toISOString()
  const fileName = displayName(copy.target)
  const number = exhibitNumber(row)
  addCustody(ctx.db, {
    exhibitId: row.id,
    at,
    accountId: ctx.actor.id,
    act: 'exported',
    detail: input.purpose,
  })
  ctx.record({
    caseId: row.caseId,
    subject: number,
    facts: { purpose: input.purpose, fileName, sha256: row.sha256 },
  })
  ctx.publish('evidence.changed', { caseId: row.caseId, exhibitId: row.id })
  placeCopy(copy)
  return { fileName }
}

/** Only those who work on the case, also after it is closed, carry copies out of the store. */
function requireMember(ctx: Pick<PrepareContext, 'db' | 'actor'>, caseId: string): void {
  const refusal = examineRefusal(ctx.db, ctx.actor, caseId)
  if (refusal !== null && refusal !== 'cases.closed') throw new CodedError(refusal)
}

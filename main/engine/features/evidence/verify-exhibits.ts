import type { Exhibit } from '../../../../shared/contract/evidence.ts'
import type { PrepareContext, WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { addCustody, caseExists, exhibitRows, exhibitRowsById, saveIntegrity } from './evidence.queries.ts'
import { exhibitNumber } from './evidence.rules.ts'
import { exhibitView } from './exhibit-view.ts'
import { requireExhibit } from './open-exhibit.ts'

type Input = { caseId: string; exhibitId: string | null }
type Result = { id: string; integrity: 'intact' | 'changed' | 'missing' }

/**
 * Hashes one exhibit or all of a case again. Throws `cases.unknown`, `evidence.unknown` also for an exhibit
 * of another case, `call.cancelled`.
 */
export async function hashAgain(input: Input, ctx: PrepareContext): Promise<Result[]> {
  if (!caseExists(ctx.db, input.caseId)) throw new CodedError('cases.unknown')
  const rows =
    input.exhibitId === null ? exhibitRows(ctx.db, input.caseId) : [requireExhibit(ctx, input.exhibitId)]
  if (rows.some(row => row.caseId !== input.caseId)) throw new CodedError('evidence.unknown')
  const { vault, signal } = ctx
  const results: Result[] = []
  for (const [done, row] of rows.entries()) {
    if (signal.aborted) throw new CodedError('call.cancelled')
    ctx.progress({ done, total: rows.length, label: exhibitNumber(row) })
    results.push({ id: row.id, integrity: await vault.verify(row.blobId, row.sha256, { signal }) })
  }
  ctx.progress({ done: rows.length, total: rows.length })
  return results
}

/** Enters what hashing found, exhibit by exhibit. */
export function enterResults(input: Input, ctx: WriteContext, results: readonly Result[]): Exhibit[] {
  const at = ctx.now().toISOString()
  for (const { id, integrity } of results) {
    saveIntegrity(ctx.db, id, integrity, at)
    addCustody(ctx.db, { exhibitId: id, at, accountId: ctx.actor.id, act: 'verified', detail: integrity })
  }
  const ids = results.map(result => result.id)
  const exhibits = exhibitRowsById(ctx.db, ids, ctx.actor.id).map(exhibitView)
  const faulty = exhibits.filter(entry => entry.integrity !== 'intact').map(entry => entry.number)
  const subject = exhibits.length === 1 ? (exhibits[0]?.number ?? '') : input.caseId
  const facts = { checked: exhibits.length, changed: faulty.length, numbers: faulty.join(', ') }
  ctx.record({ caseId: input.caseId, subject, facts })
  ctx.publish('evidence.changed', { caseId: input.caseId })
  return exhibits
}

import { basename } from 'node:path'
import type { Output, Parsed } from '../../../../shared/contract/index.ts'
import type { PrepareContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { discardCopy, exportPlace, type PendingCopy, pendingCopy, placeCopy } from '../../export-place.ts'
import { inTwoSteps } from '../../handlers.ts'
import { type ReturnRow, returnRow } from './intake.queries.ts'

type Opened = { row: ReturnRow; pdf: Buffer }

/** Shows the letter to the sender again; who looked is kept. Throws `reports.returnUnknown`. */
export const openReturn = inTwoSteps<Parsed<'reports.openReturn'>, Output<'reports.openReturn'>, Opened>({
  async prepare(input, ctx) {
    const row = requireReturn(ctx, input.returnId)
    return { row, pdf: await ctx.vault.readAll(newestFile(row).blobId) }
  },
  commit(_input, ctx, { row, pdf }) {
    const facts = { reportId: row.reportId, sha256: newestFile(row).sha256 }
    ctx.record({ subject: row.number, facts })
    return { number: row.number, pdf: new Uint8Array(pdf) }
  },
})

type Exported = PendingCopy & { row: ReturnRow }

/** Copies the letter out of the store. Throws `reports.returnUnknown`, `evidence.exportIntoStore`. */
export const exportReturn = inTwoSteps<
  Parsed<'reports.exportReturn'>,
  Output<'reports.exportReturn'>,
  Exported
>({
  async prepare(input, ctx) {
    const row = requireReturn(ctx, input.returnId)
    const copy = pendingCopy(exportPlace(await ctx.redeem(input.target), ctx.directory))
    await ctx.vault.exportTo(newestFile(row).blobId, copy.temporary, { signal: ctx.signal })
    return { ...copy, row }
  },
  commit(_input, ctx, { row, temporary, target }) {
    const facts = { reportId: row.reportId, sha256: newestFile(row).sha256, fileName: basename(target) }
    ctx.record({ subject: row.number, facts })
    placeCopy({ temporary, target })
    return { fileName: basename(target) }
  },
  discard: discardCopy,
})

/** Throws `reports.returnUnknown`. */
export function requireReturn(ctx: Pick<PrepareContext, 'db'>, id: string): ReturnRow {
  const row = returnRow(ctx.db, id)
  if (!row) throw new CodedError('reports.returnUnknown')
  return row
}

/** The signed letter, else the one that was made. */
function newestFile(row: ReturnRow): { blobId: string; sha256: string } {
  return row.signedBlobId && row.signedSha256
    ? { blobId: row.signedBlobId, sha256: row.signedSha256 }
    : { blobId: row.blobId, sha256: row.sha256 }
}

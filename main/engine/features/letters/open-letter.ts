import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { basename } from 'node:path'
import type { Output, Parsed } from '../../../../shared/contract/index.ts'
import type { PrepareContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { exportPlace, type PendingCopy, pendingCopy, placeCopy } from '../../export-place.ts'
import { inTwoSteps } from '../../handlers.ts'
import { type LetterRecord, letterById } from './letters.queries.ts'

/**
 * The bytes that were fixed for a letter: the issued ones, else those prepared for signing.
 * Throws `letters.notFinalised`, `letters.fileChanged` when they are no longer those of the record.
 */
export async function fixedPdf(ctx: PrepareContext, letter: LetterRecord): Promise<Buffer> {
  const blobId = letter.issuedBlobId ?? letter.baseBlobId
  const sha256 = letter.issuedSha256 ?? letter.baseSha256
  if (!blobId || !sha256) throw new CodedError('letters.notFinalised')
  const bytes = await ctx.vault.readAll(blobId)
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new CodedError('letters.fileChanged')
  return bytes
}

type Opened = { letter: LetterRecord; pdf: Buffer }

/** Shows the letter's own bytes; who looked is kept. */
export const openLetter = inTwoSteps<Parsed<'letters.open'>, Output<'letters.open'>, Opened>({
  async prepare(input, ctx) {
    const letter = letterById(ctx.db, input.letterId)
    return { letter, pdf: await fixedPdf(ctx, letter) }
  },
  commit(_input, ctx, { letter, pdf }) {
    ctx.record({
      subject: letter.number ?? letter.id,
      caseId: letter.caseId,
      facts: { letterId: letter.id, sha256: letter.issuedSha256 ?? letter.baseSha256 },
    })
    return { pdf: new Uint8Array(pdf) }
  },
})

type Exported = PendingCopy & { letter: LetterRecord; sha256: string }

/** Copies the issued letter out; who, where to and what for is kept. Throws `letters.notIssued`, `evidence.exportIntoStore`. */
export const exportLetter = inTwoSteps<Parsed<'letters.export'>, Output<'letters.export'>, Exported>({
  async prepare(input, ctx) {
    const letter = letterById(ctx.db, input.letterId)
    const { issuedBlobId, issuedSha256 } = letter
    if (!issuedBlobId || !issuedSha256) throw new CodedError('letters.notIssued')
    await fixedPdf(ctx, letter)
    const copy = pendingCopy(exportPlace(await ctx.redeem(input.target), ctx.directory))
    await ctx.vault.exportTo(issuedBlobId, copy.temporary, { signal: ctx.signal })
    return { ...copy, letter, sha256: issuedSha256 }
  },
  commit(input, ctx, { letter, temporary, target, sha256 }) {
    ctx.record({
      subject: letter.number ?? letter.id,
      caseId: letter.caseId,
      facts: { letterId: letter.id, sha256, purpose: input.purpose, fileName: basename(target) },
    })
    placeCopy({ temporary, target })
    return { fileName: basename(target), sha256 }
  },
  discard: ({ temporary }) => rmSync(temporary, { force: true }),
})

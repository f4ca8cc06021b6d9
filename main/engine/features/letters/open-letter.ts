import { basename } from 'node:path'
import type { Output, Parsed } from '../../../../shared/contract/index.ts'
import type { PrepareContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import {
  discardCopy,
  exportPlace,
  type PendingCopy,
  pendingCopy,
  placeCopy,
  writeCopy,
} from '../../export-place.ts'
import { inTwoSteps } from '../../handlers.ts'
import { markReplaced } from '../../pdf/replaced-mark.ts'
import { sha256Of } from '../../sha256.ts'
import type { ReadableDb } from '../../store/database.ts'
import { replacedDecision } from '../plenaries/index.ts'
import { letterNumberOfVote } from './letter-sources.queries.ts'
import { letterWording } from './letter-wording.ts'
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
  if (sha256Of(bytes) !== sha256) throw new CodedError('letters.fileChanged')
  return bytes
}

/** The copy of a replaced letter with its mark on every page; null while its decision stands. */
function markedCopy(db: ReadableDb, letter: LetterRecord, pdf: Uint8Array): Uint8Array | null {
  const replacedBy = replacedDecision(db, letter.voteId)
  if (!replacedBy || letter.state !== 'issued') return null
  const line = letterWording.replacedMark(replacedBy.cite, letterNumberOfVote(db, replacedBy.voteId))
  return markReplaced(pdf, letterWording.replacedWord, line)
}

type Opened = { letter: LetterRecord; pdf: Uint8Array }

/** Shows the letter's own bytes; who looked is kept. */
export const openLetter = inTwoSteps<Parsed<'letters.open'>, Output<'letters.open'>, Opened>({
  async prepare(input, ctx) {
    const letter = letterById(ctx.db, input.letterId)
    const pdf = await fixedPdf(ctx, letter)
    return { letter, pdf: markedCopy(ctx.db, letter, pdf) ?? pdf }
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
    const pdf = await fixedPdf(ctx, letter)
    const marked = input.marked ? markedCopy(ctx.db, letter, pdf) : null
    if (input.marked && !marked) throw new CodedError('letters.notReplaced')
    const copy = pendingCopy(exportPlace(await ctx.redeem(input.target), ctx.directory))
    if (marked) {
      writeCopy(copy, marked)
      const sha256 = sha256Of(marked)
      return { ...copy, letter, sha256 }
    }
    await ctx.vault.exportTo(issuedBlobId, copy.temporary, { signal: ctx.signal })
    return { ...copy, letter, sha256: issuedSha256 }
  },
  commit(input, ctx, { letter, temporary, target, sha256 }) {
    ctx.record({
      subject: letter.number ?? letter.id,
      caseId: letter.caseId,
      facts: {
        letterId: letter.id,
        sha256,
        purpose: input.purpose,
        fileName: basename(target),
        ...(input.marked ? { marked: true } : {}),
      },
    })
    placeCopy({ temporary, target })
    return { fileName: basename(target), sha256 }
  },
  discard: discardCopy,
})

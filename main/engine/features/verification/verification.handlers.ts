import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Output, Parsed } from '../../../../shared/contract/index.ts'
import type { VerificationResult } from '../../../../shared/contract/verification.ts'
import type { PrepareContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import type { HandlersFor } from '../../handlers.ts'
import { sha256Of } from '../../sha256.ts'
import { readCertificates } from '../../signing/certificate.ts'
import { largestVerifiedFile, verifyPdf } from '../../verification/verify-pdf.ts'
import { listRoots, publishedRoots } from '../institution/index.ts'

/** A file with CA certificates is small; anything larger is none. */
const LARGEST_TRUST_FILE = 1024 * 1024

export const verificationHandlers: HandlersFor<'verification'> = {
  'verification.check': check,
}

/**
 * Judges any PDF offline; nothing of it is kept. While the store is locked the published copy of its
 * trust list is used; `trust` adds a CA for this check alone. Throws `files.unreadable`,
 * `signing.notACertificate`.
 */
async function check(
  input: Parsed<'verification.check'>,
  ctx: PrepareContext,
): Promise<Output<'verification.check'>> {
  const path = await ctx.redeem(input.file)
  const bytes = readBytes(path, largestVerifiedFile + 1)
  const added = input.trust === null ? [] : readTrust(await ctx.redeem(input.trust))
  const trustedRoots = [...storeRoots(ctx), ...added]
  const now = ctx.now()
  const verdict = verifyPdf(bytes, { trustedRoots, now })
  return {
    fileName: basename(path),
    // A file that is too large was not read, so nothing can be said of its bytes.
    sha256: bytes.length > largestVerifiedFile ? '' : sha256Of(bytes),
    outcome: verdict.outcome,
    reasons: verdict.reasons.map(({ code, facts }) => ({ code, facts: { ...facts } })),
    signatures: verdict.signatures.map(signature => ({
      field: signature.field,
      signerName: signature.signerName,
      serialNumber: signature.serialNumber,
      claimedAt: signature.claimedAt,
      valid: signature.valid,
      trusted: signature.trusted,
      coversWholeFile: signature.coversWholeFile,
    })),
    letter: verdict.letter
      ? {
          number: verdict.letter.number,
          datedOn: verdict.letter.datedOn,
          subject: verdict.letter.subject,
          institution: verdict.letter.institution,
        }
      : null,
    checkedAt: now.toISOString() as VerificationResult['checkedAt'],
    trustedRootCount: trustedRoots.length,
  }
}

/** The store's own list when it is open; the public copy beside it while it is locked. */
function storeRoots(ctx: PrepareContext): Uint8Array[] {
  try {
    return listRoots(ctx.db).map(root => root.certificate)
  } catch (error) {
    if (error instanceof CodedError && error.code === 'session.locked') return publishedRoots(ctx.directory)
    throw error
  }
}

function readTrust(path: string): Uint8Array[] {
  const bytes = readBytes(path, LARGEST_TRUST_FILE + 1)
  if (bytes.length > LARGEST_TRUST_FILE) throw new CodedError('signing.notACertificate')
  return readCertificates(bytes)
}

/** At most `limit` bytes: more than that is not worth reading to be refused. */
function readBytes(path: string, limit: number): Buffer {
  try {
    const facts = statSync(path)
    if (!facts.isFile()) throw new CodedError('files.unreadable')
    return facts.size > limit ? Buffer.alloc(limit) : readFileSync(path)
  } catch (error) {
    throw error instanceof CodedError ? error : new CodedError('files.unreadable', {}, error)
  }
}

import type { Parsed } from '../../../../shared/contract/index.ts'
import type { Intake } from '../../../../shared/contract/intake-shapes.ts'
import type { PrepareContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { inTwoSteps } from '../../handlers.ts'
import { PdfFile } from '../../pdf/pdf-file.ts'
import { sha256Of } from '../../sha256.ts'
import { credentialFromFile } from '../../signing/credential-file.ts'
import { requireOwnCertificate } from '../../signing/own-certificate.ts'
import { signPdf } from '../../signing/pdf-signature.ts'
import type { Sealed, Vault } from '../../vault/vault.ts'
import { readAttachedLetter } from '../../verification/attached-letter.ts'
import { fieldOf, requireGenuine, type SignatoryAccount, signatoryById } from '../letters/index.ts'
import { insertReturnSignature, type ReturnRow, returnRow } from './intake.queries.ts'
import { intakeView, signReturnRefusal } from './intake-view.ts'
import { reportById } from './reports.queries.ts'
import { drawReturn, type ReturnContent } from './return-document.ts'

type Input = Parsed<'reports.signReturn'>
type Signed = { sealed: Sealed; vault: Vault; at: string; nip: string | null; signer: string; issuer: string }

/**
 * The chair signs the letter with which a report went back, with the own certificate and the same checks as a
 * recommendation; the deputy, when the chair is absent, under the same number and date. What was made first stays
 * beside it. It names no accused and is about a report, not a case, so nobody need be assigned.
 * Throws the codes of `reports.signReturn`.
 */
export const signReturn = inTwoSteps<Input, Intake, Signed>({
  async prepare(input, ctx) {
    const { row, signatory } = requireSignable(ctx, input.returnId)
    const credential = credentialFromFile(await ctx.redeem(input.file), input.password)
    requireOwnCertificate(credential, signatory)
    const pages = await pagesFor(ctx, row, signatory)
    const signedAt = ctx.now()
    const { city } = ctx.institution().pack
    const field = fieldOf(signatory.role)
    const pdf = await signPdf(pages, { field, credential, signedAt, location: city })
    requireGenuine(ctx, pdf, credential, row.reportId)
    const sealed = await ctx.vault.put([pdf], { signal: ctx.signal })
    const { subjectName: signer, issuerName: issuer } = credential
    return { sealed, vault: ctx.vault, at: signedAt.toISOString(), nip: signatory.nip, signer, issuer }
  },
  commit(input, ctx, { sealed, at, nip, signer, issuer }) {
    const { row, signatory } = requireSignable(ctx, input.returnId)
    if (signatory.nip !== nip) throw new CodedError('reports.changedMeanwhile')
    const { blobId, sha256 } = sealed
    insertReturnSignature(ctx.db, {
      returnId: row.id,
      accountId: ctx.actor.id,
      at,
      certificateName: signer,
      issuer,
      blobId,
      sha256,
    })
    const { reportId, number } = row
    const subject = reportById(ctx.db, reportId).registerNumber
    ctx.record({ subject, facts: { reportId, number, signer, issuer, sha256 } })
    ctx.publish('reports.changed', { reportId })
    return intakeView(ctx, reportId)
  },
  discard: ({ sealed, vault }) => vault.discard(sealed.blobId),
})

type Allowed = Pick<PrepareContext, 'db' | 'actor' | 'institution'>

function requireSignable(ctx: Allowed, returnId: string): { row: ReturnRow; signatory: SignatoryAccount } {
  const row = returnRow(ctx.db, returnId)
  if (!row) throw new CodedError('reports.returnUnknown')
  const refusal = signReturnRefusal(ctx)
  const signatory = signatoryById(ctx.db, ctx.actor.id)
  if (refusal || !signatory) throw new CodedError(refusal ?? 'letters.presidersOnly')
  if (row.signedBlobId) throw new CodedError('reports.returnSigned')
  return { row, signatory }
}

/** The pages as they were made when they name this signatory, else the same letter drawn for this one. */
async function pagesFor(
  ctx: PrepareContext,
  row: ReturnRow,
  signatory: SignatoryAccount,
): Promise<Uint8Array> {
  const made = await ctx.vault.readAll(row.blobId)
  if (sha256Of(made) !== row.sha256) throw new CodedError('reports.returnDamaged')
  const named = readAttachedLetter(new PdfFile(made))?.signatories[0]
  const { displayName, nip, role } = signatory
  if (named?.field === fieldOf(role) && named.name === displayName && named.nip === nip) return made
  if (row.content === null) throw new CodedError('reports.returnOtherSigner')
  const content = JSON.parse(row.content) as ReturnContent
  const { registerNumber } = reportById(ctx.db, row.reportId)
  const { reportId, number, datedOn } = row
  return drawReturn(ctx, { reportId, registerNumber, number, datedOn }, content, signatory)
}

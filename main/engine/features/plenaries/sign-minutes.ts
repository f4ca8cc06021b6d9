import type { Parsed } from '../../../../shared/contract/index.ts'
import type { Plenary } from '../../../../shared/contract/plenaries.ts'
import type { PrepareContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { inTwoSteps } from '../../handlers.ts'
import { sha256Of } from '../../sha256.ts'
import { credentialFromFile } from '../../signing/credential-file.ts'
import { requireOwnCertificate } from '../../signing/own-certificate.ts'
import { signPdf } from '../../signing/pdf-signature.ts'
import type { SigningCredential } from '../../signing/pkcs12.ts'
import type { ReadableDb } from '../../store/database.ts'
import type { Sealed, Vault } from '../../vault/vault.ts'
import { verifyPdf } from '../../verification/verify-pdf.ts'
import { accountById } from '../accounts/accounts.queries.ts'
import { listRoots } from '../institution/institution.queries.ts'
import { meetingOf } from './meeting.ts'
import { insertMinutesSignature, minutesSignaturesOf } from './minutes.queries.ts'
import { newestMinutes, signatureFieldOf } from './newest-minutes.ts'
import { plenaryView } from './plenary-view.ts'

type Input = Parsed<'plenaries.signMinutes'>
type Signed = {
  sealed: Sealed
  vault: Vault
  /** What was signed: the closed minutes, or their newest signed revision. */
  baseSha256: string
  /** NIP of the member's account to which the certificate was held. */
  nip: string | null
  at: string
  certificateName: string
  issuer: string
}

/**
 * One present member signs the fixed minutes with the own certificate, whenever the turn comes: an incremental
 * update, so that the earlier signatures stay valid. The revision signed before is kept. The date of the meeting
 * and its decisions do not depend on it. Throws `plenaries.notClosed`, `plenaries.notPresent`,
 * `plenaries.alreadySigned`, `plenaries.minutesDamaged`, `plenaries.changedMeanwhile`, `signing.wrongPassword`,
 * `signing.notPkcs12`, `signing.certificateExpired`, `signing.certificateNotYetValid`, `signing.otherNip`, `signing.otherPerson`,
 * `signing.untrusted` {reason, issuer}.
 */
export const signMinutes = inTwoSteps<Input, Plenary, Signed>({
  async prepare(input, ctx) {
    const { meeting, base, member } = requireSignable(ctx.db, input.plenaryId, ctx.actor.id)
    const bytes = await ctx.vault.readAll(base.blobId)
    if (sha256Of(bytes) !== base.sha256) {
      throw new CodedError('plenaries.minutesDamaged')
    }
    const credential = credentialFromFile(await ctx.redeem(input.file), input.password)
    const { nip } = member
    requireOwnCertificate(credential, member)
    const signedAt = ctx.now()
    const field = signatureFieldOf(member.accountId)
    const pdf = await signPdf(bytes, { field, credential, signedAt, location: meeting.plenary.place })
    requireSound(ctx, pdf, credential)
    const sealed = await ctx.vault.put([pdf], { signal: ctx.signal })
    const { subjectName: certificateName, issuerName: issuer } = credential
    const at = signedAt.toISOString()
    return { sealed, vault: ctx.vault, baseSha256: base.sha256, nip, at, certificateName, issuer }
  },
  commit(input, ctx, signed) {
    const { meeting, base, member } = requireSignable(ctx.db, input.plenaryId, ctx.actor.id)
    // Somebody else's signature came in between: this one does not stand on it.
    if (base.sha256 !== signed.baseSha256) throw new CodedError('plenaries.minutesJustSigned')
    // Whose NIP was corrected in between is asked again, with the number as it is now.
    if (member.nip !== signed.nip) throw new CodedError('plenaries.changedMeanwhile')
    const ordinal = minutesSignaturesOf(ctx.db, input.plenaryId).length + 1
    insertMinutesSignature(ctx.db, {
      plenaryId: input.plenaryId,
      accountId: ctx.actor.id,
      ordinal,
      signedAt: signed.at,
      certificateName: signed.certificateName,
      issuer: signed.issuer,
      blobId: signed.sealed.blobId,
      sha256: signed.sealed.sha256,
    })
    const { number } = meeting.plenary
    const { certificateName: signer, issuer } = signed
    ctx.record({ subject: number, facts: { number, ordinal, signer, issuer, sha256: signed.sealed.sha256 } })
    ctx.publish('plenaries.changed', { plenaryId: input.plenaryId })
    return plenaryView(ctx.db, ctx.laws, input.plenaryId)
  },
  discard: ({ sealed, vault }) => vault.discard(sealed.blobId),
})

function requireSignable(db: ReadableDb, plenaryId: string, accountId: string) {
  const meeting = meetingOf(db, plenaryId)
  const base = newestMinutes(db, meeting)
  if (meeting.plenary.state !== 'closed' || !base) throw new CodedError('plenaries.notClosed')
  const member = meeting.members.find(row => row.accountId === accountId)
  if (!member?.present) throw new CodedError('plenaries.notPresent')
  if (minutesSignaturesOf(db, plenaryId).some(row => row.accountId === accountId)) {
    throw new CodedError('plenaries.alreadySigned')
  }
  return { meeting, base, member: { ...member, nip: accountById(db, accountId)?.nip ?? null } }
}

/**
 * Our own verifier must find the file whole, every signature valid and the new one trusted by this store. That
 * fields are still empty is expected; an earlier signer's certificate may have run out since.
 */
function requireSound(ctx: PrepareContext, pdf: Uint8Array, credential: SigningCredential): void {
  const trustedRoots = listRoots(ctx.db).map(root => root.certificate)
  const { outcome, signatures, reasons } = verifyPdf(pdf, { trustedRoots, now: ctx.now() })
  const isWhole = outcome !== 'changed' && signatures.every(signature => signature.valid)
  if (isWhole && signatures.at(-1)?.trusted) return
  const reason = reasons.find(({ code }) => code !== 'verification.incomplete')?.code ?? ''
  throw new CodedError('signing.untrusted', { reason, issuer: credential.issuerName })
}

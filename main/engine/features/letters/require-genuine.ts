import type { PrepareContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import type { SigningCredential } from '../../signing/pkcs12.ts'
import { verifyPdf } from '../../verification/verify-pdf.ts'
import { listRoots } from '../institution/institution.queries.ts'

/**
 * Before anything counts as signed our own verifier must call it genuine against the store's trusted roots, and
 * find in it the document that was meant. Throws `signing.otherPerson` {subject}, `signing.untrusted`
 * {reason, issuer}.
 */
export function requireGenuine(
  ctx: Pick<PrepareContext, 'db' | 'now'>,
  pdf: Uint8Array,
  credential: SigningCredential,
  documentId: string,
): void {
  const trustedRoots = listRoots(ctx.db).map(root => root.certificate)
  const verdict = verifyPdf(pdf, { trustedRoots, now: ctx.now() })
  const { subjectName: subject, issuerName: issuer } = credential
  if (verdict.outcome === 'genuine' && verdict.letter?.id === documentId) return
  const reasons = verdict.reasons.map(reason => reason.code)
  if (reasons.includes('verification.signerNotNamed'))
    throw new CodedError('signing.otherPerson', { subject })
  throw new CodedError('signing.untrusted', { reason: reasons[0] ?? '', issuer })
}

import { randomUUID } from 'node:crypto'
import type { Output, Parsed } from '../../../../shared/contract/index.ts'
import type { Letter } from '../../../../shared/contract/letters.ts'
import { civilDateAt, instantOf } from '../../../../shared/dates.ts'
import type { PrepareContext, WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { inTwoSteps } from '../../handlers.ts'
import { dueOn, holidaysOf } from '../../law/index.ts'
import { credentialFromFile } from '../../signing/credential-file.ts'
import { nipMatch, requireOwnCertificate } from '../../signing/own-certificate.ts'
import { signPdf } from '../../signing/pdf-signature.ts'
import type { SigningCredential } from '../../signing/pkcs12.ts'
import type { Sealed, Vault } from '../../vault/vault.ts'
import { accountById } from '../accounts/accounts.queries.ts'
import { startDeadline } from '../cases/index.ts'
import { createFollowUp, endReplaced } from '../follow-ups/index.ts'
import { decisionOfVote } from '../plenaries/index.ts'
import { saved } from './letter-changed.ts'
import { fieldOf } from './letter-pdf.ts'
import { requireLetterAct } from './letter-view.ts'
import { letterWording } from './letter-wording.ts'
import { addStep, type LetterRecord, letterById, markIssued } from './letters.queries.ts'
import { fixedPdf } from './open-letter.ts'
import { requireGenuine } from './require-genuine.ts'
import { signatoryById } from './signatory.ts'

/** Reads a certificate to be shown before signing; neither file nor password is kept. */
export async function inspectCertificate(
  input: Parsed<'letters.inspectCertificate'>,
  ctx: PrepareContext,
): Promise<Output<'letters.inspectCertificate'>> {
  const credential = await credentialOf(ctx, input)
  return {
    subject: credential.subjectName,
    serialNumber: credential.serialNumber,
    issuer: credential.issuerName,
    validFrom: credential.validFrom,
    validUntil: credential.validUntil,
    nip: nipMatch(credential, { nip: accountById(ctx.db, ctx.actor.id)?.nip ?? null }),
  }
}

type Signed = { sealed: Sealed; vault: Vault; signer: string; issuer: string; baseSha256: string | null }

/**
 * Signs the fixed PDF with the presider's own certificate and issues the letter. Before anything is
 * issued our own verifier must call the result genuine against the store's trusted roots; else
 * nothing happened. Throws `letters.notFinalised`, `letters.otherSignatory`, `letters.plenaryOpen`,
 * `signing.wrongPassword`, `signing.notPkcs12`, `signing.certificateExpired`,
 * `signing.certificateNotYetValid`, `signing.otherNip`, `signing.otherPerson`, `signing.untrusted` {reason, issuer}.
 */
export const signLetter = inTwoSteps<Parsed<'letters.sign'>, Letter, Signed>({
  async prepare(input, ctx) {
    const letter = requireLetterAct(ctx.db, ctx.actor, input.letterId, 'sign')
    const signatory = signatoryById(ctx.db, letter.signatoryId)
    if (!signatory) throw new CodedError('letters.otherSignatory')
    const base = await fixedPdf(ctx, letter)
    const credential = await credentialOf(ctx, input)
    requireOwnCertificate(credential, signatory)
    const { city } = ctx.institution().pack
    const request = { field: fieldOf(signatory.role), credential, signedAt: ctx.now(), location: city }
    const pdf = await signPdf(base, request)
    requireGenuine(ctx, pdf, credential, letter.id)
    const sealed = await ctx.vault.put([pdf], { signal: ctx.signal })
    const { subjectName: signer, issuerName: issuer } = credential
    return { sealed, vault: ctx.vault, signer, issuer, baseSha256: letter.baseSha256 }
  },
  commit: (input, ctx, signed) => issue(input.letterId, ctx, signed),
  discard: ({ sealed, vault }) => vault.discard(sealed.blobId),
})

async function credentialOf(
  ctx: PrepareContext,
  input: { file: string; password: string },
): Promise<SigningCredential> {
  return credentialFromFile(await ctx.redeem(input.file), input.password)
}

function issue(letterId: string, ctx: WriteContext, signed: Signed): Letter {
  const { db, actor } = ctx
  const letter = requireLetterAct(db, actor, letterId, 'sign')
  if (letter.baseSha256 !== signed.baseSha256)
    throw new CodedError('letters.stale', { version: letter.version })
  const at = ctx.now().toISOString()
  addStep(db, { letterId, step: 'signed', accountId: actor.id, at })
  markIssued(db, letterId, { blobId: signed.sealed.blobId, sha256: signed.sealed.sha256 }, at)
  const decision = decisionOfVote(db, letter.voteId)
  endReplaced(db, letter.respondentId, {
    note: letterWording.replacedFollowUp(letter.number ?? ''),
    at,
    by: actor.id,
  })
  if (decision?.outcome === 'proven') startClock(ctx, letter, decision.sanctionId)
  const { signer, issuer } = signed
  return saved(ctx, letterById(db, letterId), { sha256: signed.sealed.sha256, signer, issuer })
}

/** The clock of the supervising official begins on the day of issue, in the institution's zone. */
function startClock(ctx: WriteContext, letter: LetterRecord, sanctionId: string | null): void {
  const { pack } = ctx.institution()
  const rule = pack.deadlines.find(entry => entry.id === 'followUp')
  if (!rule) throw new CodedError('followUps.noDeadline')
  const startedOn = civilDateAt(instantOf(ctx.now()), pack.zone)
  const due = dueOn(startedOn, rule, holidaysOf(pack))
  const { caseId, respondentId } = letter
  createFollowUp(ctx.db, {
    id: randomUUID(),
    letterId: letter.id,
    caseId,
    respondentId,
    startedOn,
    dueOn: due.on,
    days: rule.days,
    unit: rule.unit,
    skipped: due.skipped.map(day => ({ on: day.on, reason: day.name ?? day.reason })),
    basis: rule.basis,
    recommendedSanctionId: sanctionId,
  })
  startDeadline(ctx, { caseId, respondentId, kind: 'followUp', startedOn })
  ctx.publish('followUps.changed', { caseId })
}

import { X509Certificate } from 'node:crypto'
import type { Instant } from '../../../shared/dates.ts'
import { PdfFile } from '../pdf/pdf-file.ts'
import { describeCertificate } from '../signing/certificate.ts'
import { readAttachedLetter } from './attached-letter.ts'
import { checkPath, type TrustRules } from './certificate-path.ts'
import { type CheckedCms, checkCms } from './cms-check.ts'
import { judgeForeignFile } from './foreign-signatures.ts'
import { isNamedPerson } from './person-match.ts'
import { hasRevocationList } from './revocation.ts'
import { isOurLetter, readHistory, readSignedRevisions, type SignedRevision } from './signed-revisions.ts'
import { checkTimestamp } from './timestamp-check.ts'
import {
  type LetterFacts,
  type Outcome,
  type Reason,
  Refusal,
  type SignatureReport,
  type Verdict,
} from './verdict.ts'

export interface VerifyOptions {
  /** DER of the roots that the reader trusts. */
  trustedRoots: readonly Uint8Array[]
  /** The reader's clock; a claimed signing time never replaces it. */
  now: Date
  /** DER of revocation lists imported by hand. */
  revocationLists?: readonly Uint8Array[]
}

/** Larger files are no letters; the limit keeps a dropped disk image from filling the memory. */
export const largestVerifiedFile = 200 * 1024 * 1024
const clockTolerance = 5 * 60 * 1000

/**
 * Verifies a PDF offline: integrity, trust and completeness. Never throws, whatever the bytes.
 * Anything that is not exactly a letter of ours with all fields signed is at most 'cannotTell'.
 */
export function verifyPdf(bytes: Uint8Array, options: VerifyOptions): Verdict {
  const found: Findings = { reasons: [], signatures: [], letter: null, outcome: 'genuine' }
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const trustedRoots = options.trustedRoots.filter(isCertificate)
    examine(view, { ...options, trustedRoots }, found)
  } catch (cause) {
    add(found, cause instanceof Refusal ? cause : judgeUnreadable(view))
  }
  // Belt and braces: no reading of the code above may call an unproven file genuine.
  const isProven =
    found.signatures.length > 0 && found.signatures.every(({ valid, trusted }) => valid && trusted)
  if (found.outcome === 'genuine' && !isProven)
    add(found, new Refusal('cannotTell', 'verification.unreadable'))
  const { outcome, reasons, signatures, letter } = found
  return { outcome, reasons, signatures, letter }
}

interface Findings {
  outcome: Outcome
  reasons: Reason[]
  signatures: SignatureReport[]
  letter: LetterFacts | null
}

/** 'changed' outweighs 'cannotTell', which outweighs 'genuine'. */
function add(found: Findings, refusal: Refusal): void {
  if (found.outcome !== 'changed') found.outcome = refusal.outcome
  const isKnown = found.reasons.some(({ code }) => code === refusal.reason.code)
  if (!isKnown || Object.keys(refusal.reason.facts).length > 0) found.reasons.push(refusal.reason)
}

function examine(bytes: Buffer, options: VerifyOptions, found: Findings): void {
  const file = openLetter(bytes)
  const history = readHistory(file)
  const [base] = history
  if (!base || !isOurLetter(base)) throw foreignOrUnsigned(file, bytes)
  const revisions = readSignedRevisions(file, history)
  if (revisions.length === 0) throw new Refusal('cannotTell', 'verification.unsigned')
  found.letter = readAttachedLetter(base)
  const checked: CheckedSignature[] = []
  for (const revision of revisions) {
    try {
      checked.push({ revision, cms: checkCms(revision.cms, revision.hash, { kind: 'document' }) })
    } catch (cause) {
      add(found, cause instanceof Refusal ? cause : new Refusal('changed', 'verification.signatureBroken'))
    }
  }
  found.signatures = revisions.map(revision => {
    const cms = checked.find(entry => entry.revision === revision)?.cms ?? null
    return report(revision, cms, found.letter)
  })
  if (checked.length < revisions.length) return
  const rules = { trustedRoots: options.trustedRoots, revocationLists: options.revocationLists ?? [] }
  checkTrust(checked, rules, options.now, found)
  checkCompleteness(file, found)
  if (found.outcome === 'genuine') addSupport(checked, rules, found)
}

/** Disorder that the strict reader met somewhere inside: perhaps the signatures still tell. */
function judgeUnreadable(bytes: Buffer): Refusal {
  try {
    return judgeForeignFile(bytes)
  } catch {
    return new Refusal('cannotTell', 'verification.unreadable')
  }
}

function isCertificate(der: Uint8Array): boolean {
  try {
    return new X509Certificate(der).ca
  } catch {
    return false // one broken entry in the list must not spoil the others
  }
}

function openLetter(bytes: Buffer): PdfFile {
  if (bytes.length === 0) throw new Refusal('cannotTell', 'verification.empty')
  if (bytes.length > largestVerifiedFile) {
    throw new Refusal('cannotTell', 'verification.tooLarge', { megabytes: largestVerifiedFile / 1024 / 1024 })
  }
  if (bytes.indexOf('%PDF-') < 0 || bytes.indexOf('%PDF-') > 1024) {
    // One flipped bit in the header must not hide a signed letter.
    const refusal = judgeForeignFile(bytes)
    throw refusal.outcome === 'changed' ? refusal : new Refusal('cannotTell', 'verification.notPdf')
  }
  try {
    return new PdfFile(bytes)
  } catch {
    throw judgeForeignFile(bytes)
  }
}

function foreignOrUnsigned(file: PdfFile, bytes: Buffer): Refusal {
  const isUnsigned = file.signatureFields().every(({ dictionary }) => !dictionary.has('V'))
  return isUnsigned ? new Refusal('cannotTell', 'verification.unsigned') : judgeForeignFile(bytes)
}

interface CheckedSignature {
  revision: SignedRevision
  cms: CheckedCms
}

/** Newest first, so that a timestamp on a later signature also proves the earlier ones. */
function checkTrust(
  checked: readonly CheckedSignature[],
  rules: TrustRules,
  now: Date,
  found: Findings,
): void {
  let existedAt = now
  for (let index = checked.length - 1; index >= 0; index--) {
    const { revision, cms } = checked[index] ?? {}
    const signature = found.signatures[index]
    if (!revision || !cms || !signature) continue
    try {
      if (cms.timestamp) {
        const stamped = checkTimestamp(cms.timestamp, cms.signature, rules)
        if (stamped < existedAt) existedAt = stamped
      }
      if (existedAt < now) signature.provenAt = existedAt.toISOString() as Instant
      const path = checkPath(cms.leaf, cms.certificates, existedAt, rules, 'document')
      const isStranger = (certificate: Buffer) => !path.some(known => known.equals(certificate))
      if (cms.certificates.some(isStranger)) {
        throw new Refusal('cannotTell', 'verification.signatureForm', { check: 'foreignCertificate' })
      }
      if (revision.claimedAt.getTime() > existedAt.getTime() + clockTolerance) {
        throw new Refusal('cannotTell', 'verification.claimedTimeWrong', {
          claimedAt: revision.claimedAt.toISOString(),
        })
      }
      signature.trusted = true
    } catch (cause) {
      add(found, cause instanceof Refusal ? cause : new Refusal('cannotTell', 'verification.untrustedIssuer'))
    }
  }
}

/** All prepared fields signed, each by the official whom the letter names for it. */
function checkCompleteness(file: PdfFile, found: Findings): void {
  const empty = file.signatureFields().filter(({ dictionary }) => !dictionary.has('V'))
  if (empty.length > 0) {
    const fields = empty.map(({ name }) => name).join(', ')
    add(found, new Refusal('cannotTell', 'verification.incomplete', { fields }))
  }
  const { letter } = found
  if (!letter) {
    add(found, new Refusal('cannotTell', 'verification.decisionMissing'))
    return
  }
  for (const { field, signerName, serialNumber } of found.signatures) {
    const official = letter.signatories.find(signatory => signatory.field === field)
    if (official && isNamedPerson({ subjectName: signerName, serialNumber }, official)) continue
    add(
      found,
      new Refusal('cannotTell', 'verification.signerNotNamed', { signerName, named: official?.name ?? '' }),
    )
  }
}

function addSupport(checked: readonly CheckedSignature[], rules: TrustRules, found: Findings): void {
  const isListed = checked.every(({ cms }) => {
    const issuers = [...cms.certificates, ...rules.trustedRoots.map(root => Buffer.from(root))]
    return issuers.some(issuer => hasRevocationList(issuer, rules.revocationLists))
  })
  found.reasons.push(
    { code: 'verification.intact', facts: {} },
    {
      code: 'verification.trusted',
      facts: { issuer: describeCertificate(checked[0]?.cms.leaf ?? Buffer.alloc(0)).issuerName },
    },
    { code: 'verification.complete', facts: { signatures: checked.length } },
    { code: isListed ? 'verification.revocationChecked' : 'verification.revocationNotChecked', facts: {} },
  )
}

function report(
  revision: SignedRevision,
  cms: CheckedCms | null,
  letter: LetterFacts | null,
): SignatureReport {
  // A signature that does not hold names nobody: its certificate may be anyone's.
  const { subjectName, serialNumber } = cms
    ? describeCertificate(cms.leaf)
    : { subjectName: '', serialNumber: '' }
  return {
    field: revision.field,
    signerName: subjectName,
    serialNumber,
    position: letter?.signatories.find(({ field }) => field === revision.field)?.position ?? null,
    claimedAt: revision.claimedAt.toISOString() as Instant,
    provenAt: null,
    valid: cms !== null,
    trusted: false,
    coversWholeFile: revision.coversWholeFile,
  }
}

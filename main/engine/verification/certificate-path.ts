import { X509Certificate } from 'node:crypto'
import type * as pkijs from 'pkijs'
import { readCertificate } from '../signing/asn1.ts'
import { describeCertificate } from '../signing/certificate.ts'
import { oid } from '../signing/object-ids.ts'
import { checkRevocation } from './revocation.ts'
import { Refusal } from './verdict.ts'

export interface TrustRules {
  /** DER of the roots that the reader trusts. */
  trustedRoots: readonly Uint8Array[]
  /** DER of revocation lists, imported by hand. */
  revocationLists: readonly Uint8Array[]
}

const documentPurposes: readonly string[] = [
  oid.documentSigning,
  oid.emailProtection,
  oid.microsoftDocumentSigning,
  oid.adobeDocumentSigning,
]
const strongSignatures: readonly string[] = [
  oid.rsaSha256,
  oid.rsaSha384,
  oid.rsaSha512,
  oid.ecdsaSha256,
  oid.ecdsaSha384,
  oid.ecdsaSha512,
]
const strongCurves = ['prime256v1', 'secp384r1', 'secp521r1']
// Any other critical extension (name constraints, for one) is not evaluated here, so it is refused.
const understoodExtensions: readonly string[] = [
  oid.keyUsage,
  oid.basicConstraints,
  oid.extendedKeyUsage,
  oid.certificatePolicies,
]
const longestPath = 8

const unsuitable = (certificate: X509Certificate, check: string) =>
  new Refusal('cannotTell', 'verification.certificateUnsuitable', { check, name: nameOf(certificate) })

/**
 * Builds the path from a signer's certificate to a trusted root and checks each step at `at`: signature,
 * validity, basicConstraints, keyCertSign, path length, strong keys, critical extensions, key usage and
 * purpose of the signer, revocation lists. Gives the path, signer first.
 * @see RFC 5280, 6.1
 * @throws Refusal 'cannotTell'
 */
export function checkPath(
  leaf: Buffer,
  pool: readonly Buffer[],
  at: Date,
  rules: TrustRules,
  purpose: 'document' | 'timestamp',
): Buffer[] {
  if (rules.trustedRoots.length === 0) throw new Refusal('cannotTell', 'verification.noTrustedRoots')
  const path = buildPath(leaf, pool, rules.trustedRoots)
  path.forEach((der, index) => {
    const certificate = readCertificate(der)
    const x509 = new X509Certificate(der)
    const isRoot = index === path.length - 1
    checkValidity(certificate, x509, at)
    if (!isRoot && !strongSignatures.includes(certificate.signatureAlgorithm.algorithmId)) {
      throw unsuitable(x509, 'weakSignature')
    }
    if (!hasStrongKey(x509)) throw unsuitable(x509, 'weakKey')
    const isStranger = (extension: pkijs.Extension) =>
      extension.critical && !understoodExtensions.includes(extension.extnID)
    if (certificate.extensions?.some(isStranger)) throw unsuitable(x509, 'criticalExtension')
    if (index === 0) checkSigner(certificate, x509, purpose)
    else checkIssuer(certificate, x509, index)
    const issuer = path[index + 1]
    if (issuer) checkRevocation(certificate, issuer, at, rules.revocationLists)
  })
  return path
}

function buildPath(leaf: Buffer, pool: readonly Buffer[], roots: readonly Uint8Array[]): Buffer[] {
  const path = [leaf]
  for (let current = leaf; path.length <= longestPath; ) {
    const x509 = new X509Certificate(current)
    const root = roots.find(candidate => current.equals(candidate) || hasIssued(candidate, x509))
    if (root) return current.equals(root) ? path : [...path, Buffer.from(root)]
    const issuer = pool.find(
      candidate => !path.some(known => known.equals(candidate)) && hasIssued(candidate, x509),
    )
    if (!issuer) break
    path.push(issuer)
    current = issuer
  }
  const [first] = path
  throw new Refusal('cannotTell', 'verification.untrustedIssuer', {
    issuer: describeCertificate(first ?? leaf).issuerName,
  })
}

function hasIssued(issuer: Uint8Array, certificate: X509Certificate): boolean {
  const candidate = new X509Certificate(issuer)
  return certificate.checkIssued(candidate) && certificate.verify(candidate.publicKey)
}

function checkValidity(certificate: pkijs.Certificate, x509: X509Certificate, at: Date): void {
  const name = nameOf(x509)
  const until = certificate.notAfter.value
  const from = certificate.notBefore.value
  if (at > until) {
    throw new Refusal('cannotTell', 'verification.certificateExpired', {
      name,
      validUntil: until.toISOString(),
    })
  }
  if (at < from) {
    throw new Refusal('cannotTell', 'verification.certificateNotYetValid', {
      name,
      validFrom: from.toISOString(),
    })
  }
}

function hasStrongKey({ publicKey }: X509Certificate): boolean {
  const details = publicKey.asymmetricKeyDetails
  if (publicKey.asymmetricKeyType === 'rsa') return (details?.modulusLength ?? 0) >= 2048
  return publicKey.asymmetricKeyType === 'ec' && strongCurves.includes(details?.namedCurve ?? '')
}

function checkSigner(
  certificate: pkijs.Certificate,
  x509: X509Certificate,
  purpose: 'document' | 'timestamp',
): void {
  if (constraints(certificate).isAuthority) throw unsuitable(x509, 'signerIsAuthority')
  const usage = keyUsage(certificate)
  const purposes = extension(certificate, oid.extendedKeyUsage)?.parsedValue as
    | { keyPurposes: string[] }
    | undefined
  const allowed = purpose === 'timestamp' ? [oid.timeStamping] : documentPurposes
  if (purpose === 'document' && !(usage & 0b1100_0000)) throw unsuitable(x509, 'keyUsage')
  const hasPurpose = purposes?.keyPurposes.some(value => (allowed as readonly string[]).includes(value))
  if ((purposes || purpose === 'timestamp') && !hasPurpose) throw unsuitable(x509, 'purpose')
}

function checkIssuer(certificate: pkijs.Certificate, x509: X509Certificate, index: number): void {
  const { isAuthority, pathLength } = constraints(certificate)
  if (!isAuthority) throw unsuitable(x509, 'issuerIsNoAuthority')
  if (!(keyUsage(certificate) & 0b0000_0100)) throw unsuitable(x509, 'issuerKeyUsage')
  if (pathLength !== null && index - 1 > pathLength) throw unsuitable(x509, 'pathLength')
}

function constraints(certificate: pkijs.Certificate): { isAuthority: boolean; pathLength: number | null } {
  const parsed = extension(certificate, oid.basicConstraints)?.parsedValue as
    | { cA?: boolean; pathLenConstraint?: unknown }
    | undefined
  const length = parsed?.pathLenConstraint
  return { isAuthority: parsed?.cA === true, pathLength: typeof length === 'number' ? length : null }
}

/** First byte of keyUsage: bit 7 digitalSignature, 6 nonRepudiation, 2 keyCertSign; 0 when absent. */
function keyUsage(certificate: pkijs.Certificate): number {
  const parsed = extension(certificate, oid.keyUsage)?.parsedValue as
    | { valueBlock: { valueHexView: Uint8Array } }
    | undefined
  return parsed?.valueBlock.valueHexView[0] ?? 0
}

const extension = (certificate: pkijs.Certificate, id: string) =>
  certificate.extensions?.find(found => found.extnID === id)

const nameOf = (certificate: X509Certificate) => describeCertificate(certificate.raw).subjectName

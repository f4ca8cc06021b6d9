import { verify, X509Certificate } from 'node:crypto'
import * as pkijs from 'pkijs'
import { encode, nameValues, ownedBuffer, readCertificate } from '../signing/asn1.ts'
import { oid } from '../signing/object-ids.ts'
import { Refusal } from './verdict.ts'

const listHashes: Record<string, string> = {
  [oid.rsaSha256]: 'sha256',
  [oid.rsaSha384]: 'sha384',
  [oid.rsaSha512]: 'sha512',
  [oid.ecdsaSha256]: 'sha256',
  [oid.ecdsaSha384]: 'sha384',
  [oid.ecdsaSha512]: 'sha512',
}

/**
 * Looks a certificate up in the revocation lists of its issuer. Lists of others, and lists that the
 * issuer did not sign, are passed over.
 * @throws Refusal 'cannotTell' verification.certificateRevoked when it was revoked at or before `at`
 */
export function checkRevocation(
  certificate: pkijs.Certificate,
  issuer: Buffer,
  at: Date,
  lists: readonly Uint8Array[],
): void {
  for (const bytes of lists) {
    const list = readList(bytes, issuer)
    const number = encode(certificate.serialNumber)
    const entry = list?.revokedCertificates?.find(revoked => encode(revoked.userCertificate).equals(number))
    if (!entry || entry.revocationDate.value > at) continue
    throw new Refusal('cannotTell', 'verification.certificateRevoked', {
      name: nameValues(certificate.subject, oid.commonName)[0] ?? '',
      revokedAt: entry.revocationDate.value.toISOString(),
    })
  }
}

/** Whether any of the lists was signed by this issuer. */
export function hasRevocationList(issuer: Buffer, lists: readonly Uint8Array[]): boolean {
  return lists.some(bytes => readList(bytes, issuer) !== null)
}

function readList(bytes: Uint8Array, issuer: Buffer): pkijs.CertificateRevocationList | null {
  try {
    const list = pkijs.CertificateRevocationList.fromBER(ownedBuffer(bytes))
    const authority = readCertificate(issuer)
    const isSameName = encode(list.issuer.toSchema()).equals(encode(authority.subject.toSchema()))
    const hash = listHashes[list.signatureAlgorithm.algorithmId]
    if (!isSameName || !hash) return null
    const signature = Buffer.from(list.signatureValue.valueBlock.valueHexView)
    const { publicKey } = new X509Certificate(issuer)
    return verify(hash, Buffer.from(list.tbsView), publicKey, signature) ? list : null
  } catch {
    return null // a file that is no revocation list proves nothing either way
  }
}

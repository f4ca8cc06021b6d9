import { X509Certificate } from 'node:crypto'
import type { Instant } from '../../../shared/dates.ts'
import { CodedError } from '../errors.ts'
import { nameValues, readCertificate } from './asn1.ts'
import { oid } from './object-ids.ts'

/** What a person needs to know of a certificate. */
export interface CertificateDescription {
  /** Common name of the holder, or the whole subject when there is none. */
  subjectName: string
  organization: string
  /** X.520 serialNumber of the subject (the NIP in our certificates), '' when absent; not the certificate's own number. */
  serialNumber: string
  issuerName: string
  validFrom: Instant
  validUntil: Instant
  keyType: 'rsa' | 'ec'
  selfSigned: boolean
}

/**
 * Describes an X.509 certificate.
 * @param der DER bytes
 * @throws CodedError 'signing.notACertificate'
 */
export function describeCertificate(der: Uint8Array): CertificateDescription {
  try {
    const certificate = readCertificate(der)
    const x509 = new X509Certificate(der)
    const subjectName = nameValues(certificate.subject, oid.commonName)[0] ?? oneLine(x509.subject)
    return {
      subjectName,
      organization: nameValues(certificate.subject, oid.organization)[0] ?? '',
      serialNumber: nameValues(certificate.subject, oid.serialNumber)[0] ?? '',
      issuerName: nameValues(certificate.issuer, oid.commonName)[0] ?? oneLine(x509.issuer),
      validFrom: certificate.notBefore.value.toISOString() as Instant,
      validUntil: certificate.notAfter.value.toISOString() as Instant,
      keyType: x509.publicKey.asymmetricKeyType === 'ec' ? 'ec' : 'rsa',
      selfSigned: x509.subject === x509.issuer,
    }
  } catch (cause) {
    throw new CodedError('signing.notACertificate', {}, cause)
  }
}

/**
 * Reads certificates from a PEM text (one or many) or a single DER file, as DER.
 * @throws CodedError 'signing.notACertificate'
 */
export function readCertificates(bytes: Uint8Array): Uint8Array[] {
  try {
    const text = Buffer.from(bytes).toString('latin1')
    const blocks = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g)
    const sources = blocks ?? [Buffer.from(bytes)]
    return sources.map(source => new Uint8Array(new X509Certificate(source).raw))
  } catch (cause) {
    throw new CodedError('signing.notACertificate', {}, cause)
  }
}

const oneLine = (name: string) => name.replaceAll('\n', ', ')

import { CodedError } from '../errors.ts'
import { isNamedPerson } from '../verification/person-match.ts'

type Certificate = { subjectName: string; serialNumber: string }
type Owner = { displayName: string; nip: string | null }

/**
 * How a certificate goes with the NIP of an account: 'same', 'other', 'absent' when only the account has one,
 * 'unknown' when the account has none.
 */
export type NipMatch = 'same' | 'other' | 'absent' | 'unknown'

/** Compares the digits alone: certificates write them with blanks or after the word NIP. */
export function nipMatch(
  certificate: Pick<Certificate, 'serialNumber'>,
  owner: Pick<Owner, 'nip'>,
): NipMatch {
  if (!owner.nip) return 'unknown'
  if (certificate.serialNumber.trim() === '') return 'absent'
  return certificate.serialNumber.replace(/\D/g, '') === owner.nip ? 'same' : 'other'
}

/**
 * Nobody signs with the certificate of somebody else, also not of somebody of the same name: where both carry a
 * number it decides, else the name. Throws `signing.otherNip` {subject, serialNumber, nip} and
 * `signing.otherPerson` {subject}.
 */
export function requireOwnCertificate(certificate: Certificate, owner: Owner): void {
  const { subjectName: subject, serialNumber } = certificate
  if (nipMatch(certificate, owner) === 'other') {
    throw new CodedError('signing.otherNip', { subject, serialNumber, nip: owner.nip ?? '' })
  }
  if (!isNamedPerson(certificate, { name: owner.displayName, nip: owner.nip })) {
    throw new CodedError('signing.otherPerson', { subject })
  }
}

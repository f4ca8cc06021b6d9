import { createPrivateKey, type KeyObject, sign, X509Certificate } from 'node:crypto'
import forge from 'node-forge'
import { CodedError } from '../errors.ts'
import { type CertificateDescription, describeCertificate } from './certificate.ts'

export type HashName = 'sha256'

/** A certificate with a way to sign; a PKCS#11 token can take the same seat later. */
export interface SigningCredential extends CertificateDescription {
  /** DER of the holder's certificate. */
  certificate: Uint8Array
  /** DER of the issuers that came with it, nearest first. */
  chain: readonly Uint8Array[]
  /** Raw signature: RSA PKCS#1 v1.5 or ECDSA in DER. */
  signRaw(hash: HashName, toBeSigned: Uint8Array): Promise<Uint8Array>
}

const largestFile = 1024 * 1024

/**
 * Opens a PKCS#12 file (.p12, .pfx), modern or old ciphers, RSA or EC. The password is used for this
 * call and kept nowhere.
 * @throws CodedError 'signing.notPkcs12', 'signing.wrongPassword', 'signing.noPrivateKey',
 *   'signing.keyUnsupported'
 */
export function openPkcs12(bytes: Uint8Array, password: string): SigningCredential {
  const { key, certificates } = readBags(bytes, password)
  if (!key) throw new CodedError('signing.noPrivateKey')
  if (key.asymmetricKeyType !== 'rsa' && key.asymmetricKeyType !== 'ec') {
    throw new CodedError('signing.keyUnsupported', { type: key.asymmetricKeyType ?? '' })
  }
  const own = certificates.find(certificate => certificate.checkPrivateKey(key))
  if (!own) throw new CodedError('signing.noPrivateKey')
  const certificate = new Uint8Array(own.raw)
  return {
    ...describeCertificate(certificate),
    certificate,
    chain: issuersOf(own, certificates).map(issuer => new Uint8Array(issuer.raw)),
    signRaw: async (hash, toBeSigned) => new Uint8Array(sign(hash, toBeSigned, key)),
  }
}

function readBags(
  bytes: Uint8Array,
  password: string,
): { key: KeyObject | null; certificates: X509Certificate[] } {
  const container = parseContainer(bytes)
  let pfx: forge.pkcs12.Pkcs12Pfx
  try {
    pfx = forge.pkcs12.pkcs12FromAsn1(container, true, password)
  } catch (cause) {
    // forge has no error codes: a wrong password shows as a failed MAC or as rubbish after decryption.
    const message = cause instanceof Error ? cause.message : ''
    const isPassword =
      /mac could not be verified|invalid password|decrypt|padding|too few bytes|unparsed/i.test(message)
    throw new CodedError(isPassword ? 'signing.wrongPassword' : 'signing.notPkcs12', {}, cause)
  }
  try {
    let key: KeyObject | null = null
    const certificates: X509Certificate[] = []
    for (const { safeBags } of pfx.safeContents) {
      for (const bag of safeBags) {
        if (bag.type === forge.pki.oids.certBag) {
          const asn1 = bag.cert ? forge.pki.certificateToAsn1(bag.cert) : bag.asn1
          certificates.push(new X509Certificate(derOf(asn1)))
        } else if (bag.key || bag.asn1) {
          // forge gives RSA keys parsed and EC keys as ASN.1.
          const asn1 = bag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag.asn1
          key ??= createPrivateKey({ key: derOf(asn1), format: 'der', type: 'pkcs8' })
        }
      }
    }
    return { key, certificates }
  } catch (cause) {
    throw new CodedError('signing.notPkcs12', {}, cause)
  }
}

function parseContainer(bytes: Uint8Array): forge.asn1.Asn1 {
  try {
    if (bytes.length === 0 || bytes.length > largestFile) throw new RangeError('size')
    const container = forge.asn1.fromDer(Buffer.from(bytes).toString('binary'))
    // PFX ::= SEQUENCE { version INTEGER 3, … } (RFC 7292, 4); checked here so that a stray
    // certificate or letter is called what it is, not "wrong password".
    const [version] = container.value as forge.asn1.Asn1[]
    if (container.type !== forge.asn1.Type.SEQUENCE || version?.value !== '\u0003')
      throw new TypeError('not a PFX')
    return container
  } catch (cause) {
    throw new CodedError('signing.notPkcs12', {}, cause)
  }
}

function issuersOf(own: X509Certificate, pool: readonly X509Certificate[]): X509Certificate[] {
  const chain: X509Certificate[] = []
  let current = own
  while (current.subject !== current.issuer) {
    const child = current
    const issuer = pool.find(
      candidate =>
        candidate !== own &&
        !chain.includes(candidate) &&
        child.checkIssued(candidate) &&
        child.verify(candidate.publicKey),
    )
    if (!issuer) break
    chain.push(issuer)
    current = issuer
  }
  return chain
}

const derOf = (asn1: forge.asn1.Asn1) => Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary')

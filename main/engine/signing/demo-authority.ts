import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto'
import * as asn1js from 'asn1js'
import forge from 'node-forge'
import * as pkijs from 'pkijs'
import { encode, objectId, octets, ownedBuffer, readCertificate, sequence } from './asn1.ts'
import { oid } from './object-ids.ts'

// Invented certificates for tests, the demonstration and the example docket. Nobody trusts this
// authority unless its certificate is put into a trust list by hand.

export interface DemoPerson {
  name: string
  /** Becomes the subject's serialNumber, to which the verifier binds a signatory. */
  nip: string | null
  organization: string
}

export interface IssueOptions {
  password: string
  validFrom?: Date
  validUntil?: Date
  /** 'server' makes a TLS certificate, which a verifier must refuse. */
  purpose?: 'documents' | 'server' | 'timestamps'
  /** Signs with its own key under the same names, as a forger would. */
  selfSigned?: boolean
}

export interface IssuedCertificate {
  pkcs12: Uint8Array
  certificate: Uint8Array
  /** PKCS#8 PEM, for tests that build other containers. */
  privateKeyPem: string
}

export type CertifyOptions = Omit<IssueOptions, 'password' | 'selfSigned'>

export interface DemoAuthority {
  name: string
  certificate: Uint8Array
  certificatePem: string
  /** Makes an RSA key with its certificate, packed as PKCS#12. */
  issue(person: DemoPerson, options: IssueOptions): IssuedCertificate
  /** Certifies a key made elsewhere, RSA or EC. Gives DER. */
  certify(person: DemoPerson, publicKey: KeyObject, options?: CertifyOptions): Uint8Array
  /** A revocation list (DER) with these certificates, revoked at `at`. */
  revoke(certificates: readonly Uint8Array[], at: Date): Uint8Array
}

export const demoAuthorityName = 'Otoritas Sertifikat Contoh (REKAAN)'
const year = 365.25 * 24 * 3600 * 1000

/** Makes a certificate authority with a fresh RSA-3072 key; `now` starts its ten years. */
export function createDemoAuthority(now: Date, name = demoAuthorityName): DemoAuthority {
  const keys = generateKeyPairSync('rsa', { modulusLength: 3072 })
  const subject = distinguishedName([
    [oid.country, 'ID'],
    [oid.organization, 'Lembaga Rekaan'],
    [oid.commonName, name],
  ])
  const certificate = buildCertificate({
    subject,
    issuer: subject,
    publicKey: keys.publicKey,
    issuerKey: keys,
    validFrom: new Date(now.getTime() - year),
    validUntil: new Date(now.getTime() + 10 * year),
    extensions: [
      extension(
        oid.basicConstraints,
        true,
        new pkijs.BasicConstraints({ cA: true, pathLenConstraint: 0 }).toSchema(),
      ),
      extension(oid.keyUsage, true, keyUsageBits(0b0000_0110, 1)), // keyCertSign, cRLSign
    ],
  })
  const issuer: Issuer = { subject, keys, certificate }
  return {
    name,
    certificate,
    certificatePem: pem('CERTIFICATE', certificate),
    issue: (person, options) => issue(person, options, issuer, now),
    certify: (person, publicKey, options = {}) => certify(person, publicKey, options, issuer, keys, now),
    revoke: (certificates, at) => revocationList(certificates, at, issuer),
  }
}

interface Issuer {
  subject: pkijs.RelativeDistinguishedNames
  keys: KeyPair
  certificate: Uint8Array
}
interface KeyPair {
  publicKey: KeyObject
  privateKey: KeyObject
}

function issue(person: DemoPerson, options: IssueOptions, issuer: Issuer, now: Date): IssuedCertificate {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const { selfSigned = false } = options
  const certificate = certify(person, keys.publicKey, options, issuer, selfSigned ? keys : issuer.keys, now)
  const chain = selfSigned ? [certificate] : [certificate, issuer.certificate]
  const privateKeyPem = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
  return { pkcs12: packPkcs12(keys.privateKey, chain, options.password), certificate, privateKeyPem }
}

const usages = {
  documents: { bits: 0b1100_0000, unused: 6, purposes: [oid.documentSigning, oid.emailProtection] },
  server: { bits: 0b0010_0000, unused: 5, purposes: [oid.serverAuth] },
  timestamps: { bits: 0b1000_0000, unused: 7, purposes: [oid.timeStamping] },
} as const

function certify(
  person: DemoPerson,
  publicKey: KeyObject,
  options: CertifyOptions,
  issuer: Issuer,
  issuerKey: KeyPair,
  now: Date,
): Uint8Array {
  const { purpose = 'documents' } = options
  const { bits, unused, purposes } = usages[purpose]
  return buildCertificate({
    subject: distinguishedName([
      [oid.country, 'ID'],
      [oid.organization, person.organization],
      [oid.commonName, person.name],
      ...(person.nip ? [[oid.serialNumber, person.nip] as const] : []),
    ]),
    issuer: issuer.subject,
    publicKey,
    issuerKey,
    validFrom: options.validFrom ?? new Date(now.getTime() - 24 * 3600 * 1000),
    validUntil: options.validUntil ?? new Date(now.getTime() + 2 * year),
    extensions: [
      extension(oid.basicConstraints, true, new pkijs.BasicConstraints({ cA: false }).toSchema()),
      extension(oid.keyUsage, true, keyUsageBits(bits, unused)),
      // A timestamp certificate must say so critically (RFC 3161, 2.3).
      extension(oid.extendedKeyUsage, purpose === 'timestamps', sequence(...purposes.map(objectId))),
    ],
  })
}

/** pkijs signs lists through WebCrypto only; here node:crypto signs the bytes that it would. */
class SignableList extends pkijs.CertificateRevocationList {
  toBeSigned() {
    return this.encodeTBS()
  }
}

function revocationList(certificates: readonly Uint8Array[], at: Date, issuer: Issuer): Uint8Array {
  const list = new SignableList()
  list.version = 1
  list.issuer = issuer.subject
  list.thisUpdate = new pkijs.Time({ type: 0, value: wholeSecond(at) })
  list.signature = rsaSha256()
  list.signatureAlgorithm = rsaSha256()
  list.revokedCertificates = certificates.map(der => {
    const { serialNumber } = readCertificate(der)
    const revocationDate = new pkijs.Time({ type: 0, value: wholeSecond(at) })
    return new pkijs.RevokedCertificate({ userCertificate: serialNumber, revocationDate })
  })
  const toBeSigned = encode(list.toBeSigned())
  list.tbsView = new Uint8Array(toBeSigned)
  const signature = sign('sha256', toBeSigned, issuer.keys.privateKey)
  list.signatureValue = new asn1js.BitString({ valueHex: ownedBuffer(signature) })
  return new Uint8Array(encode(list.toSchema(false)))
}

const rsaSha256 = () =>
  new pkijs.AlgorithmIdentifier({ algorithmId: oid.rsaSha256, algorithmParams: new asn1js.Null() })

interface CertificatePlan {
  subject: pkijs.RelativeDistinguishedNames
  issuer: pkijs.RelativeDistinguishedNames
  publicKey: KeyObject
  issuerKey: KeyPair
  validFrom: Date
  validUntil: Date
  extensions: pkijs.Extension[]
}

function buildCertificate(plan: CertificatePlan): Uint8Array {
  const certificate = new pkijs.Certificate()
  certificate.version = 2
  // 20 octets at most, positive (RFC 5280, 4.1.2.2)
  const serial = randomBytes(16)
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  certificate.serialNumber = new asn1js.Integer({ valueHex: ownedBuffer(serial) })
  certificate.subject = plan.subject
  certificate.issuer = plan.issuer
  certificate.notBefore = new pkijs.Time({ type: 0, value: wholeSecond(plan.validFrom) })
  certificate.notAfter = new pkijs.Time({ type: 0, value: wholeSecond(plan.validUntil) })
  certificate.subjectPublicKeyInfo = pkijs.PublicKeyInfo.fromBER(
    ownedBuffer(plan.publicKey.export({ type: 'spki', format: 'der' })),
  )
  certificate.extensions = [
    ...plan.extensions,
    extension(oid.subjectKeyIdentifier, false, octets(keyIdentifier(plan.publicKey))),
    extension(
      oid.authorityKeyIdentifier,
      false,
      new pkijs.AuthorityKeyIdentifier({
        keyIdentifier: octets(keyIdentifier(plan.issuerKey.publicKey)),
      }).toSchema(),
    ),
  ]
  certificate.signature = rsaSha256()
  certificate.signatureAlgorithm = rsaSha256()
  const toBeSigned = encode(certificate.encodeTBS())
  const signature = sign('sha256', toBeSigned, plan.issuerKey.privateKey)
  certificate.tbsView = new Uint8Array(toBeSigned)
  certificate.signatureValue = new asn1js.BitString({ valueHex: ownedBuffer(signature) })
  return new Uint8Array(encode(certificate.toSchema(false)))
}

function distinguishedName(parts: readonly (readonly [string, string])[]): pkijs.RelativeDistinguishedNames {
  return new pkijs.RelativeDistinguishedNames({
    typesAndValues: parts.map(([type, value]) => {
      // Country and serialNumber are PrintableString by RFC 5280, the rest UTF-8.
      const printable = type === oid.country || type === oid.serialNumber
      const text = printable ? new asn1js.PrintableString({ value }) : new asn1js.Utf8String({ value })
      return new pkijs.AttributeTypeAndValue({ type, value: text })
    }),
  })
}

function extension(extnID: string, critical: boolean, value: { toBER(sizeOnly?: boolean): ArrayBuffer }) {
  return new pkijs.Extension({ extnID, critical, extnValue: ownedBuffer(encode(value)) })
}

function keyUsageBits(bits: number, unusedBits: number): asn1js.BitString {
  return new asn1js.BitString({ valueHex: ownedBuffer(Uint8Array.of(bits)), unusedBits })
}

function keyIdentifier(publicKey: KeyObject): Buffer {
  const der = createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })).export({
    type: 'spki',
    format: 'der',
  })
  return createHash('sha1').update(der).digest() // an identifier, not a protection (RFC 5280, 4.2.1.2)
}

function packPkcs12(key: KeyObject, chain: readonly Uint8Array[], password: string): Uint8Array {
  const privateKey = forge.pki.privateKeyFromPem(key.export({ type: 'pkcs1', format: 'pem' }) as string)
  const certificates = chain.map(der => forge.pki.certificateFromPem(pem('CERTIFICATE', der)))
  const asn1 = forge.pkcs12.toPkcs12Asn1(privateKey, certificates, password, {
    algorithm: 'aes256',
    friendlyName: 'contoh',
  })
  return new Uint8Array(Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary'))
}

function pem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

const wholeSecond = (date: Date) => new Date(Math.floor(date.getTime() / 1000) * 1000)

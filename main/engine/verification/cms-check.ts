import { createHash, verify, X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { certificateBytes, encode, ownedBuffer } from '../signing/asn1.ts'
import { oid } from '../signing/object-ids.ts'
import type { HashName } from './signed-revisions.ts'
import { isStrictDer } from './strict-der.ts'
import { Refusal } from './verdict.ts'

const hashes: Record<string, HashName> = {
  [oid.sha256]: 'sha256',
  [oid.sha384]: 'sha384',
  [oid.sha512]: 'sha512',
}
const signatureKeys: Record<string, 'rsa' | 'ec'> = {
  [oid.rsaEncryption]: 'rsa',
  [oid.rsaSha256]: 'rsa',
  [oid.rsaSha384]: 'rsa',
  [oid.rsaSha512]: 'rsa',
  [oid.ecdsaSha256]: 'ec',
  [oid.ecdsaSha384]: 'ec',
  [oid.ecdsaSha512]: 'ec',
}

/** A CMS whose signature value fits the signed bytes; nothing is said yet about trust. */
export interface CheckedCms {
  /** DER of the signer's certificate. */
  leaf: Buffer
  /** DER of all certificates inside, the signer's included. */
  certificates: Buffer[]
  signature: Buffer
  /** DER of a signature timestamp token, when there is one. */
  timestamp: Buffer | null
}

/**
 * 'document': a detached PAdES signature of ours. 'timestamp': a token by others, in canonical DER.
 * 'foreign': only asks whether the bytes and the value agree, however it is written.
 */
export interface CmsRules {
  kind: 'document' | 'timestamp' | 'foreign'
}

const formFault = (check: string) => new Refusal('cannotTell', 'verification.signatureForm', { check })
const broken = (check: string) => new Refusal('changed', 'verification.signatureBroken', { check })

/**
 * Checks one CMS signature over bytes known by their hash: canonical DER, one signer, allowed
 * algorithms, content-type, message-digest, signing-certificate-v2 equal to the certificate used,
 * algorithm protection, signature value.
 * @throws Refusal 'changed' when bits do not agree, 'cannotTell' when the form is not one we accept
 */
export function checkCms(der: Buffer, hash: (name: HashName) => Buffer, { kind }: CmsRules): CheckedCms {
  const signedData = readSignedData(der, kind)
  const [signer] = signedData.signerInfos
  if (!signer || signedData.signerInfos.length !== 1) throw formFault('signerCount')
  const hashName = checkAlgorithms(signedData, signer, kind)
  const certificates = (signedData.certificates ?? []).map(certificate => {
    if (!(certificate instanceof pkijs.Certificate)) throw formFault('certificateType')
    return certificateBytes(certificate)
  })
  const leaf = findSigner(signer, certificates)
  const attributes = readAttributes(signer)
  checkSignedAttributes(attributes, signedData, hash(hashName), leaf, kind)
  checkProtection(attributes, signer)
  checkValue(signer, leaf, hashName, kind)
  const timestamp = kind === 'document' ? readTimestamp(signer) : null
  return { leaf, certificates, signature: Buffer.from(signer.signature.valueBlock.valueHexView), timestamp }
}

/** Reads a CMS, refusing every second spelling of the same content. */
export function readSignedData(der: Buffer, kind: CmsRules['kind']): pkijs.SignedData {
  if (kind !== 'foreign' && !isStrictDer(der)) throw broken('der')
  try {
    const content = pkijs.ContentInfo.fromBER(ownedBuffer(der))
    if (content.contentType !== oid.signedData) throw formFault('contentType')
    const signedData = new pkijs.SignedData({ schema: content.content })
    if (kind !== 'foreign') checkEnvelope(signedData, der, kind)
    return signedData
  } catch (cause) {
    if (cause instanceof Refusal) throw cause
    throw broken('cms')
  }
}

/** The parts that no signature covers must have the one value that they can have (RFC 5652, 5.1). */
function checkEnvelope(signedData: pkijs.SignedData, der: Buffer, kind: 'document' | 'timestamp'): void {
  const again = new pkijs.ContentInfo({ contentType: oid.signedData, content: signedData.toSchema(true) })
  if (!encode(again.toSchema()).equals(der)) throw broken('canonicalDer')
  const version = kind === 'document' ? 1 : 3
  if (signedData.version !== version || signedData.signerInfos[0]?.version !== 1) throw formFault('version')
  const { eContentType, eContent } = signedData.encapContentInfo
  if (kind === 'document' && (eContentType !== oid.data || eContent)) throw formFault('detached')
}

function checkAlgorithms(data: pkijs.SignedData, signer: pkijs.SignerInfo, kind: CmsRules['kind']): HashName {
  const hashName = hashes[signer.digestAlgorithm.algorithmId]
  if (!hashName) throw formFault('hash')
  const keyType = signatureKeys[signer.signatureAlgorithm.algorithmId]
  if (!keyType) throw formFault('signatureAlgorithm')
  if (kind === 'foreign') return hashName
  const [digest] = data.digestAlgorithms
  const isOne = data.digestAlgorithms.length === 1
  if (!digest || !isOne || digest.algorithmId !== signer.digestAlgorithm.algorithmId) {
    throw formFault('digestAlgorithms')
  }
  const parameters = (algorithm: pkijs.AlgorithmIdentifier) =>
    algorithm.algorithmParams ? encode(algorithm.algorithmParams).toString('hex') : ''
  const hashParameters = [parameters(signer.digestAlgorithm), parameters(digest)]
  if (!hashParameters.every(value => ['', '0500'].includes(value))) throw formFault('hashParameters')
  const expected = keyType === 'ec' ? '' : '0500'
  if (parameters(signer.signatureAlgorithm) !== expected) throw formFault('signatureParameters')
  return hashName
}

function findSigner(signer: pkijs.SignerInfo, certificates: readonly Buffer[]): Buffer {
  const { sid } = signer
  if (!(sid instanceof pkijs.IssuerAndSerialNumber)) throw formFault('signerId')
  const number = encode(sid.serialNumber)
  const issuer = encode(sid.issuer.toSchema())
  const leaf = certificates.find(der => {
    const certificate = pkijs.Certificate.fromBER(ownedBuffer(der))
    return (
      encode(certificate.serialNumber).equals(number) && encode(certificate.issuer.toSchema()).equals(issuer)
    )
  })
  if (!leaf) throw formFault('signerCertificate')
  return leaf
}

type Attributes = (type: string) => asn1js.AsnType | undefined

function readAttributes(signer: pkijs.SignerInfo): Attributes {
  const all = signer.signedAttrs?.attributes
  if (!all) throw formFault('signedAttributes')
  return type => {
    const found = all.filter(attribute => attribute.type === type)
    if (found.length > 1 || (found[0] && found[0].values.length !== 1)) throw formFault('attributeTwice')
    return found[0]?.values[0]
  }
}

function checkSignedAttributes(
  attribute: Attributes,
  data: pkijs.SignedData,
  digest: Buffer,
  leaf: Buffer,
  kind: CmsRules['kind'],
): void {
  const contentType = attribute(oid.contentType)
  const isSameType =
    contentType instanceof asn1js.ObjectIdentifier &&
    contentType.valueBlock.toString() === data.encapContentInfo.eContentType
  if (!isSameType) throw formFault('contentTypeAttribute')
  const stated = attribute(oid.messageDigest)
  if (!(stated instanceof asn1js.OctetString)) throw formFault('messageDigest')
  if (!Buffer.from(stated.valueBlock.valueHexView).equals(digest)) {
    throw new Refusal('changed', 'verification.contentChanged')
  }
  // PAdES takes the claimed time from /M alone (ETSI EN 319 142-1, 6.3).
  if (kind === 'document' && attribute(oid.signingTime)) throw formFault('signingTime')
  const reference = attribute(oid.signingCertificateV2)
  if (reference) checkCertificateReference(reference, leaf)
  else if (kind === 'document') throw formFault('signingCertificate')
  else if (kind === 'timestamp' && !attribute(oid.signingCertificate)) throw formFault('signingCertificate')
}

/** ESSCertIDv2 of RFC 5035: the signature names the certificate it was made with. */
function checkCertificateReference(reference: asn1js.AsnType, leaf: Buffer): void {
  const first = child(child(child(reference, 0), 0), 0)
  const hasAlgorithm = first instanceof asn1js.Sequence
  const algorithm = hasAlgorithm ? child(first, 0) : null
  const hashName =
    algorithm instanceof asn1js.ObjectIdentifier ? hashes[algorithm.valueBlock.toString()] : 'sha256'
  const value = hasAlgorithm ? child(child(child(reference, 0), 0), 1) : first
  const isSame =
    hashName !== undefined &&
    value instanceof asn1js.OctetString &&
    Buffer.from(value.valueBlock.valueHexView).equals(createHash(hashName).update(leaf).digest())
  if (!isSame) throw broken('signingCertificate')
}

function child(parent: unknown, index: number): unknown {
  const value = (parent as { valueBlock?: { value?: unknown } } | null | undefined)?.valueBlock?.value
  return Array.isArray(value) ? value[index] : undefined
}

/** CMSAlgorithmProtection, when present, must repeat the algorithms (RFC 6211). */
function checkProtection(attribute: Attributes, signer: pkijs.SignerInfo): void {
  const protection = attribute(oid.algorithmProtection)
  if (!protection) return
  const names = [child(child(protection, 0), 0), child(child(protection, 1), 0)].map(value =>
    value instanceof asn1js.ObjectIdentifier ? value.valueBlock.toString() : '',
  )
  const isSame =
    names[0] === signer.digestAlgorithm.algorithmId && names[1] === signer.signatureAlgorithm.algorithmId
  if (!isSame) throw broken('algorithmProtection')
}

function checkValue(
  signer: pkijs.SignerInfo,
  leaf: Buffer,
  hashName: HashName,
  kind: CmsRules['kind'],
): void {
  const attributes = signer.signedAttrs
  if (!attributes) throw formFault('signedAttributes')
  const { publicKey } = new X509Certificate(leaf)
  if (publicKey.asymmetricKeyType !== signatureKeys[signer.signatureAlgorithm.algorithmId])
    throw formFault('keyType')
  // Signed as a SET, stored as [0] IMPLICIT (RFC 5652, 5.4).
  const toBeSigned = Buffer.from(attributes.encodedValue)
  toBeSigned[0] = 0x31
  const again = new asn1js.Set({ value: attributes.attributes.map(attribute => attribute.toSchema()) })
  if (kind !== 'foreign' && !encode(again).equals(toBeSigned)) throw broken('attributesDer')
  const signature = Buffer.from(signer.signature.valueBlock.valueHexView)
  if (!verify(hashName, toBeSigned, publicKey, signature)) throw broken('value')
}

function readTimestamp(signer: pkijs.SignerInfo): Buffer | null {
  const attributes = signer.unsignedAttrs?.attributes
  if (!attributes) return null
  const [only] = attributes
  const token = only?.values[0]
  const isToken = attributes.length === 1 && only?.type === oid.signatureTimestamp && only.values.length === 1
  if (!isToken || !token) throw formFault('unsignedAttributes')
  return encode(token)
}

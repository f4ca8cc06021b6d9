import { createHash } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { encode, objectId, octets, readCertificate, sequence } from './asn1.ts'
import { oid } from './object-ids.ts'
import type { SigningCredential } from './pkcs12.ts'

/**
 * Makes the detached CMS of a PAdES-B-B signature: content-type, message-digest,
 * signing-certificate-v2 and algorithm protection as signed attributes, no signing-time (the PDF's /M
 * has it), chain included.
 * @param digest SHA-256 of the bytes under the signature's ByteRange
 * @see ETSI EN 319 142-1, RFC 5652, RFC 5035, RFC 6211
 */
export async function makeCms(digest: Uint8Array, credential: SigningCredential): Promise<Uint8Array> {
  const own = readCertificate(credential.certificate)
  const attributes = inDerOrder(signedAttributes(digest, credential))
  const toBeSigned = encode(new asn1js.Set({ value: attributes.map(attribute => attribute.toSchema()) }))
  const signature = await credential.signRaw('sha256', toBeSigned)
  const signer = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    digestAlgorithm: sha256(),
    signatureAlgorithm: signatureAlgorithm(credential),
    signature: octets(signature),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
  })
  const signedData = new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [sha256()],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: oid.data }),
    certificates: [own, ...credential.chain.map(readCertificate)],
    signerInfos: [signer],
  })
  const content = new pkijs.ContentInfo({ contentType: oid.signedData, content: signedData.toSchema(true) })
  return new Uint8Array(encode(content.toSchema()))
}

function signedAttributes(digest: Uint8Array, credential: SigningCredential): pkijs.Attribute[] {
  const certificateHash = createHash('sha256').update(credential.certificate).digest()
  const protectedSignature = signatureAlgorithm(credential).toSchema()
  // CMSAlgorithmProtection: signatureAlgorithm [1] IMPLICIT
  protectedSignature.idBlock.tagClass = 3
  protectedSignature.idBlock.tagNumber = 1
  const attribute = (type: string, value: asn1js.AsnType) => new pkijs.Attribute({ type, values: [value] })
  return [
    attribute(oid.contentType, objectId(oid.data)),
    attribute(oid.messageDigest, octets(digest)),
    attribute(oid.algorithmProtection, sequence(sha256().toSchema(), protectedSignature)),
    attribute(oid.signingCertificateV2, sequence(sequence(sequence(octets(certificateHash))))),
  ]
}

/** DER demands that a SET OF is sorted by its encodings. */
function inDerOrder(attributes: pkijs.Attribute[]): pkijs.Attribute[] {
  return attributes
    .map(attribute => ({ attribute, bytes: encode(attribute.toSchema()) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ attribute }) => attribute)
}

const sha256 = () => new pkijs.AlgorithmIdentifier({ algorithmId: oid.sha256 })

function signatureAlgorithm(credential: SigningCredential): pkijs.AlgorithmIdentifier {
  if (credential.keyType === 'ec') return new pkijs.AlgorithmIdentifier({ algorithmId: oid.ecdsaSha256 })
  return new pkijs.AlgorithmIdentifier({ algorithmId: oid.rsaSha256, algorithmParams: new asn1js.Null() })
}

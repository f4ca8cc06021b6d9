import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

/** A copy that owns its memory, as asn1js and pkijs ask for. */
export function ownedBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}

export const octets = (bytes: Uint8Array) => new asn1js.OctetString({ valueHex: ownedBuffer(bytes) })
export const objectId = (value: string) => new asn1js.ObjectIdentifier({ value })
export const sequence = (...value: asn1js.AsnType[]) => new asn1js.Sequence({ value })

/** Bytes of anything that pkijs or asn1js can encode. */
export function encode(value: { toBER(sizeOnly?: boolean): ArrayBuffer }): Buffer {
  return Buffer.from(value.toBER(false))
}

/** Reads a certificate; throws what pkijs throws when it is none. */
export function readCertificate(der: Uint8Array): pkijs.Certificate {
  return pkijs.Certificate.fromBER(ownedBuffer(der))
}

/** The certificate's own bytes again. */
export function certificateBytes(certificate: pkijs.Certificate): Buffer {
  return encode(certificate.toSchema(false))
}

/** Values of one attribute type in a distinguished name. */
export function nameValues(name: pkijs.RelativeDistinguishedNames, type: string): string[] {
  return name.typesAndValues
    .filter(entry => entry.type === type)
    .map(entry => String(entry.value.valueBlock.value ?? ''))
}

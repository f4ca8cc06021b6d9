import { createHash } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { ownedBuffer } from '../signing/asn1.ts'
import { oid } from '../signing/object-ids.ts'
import { checkPath, type TrustRules } from './certificate-path.ts'
import { checkCms, readSignedData } from './cms-check.ts'
import { Refusal } from './verdict.ts'

const imprintHashes: Record<string, string> = {
  [oid.sha256]: 'sha256',
  [oid.sha384]: 'sha384',
  [oid.sha512]: 'sha512',
}
const invalid = (check: string) => new Refusal('cannotTell', 'verification.timestampInvalid', { check })

/**
 * Checks a timestamp token over a signature value and gives its time.
 * @see RFC 3161, 2.4.2
 * @throws Refusal 'cannotTell'
 */
export function checkTimestamp(token: Buffer, signature: Buffer, rules: TrustRules): Date {
  const signedData = readSignedData(token, 'timestamp')
  const { eContentType, eContent } = signedData.encapContentInfo
  if (eContentType !== oid.timestampInfo || !eContent) throw invalid('content')
  const bytes = contentBytes(eContent)
  const info = readInfo(bytes)
  const hash = imprintHashes[info.messageImprint.hashAlgorithm.algorithmId]
  const imprint = Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView)
  if (!hash || !imprint.equals(createHash(hash).update(signature).digest())) throw invalid('imprint')
  const checked = checkCms(token, name => createHash(name).update(bytes).digest(), { kind: 'timestamp' })
  const path = checkPath(checked.leaf, checked.certificates, info.genTime, rules, 'timestamp')
  const isStranger = (certificate: Buffer) => !path.some(known => known.equals(certificate))
  if (checked.certificates.some(isStranger)) throw invalid('foreignCertificate')
  return info.genTime
}

function contentBytes(content: asn1js.OctetString): Buffer {
  if (!content.idBlock.isConstructed) return Buffer.from(content.valueBlock.valueHexView)
  const parts = content.valueBlock.value.filter(part => part instanceof asn1js.OctetString)
  return Buffer.concat(parts.map(part => Buffer.from(part.valueBlock.valueHexView)))
}

function readInfo(bytes: Buffer): pkijs.TSTInfo {
  try {
    return pkijs.TSTInfo.fromBER(ownedBuffer(bytes))
  } catch {
    throw invalid('info')
  }
}

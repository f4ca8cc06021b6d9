import { createHash } from 'node:crypto'
import { signedAppearanceKey } from '../pdf/signature-field.ts'
import { checkCms } from './cms-check.ts'
import { Refusal } from './verdict.ts'

const mostSignatures = 32

/**
 * Says what can be said of a file whose structure is not that of our letters: whether a signature in it
 * disagrees with its bytes. Such a file is never called genuine.
 * @returns the refusal to report
 */
export function judgeForeignFile(bytes: Buffer): Refusal {
  const ranges = findRanges(bytes)
  const isOurs = bytes.includes(signedAppearanceKey)
  if (ranges.length === 0) return new Refusal('cannotTell', 'verification.unreadable')
  for (const range of ranges) {
    const refusal = judgeRange(bytes, range)
    if (refusal) return refusal
  }
  // In our letters nothing may follow or differ; in others an allowed later update may.
  if (isOurs) return new Refusal('changed', 'verification.structureChanged', { check: 'syntax' })
  return new Refusal('cannotTell', 'verification.foreignStructure')
}

type Range = [number, number, number, number]

function findRanges(bytes: Buffer): Range[] {
  const ranges: Range[] = []
  for (let at = bytes.indexOf('/ByteRange'); at >= 0; at = bytes.indexOf('/ByteRange', at + 1)) {
    const text = bytes.toString('latin1', at, at + 100)
    const match = /^\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(text)
    if (match) ranges.push([Number(match[1]), Number(match[2]), Number(match[3]), Number(match[4])])
    if (ranges.length >= mostSignatures) break
  }
  return ranges
}

function judgeRange(bytes: Buffer, [start, length, next, rest]: Range): Refusal | null {
  const cut = new Refusal('changed', 'verification.contentChanged')
  if (start !== 0 || next + rest > bytes.length || next < length) return cut
  const hex = bytes.toString('latin1', length, Math.min(next, length + 400_000)).replace(/[<>\s]/g, '')
  const isHex = /^[0-9a-fA-F]*$/.test(hex)
  if (!isHex) return new Refusal('changed', 'verification.signatureBroken', { check: 'contents' })
  try {
    checkCms(trimPadding(Buffer.from(hex, 'hex')), hashOf, { kind: 'foreign' })
    return null
  } catch (cause) {
    // Only a plain disagreement is held against a file that others made; odd forms are merely not ours.
    const isDisagreement =
      cause instanceof Refusal &&
      (cause.reason.code === 'verification.contentChanged' || cause.reason.facts.check === 'value')
    return isDisagreement ? cause : null
  }
  function hashOf(name: string): Buffer {
    return createHash(name)
      .update(bytes.subarray(0, length))
      .update(bytes.subarray(next, next + rest))
      .digest()
  }
}

function trimPadding(bytes: Buffer): Buffer {
  if (bytes.length > 4 && bytes[0] === 0x30 && bytes[1] === 0x82)
    return bytes.subarray(0, bytes.readUInt16BE(2) + 4)
  return bytes
}

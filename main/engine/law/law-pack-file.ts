import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type LawPack, lawPack } from '../../../shared/law-pack.ts'
import { CodedError } from '../errors.ts'
import { lineOfPath, type PackFault, type PackFaultReason, pathText } from './pack-fault.ts'
import { doubleKeyIn, parsePackJson } from './pack-json.ts'
import { periodFaultOf } from './pack-periods.ts'
import { referenceFaultOf } from './pack-references.ts'
import { lawPackDigest, type Publishers, publishersOf, signatureFits } from './pack-signature.ts'

/** A pack with the very text that was signed. */
export type LawPackText = { pack: LawPack; text: string }

/**
 * Reads and checks the law pack at `path`; trusted are the publishers of publisher.pem beside it. Throws
 * 'law.packMissing' {file} when one of the two cannot be read, 'law.publishersInvalid', and 'law.packInvalid'.
 */
export function loadLawPack(path: string): LawPack {
  return loadLawPackText(path).pack
}

/** The same with its text, to be kept in a store. Throws as `loadLawPack`. */
export function loadLawPackText(path: string): LawPackText {
  const text = readText(path)
  return { text, pack: readLawPack(text, basename(path), loadPublishers(dirname(path))) }
}

/** The publishers that the program trusts: all public keys of publisher.pem in the folder of the shipped pack. */
export function loadPublishers(folder: string): Publishers {
  return publishersOf(readText(join(folder, 'publisher.pem')))
}

/**
 * Checks the text of a pack from anywhere. Throws 'law.packInvalid' {file, reason, line, at, id}: the first fault
 * with its line in the text, its path in the pack and the id or value meant. The pack is trusted only when it is
 * whole, refers only to what it holds, has no overlapping periods, and a known publisher signed it.
 */
export function readLawPack(text: string, file: string, publishers: Publishers): LawPack {
  const parsed = parsePackJson(text)
  if ('line' in parsed) {
    throw invalid(file, { reason: 'notJson', line: parsed.line, at: '', id: null })
  }
  const checked = lawPack.safeParse(parsed.value)
  if (!checked.success)
    throw faultIn(text, file, shapeFault(parsed.value, checked.error.issues[0]?.path ?? []))
  const pack = checked.data
  const fault = contentFaultOf(pack) ?? sealFaultOf(parsed.value, pack, publishers)
  if (fault) throw faultIn(text, file, fault)
  return pack
}

/** Refuses names that stand twice in one object; for a pack that comes from outside. Throws 'law.packInvalid'. */
export function refuseDoubleKeys(text: string, file: string): void {
  const twice = doubleKeyIn(text)
  if (twice) throw invalid(file, { reason: 'doubleKey', line: twice.line, at: twice.key, id: twice.key })
}

/** The first fault of what a pack says, whoever signed it. */
export function contentFaultOf(pack: Omit<LawPack, 'signature'>): PackFault | null {
  const whole = pack as LawPack
  return referenceFaultOf(whole) ?? periodFaultOf(whole)
}

/** 'law.packInvalid' for a fault, with its line in the text. */
export function faultIn(text: string, file: string, fault: PackFault): CodedError {
  return invalid(file, {
    reason: fault.reason,
    line: lineOfPath(text, fault.path),
    at: pathText(fault.path),
    id: fault.id ?? null,
  })
}

function sealFaultOf(raw: unknown, pack: LawPack, publishers: Publishers): PackFault | null {
  if (lawPackDigest(raw) !== pack.sha256) return { reason: 'checksum', path: ['sha256'] }
  const { key } = pack.signature
  const publisher = publishers.get(key)
  if (!publisher) return { reason: 'unknownKey', path: ['signature', 'key'], id: key.slice(0, 16) }
  return signatureFits(raw, pack.signature, publisher)
    ? null
    : { reason: 'signature', path: ['signature', 'value'] }
}

/** A shape that is wrong, told apart where a person can do something about it. */
function shapeFault(raw: unknown, path: readonly PropertyKey[]): PackFault {
  const at = path.map(key => (typeof key === 'number' ? key : String(key)))
  const value = at.reduce<unknown>(
    (inside, key) => (inside as Record<string, unknown> | undefined)?.[key],
    raw,
  )
  if (at[0] === 'signature' && (raw as { signature?: unknown }).signature === undefined) {
    return { reason: 'unsigned', path: at }
  }
  const isLevel = ['level', 'sanctionLevel'].includes(String(at.at(-1))) && typeof value === 'string'
  if (isLevel) return { reason: 'level', path: at, id: value.slice(0, 60) }
  return { reason: 'shape', path: at }
}

type Facts = { reason: PackFaultReason; line: number; at: string; id: string | null }

function invalid(file: string, facts: Facts): CodedError {
  return new CodedError('law.packInvalid', { file, ...facts })
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new CodedError('law.packMissing', { file: basename(path) }, cause)
  }
}

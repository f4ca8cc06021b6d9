import type { LawPack } from '../../../shared/law-pack.ts'
import { CodedError } from '../errors.ts'
import { readLawPack } from './law-pack-file.ts'
import { lawPackDigest, type Publishers } from './pack-signature.ts'
import { compareVersions } from './pack-version.ts'

/** All law packs of a store. A case is shown by the pack of its own version for ever, a new case by the newest. */
export type LawLibrary = {
  /** The highest version that is still as its publisher signed it. */
  readonly newest: LawPack
  /**
   * The pack of one version, verified again when it is first asked for. Throws 'law.packUnknown' {version} when
   * the store does not have it, 'law.packChanged' {version, reason, line, at} when it is not what was signed.
   */
  version(version: string): LawPack
}

/** The packs that a store keeps; they are only added to. */
export type StoredPacks = {
  count(): number
  versions(): string[]
  find(version: string): { text: string; sha256: string } | undefined
}

/** A library over the packs of a store; `shipped` is the pack of the program, verified when it started. */
export function createLawLibrary(
  stored: StoredPacks,
  shipped: LawPack,
  publishers: () => Publishers,
): LawLibrary {
  const read = new Map<string, LawPack>()
  let newest: { pack: LawPack; count: number } | null = null

  const open = (version: string): LawPack => {
    const row = stored.find(version)
    if (row) return verified(version, row, shipped, publishers)
    if (version === shipped.version) return shipped
    throw new CodedError('law.packUnknown', { version })
  }
  const library: LawLibrary = {
    get newest() {
      const count = stored.count()
      if (newest?.count !== count) newest = { pack: highest(library, stored, shipped), count }
      return newest.pack
    },
    version(version) {
      const known = read.get(version)
      if (known) return known
      const pack = open(version)
      read.set(version, pack)
      return pack
    },
  }
  return library
}

/** A changed pack is passed over here; whoever asks for its version is told. */
function highest(library: LawLibrary, stored: StoredPacks, shipped: LawPack): LawPack {
  for (const version of stored.versions().sort((a, b) => compareVersions(b, a))) {
    try {
      return library.version(version)
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== 'law.packChanged') throw error
    }
  }
  return shipped
}

function verified(
  version: string,
  row: { text: string; sha256: string },
  shipped: LawPack,
  publishers: () => Publishers,
): LawPack {
  if (isShipped(row.text, shipped) && row.sha256 === shipped.sha256 && version === shipped.version)
    return shipped
  let pack: LawPack
  try {
    pack = readLawPack(row.text, '', publishers())
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'law.packInvalid') throw error
    const { reason = '', line = 0, at = '' } = error.facts
    throw new CodedError('law.packChanged', { version, reason, line, at }, error)
  }
  if (pack.version === version && pack.sha256 === row.sha256) return pack
  throw new CodedError('law.packChanged', { version, reason: 'row', line: 0, at: '' })
}

/** What was verified when the program started need not be verified again: the content is the same to the byte. */
function isShipped(text: string, shipped: LawPack): boolean {
  try {
    return lawPackDigest(JSON.parse(text)) === shipped.sha256
  } catch {
    return false
  }
}

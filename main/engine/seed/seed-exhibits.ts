import { copyFileSync, linkSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { LawPack } from '../../../shared/law-pack.ts'
import type { WordLists } from '../example/word-lists.ts'
import type { Vault } from '../vault/vault.ts'
import type { Random } from './random.ts'
import { seedWording } from './seed-wording.ts'

export type SealedText = { blobId: string; sha256: string; size: number }

// File systems limit the names of one file (NTFS: 1023).
const LINKS_OF_ONE = 900

/**
 * Exhibits of the seed are real sealed files that open and verify. Sealing costs milliseconds, so each
 * invented text is sealed once and its age file gets further names in the vault, one for each exhibit.
 */
export async function createExhibitTexts(
  vault: Vault,
  directory: string,
  random: Random,
  words: WordLists,
  law: LawPack,
) {
  const originals = new Map<string, { sealed: SealedText; used: number }>()
  for (const form of law.violationForms) {
    const narrative = words.narratives[form.id]?.[0] ?? form.label
    const text = seedWording.exhibitText(narrative, words.places[0] ?? '')
    originals.set(form.id, { sealed: await vault.put([Buffer.from(text, 'utf8')]), used: 0 })
  }
  const folders = new Set<string>()
  const fileOf = (blobId: string) => join(directory, blobId.slice(0, 2), `${blobId}.age`)

  return (form: string): SealedText => {
    const original = originals.get(form)
    if (!original) throw new RangeError(`no text for ${form}`)
    const { sha256, size } = original.sealed
    const blobId = random.hex32()
    const target = fileOf(blobId)
    const folder = dirname(target)
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 })
    folders.add(folder)
    original.used += 1
    if (original.used % LINKS_OF_ONE === 0 || !linked(fileOf(original.sealed.blobId), target)) {
      copyFileSync(fileOf(original.sealed.blobId), target)
      // Later names hang on this copy.
      original.sealed = { blobId, sha256, size }
    }
    return { blobId, sha256, size }
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch {
    return false
  }
}

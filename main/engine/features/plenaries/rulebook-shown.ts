import type { AgendaPerson } from '../../../../shared/contract/plenaries.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import type { ReadableDb } from '../../store/database.ts'
import { rulebookLabel } from '../law/index.ts'

/** Rulebook of one person with the choice of a commissioner where the law leaves one. */
export function rulebookShown(
  _db: ReadableDb,
  law: LawPack,
  _respondentId: string,
  ofCase: string,
): AgendaPerson['rulebook'] {
  return { label: rulebookLabel(ofCase, law), track: 'discipline', reason: '', chosenBy: '' }
}

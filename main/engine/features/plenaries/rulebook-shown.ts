import type { AgendaPerson } from '../../../../shared/contract/plenaries.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import type { ReadableDb } from '../../store/database.ts'
import { rulebookOfRespondent } from '../cases/index.ts'

/** Rulebook of one person, with the choice of a commissioner where the law leaves one. */
export function rulebookShown(db: ReadableDb, law: LawPack, respondentId: string): AgendaPerson['rulebook'] {
  const { label, track, choice } = rulebookOfRespondent(db, law, respondentId)
  return { label, track, reason: choice?.reason ?? '', chosenBy: choice?.chosenBy ?? '' }
}

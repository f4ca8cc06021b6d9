import type { LawPack } from '../../../../shared/law-pack.ts'
import type { LawLibrary } from '../../law/law-library.ts'
import type { ReadableDb } from '../../store/database.ts'
import { lawPackVersionOf } from './law-packs.queries.ts'

/**
 * The law pack of a case: the one that was the newest when the case was opened. Every text of a case is made by
 * it, so that an old case reads as it was decided. Throws `cases.unknown`, `law.packUnknown`, `law.packChanged`.
 */
export function lawOfCase(db: ReadableDb, laws: LawLibrary, caseId: string): LawPack {
  return laws.version(lawPackVersionOf(db, caseId))
}

import type { LawPackInfo } from '../../../../shared/contract/law-shapes.ts'
import type { Instant } from '../../../../shared/dates.ts'
import type { ReadContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { compareVersions } from '../../law/index.ts'
import type { LawLibrary } from '../../law/law-library.ts'
import { lawPackRows } from './law-packs.queries.ts'

/** Every pack of the store with what became of it, highest version first; each is verified. */
export function packInfos(ctx: Pick<ReadContext, 'db' | 'laws'>): LawPackInfo[] {
  const { newest } = ctx.laws
  return lawPackRows(ctx.db, newest.packId)
    .map(row => ({
      ...row,
      importedAt: row.importedAt as Instant,
      newest: row.version === newest.version,
      fault: faultOf(ctx.laws, row.version),
    }))
    .sort((a, b) => compareVersions(b.version, a.version))
}

function faultOf(laws: LawLibrary, version: string): LawPackInfo['fault'] {
  try {
    laws.version(version)
    return null
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'law.packChanged') throw error
    const { line, reason } = error.facts
    return { code: error.code, line: Number(line ?? 0), reason: String(reason ?? '') }
  }
}

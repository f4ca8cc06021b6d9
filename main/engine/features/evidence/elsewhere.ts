import type { SameElsewhere } from '../../../../shared/contract/evidence.ts'
import type { ReadContext } from '../../context.ts'
import { linksOf, mayName, namesOfCase, sameExhibits } from '../reports/index.ts'

/**
 * Exhibits of a case whose bytes other cases hold too, by SHA-256. A case on which the account does not work
 * is counted, not named (features rows 4 and 62).
 */
export function elsewhereOf(ctx: Pick<ReadContext, 'db' | 'actor'>, caseId: string): SameElsewhere[] {
  const { db, actor } = ctx
  const linked = new Set(linksOf(db, caseId).map(link => link.caseId))
  const found = new Map<string, SameElsewhere & { unnamed: Set<string> }>()
  for (const same of sameExhibits(db, caseId)) {
    const entry = found.get(same.here) ?? { number: same.here, cases: [], hidden: 0, unnamed: new Set() }
    found.set(same.here, entry)
    const names = mayName(db, actor, same.caseId) ? namesOfCase(db, same.caseId) : undefined
    if (!names) {
      entry.unnamed.add(same.caseId)
      continue
    }
    entry.cases.push({
      caseId: same.caseId as SameElsewhere['cases'][number]['caseId'],
      caseNumber: names.caseNumber,
      exhibitNumber: same.there,
      linked: linked.has(same.caseId),
    })
  }
  return [...found.values()].map(({ unnamed, ...entry }) => ({ ...entry, hidden: unnamed.size }))
}

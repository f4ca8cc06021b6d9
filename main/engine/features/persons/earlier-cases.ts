import type { EarlierCase } from '../../../../shared/contract/persons.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import { legalBasisText } from '../../law/index.ts'
import type { ReadableDb } from '../../store/database.ts'
import { outcomeOf, sanctionIdOf } from './outcome.rules.ts'
import { earlierRows } from './persons.queries.ts'

/** What became of a person in every report, newest act first. */
export function earlierCasesOf(db: ReadableDb, personId: string, law: LawPack): EarlierCase[] {
  return earlierRows(db, personId).map(row => {
    const { decided, decidedSanctionId, letterState, closedKind, imposedSanctionId, provisions, ...rest } =
      row
    const outcome = outcomeOf({ decided, letterState, closedKind, imposedSanctionId })
    const stated = outcome !== 'alleged' && outcome !== 'notProven' && outcome !== 'deferred'
    const sanctionId = sanctionIdOf(outcome, { decidedSanctionId, imposedSanctionId })
    return {
      ...rest,
      outcome,
      // A provision is named only once it was decided: before that it is nobody's record.
      legalBasis: stated ? basisOf(JSON.parse(provisions) as string[], law) : '',
      sanction: law.sanctions.find(entry => entry.id === sanctionId)?.name ?? '',
    }
  })
}

function basisOf(provisionIds: readonly string[], law: LawPack): string {
  const found = provisionIds.flatMap(id => law.provisions.find(entry => entry.id === id) ?? [])
  return found.map(entry => legalBasisText(entry, law).short).join('; ')
}

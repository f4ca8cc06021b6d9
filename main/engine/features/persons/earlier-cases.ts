import type { EarlierCase } from '../../../../shared/contract/persons.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import { legalBasisText } from '../../law/index.ts'
import type { LawLibrary } from '../../law/law-library.ts'
import type { ReadableDb } from '../../store/database.ts'
import { lawOfCase } from '../law/index.ts'
import { outcomeOf, sanctionIdOf } from './outcome.rules.ts'
import { earlierRows } from './persons.queries.ts'

/** What became of a person in every report, newest act first, each told by the law of its case. */
export function earlierCasesOf(db: ReadableDb, personId: string, laws: LawLibrary): EarlierCase[] {
  return earlierRows(db, personId).map(row => {
    const { decided, decidedSanctionId, letterState, closedKind, imposedSanctionId, provisions } = row
    const { respondentId, reportId, reportNumber, caseId, caseNumber, actOn, position, agencyName } = row
    // A report without a case was decided by nobody, so nothing of it is told by the law.
    const law = caseId === null ? laws.newest : lawOfCase(db, laws, caseId)
    const outcome = outcomeOf({ decided, letterState, closedKind, imposedSanctionId })
    const stated = outcome !== 'alleged' && outcome !== 'notProven' && outcome !== 'deferred'
    const sanctionId = sanctionIdOf(outcome, { decidedSanctionId, imposedSanctionId })
    return {
      ...{ respondentId, reportId, reportNumber, caseId, caseNumber, actOn, position, agencyName },
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

import { type Exhibit, exhibit, provenance } from '../../../../shared/contract/evidence.ts'
import type { ExhibitRow } from './evidence.queries.ts'
import { exhibitNumber, openFields } from './evidence.rules.ts'

/** A row as the contract gives it; blob ids stay in the engine. */
export function exhibitView(row: ExhibitRow): Exhibit {
  const card = provenance.parse(JSON.parse(row.provenance))
  return exhibit.parse({
    ...row,
    number: exhibitNumber(row),
    takenInBy: row.takenInByName,
    provenance: card,
    provenanceComplete: openFields(card).length === 0,
    openedByMe: row.openedByMe === 1,
  })
}

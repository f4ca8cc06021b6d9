import type { Exhibit } from '../../../../shared/contract/evidence.ts'
import type { WritableDb } from '../../store/database.ts'
import { indexForSearch } from '../docket/index.ts'

/** Makes an exhibit findable by number, title, file name and where it came from. */
export function indexExhibit(db: WritableDb, exhibit: Exhibit): void {
  const { obtainedFrom, accountHandle, url, note } = exhibit.provenance
  indexForSearch(db, {
    kind: 'exhibit',
    entityId: exhibit.id,
    caseId: exhibit.caseId,
    title: `${exhibit.number} ${exhibit.title}`,
    detail: [exhibit.fileName, obtainedFrom, accountHandle, url, note].filter(Boolean).join(' · '),
  })
}

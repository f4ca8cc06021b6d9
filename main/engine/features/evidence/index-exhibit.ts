import type { Exhibit } from '../../../../shared/contract/evidence.ts'
import type { WritableDb } from '../../store/database.ts'
import { indexForSearch } from '../docket/index.ts'
import { withoutReporter } from '../reports/index.ts'

/**
 * Makes an exhibit findable by number, title, file name and where it came from. A card names who handed the
 * exhibit in: where that is the protected reporter, or the text names the reporter, no search finds it.
 */
export function indexExhibit(db: WritableDb, exhibit: Exhibit): void {
  const { obtainedFrom, accountHandle, url, note } = exhibit.provenance
  const findable = (texts: string[]) => withoutReporter(db, exhibit.caseId, texts.filter(Boolean))
  indexForSearch(db, {
    kind: 'exhibit',
    entityId: exhibit.id,
    caseId: exhibit.caseId,
    title: [exhibit.number, ...findable([exhibit.title])].join(' '),
    detail: findable([exhibit.fileName, obtainedFrom, accountHandle, url, note]).join(' · '),
  })
}

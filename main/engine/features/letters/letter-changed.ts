import type { Letter } from '../../../../shared/contract/letters.ts'
import type { WriteContext } from '../../context.ts'
import { refreshStage } from '../cases/index.ts'
import { indexForSearch } from '../docket/index.ts'
import { withoutReporter } from '../reports/index.ts'
import { letterView } from './letter-view.ts'
import type { LetterRecord } from './letters.queries.ts'

/** Notes a change of a letter, moves its case on, tells the window, and gives the letter back. */
export function saved(
  ctx: WriteContext,
  letter: LetterRecord,
  facts: Record<string, string | number | null>,
): Letter {
  const { id, caseId, number, header, respondentName } = letter
  ctx.record({ subject: number ?? id, caseId, facts: { letterId: id, person: respondentName, ...facts } })
  // What somebody typed may name the reporter, whom no search may find (rule 7).
  const typed = withoutReporter(ctx.db, caseId, [header.subject, ...header.addressee])
  indexForSearch(ctx.db, {
    kind: 'letter',
    entityId: id,
    caseId,
    title: number ?? letter.caseNumber,
    detail: [respondentName, ...typed].join(' · '),
  })
  refreshStage(ctx.db, caseId, ctx.now())
  ctx.publish('letters.changed', { letterId: id, caseId })
  ctx.publish('cases.changed', { caseId })
  return letterView(ctx, id)
}

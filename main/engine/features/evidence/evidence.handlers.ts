import { custodyEntry } from '../../../../shared/contract/evidence.ts'
import { CodedError } from '../../errors.ts'
import { discardCopy } from '../../export-place.ts'
import { type HandlersFor, inTwoSteps } from '../../handlers.ts'
import { describeExhibit } from './describe-exhibit.ts'
import { elsewhereOf } from './elsewhere.ts'
import { caseExists, custodyRows, exhibitRows } from './evidence.queries.ts'
import { exhibitView } from './exhibit-view.ts'
import { enterCopy, writeCopy } from './export-exhibit.ts'
import { checkBeforeOpening, enterOpening, requireExhibit } from './open-exhibit.ts'
import { enterExhibits, sealFiles } from './take-in.ts'
import { enterResults, hashAgain } from './verify-exhibits.ts'

export const evidenceHandlers: HandlersFor<'evidence'> = {
  'evidence.list': (input, ctx) => {
    if (!caseExists(ctx.db, input.caseId)) throw new CodedError('cases.unknown')
    return exhibitRows(ctx.db, input.caseId, ctx.actor.id).map(exhibitView)
  },
  'evidence.elsewhere': (input, ctx) => {
    if (!caseExists(ctx.db, input.caseId)) throw new CodedError('cases.unknown')
    return elsewhereOf(ctx, input.caseId)
  },
  'evidence.custody': (input, ctx) => {
    requireExhibit(ctx, input.exhibitId)
    return custodyRows(ctx.db, input.exhibitId).map(row => custodyEntry.parse(row))
  },
  'evidence.takeIn': inTwoSteps({
    prepare: sealFiles,
    commit: enterExhibits,
    discard: sealed => sealed.undo(),
  }),
  'evidence.open': inTwoSteps({ prepare: checkBeforeOpening, commit: enterOpening }),
  'evidence.verify': inTwoSteps({ prepare: hashAgain, commit: enterResults }),
  'evidence.describe': describeExhibit,
  'evidence.export': inTwoSteps({
    prepare: (input, ctx) => writeCopy(input, ctx, ctx.directory),
    commit: enterCopy,
    discard: discardCopy,
  }),
}

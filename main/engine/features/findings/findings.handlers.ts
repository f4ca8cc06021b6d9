import { CodedError } from '../../errors.ts'
import type { HandlersFor } from '../../handlers.ts'
import { addFinding, withdrawFinding } from './add-finding.ts'
import { assessElement } from './assess-element.ts'
import { concludeFinding, proposeSanction } from './conclude-finding.ts'
import { findingRecord } from './finding-record.ts'
import { findingView } from './finding-view.ts'
import { caseFacts, findingRowsOfCase } from './findings.queries.ts'
import { linkExhibit, unlinkExhibit } from './link-exhibit.ts'
import { printMatrix } from './print-matrix.ts'
import { provisionChoices } from './provision-choices.ts'
import { reopenFinding, reviewFinding, submitFinding } from './review-finding.ts'

export const findingsHandlers: HandlersFor<'findings'> = {
  'findings.listByCase': (input, ctx) => {
    if (!caseFacts(ctx.db, input.caseId)) throw new CodedError('cases.unknown')
    return findingRowsOfCase(ctx.db, input.caseId).map(row => findingView(findingRecord(ctx.db, row), ctx))
  },
  'findings.listProvisions': (input, ctx) => {
    const facts = caseFacts(ctx.db, input.caseId)
    if (!facts) throw new CodedError('cases.unknown')
    return provisionChoices(facts, ctx.law)
  },
  'findings.add': addFinding,
  'findings.withdraw': withdrawFinding,
  'findings.assess': assessElement,
  'findings.link': linkExhibit,
  'findings.unlink': unlinkExhibit,
  'findings.conclude': concludeFinding,
  'findings.propose': proposeSanction,
  'findings.submit': submitFinding,
  'findings.review': reviewFinding,
  'findings.reopen': reopenFinding,
  'findings.printMatrix': printMatrix,
}

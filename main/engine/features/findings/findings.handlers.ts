import { CodedError } from '../../errors.ts'
import type { HandlersFor } from '../../handlers.ts'
import { addFinding } from './add-finding.ts'
import { assessElement } from './assess-element.ts'
import { chooseLevel, concludeFinding, proposeSanction } from './conclude-finding.ts'
import { findingChanges } from './finding-changes.ts'
import { findingRecord } from './finding-record.ts'
import { findingView } from './finding-view.ts'
import { caseFacts, findingRowsOfCase, respondentStage } from './findings.queries.ts'
import { lawOf } from './law-of-finding.ts'
import { linkExhibit, unlinkExhibit } from './link-exhibit.ts'
import { personLaw } from './person-law.ts'
import { exportMatrix, printMatrix } from './print-matrix.ts'
import { proposalOf } from './proposal-of.ts'
import { provisionList } from './provision-choices.ts'
import { reopenFinding } from './reopen-finding.ts'
import { reviewFinding, submitFinding } from './review-finding.ts'
import { similarCases } from './similar-cases.ts'
import { withdrawFinding } from './withdraw-finding.ts'

export const findingsHandlers: HandlersFor<'findings'> = {
  'findings.listByCase': (input, ctx) => {
    if (!caseFacts(ctx.db, input.caseId)) throw new CodedError('cases.unknown')
    return findingRowsOfCase(ctx.db, input.caseId).map(row => findingView(findingRecord(ctx.db, row), ctx))
  },
  'findings.listProvisions': ({ caseId, respondentId }, ctx) => {
    const facts = caseFacts(ctx.db, caseId)
    if (!facts) throw new CodedError('cases.unknown')
    if (respondentId !== null && respondentStage(ctx.db, caseId, respondentId) === undefined) {
      throw new CodedError('findings.respondentOfOtherCase')
    }
    const law = lawOf(ctx, caseId)
    return provisionList(facts, personLaw(ctx.db, law, facts, respondentId), law)
  },
  'findings.add': addFinding,
  'findings.withdraw': withdrawFinding,
  'findings.assess': assessElement,
  'findings.link': linkExhibit,
  'findings.unlink': unlinkExhibit,
  'findings.conclude': concludeFinding,
  'findings.chooseLevel': chooseLevel,
  'findings.propose': proposeSanction,
  'findings.submit': submitFinding,
  'findings.review': reviewFinding,
  'findings.reopen': reopenFinding,
  'findings.changes': findingChanges,
  'findings.proposalOf': proposalOf,
  'findings.similar': similarCases,
  'findings.printMatrix': printMatrix,
  'findings.exportMatrix': exportMatrix,
}

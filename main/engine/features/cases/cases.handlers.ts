import type { CaseFile } from '../../../../shared/contract/cases.ts'
import type { Parsed } from '../../../../shared/contract/index.ts'
import { civilDateAt, instantOf } from '../../../../shared/dates.ts'
import { requireExaminer } from '../../authorise.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import type { HandlersFor } from '../../handlers.ts'
import { matchQuery } from '../docket/index.ts'
import { lawOfCase } from '../law/index.ts'
import { reportById } from '../reports/index.ts'
import { fitsKind } from './assignment.rules.ts'
import { assignmentsOf, deleteAssignment, insertAssignment } from './assignments.queries.ts'
import { caseFileOf } from './case-file.ts'
import { caseHeader } from './case-header.queries.ts'
import { casePage } from './cases.queries.ts'
import { chooseRulebook, recordDates } from './choose-rulebook.ts'
import { compareRulebooks } from './compare-rulebooks.ts'
import { historyOf } from './history.ts'
import { openCase, proposalRow, workingAccount } from './open-case.ts'
import { recordOfficials } from './record-officials.ts'
import { rulebookView } from './respondent-rulebook.ts'

export const casesHandlers: HandlersFor<'cases'> = {
  'cases.list': (input, ctx) => {
    const match = matchQuery(input.query)
    if (input.query !== '' && match === null) return { total: 0, rows: [] }
    return casePage(ctx.db, {
      match,
      stage: input.stage,
      mineOf: input.mine ? ctx.actor.id : null,
      accountId: ctx.actor.id,
      offset: input.offset,
      limit: input.limit,
    })
  },

  'cases.get': (input, ctx) => caseFileOf(ctx, input.caseId),

  'cases.proposeRulebooks': (input, ctx) => {
    const report = reportById(ctx.db, input.reportId)
    const today = civilDateAt(instantOf(ctx.now()), ctx.institution().pack.zone)
    return report.respondents.map(person => {
      const rulebook = rulebookView(proposalRow(report, person, today), ctx.law)
      return { respondentId: person.id, name: person.name, rulebook }
    })
  },

  'cases.open': (input, ctx) => caseFileOf(ctx, openCase(input, ctx)),

  'cases.assign': (input, ctx) => {
    requireExaminer(ctx.db, ctx.actor, input.caseId)
    const account = workingAccount(ctx.db, input.accountId)
    if (!fitsKind(account.role, input.kind)) {
      const facts = { name: account.displayName, role: account.role, kind: input.kind }
      throw new CodedError('cases.roleMismatch', facts)
    }
    const assigned = assignmentsOf(ctx.db, input.caseId)
    if (assigned.some(entry => entry.accountId === account.id && entry.kind === input.kind)) {
      throw new CodedError('cases.alreadyAssigned', { name: account.displayName })
    }
    const at = ctx.now().toISOString()
    insertAssignment(ctx.db, { ...input, at, by: ctx.actor.id })
    return assignmentChanged(ctx, input, account.displayName)
  },

  'cases.unassign': (input, ctx) => {
    requireExaminer(ctx.db, ctx.actor, input.caseId)
    const assigned = assignmentsOf(ctx.db, input.caseId)
    const found = assigned.find(entry => entry.accountId === input.accountId && entry.kind === input.kind)
    if (!found) throw new CodedError('cases.notAssigned')
    if (input.kind === 'assistant' && assigned.filter(entry => entry.kind === 'assistant').length === 1) {
      throw new CodedError('cases.lastAssistant', { name: found.displayName })
    }
    deleteAssignment(ctx.db, input)
    return assignmentChanged(ctx, input, found.displayName)
  },

  'cases.recordDates': (input, ctx) => {
    recordDates(input, ctx)
    return caseFileOf(ctx, input.caseId)
  },

  'cases.recordOfficials': (input, ctx) => {
    recordOfficials(input, ctx)
    return caseFileOf(ctx, input.caseId)
  },

  'cases.chooseRulebook': (input, ctx) => {
    chooseRulebook(input, ctx)
    return caseFileOf(ctx, input.caseId)
  },

  'cases.compareRulebooks': (input, ctx) => {
    caseHeader(ctx.db, input.caseId)
    return compareRulebooks(ctx.db, lawOfCase(ctx.db, ctx.laws, input.caseId), input.caseId)
  },

  'cases.history': (input, ctx) => historyOf(ctx.db, input.caseId),
}

/** Records who was given or lost which work on a case, and gives the case as it stands now. */
function assignmentChanged(ctx: WriteContext, input: Parsed<'cases.assign'>, name: string): CaseFile {
  const { caseId, kind } = input
  const file = caseFileOf(ctx, caseId)
  ctx.record({ caseId, subject: file.registerNumber, facts: { name, kind } })
  ctx.publish('cases.changed', { caseId })
  return file
}

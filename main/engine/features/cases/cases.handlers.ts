import { requireExaminer } from '../../authorise.ts'
import { CodedError } from '../../errors.ts'
import type { HandlersFor } from '../../handlers.ts'
import { matchQuery } from '../docket/index.ts'
import { fitsKind } from './assignment.rules.ts'
import { assignmentsOf, deleteAssignment, insertAssignment } from './assignments.queries.ts'
import { caseFileOf } from './case-file.ts'
import { casePage } from './cases.queries.ts'
import { historyOf } from './history.ts'
import { openCase, workingAccount } from './open-case.ts'

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
    const file = caseFileOf(ctx, input.caseId)
    ctx.record({
      caseId: input.caseId,
      subject: file.registerNumber,
      facts: { name: account.displayName, kind: input.kind },
    })
    ctx.publish('cases.changed', { caseId: input.caseId })
    return file
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
    const file = caseFileOf(ctx, input.caseId)
    ctx.record({
      caseId: input.caseId,
      subject: file.registerNumber,
      facts: { name: found.displayName, kind: input.kind },
    })
    ctx.publish('cases.changed', { caseId: input.caseId })
    return file
  },

  'cases.history': (input, ctx) => historyOf(ctx.db, input.caseId),
}

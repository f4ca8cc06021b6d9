import { instantOf } from '../../../../shared/dates.ts'
import { parseNip } from '../../../../shared/nip.ts'
import { CodedError } from '../../errors.ts'
import type { HandlersFor } from '../../handlers.ts'
import { matchQuery } from '../docket/index.ts'
import { completeReport, takeUp } from './complete-report.ts'
import { conflictsOf, flagConflict } from './flag-conflict.ts'
import { returnsToSign } from './intake.queries.ts'
import { intakeView } from './intake-view.ts'
import { registerReport } from './register-report.ts'
import { linkCases, relatedOf, unlinkCases } from './related-cases.ts'
import { requireReader } from './reporter-access.ts'
import { countAll, overlapsOf, reportById, reporterOf, reportPage } from './reports.queries.ts'
import { exportReturn, openReturn } from './return-copy.ts'
import { returnToSender } from './return-report.ts'
import { signReturn } from './sign-return.ts'

export const reportsHandlers: HandlersFor<'reports'> = {
  'reports.list': (input, ctx) => {
    const match = matchQuery(input.query)
    // A query of blanks and signs alone finds nothing rather than everything.
    if (input.query !== '' && match === null) return { total: 0, rows: [] }
    return reportPage(ctx.db, match, input)
  },

  'reports.get': (input, ctx) => reportById(ctx.db, input.reportId),

  'reports.findOverlaps': (input, ctx) => {
    if (input.actOn === null) return []
    const digits = input.respondents.map(person => parseNip(person.nip).digits).filter(nip => nip !== '')
    return overlapsOf(ctx.db, [...new Set(digits)], input.actOn, input.actUntil)
  },

  'reports.register': (input, ctx) => registerReport(input, ctx),

  'reports.revealReporter': (input, ctx) => {
    const report = reportById(ctx.db, input.reportId)
    requireReader(ctx.db, ctx.actor, report.caseId)
    const reporter = reporterOf(ctx.db, input.reportId)
    if (!reporter) throw new CodedError('reports.noReporter')
    ctx.record({
      caseId: report.caseId,
      subject: report.registerNumber,
      facts: { reportId: report.id, reason: input.reason },
    })
    return reporter
  },

  'reports.intake': (input, ctx) => intakeView(ctx, input.reportId),
  'reports.complete': (input, ctx) => completeReport(input, ctx),
  'reports.returnToSender': returnToSender,
  'reports.signReturn': signReturn,
  'reports.returnsToSign': (_input, ctx) => returnsToSign(ctx.db),
  'reports.takeUp': (input, ctx) => takeUp(input, ctx),
  'reports.openReturn': openReturn,
  'reports.exportReturn': exportReturn,
  'reports.conflicts': (input, ctx) => conflictsOf(ctx, input.reportId),
  'reports.flagConflict': (input, ctx) => flagConflict(input, ctx),
  'reports.related': (input, ctx) => relatedOf(ctx, input.reportId),
  'reports.linkCases': (input, ctx) => linkCases(input, ctx),
  'reports.unlinkCases': (input, ctx) => unlinkCases(input, ctx),

  'reports.counts': (_input, ctx) => ({ asOf: instantOf(ctx.now()), ...countAll(ctx.db) }),
}

import type { Parsed } from '../../../../shared/contract/index.ts'
import type { Completable, Completion, Intake } from '../../../../shared/contract/intake-shapes.ts'
import type { Report } from '../../../../shared/contract/reports.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { indexForSearch } from '../docket/index.ts'
import { endReturn, insertAmendment, writeField, writeReporter } from './intake.queries.ts'
import { missingFormal } from './intake-gates.rules.ts'
import { completeRefusal, gatesOfReport, intakeView } from './intake-view.ts'
import { checkSource, designationDay } from './report.rules.ts'
import { reportById, reporterOf } from './reports.queries.ts'
import { searchableReport } from './searchable-report.ts'

/** Dates and elections lead to the rulebook: with an open case they are no longer changed here. */
const FIXED_BY_CASE: readonly Completable[] = ['electionId', 'designatedOn', 'provinceCode']
const PROTECTED: readonly Completable[] = ['reporterName', 'reporterContact']

/** Fills fields of a report in and keeps both values. Throws the codes of `reports.complete`. */
export function completeReport(input: Parsed<'reports.complete'>, ctx: WriteContext): Intake {
  const { db } = ctx
  const report = reportById(db, input.reportId)
  const refusal = completeRefusal(ctx, report)
  if (refusal) throw new CodedError(refusal)
  const values = withDesignation(input.values, report, ctx.law)
  const changes = changesOf(values, report, reporterOf(db, report.id))
  if (changes.length === 0) throw new CodedError('reports.nothingNew')
  const fixed = changes.find(change => report.caseId !== null && FIXED_BY_CASE.includes(change.field))
  if (fixed) throw new CodedError('reports.caseFixed', { field: fixed.field })
  checkSource({ ...report, ...values }, ctx.law)
  const at = ctx.now().toISOString()
  for (const { field, before, after } of changes) {
    if (field === 'reporterName') writeReporter(db, report.id, 'name', after)
    else if (field === 'reporterContact') writeReporter(db, report.id, 'contact', after)
    else writeField(db, report.id, field, after)
    const hidden = PROTECTED.includes(field)
    const values = { before: hidden ? '' : before, after: hidden ? '' : after }
    insertAmendment(db, { reportId: report.id, field, ...values, accountId: ctx.actor.id, at })
    ctx.record({
      caseId: report.caseId,
      subject: report.registerNumber,
      facts: { reportId: report.id, field, ...values },
    })
  }
  const completed = reportById(db, report.id)
  takeUpWhenComplete(completed, ctx, at)
  const reporter = reporterOf(db, report.id)
  const hidden = [reporter?.name ?? '', reporter?.contact ?? '']
  indexForSearch(db, searchableReport(completed, ctx.law, hidden))
  ctx.publish('reports.changed', { reportId: report.id })
  return intakeView(ctx, report.id)
}

type Change = { field: Completable; before: string; after: string }

/** An election that is named later brings the day of designation with it, as at registration. */
function withDesignation(values: Completion, report: Report, law: LawPack): Completion {
  if (!values.electionId || report.designatedOn !== null || values.designatedOn) return values
  const { electionScope } = report
  const designatedOn = designationDay(
    { designatedOn: null, electionId: values.electionId, electionScope },
    law,
  )
  return designatedOn === null ? values : { ...values, designatedOn }
}

function changesOf(
  values: Completion,
  report: Report,
  reporter: { name: string; contact: string } | undefined,
): Change[] {
  const before: Readonly<Record<Completable, string>> = {
    ...report,
    senderLetterOn: report.senderLetterOn ?? '',
    electionId: report.electionId ?? '',
    designatedOn: report.designatedOn ?? '',
    reporterName: reporter?.name ?? '',
    reporterContact: reporter?.contact ?? '',
  }
  return (Object.entries(values) as [Completable, string | undefined][])
    .filter(([field, after]) => after !== undefined && after !== '' && after !== before[field])
    .map(([field, after]) => ({ field, before: before[field], after: after ?? '' }))
}

/** A returned report from which nothing formal is missing any more goes on by itself. */
function takeUpWhenComplete(report: Report, ctx: WriteContext, at: string): void {
  if (!report.returned) return
  if (missingFormal(gatesOfReport(ctx.db, report, ctx.institution().pack)).length > 0) return
  endReturn(ctx.db, report.id, ctx.actor.id, at, '')
  ctx.record({
    method: 'reports.takeUp',
    subject: report.registerNumber,
    facts: { reportId: report.id, complete: true },
  })
}

/** Takes a returned report up again for a reason, although something is missing. */
export function takeUp(input: Parsed<'reports.takeUp'>, ctx: WriteContext): Intake {
  const report = reportById(ctx.db, input.reportId)
  if (!report.returned) throw new CodedError('reports.notReturned')
  endReturn(ctx.db, report.id, ctx.actor.id, ctx.now().toISOString(), input.reason)
  ctx.record({ subject: report.registerNumber, facts: { reportId: report.id, reason: input.reason } })
  ctx.publish('reports.changed', { reportId: report.id })
  return intakeView(ctx, report.id)
}

/**
 * A case file is opened on a complete report, or with a reason. Throws `reports.returned`,
 * `reports.incomplete` {missing}.
 */
export function requireComplete(
  ctx: Pick<WriteContext, 'db' | 'institution'>,
  report: Report,
  reason: string,
): { missing: string } {
  if (report.returned) throw new CodedError('reports.returned')
  const missing = missingFormal(gatesOfReport(ctx.db, report, ctx.institution().pack)).join(', ')
  if (missing !== '' && reason.trim().length < 10) throw new CodedError('reports.incomplete', { missing })
  return { missing }
}

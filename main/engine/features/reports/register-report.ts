import { randomUUID } from 'node:crypto'
import type { Report, ReportInput } from '../../../../shared/contract/reports.ts'
import { civilDateAt, instantOf } from '../../../../shared/dates.ts'
import { formatNumber } from '../../../../shared/institution-pack.ts'
import type { WriteContext } from '../../context.ts'
import { takeNumber } from '../../numbering.ts'
import { indexForSearch } from '../docket/index.ts'
import { personFor } from '../persons/index.ts'
import { checkReport, designationDay } from './report.rules.ts'
import { insertReport, insertReporter, reportById } from './reports.queries.ts'
import { insertRespondent } from './respondents.queries.ts'
import { searchableReport } from './searchable-report.ts'

/** Registers a report under the next number of the day's year. Throws the codes of `reports.register`. */
export function registerReport(input: ReportInput, ctx: WriteContext): Report {
  const nips = checkReport(input, ctx.law)
  const { pack } = ctx.institution()
  const at = instantOf(ctx.now())
  const today = civilDateAt(at, pack.zone)
  const n = takeNumber(ctx.db, 'report', Number(today.slice(0, 4)))
  const registerNumber = formatNumber(pack.reportNumberFormat, {
    n,
    on: today,
    code: pack.classificationCode,
  })
  const id = randomUUID()
  const designatedOn = designationDay(input, ctx.law)
  insertReport(ctx.db, {
    ...input,
    id,
    registerNumber,
    designatedOn,
    registeredAt: at,
    registeredBy: ctx.actor.id,
  })
  if (input.reporterName !== '' || input.reporterContact !== '') {
    insertReporter(ctx.db, id, input.reporterName, input.reporterContact)
  }
  input.respondents.forEach((person, index) => {
    const parsed = nips[index]
    if (!parsed) return
    const personId = personFor(ctx.db, {
      nip: parsed,
      name: person.name,
      position: person.position,
      agencyName: person.agencyName,
      at,
    })
    insertRespondent(ctx.db, {
      ...person,
      id: randomUUID(),
      reportId: id,
      personId,
      ordinal: index + 1,
      parsed,
    })
  })
  const report = reportById(ctx.db, id)
  indexForSearch(ctx.db, searchableReport(report, ctx.law, [input.reporterName, input.reporterContact]))
  ctx.record({
    subject: registerNumber,
    // The protected reporter is not named here either: the history is read by everyone on the case.
    facts: {
      reportId: id,
      channel: input.channel,
      actOn: input.actOn,
      persons: report.respondents.length,
      firstPerson: report.respondents[0]?.name ?? '',
      protectedReporter: report.hasProtectedReporter,
    },
  })
  ctx.publish('reports.changed', { reportId: id })
  return report
}

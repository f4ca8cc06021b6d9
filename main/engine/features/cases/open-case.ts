import { randomUUID } from 'node:crypto'
import type { Parsed } from '../../../../shared/contract/index.ts'
import type { Report } from '../../../../shared/contract/reports.ts'
import type { Account } from '../../../../shared/contract/session.ts'
import { civilDateAt, instantOf } from '../../../../shared/dates.ts'
import { formatNumber } from '../../../../shared/institution-pack.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { takeNumber } from '../../numbering.ts'
import type { ReadableDb } from '../../store/database.ts'
import { accountById } from '../accounts/accounts.queries.ts'
import { indexForSearch } from '../docket/index.ts'
import { rulebookLabel, rulebookReadingOf } from '../law/index.ts'
import { protectedWords, reportById, searchableReport } from '../reports/index.ts'
import { type AssignmentKind, fitsKind } from './assignment.rules.ts'
import { insertAssignment } from './assignments.queries.ts'
import { caseOfReport, insertCase } from './cases.queries.ts'
import { insertDeadline } from './deadlines.ts'
import { refreshStage } from './refresh-stage.ts'

/**
 * Opens the case file of a report: register number, rulebook of the dates, people, first deadline of each
 * person. Gives the new case's id. Throws the codes of `cases.open`.
 */
export function openCase(input: Parsed<'cases.open'>, ctx: WriteContext): string {
  const report = reportById(ctx.db, input.reportId)
  const open = caseOfReport(ctx.db, report.id)
  if (open) throw new CodedError('cases.alreadyOpen', { caseNumber: open.registerNumber })
  const people = peopleOf(ctx.db, input)
  const rulebook = rulebookOf(report, input, ctx)
  const { pack } = ctx.institution()
  const at = instantOf(ctx.now())
  const today = civilDateAt(at, pack.zone)
  const n = takeNumber(ctx.db, 'case', Number(today.slice(0, 4)))
  const registerNumber = formatNumber(pack.caseNumberFormat, { n, on: today, code: pack.classificationCode })
  const caseId = randomUUID()
  insertCase(ctx.db, {
    id: caseId,
    reportId: report.id,
    registerNumber,
    lawPackVersion: ctx.law.version,
    rulebook: rulebook.id,
    rulebookReason: rulebook.reason,
    openedAt: at,
    openedBy: ctx.actor.id,
  })
  for (const { account, kind } of people) {
    insertAssignment(ctx.db, { caseId, accountId: account.id, kind, at, by: ctx.actor.id })
  }
  // An institution without a deadline for the examination itself has one for the first screening.
  const kind = pack.deadlines.some(rule => rule.id === 'examination') ? 'examination' : 'screening'
  for (const person of report.respondents) {
    insertDeadline(ctx.db, pack, { caseId, respondentId: person.id, kind, startedOn: today })
  }
  refreshStage(ctx.db, caseId, ctx.now())
  const searchable = searchableReport(
    { ...report, caseId: report.caseId },
    ctx.law,
    protectedWords(ctx.db, caseId),
  )
  indexForSearch(ctx.db, { ...searchable, caseId })
  indexForSearch(ctx.db, { ...searchable, kind: 'case', entityId: caseId, caseId, title: registerNumber })
  ctx.record({
    caseId,
    subject: registerNumber,
    facts: {
      reportNumber: report.registerNumber,
      rulebook: rulebookLabel(rulebook.id, ctx.law),
      rulebookReason: rulebook.reason,
      people: people.map(entry => entry.account.displayName).join(', '),
      persons: report.respondents.length,
    },
  })
  ctx.publish('cases.changed', { caseId })
  ctx.publish('reports.changed', { reportId: report.id })
  return caseId
}

/** An account that may be given work. Throws `accounts.unknown`, also for a retired one. */
export function workingAccount(db: ReadableDb, id: string): Account {
  const account = accountById(db, id)
  if (!account || account.retiredAt !== null) throw new CodedError('accounts.unknown')
  return account
}

type Assigned = { account: Account; kind: AssignmentKind }

function peopleOf(db: ReadableDb, input: Parsed<'cases.open'>): Assigned[] {
  const asked: [AssignmentKind, readonly string[]][] = [
    ['assistant', input.assistants],
    ['reviewer', input.reviewers],
    ['commissioner', input.commissioners],
  ]
  return asked.flatMap(([kind, ids]) =>
    [...new Set(ids)].map(id => {
      const account = workingAccount(db, id)
      if (!fitsKind(account.role, kind)) {
        throw new CodedError('cases.roleMismatch', { name: account.displayName, role: account.role, kind })
      }
      return { account, kind }
    }),
  )
}

function rulebookOf(report: Report, input: Parsed<'cases.open'>, ctx: WriteContext) {
  const reading = rulebookReadingOf(
    {
      actOn: report.actOn,
      actUntil: report.actUntil,
      statuses: report.respondents.map(person => person.status),
      designatedOn: report.designatedOn,
      receivedOn: report.receivedOn,
    },
    ctx.law,
  )
  const chosen = input.rulebook
  const known = reading.readings.map(entry => entry.rulebook)
  if (chosen) {
    if (!known.includes(chosen.id)) throw new CodedError('cases.rulebookUnknown', { rulebook: chosen.id })
    return chosen
  }
  // Two rulebooks may govern: a person decides, and the reason is kept (rule 2 of the product).
  if (reading.requiresHumanDecision && known.length > 1) {
    throw new CodedError('cases.rulebookUndecided', {
      readings: reading.readings.map(entry => entry.label).join(', '),
    })
  }
  return { id: reading.rulebook, reason: '' }
}

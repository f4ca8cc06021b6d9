import { randomUUID } from 'node:crypto'
import { deciders } from '../../../../shared/contract/define.ts'
import type { Parsed } from '../../../../shared/contract/index.ts'
import type { Report } from '../../../../shared/contract/reports.ts'
import type { Account } from '../../../../shared/contract/session.ts'
import { type CivilDate, civilDateAt, instantOf } from '../../../../shared/dates.ts'
import { formatNumber } from '../../../../shared/institution-pack.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { takeNumber } from '../../numbering.ts'
import type { ReadableDb } from '../../store/database.ts'
import { accountById } from '../accounts/accounts.queries.ts'
import { indexForSearch } from '../docket/index.ts'
import { rulebookLabel } from '../law/index.ts'
import { protectedWords, reportById, requireComplete, searchableReport } from '../reports/index.ts'
import { type AssignmentKind, fitsKind } from './assignment.rules.ts'
import { insertAssignment } from './assignments.queries.ts'
import { caseOfReport, insertCase } from './cases.queries.ts'
import { insertDeadline } from './deadlines.ts'
import { refreshStage } from './refresh-stage.ts'
import { saveRulebook } from './respondent-rulebooks.queries.ts'
import { chosenRulebook, computeRulebook, proposedRulebook } from './rulebook.rules.ts'
import type { KeptRulebook, RespondentRulebookRow } from './rulebook-facts.ts'

/**
 * Opens the case file of a report: register number, rulebook and first deadline of each person, people. Gives the new case's id. Throws the codes of `cases.open`.
 */
export function openCase(input: Parsed<'cases.open'>, ctx: WriteContext): string {
  const report = reportById(ctx.db, input.reportId)
  const open = caseOfReport(ctx.db, report.id)
  if (open) throw new CodedError('cases.alreadyOpen', { caseNumber: open.registerNumber })
  const { missing } = requireComplete(ctx, report, input.incompleteReason)
  const people = peopleOf(ctx.db, input)
  const rulebooks = rulebooksOf(report, input, ctx)
  const leading = rulebooks.find(one => one.status !== 'pppk') ?? rulebooks[0]
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
    rulebook: leading?.next.rulebook ?? '',
    rulebookReason: leading?.next.reason ?? '',
    openedAt: at,
    openedBy: ctx.actor.id,
  })
  for (const { respondentId, next } of rulebooks) saveRulebook(ctx.db, { caseId, respondentId, ...next })
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
      rulebook: rulebookLabel(leading?.next.rulebook ?? '', ctx.law),
      rulebookReason: leading?.next.reason ?? '',
      undecided: rulebooks.filter(one => one.next.undecided).length,
      people: people.map(entry => entry.account.displayName).join(', '),
      persons: report.respondents.length,
      ...(missing ? { missing, incompleteReason: input.incompleteReason } : {}),
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

type Opening = RespondentRulebookRow & { next: Omit<KeptRulebook, 'chosenByName'> }

/** The rulebook of each person of the report; a decider who opens the case may choose at once. */
function rulebooksOf(report: Report, input: Parsed<'cases.open'>, ctx: WriteContext): Opening[] {
  const chosen = input.rulebook
  if (chosen && !deciders.some(role => role === ctx.actor.role)) throw new CodedError('cases.deciderChooses')
  const dates = { examinedOn: null, decidedOn: null }
  const openedOn = civilDateAt(instantOf(ctx.now()), ctx.institution().pack.zone)
  const persons = report.respondents.map(person => {
    const row = proposalRow(report, person, openedOn)
    return { row, computed: computeRulebook(row, dates, ctx.law) }
  })
  const concerns = (one: (typeof persons)[number]) =>
    one.computed.requiresHumanDecision && one.computed.readings.some(entry => entry.rulebook === chosen?.id)
  if (chosen && !persons.some(concerns)) {
    throw new CodedError('cases.rulebookUnknown', { rulebook: chosen.id })
  }
  const at = ctx.now().toISOString()
  return persons.map(one => {
    if (!chosen || !concerns(one)) return { ...one.row, next: proposedRulebook(one.computed, dates) }
    const choice = { rulebook: chosen.id, reason: chosen.reason, inLetter: false, by: ctx.actor.id, at }
    return { ...one.row, next: chosenRulebook(one.computed, dates, choice) }
  })
}

/** What decides on the rulebook of a person of a report, before anything is kept about it. */
export function proposalRow(
  report: Report,
  person: Report['respondents'][number],
  openedOn: CivilDate,
): RespondentRulebookRow {
  const { actOn, actUntil, designatedOn, receivedOn, violationForm, electionScope } = report
  return {
    caseId: '',
    respondentId: person.id,
    name: person.name,
    status: person.status,
    openedOn,
    actOn,
    actUntil,
    designatedOn,
    receivedOn,
    violationForm,
    electionScope,
    kept: null,
  }
}

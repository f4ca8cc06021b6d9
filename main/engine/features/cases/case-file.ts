import type { CaseFile, CaseRespondent, Deadline } from '../../../../shared/contract/cases.ts'
import { civilDateAt, instantOf } from '../../../../shared/dates.ts'
import type { InstitutionPack } from '../../../../shared/institution-pack.ts'
import { examineRefusal } from '../../authorise.ts'
import type { ReadContext, WriteContext } from '../../context.ts'
import type { ReadableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'
import { lawOfCase } from '../law/index.ts'
import { reportById } from '../reports/index.ts'
import { assignmentsOf } from './assignments.queries.ts'
import { type CaseHeader, caseHeader } from './case-header.queries.ts'
import { exhibitCounts, openedBy, respondentStates } from './cases.queries.ts'
import { NOTHING_NOTED, officialsOfCase } from './officials.queries.ts'
import { rulebooksOfCase } from './respondent-rulebook.ts'
import { workingDaysLeft } from './working-days-left.ts'

type Context = Pick<ReadContext | WriteContext, 'db' | 'actor' | 'now' | 'laws' | 'institution'>

/** The whole case file as one person sees it. Throws `cases.unknown`. */
export function caseFileOf(ctx: Context, caseId: string): CaseFile {
  const header = caseHeader(ctx.db, caseId)
  const report = reportById(ctx.db, header.reportId)
  const { pack } = ctx.institution()
  const today = civilDateAt(instantOf(ctx.now()), pack.zone)
  const states = respondentStates(ctx.db, caseId, today)
  const rulebooks = rulebooksOfCase(ctx.db, lawOfCase(ctx.db, ctx.laws, caseId), caseId)
  const officials = officialsOfCase(ctx.db, caseId)
  const respondents = report.respondents.flatMap((person): CaseRespondent[] => {
    const state = states.get(person.id)
    const rulebook = rulebooks.get(person.id)
    return state && rulebook
      ? [{ ...person, ...state, rulebook, officials: officials.get(person.id) ?? NOTHING_NOTED }]
      : []
  })
  const refusal = examineRefusal(ctx.db, ctx.actor, caseId)
  return {
    id: header.id,
    registerNumber: header.registerNumber,
    openedAt: header.openedAt,
    openedBy: openedBy(ctx.db, caseId),
    lawPackVersion: header.lawPackVersion,
    stage: header.stage,
    report,
    respondents,
    assignments: assignmentsOf(ctx.db, caseId),
    deadlines: deadlinesOf(ctx.db, caseId, pack, today),
    rulebook: rulebookOf(header, respondents),
    exhibits: exhibitCounts(ctx.db, caseId, ctx.actor.id),
    may: {
      examine: refusal === null,
      examineReason: refusal,
      assign: refusal === null,
      assignReason: refusal,
    },
  }
}

/** What stands over the case: the rulebook of its first civil servant, or of the first person without one. */
function rulebookOf(header: CaseHeader, respondents: readonly CaseRespondent[]): CaseFile['rulebook'] {
  const leading = (respondents.find(person => person.status !== 'pppk') ?? respondents[0])?.rulebook
  return {
    id: header.rulebook,
    label: leading?.label ?? header.rulebook,
    requiresHumanDecision: respondents.some(person => person.rulebook.undecided),
    reason: header.rulebookReason,
    readings: (leading?.readings ?? []).map(({ rulebook, label, basis }) => ({ rulebook, label, basis })),
    trace: leading?.trace ?? [],
  }
}

type DeadlineRow = Omit<Deadline, 'skipped' | 'workingDaysLeft'> & { skipped: string }

/** Deadlines of a case, running ones first; late ones have a negative number of working days left. */
function deadlinesOf(db: ReadableDb, caseId: string, pack: InstitutionPack, today: string): Deadline[] {
  const rows = db.all<DeadlineRow>(sql`
    select id, kind, label, respondent_id as respondentId, started_on as startedOn, due_on as dueOn, days,
      unit, skipped, basis, done_at as doneAt
    from deadlines where case_id = ${caseId} order by done_at is not null, due_on, id`)
  return rows.map(row => ({
    ...row,
    skipped: JSON.parse(row.skipped) as Deadline['skipped'],
    workingDaysLeft: workingDaysLeft(pack, today, row.dueOn),
  }))
}

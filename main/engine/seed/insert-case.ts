import { addDays } from '../../../shared/dates.ts'
import { skippedText } from '../features/cases/deadlines.ts'
import { sql } from '../store/sql.ts'
import { insertDecision, putOnNextAgenda } from './insert-decisions.ts'
import { insertExhibits, insertFinding } from './insert-findings.ts'
import { insertCaseFile, insertIntake, type OpenedCase } from './insert-intake.ts'
import type { PlannedCase, PlannedPerson } from './plan-case.ts'
import type { SeedContext } from './seed-context.ts'

const DEADLINES: Readonly<Record<string, string>> = {
  examination: 'examination',
  review: 'review',
  plenary: 'plenary',
}

/**
 * Writes one planned case as far as its persons have come. `inDetail` false leaves out exhibits and findings
 * of closed cases, as an institution would take over its former register: outcome and letter, and what a proven
 * outcome rests on.
 */
export function insertPlannedCase(seed: SeedContext, planned: PlannedCase, inDetail: boolean): InsertedCase {
  const { reportNumber, assistant } = insertIntake(seed, planned)
  if (!planned.opened) return { reportNumber, caseNumber: null, inDetail: true }
  const detailed = inDetail || planned.persons.some(one => one.step !== 'done')
  const file = insertCaseFile(seed, planned, assistant, detailed)
  // Nothing is decided as proven without a proven finding and its exhibit, not even in a former register.
  const rests = (one: PlannedPerson) => one.outcome === 'proven' && isDecided(one)
  const needsFinding = (one: PlannedPerson) => (detailed ? one.step !== 'addExhibits' : rests(one))
  const withExhibits = planned.persons.some(needsFinding)
  const exhibits = withExhibits ? insertExhibits(seed, file) : []
  if (planned.persons.some(one => one.step === 'vote')) putOnNextAgenda(seed, file)
  for (const one of planned.persons) {
    if (needsFinding(one)) insertFinding(seed, file, one, exhibits)
    if (isDecided(one)) insertDecision(seed, file, one)
    insertStanding(seed, file, one)
  }
  return { reportNumber, caseNumber: file.registerNumber, inDetail: detailed }
}

const isDecided = (one: PlannedPerson) => ['letter', 'followUp', 'closed'].includes(one.stage)

export type InsertedCase = { reportNumber: string; caseNumber: string | null; inDetail: boolean }

/** Stage, next step and, for most open persons, a deadline that runs around the day of the docket. */
function insertStanding(seed: SeedContext, file: OpenedCase, one: PlannedPerson): void {
  const { db, random } = seed
  const { caseId } = file.planned
  const kind = DEADLINES[one.stage]
  const startedOn = addDays(seed.asOf, -random.between(0, 25))
  const clock = kind && random.chance(0.8) ? seed.dueDates(kind, startedOn) : null
  if (clock) {
    db.run(sql`insert into deadlines (id, case_id, respondent_id, kind, label, started_on, due_on, days, unit,
        skipped, basis, done_at)
      values (${random.uuid()}, ${caseId}, ${one.respondentId}, ${clock.rule.id}, ${clock.rule.label},
        ${startedOn}, ${clock.due.on}, ${clock.rule.days}, ${clock.rule.unit}, ${skippedText(clock.due.skipped)},
        ${clock.rule.basis}, null)`)
  }
  if (one.step === 'done') {
    db.run(sql`insert into case_respondents (case_id, respondent_id, stage, next_step)
      values (${caseId}, ${one.respondentId}, ${one.stage}, ${one.step})`)
    return
  }
  db.run(sql`insert into case_respondents (case_id, respondent_id, stage, next_step, due_on)
    values (${caseId}, ${one.respondentId}, ${one.stage}, ${one.step},
      (select min(due_on) from (
        select due_on from deadlines where case_id = ${caseId} and respondent_id = ${one.respondentId}
          and done_at is null
        union all select due_on from follow_ups where case_id = ${caseId}
          and respondent_id = ${one.respondentId} and closed_at is null)))`)
}

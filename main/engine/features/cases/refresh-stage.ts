import { civilDateAt, instantOf } from '../../../../shared/dates.ts'
import type { InstitutionPack } from '../../../../shared/institution-pack.ts'
import type { WritableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'
import { currentInstitution } from '../institution/institution.queries.ts'
import { endDeadline, insertDeadline } from './deadlines.ts'
import { type PersonStanding, personStandings, saveCaseStage, saveStanding } from './stage.queries.ts'
import { deadlineStartedBy, isDeadlineOver, nextStepOf, slowestStage, stageOf } from './stage.rules.ts'

/**
 * Works out anew where each person of a case stands and what comes next, from findings, decisions,
 * letters and follow-ups; the case stands where its slowest person stands. Deadlines of a stage that
 * was left end, those of a stage that was entered begin. Call it inside the transaction of anything
 * that may move a case; calling it once too often changes nothing.
 */
export function refreshStage(db: WritableDb, caseId: string, now: Date): void {
  const persons = personStandings(db, caseId)
  const { pack } = currentInstitution(db)
  for (const person of persons) refreshPerson(db, pack, person, now)
  saveCaseStage(db, caseId, slowestStage(persons.map(stageOf)))
}

function refreshPerson(db: WritableDb, pack: InstitutionPack, person: PersonStanding, now: Date): void {
  const { caseId, respondentId } = person
  const stage = stageOf(person)
  const running = db.all<{ kind: string }>(sql`select kind from deadlines
    where case_id = ${caseId} and respondent_id = ${respondentId} and done_at is null`)
  for (const { kind } of running) {
    if (isDeadlineOver(kind, stage)) endDeadline(db, { caseId, respondentId, kind }, now)
  }
  const begins = stage === person.stage ? null : deadlineStartedBy(stage)
  if (begins) {
    const startedOn = civilDateAt(instantOf(now), pack.zone)
    insertDeadline(db, pack, { caseId, respondentId, kind: begins, startedOn })
  }
  saveStanding(db, respondentId, stage, nextStepOf(person))
}

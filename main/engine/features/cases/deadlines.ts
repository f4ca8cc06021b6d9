import { randomUUID } from 'node:crypto'
import type { CivilDate } from '../../../../shared/dates.ts'
import type { InstitutionPack } from '../../../../shared/institution-pack.ts'
import type { WriteContext } from '../../context.ts'
import { dueOn, holidaysOf, type SkippedDay } from '../../law/index.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'
import { saveDueDates } from './stage.queries.ts'

/** Whose clock: a person's, or the whole case's when `respondentId` is null. */
export type ClockOf = { caseId: string; respondentId: string | null; kind: string }

/**
 * Starts a deadline of the institution pack (`kind` is its id there) on the day of its event. The
 * days that were passed over are kept with their reasons. Nothing happens when the pack has no
 * such deadline or when the same one is already running.
 */
export function startDeadline(ctx: WriteContext, clock: ClockOf & { startedOn: CivilDate }): void {
  insertDeadline(ctx.db, ctx.institution().pack, clock)
}

/** Ends the running deadline of that kind; nothing happens when none runs. */
export function finishDeadline(ctx: WriteContext, clock: ClockOf): void {
  endDeadline(ctx.db, clock, ctx.now())
}

/** `startDeadline` for callers that hold the pack themselves. */
export function insertDeadline(
  db: WritableDb,
  pack: InstitutionPack,
  clock: ClockOf & { startedOn: CivilDate },
): void {
  const rule = pack.deadlines.find(entry => entry.id === clock.kind)
  if (!rule || runningDeadline(db, clock)) return
  const due = dueOn(clock.startedOn, rule, holidaysOf(pack))
  db.run(sql`insert into deadlines (id, case_id, respondent_id, kind, label, started_on, due_on, days, unit,
      skipped, basis, done_at)
    values (${randomUUID()}, ${clock.caseId}, ${clock.respondentId}, ${clock.kind}, ${rule.label},
      ${clock.startedOn}, ${due.on}, ${rule.days}, ${rule.unit}, ${skippedText(due.skipped)}, ${rule.basis},
      null)`)
  saveDueDates(db, clock.caseId)
}

/** `finishDeadline` at a given moment. */
export function endDeadline(db: WritableDb, clock: ClockOf, now: Date): void {
  const found = runningDeadline(db, clock)
  if (!found) return
  db.run(sql`update deadlines set done_at = ${now.toISOString()} where id = ${found.id}`)
  saveDueDates(db, clock.caseId)
}

/** Skipped days as they are kept: the name of the holiday, or the kind of day. */
export function skippedText(skipped: readonly SkippedDay[]): string {
  return JSON.stringify(skipped.map(day => ({ on: day.on, reason: day.name ?? day.reason })))
}

function runningDeadline(db: ReadableDb, clock: ClockOf): { id: string } | undefined {
  return db.get<{ id: string }>(sql`select id from deadlines where case_id = ${clock.caseId}
    and respondent_id is ${clock.respondentId} and kind = ${clock.kind} and done_at is null`)
}

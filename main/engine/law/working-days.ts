import { addDays, type CivilDate, weekdayOf } from '../../../shared/dates.ts'
import type { DeadlineRule, Holiday } from '../../../shared/institution-pack.ts'
import { CodedError } from '../errors.ts'

/** A day that was passed over, and why; the name is that of the holiday pack. */
export type SkippedDay = {
  on: CivilDate
  reason: 'weekend' | 'national' | 'collectiveLeave'
  name: string | null
}

/** A due date with everything needed to show how it was computed. */
export type ComputedDate = {
  on: CivilDate
  from: CivilDate
  days: number
  unit: 'hari' | 'hari kerja'
  skipped: SkippedDay[]
  /** Years crossed for which no holidays are known: the date is provisional. */
  yearsWithoutHolidays: number[]
}

const MOST_DAYS = 1000

/**
 * The n-th working day after `on`: the day of the event does not count, Saturdays, Sundays, national holidays
 * and collective leave are passed over. `n` 0 … 1000, 0 gives `on` itself. Throws 'law.badDayCount' {n}.
 */
export function addWorkingDays(on: CivilDate, n: number, holidays: readonly Holiday[]): ComputedDate {
  if (!Number.isInteger(n) || n < 0 || n > MOST_DAYS) throw new CodedError('law.badDayCount', { n })
  const byDay = new Map(holidays.map(entry => [entry.on, entry]))
  const skipped: SkippedDay[] = []
  let day = on
  for (let counted = 0; counted < n; ) {
    day = addDays(day, 1)
    const skip = skipReason(day, byDay)
    if (skip) skipped.push(skip)
    else counted += 1
  }
  return {
    on: day,
    from: on,
    days: n,
    unit: 'hari kerja',
    skipped,
    yearsWithoutHolidays: unknown(on, day, holidays),
  }
}

/** The due date of a deadline rule counted from the day of its event: calendar days or working days. */
export function dueOn(
  from: CivilDate,
  rule: Pick<DeadlineRule, 'days' | 'unit'>,
  holidays: readonly Holiday[],
): ComputedDate {
  if (rule.unit === 'hari kerja') return addWorkingDays(from, rule.days, holidays)
  const on = addDays(from, rule.days)
  return { on, from, days: rule.days, unit: 'hari', skipped: [], yearsWithoutHolidays: [] }
}

/** Working days from the day after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: CivilDate, to: CivilDate, holidays: readonly Holiday[]): number {
  const byDay = new Map(holidays.map(entry => [entry.on, entry]))
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (!skipReason(day, byDay)) count += 1
  }
  return count
}

function skipReason(on: CivilDate, byDay: ReadonlyMap<CivilDate, Holiday>): SkippedDay | null {
  const known = byDay.get(on)
  if (known) return { on, reason: known.kind, name: known.name }
  const weekday = weekdayOf(on)
  return weekday === 0 || weekday === 6 ? { on, reason: 'weekend', name: null } : null
}

function unknown(from: CivilDate, to: CivilDate, holidays: readonly Holiday[]): number[] {
  const known = new Set(holidays.map(entry => entry.on.slice(0, 4)))
  const years: number[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    if (!known.has(String(year))) years.push(year)
  }
  return years
}

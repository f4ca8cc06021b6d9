import { type CivilDate, civilDate, daysBetween } from '../../../../shared/dates.ts'
import type { InstitutionPack } from '../../../../shared/institution-pack.ts'
import { holidaysOf, workingDaysBetween } from '../../law/index.ts'

// A docket page asks for 200 distances that may each span years. So the working days of a pack are counted
// once, from one fixed day on, and a distance is the difference of two counts.

const known = new WeakMap<InstitutionPack, number[]>()
const FIRST: CivilDate = civilDate.parse('2015-01-01')
const DAYS = 366 * 25

/** Working days from `today` to `dueOn`; negative when `dueOn` has passed, 0 on the day itself. */
export function workingDaysLeft(pack: InstitutionPack, today: string, dueOn: string): number {
  const [from, to] = [civilDate.parse(today), civilDate.parse(dueOn)]
  const counts = countsOf(pack)
  const [start, end] = [counts[daysBetween(FIRST, from)], counts[daysBetween(FIRST, to)]]
  if (start !== undefined && end !== undefined) return end - start
  const holidays = holidaysOf(pack)
  return from <= to ? workingDaysBetween(from, to, holidays) : -workingDaysBetween(to, from, holidays)
}

function countsOf(pack: InstitutionPack): number[] {
  const found = known.get(pack)
  if (found) return found
  const holidays = new Set<string>(holidaysOf(pack).map(day => day.on))
  const counts: number[] = []
  let count = 0
  const firstDay = Date.parse(`${FIRST}T00:00:00Z`)
  for (let n = 0; n < DAYS; n += 1) {
    const day = new Date(firstDay + n * 86_400_000)
    const weekday = day.getUTCDay()
    if (weekday !== 0 && weekday !== 6 && !holidays.has(day.toISOString().slice(0, 10))) count += 1
    counts.push(count)
  }
  known.set(pack, counts)
  return counts
}

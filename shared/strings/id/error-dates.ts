import { type CivilDate, formatDate, isCivilDate } from '../../dates.ts'
import type { ErrorFacts } from './errors.ts'

/** '14 Oktober 2020' of a date or instant among the facts of an error; anything else as it is. */
export function day(at: ErrorFacts[string] | undefined): string {
  const text = String(at ?? '')
  const on = text.slice(0, 10)
  return isCivilDate(on) ? formatDate(on as CivilDate) : text
}

import { type CivilDate, parseCivilDate } from '../../shared/dates.ts'

const MONTH_STARTS = [
  'jan',
  'feb',
  'mar',
  'apr',
  'mei',
  'jun',
  'jul',
  'agu',
  'sep',
  'okt',
  'nov',
  'des',
] as const

/**
 * Reads a date as Indonesians type it: 14-10-2020, 14/10/20, 14.10.2020, 14102020, '14 Okt 2020',
 * '14 Oktober 2020', and 2020-10-14. Two-digit years are of this century. Null when it is no date.
 */
export function parseTypedDate(text: string): CivilDate | null {
  const typed = text.trim().toLowerCase()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (iso) return civil(iso[1], iso[2], iso[3])
  const numbers =
    /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed)
  if (numbers) return civil(numbers[3], numbers[2], numbers[1])
  const words = /^(\d{1,2})[-/. ]+([a-z]{3,})[-/. ]+(\d{4}|\d{2})$/.exec(typed)
  const month = words ? MONTH_STARTS.findIndex(start => words[2]?.startsWith(start)) : -1
  return words && month >= 0 ? civil(words[3], String(month + 1), words[1]) : null
}

/** Reads '19.46', '19:46', '1946' or '7.05' as 'HH:mm'; null when it is no time of day. */
export function parseTypedTime(text: string): string | null {
  const match = /^(\d{1,2})[.:](\d{2})$/.exec(text.trim()) ?? /^(\d{2})(\d{2})$/.exec(text.trim())
  if (!match) return null
  const [hours, minutes] = [Number(match[1]), Number(match[2])]
  return hours < 24 && minutes < 60
    ? `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
    : null
}

function civil(year = '', month = '', day = ''): CivilDate | null {
  const fullYear = year.length === 2 ? `20${year}` : year
  return parseCivilDate(`${fullYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

import { z } from 'zod'

// Calendar arithmetic on 'YYYY-MM-DD' text through UTC days. Nothing here asks the machine for its
// zone or its locale data: two laptops must print the same date in the same letter.

const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const
const SHORT_MONTHS = 'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des'.split(' ')
const WEEKDAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

type DateParts = { year: number; month: number; day: number }

/** Whether the text is 'YYYY-MM-DD' and that day exists in the Gregorian calendar, years 1900 to 2199. */
export function isCivilDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1900 || year > 2199) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** Whether the text is a UTC instant as `Date.toISOString` writes it, of a moment that exists. */
export function isInstant(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/.test(text)) return false
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 19) === text.slice(0, 19)
}

/** A day of the calendar without time or zone, 'YYYY-MM-DD' (`_on` columns). */
export const civilDate = z.string().refine(isCivilDate, { error: 'dates.notACivilDate' }).brand<'CivilDate'>()
export type CivilDate = z.infer<typeof civilDate>

/** A moment in UTC, ISO 8601 with 'Z' (`_at` columns). */
export const instant = z.string().refine(isInstant, { error: 'dates.notAnInstant' }).brand<'Instant'>()
export type Instant = z.infer<typeof instant>

/** The three Indonesian time zones; a value keeps the zone in which it was observed. */
export const zone = z.enum(['WIB', 'WITA', 'WIT'])
export type Zone = z.infer<typeof zone>

/** Hours ahead of UTC (Keppres 41/1987: WIB +7, WITA +8, WIT +9; no summer time). */
export const ZONE_OFFSET_HOURS: Readonly<Record<Zone, number>> = { WIB: 7, WITA: 8, WIT: 9 }

/** The civil date in the text, or null when it is none. */
export function parseCivilDate(text: string): CivilDate | null {
  const parsed = civilDate.safeParse(text.trim())
  return parsed.success ? parsed.data : null
}

/** Gives the instant of a `Date` as text. Throws RangeError for an invalid Date. */
export function instantOf(date: Date): Instant {
  return instant.parse(date.toISOString())
}

/** The civil date that a clock in `inZone` shows at the moment `at`. */
export function civilDateAt(at: Instant, inZone: Zone): CivilDate {
  return civilDate.parse(shifted(at, inZone).toISOString().slice(0, 10))
}

/** '17 Agustus 2024'. */
export function formatDate(on: CivilDate): string {
  const { year, month, day } = partsOf(on)
  return `${day} ${MONTHS[month - 1]} ${year}`
}

/** '14 Okt 2020', for tables. */
export function formatShortDate(on: CivilDate): string {
  const { year, month, day } = partsOf(on)
  return `${day} ${SHORT_MONTHS[month - 1]} ${year}`
}

/** 'Kamis, 19 November 2020'. */
export function formatDayAndDate(on: CivilDate): string {
  return `${weekdayName(on)}, ${formatDate(on)}`
}

/** 'Oktober 2020' from 'YYYY-MM' or a civil date. */
export function formatMonth(month: string): string {
  return `${MONTHS[Number(month.slice(5, 7)) - 1] ?? month} ${month.slice(0, 4)}`
}

/** '10.42' on a clock in `inZone`. */
export function clockAt(at: Instant, inZone: Zone): string {
  return shifted(at, inZone).toISOString().slice(11, 16).replace(':', '.')
}

/** 'pukul 10.42 WITA'. */
export function formatTime(at: Instant, inZone: Zone): string {
  return `pukul ${clockAt(at, inZone)} ${inZone}`
}

/** '19 November 2020 pukul 10.42 WITA'. */
export function formatInstant(at: Instant, inZone: Zone): string {
  return `${formatDate(civilDateAt(at, inZone))} ${formatTime(at, inZone)}`
}

/** 'Senin' … 'Minggu'. */
export function weekdayName(on: CivilDate): string {
  return WEEKDAYS[weekdayOf(on)] ?? ''
}

/** Day of the week, 0 = Sunday … 6 = Saturday. */
export function weekdayOf(on: CivilDate): number {
  return new Date(utcDay(on)).getUTCDay()
}

/** The date `days` calendar days later (earlier when negative). Throws for a result outside 1900–2199. */
export function addDays(on: CivilDate, days: number): CivilDate {
  return civilDate.parse(new Date(utcDay(on) + days * DAY_MS).toISOString().slice(0, 10))
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((utcDay(to) - utcDay(from)) / DAY_MS)
}

/** Full years completed on `on` by somebody born on `birthOn`. */
export function ageOn(birthOn: CivilDate, on: CivilDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthOn.slice(0, 4))
  return on.slice(5) < birthOn.slice(5) ? years - 1 : years
}

function utcDay(on: CivilDate): number {
  return Date.parse(`${on}T00:00:00Z`)
}

function partsOf(on: CivilDate): DateParts {
  return { year: Number(on.slice(0, 4)), month: Number(on.slice(5, 7)), day: Number(on.slice(8, 10)) }
}

function shifted(at: Instant, inZone: Zone): Date {
  return new Date(Date.parse(at) + ZONE_OFFSET_HOURS[inZone] * HOUR_MS)
}

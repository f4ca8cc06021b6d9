import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type Holiday, type InstitutionPack, institutionPack } from '../../../shared/institution-pack.ts'
import { CodedError } from '../errors.ts'

/**
 * Reads and checks an institution pack. Throws 'institution.packMissing' {file} when it cannot be read and
 * 'institution.packInvalid' {file, reason, at} when it is no JSON or has a wrong shape (`at` = field).
 */
export function loadInstitutionPack(path: string): InstitutionPack {
  const file = basename(path)
  let raw: unknown
  try {
    raw = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw new CodedError('institution.packMissing', { file }, cause)
    throw new CodedError('institution.packInvalid', { file, reason: 'notJson', at: '' }, cause)
  }
  return parseInstitutionPack(raw, file)
}

/** Checks a pack that comes from elsewhere than a file, for example the form of the first start. */
export function parseInstitutionPack(raw: unknown, file: string): InstitutionPack {
  const parsed = institutionPack.safeParse(raw)
  if (parsed.success) {
    checkHolidayYears(parsed.data, file)
    return parsed.data
  }
  const at = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new CodedError('institution.packInvalid', { file, reason: 'shape', at })
}

/** All holidays of a pack in one list, for `addWorkingDays`. */
export function holidaysOf(pack: InstitutionPack): Holiday[] {
  return pack.holidays.flatMap(entry => entry.days)
}

/** Years for which the pack has holidays; a deadline in another year counts weekends only. */
export function holidayYearsOf(pack: InstitutionPack): number[] {
  return pack.holidays.map(entry => entry.year)
}

function checkHolidayYears(pack: InstitutionPack, file: string): void {
  const years = holidayYearsOf(pack)
  const twice = years.find((year, n) => years.indexOf(year) !== n)
  const strayIn = pack.holidays.find(entry => entry.days.some(day => !day.on.startsWith(`${entry.year}-`)))
  const at = twice ?? strayIn?.year
  if (at === undefined) return
  throw new CodedError('institution.packInvalid', { file, reason: 'holidays', at: `holidays ${at}` })
}

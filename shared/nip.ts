import { ageOn, type CivilDate, civilDate, parseCivilDate } from './dates.ts'

// Perka BKN 22/2007 and 43/2007 (18 digits: birth date 8, TMT CPNS 6, sex 1, serial 3). There is no check
// digit, so a typo can be a valid number: screens show the decoded birth date and TMT back to the reader.
// A NIP is always text: 18 digits exceed 2^53.

export type NipKind = 'pns' | 'pppk' | 'old9' | 'invalid'

/** Doubts that a person should look at; none of them makes the number unusable except on kind 'invalid'. */
export type NipWarning =
  | 'nip.empty'
  | 'nip.foreignCharacter'
  | 'nip.wrongLength'
  | 'nip.notADate'
  | 'nip.notAMonth'
  | 'nip.sexDigit'
  | 'nip.serialZero'
  | 'nip.ageAtAppointment'
  | 'nip.lookAlike'
  | 'nip.fullWidth'
  | 'nip.oldFormat'

export type ParsedNip = {
  kind: NipKind
  /** Digits only; what is stored and compared. Empty when a character could not be read as a digit. */
  digits: string
  birthOn: CivilDate | null
  /** TMT CPNS, 'YYYY-MM'; only for 'pns'. */
  appointedMonth: string | null
  /** Year of the first agreement; only for 'pppk'. */
  contractYear: number | null
  sex: 'male' | 'female' | null
  serial: string | null
  warnings: NipWarning[]
  /** 8-6-1-3 for display by margin; ['19830907', '200801', '2', '994']. Old and odd numbers are one group. */
  groups: string[]
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  '\u041e': '0', // Cyrillic О
  '\u043e': '0',
  '\u039f': '0', // Greek Ο
  '\u03bf': '0',
  I: '1',
  i: '1',
  l: '1',
  '|': '1',
  '\u0406': '1', // Cyrillic І
}
// Blanks, dots, dashes, slashes and the invisible marks that chats and PDFs put between digit groups.
const SEPARATORS =
  /[\s.,\-\u2010-\u2015/'_\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\uff0e\uff0d\u3000]/gu
const EARLIEST_AGE = 18
const LATEST_AGE = 40

/**
 * Reads a NIP as people type, scan or paste it. Takes any text, never throws. Blanks, dots and dashes are
 * dropped; full-width digits and look-alikes (O/0, I/l/1) are read as digits with a warning. Digits 13–14
 * above 12 cannot be a month and mark a PPPK number; nine digits are a number from before 2009.
 */
export function parseNip(text: string): ParsedNip {
  const warnings: NipWarning[] = []
  const digits = readDigits(text, warnings)
  if (digits === null) return invalid('', [...warnings, 'nip.foreignCharacter'])
  if (digits === '') return invalid('', ['nip.empty'])
  if (digits.length === 9) {
    return { ...invalid(digits, [...warnings, 'nip.oldFormat']), kind: 'old9' }
  }
  if (digits.length !== 18) return invalid(digits, [...warnings, 'nip.wrongLength'])
  return decode(digits, warnings)
}

function readDigits(text: string, warnings: NipWarning[]): string | null {
  let digits = ''
  for (const char of text.replace(/^\s*(?:NIP|NI\s?PPPK)\b[\s.:]*/iu, '').replace(SEPARATORS, '')) {
    const code = char.codePointAt(0) ?? 0
    if (char >= '0' && char <= '9') digits += char
    else if (code >= 0xff10 && code <= 0xff19) {
      digits += String(code - 0xff10)
      warn(warnings, 'nip.fullWidth')
    } else if (LOOK_ALIKES[char] !== undefined) {
      digits += LOOK_ALIKES[char]
      warn(warnings, 'nip.lookAlike')
    } else return null
  }
  return digits
}

function decode(digits: string, warnings: NipWarning[]): ParsedNip {
  const groups = [digits.slice(0, 8), digits.slice(8, 14), digits.slice(14, 15), digits.slice(15)]
  const birthOn = parseCivilDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`)
  const month = Number(digits.slice(12, 14))
  const year = Number(digits.slice(8, 12))
  const sexDigit = digits.charAt(14)
  const serial = digits.slice(15)
  const pppk = month > 12
  const plausibleYear = year >= 1900 && year <= 2199

  if (birthOn === null) warn(warnings, 'nip.notADate')
  if (month === 0 || !plausibleYear) warn(warnings, 'nip.notAMonth')
  if (sexDigit !== '1' && sexDigit !== '2') warn(warnings, 'nip.sexDigit')
  if (serial === '000') warn(warnings, 'nip.serialZero')
  const broken = birthOn === null || month === 0 || !plausibleYear || !'12'.includes(sexDigit)
  if (broken) return { ...invalid(digits, warnings), groups }

  if (birthOn !== null && oddAge(birthOn, year, pppk ? null : month)) warn(warnings, 'nip.ageAtAppointment')
  return {
    kind: pppk ? 'pppk' : 'pns',
    digits,
    birthOn,
    appointedMonth: pppk ? null : `${digits.slice(8, 12)}-${digits.slice(12, 14)}`,
    contractYear: pppk ? year : null,
    sex: sexDigit === '1' ? 'male' : 'female',
    serial,
    warnings,
    groups,
  }
}

/** PNS join between 18 and about 40; PPPK may be older (up to a year before retirement), so only the floor holds. */
function oddAge(birthOn: CivilDate, year: number, month: number | null): boolean {
  // A TMT is the first of its month; an agreement may start on any day of its year.
  const startOn = month === null ? `${year}-12-31` : `${year}-${String(month).padStart(2, '0')}-01`
  const age = ageOn(birthOn, civilDate.parse(startOn))
  return age < EARLIEST_AGE || (month !== null && age > LATEST_AGE)
}

function invalid(digits: string, warnings: NipWarning[]): ParsedNip {
  return {
    kind: 'invalid',
    digits,
    birthOn: null,
    appointedMonth: null,
    contractYear: null,
    sex: null,
    serial: null,
    warnings,
    groups: digits === '' ? [] : [digits],
  }
}

function warn(warnings: NipWarning[], code: NipWarning): void {
  if (!warnings.includes(code)) warnings.push(code)
}

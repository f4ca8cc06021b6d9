import { describe, expect, it } from 'vitest'
import {
  addDays,
  ageOn,
  type CivilDate,
  civilDate,
  civilDateAt,
  daysBetween,
  formatDate,
  formatDayAndDate,
  formatInstant,
  formatMonth,
  formatShortDate,
  formatTime,
  instant,
  isCivilDate,
  isInstant,
  parseCivilDate,
} from './dates.ts'

const on = (text: string): CivilDate => civilDate.parse(text)

describe('isCivilDate', () => {
  it.each(['2024-02-29', '2000-02-29', '2021-08-30', '1900-01-01'])('accepts %s', text => {
    expect(isCivilDate(text)).toBe(true)
  })
  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-1-1',
    '0000-01-01',
    '2024-01-01T00:00:00Z',
    ' 2024-01-01',
    '２０２４-01-01',
    '',
  ])('refuses %s', text => {
    expect(isCivilDate(text)).toBe(false)
  })
})

describe('isInstant', () => {
  it('accepts only existing UTC moments', () => {
    expect(isInstant('2020-11-19T02:42:00.000Z')).toBe(true)
    expect(isInstant('2020-11-19T02:42:00Z')).toBe(true)
    expect(isInstant('2020-11-31T02:42:00Z')).toBe(false)
    expect(isInstant('2020-11-19T24:00:00Z')).toBe(false)
    expect(isInstant('2020-11-19T02:42:00+08:00')).toBe(false)
  })
})

describe('Indonesian formats', () => {
  it('writes dates as letters and tables do', () => {
    expect(formatDate(on('2024-08-17'))).toBe('17 Agustus 2024')
    expect(formatShortDate(on('2020-10-14'))).toBe('14 Okt 2020')
    expect(formatDayAndDate(on('2020-11-19'))).toBe('Kamis, 19 November 2020')
    expect(formatMonth('2008-01')).toBe('Januari 2008')
  })

  it('keeps the zone of the observer beside the time', () => {
    const at = instant.parse('2020-11-19T02:42:00.000Z')
    expect(formatTime(at, 'WITA')).toBe('pukul 10.42 WITA')
    expect(formatTime(at, 'WIB')).toBe('pukul 09.42 WIB')
    expect(formatInstant(at, 'WIT')).toBe('19 November 2020 pukul 11.42 WIT')
  })

  it('changes the civil date when midnight lies between the zones', () => {
    const at = instant.parse('2020-11-19T15:30:00Z')
    expect(civilDateAt(at, 'WIB')).toBe('2020-11-19')
    expect(civilDateAt(at, 'WIT')).toBe('2020-11-20')
  })
})

describe('arithmetic', () => {
  it('adds calendar days across leap days and years', () => {
    expect(addDays(on('2024-02-28'), 2)).toBe('2024-03-01')
    expect(addDays(on('2020-12-31'), 1)).toBe('2021-01-01')
    expect(addDays(on('2021-01-01'), -1)).toBe('2020-12-31')
  })

  it('is its own inverse for every day of nine years', () => {
    const start = on('2018-01-01')
    for (let n = 0; n < 3300; n += 1) expect(daysBetween(start, addDays(start, n))).toBe(n)
  })

  it('counts completed years', () => {
    expect(ageOn(on('1983-09-07'), on('2008-09-06'))).toBe(24)
    expect(ageOn(on('1983-09-07'), on('2008-09-07'))).toBe(25)
  })

  it('gives null, not an exception, for text that is no date', () => {
    expect(parseCivilDate('31 Agustus')).toBeNull()
    expect(parseCivilDate(' 2021-08-31 ')).toBe('2021-08-31')
  })
})

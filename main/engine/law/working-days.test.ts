import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate, weekdayOf } from '../../../shared/dates.ts'
import { holidaysOf, loadInstitutionPack, parseInstitutionPack } from './institution-pack-file.ts'
import { addWorkingDays, dueOn, workingDaysBetween } from './working-days.ts'

const pack = loadInstitutionPack(join(import.meta.dirname, '../../../resources/institution/contoh.json'))
const holidays = holidaysOf(pack)
const on = (text: string) => civilDate.parse(text)

describe('addWorkingDays', () => {
  it('passes over a weekend and says so', () => {
    const due = addWorkingDays(on('2020-11-19'), 3, holidays)
    expect(due.on).toBe('2020-11-24')
    expect(due.skipped).toEqual([
      { on: '2020-11-21', reason: 'weekend', name: null },
      { on: '2020-11-22', reason: 'weekend', name: null },
    ])
  })

  it('passes over collective leave and voting day by name', () => {
    expect(addWorkingDays(on('2020-12-08'), 1, holidays)).toMatchObject({
      on: '2020-12-10',
      skipped: [{ on: '2020-12-09', reason: 'national', name: 'Pemungutan suara Pemilihan Kepala Daerah' }],
    })
    const due = addWorkingDays(on('2024-04-05'), 1, holidays)
    expect(due.on).toBe('2024-04-16')
    expect(due.skipped.filter(day => day.reason === 'collectiveLeave')).toHaveLength(4)
  })

  it('names the years for which it knows no holidays', () => {
    expect(addWorkingDays(on('2026-12-28'), 5, holidays).yearsWithoutHolidays).toEqual([2027])
    expect(addWorkingDays(on('2020-01-02'), 5, []).yearsWithoutHolidays).toEqual([2020])
  })

  it('lands on a working day, counts back to n, and accounts for every day between', () => {
    for (let day = on('2019-01-01'); day < '2026-10-01'; day = addDays(day, 13)) {
      for (const n of [1, 7, 14, 21, 65]) {
        const due = addWorkingDays(day, n, holidays)
        expect(weekdayOf(due.on) % 6).not.toBe(0)
        expect(workingDaysBetween(day, due.on, holidays)).toBe(n)
        expect(addDays(day, n + due.skipped.length)).toBe(due.on)
      }
    }
  })

  it('gives the day itself for zero and refuses what is no count of days', () => {
    expect(addWorkingDays(on('2024-08-17'), 0, holidays).on).toBe('2024-08-17')
    for (const n of [-1, 1.5, Number.NaN, 1001]) {
      expect(() => addWorkingDays(on('2024-08-17'), n, holidays)).toThrow('law.badDayCount')
    }
  })
})

describe('dueOn', () => {
  it('keeps calendar days and working days apart', () => {
    expect(dueOn(on('2020-12-21'), { days: 14, unit: 'hari' }, holidays).on).toBe('2021-01-04')
    expect(dueOn(on('2020-12-21'), { days: 14, unit: 'hari kerja' }, holidays).on).toBe('2021-01-14')
  })
})

describe('institution pack', () => {
  it('has a deadline for every stage that waits for somebody', () => {
    const ids = pack.deadlines.map(entry => entry.id)
    for (const id of ['examination', 'review', 'plenary', 'letter', 'followUp']) expect(ids).toContain(id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('marks every year of the example calendar as unchecked', () => {
    expect(pack.holidays.map(entry => entry.year)).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
    expect(pack.holidays.every(entry => entry.exampleData && entry.checkedBy === null)).toBe(true)
  })

  it.each([
    ['no name', { name: '' }, 'name'],
    ['a logo outside its folder', { logo: '../../secret.png' }, 'logo'],
    ['a number pattern without a year', { letterNumberFormat: 'R-{n}' }, 'letterNumberFormat'],
    ['an unknown zone', { zone: 'GMT' }, 'zone'],
    ['a year given twice', { holidays: [pack.holidays[0], pack.holidays[0]] }, 'holidays 2019'],
  ])('refuses %s and says where', (_, change, at) => {
    try {
      parseInstitutionPack({ ...pack, ...change }, 'contoh.json')
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ code: 'institution.packInvalid', facts: { file: 'contoh.json', at } })
    }
  })
})

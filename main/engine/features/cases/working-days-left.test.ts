import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate } from '../../../../shared/dates.ts'
import type { InstitutionPack } from '../../../../shared/institution-pack.ts'
import { holidaysOf, workingDaysBetween } from '../../law/index.ts'
import { workingDaysLeft } from './working-days-left.ts'

const file = join(import.meta.dirname, '../../../../resources/institution/contoh.json')
const pack = JSON.parse(readFileSync(file, 'utf8')) as InstitutionPack

describe('working days left', () => {
  it('agrees with the day-by-day count over every day of two years', () => {
    const today = civilDate.parse('2020-05-15')
    for (let n = 0; n < 730; n += 1) {
      const due = addDays(today, n)
      const slow = workingDaysBetween(today, due, holidaysOf(pack))
      expect(workingDaysLeft(pack, today, due)).toBe(slow)
      expect(workingDaysLeft(pack, due, today)).toBe(slow === 0 ? 0 : -slow)
    }
  })

  it('counts outside its table too', () => {
    expect(workingDaysLeft(pack, '2001-01-01', '2001-01-08')).toBe(5)
    expect(workingDaysLeft(pack, '2001-01-08', '2001-01-01')).toBe(-5)
  })
})

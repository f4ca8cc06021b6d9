import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { civilDate } from '../../../../shared/dates.ts'
import { loadLawPack } from '../../law/index.ts'
import { daysWaiting, differenceOf, followUpState, imposable } from './follow-ups.rules.ts'

const law = loadLawPack(join(import.meta.dirname, '../../../../resources/law/law-pack.json'))

describe('difference in severity', () => {
  it.each([
    ['pp53-2010/7/3/b', 'pp53-2010/7/3/b', 'same'],
    ['pp53-2010/7/3/b', 'pp53-2010/7/3/a', 'lighter'],
    ['pp53-2010/7/3/b', 'pp53-2010/7/2/a', 'lighter'],
    ['pp53-2010/7/3/b', 'pp53-2010/7/4/e', 'heavier'],
    ['pp53-2010/7/3/b', 'pp94-2021/8/2/a', 'lighter'],
    ['pp53-2010/7/4/a', 'pp94-2021/8/4/a', 'notComparable'],
    ['pp53-2010/7/3/b', 'pp42-2004/15/3/a', 'notComparable'],
    ['pp53-2010/7/3/b', null, 'notComparable'],
    [null, 'pp53-2010/7/3/b', 'notComparable'],
    ['pp53-2010/7/3/b', 'no/such', 'notComparable'],
  ] as const)('%s against %s is %s', (recommended, imposed, difference) => {
    expect(differenceOf(recommended, imposed, law)).toBe(difference)
  })
})

it('is late from the day after the due date', () => {
  const open = { dueOn: '2020-12-04', closedAt: null }
  expect(followUpState(open, '2020-12-04')).toBe('waiting')
  expect(followUpState(open, '2020-12-05')).toBe('late')
  expect(followUpState({ ...open, closedAt: '2020-12-30T00:00:00.000Z' }, '2021-01-01')).toBe('closed')
})

it('counts days from the day of issue and never below zero', () => {
  const on = (text: string) => civilDate.parse(text)
  expect(daysWaiting(on('2020-11-20'), on('2020-12-04'))).toBe(14)
  expect(daysWaiting(on('2020-11-20'), on('2020-11-01'))).toBe(0)
})

it('offers the sanctions of the rulebook, and those that it borrows', () => {
  const old = imposable(law, 'pp53-2010').map(entry => entry.id)
  expect(old).toContain('pp53-2010/7/3/b')
  expect(old).not.toContain('pp94-2021/8/2/a')
  const now = imposable(law, 'pp94-2021').map(entry => entry.id)
  expect(now).toContain('pp53-2010/7/3/b')
  expect(now).not.toContain('pp94-2021/8/3/a')
})

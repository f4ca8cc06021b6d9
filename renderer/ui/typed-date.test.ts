import { describe, expect, it } from 'vitest'
import { parseTypedDate, parseTypedTime } from './typed-date.ts'

describe('parseTypedDate', () => {
  it.each([
    '14-10-2020',
    '14/10/2020',
    '14.10.20',
    '14102020',
    '14 Okt 2020',
    '14 oktober 2020',
    '2020-10-14',
  ])('reads %s as 14 October 2020', text => expect(parseTypedDate(text)).toBe('2020-10-14'))
  it.each(['', '31-02-2020', '10-14-2020', '14 Foo 2020', '14-10', '99999999'])('refuses %s', text =>
    expect(parseTypedDate(text)).toBeNull(),
  )
})

describe('parseTypedTime', () => {
  it.each([
    ['19.46', '19:46'],
    ['7.05', '07:05'],
    ['1946', '19:46'],
  ])('reads %s as %s', (text, time) => expect(parseTypedTime(text)).toBe(time))
  it.each(['24.00', '7.5', 'pagi', ''])('refuses %s', text => expect(parseTypedTime(text)).toBeNull())
})

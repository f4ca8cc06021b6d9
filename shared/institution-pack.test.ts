import { expect, it } from 'vitest'
import { civilDate } from './dates.ts'
import { formatNumber, isNumberPattern } from './institution-pack.ts'

const on = civilDate.parse('2019-04-05')

it.each([
  ['R-{n}/KASN/{m}/{yyyy}', 'R-1136/KASN/4/2019'],
  ['{sifat}-{n}/{kode}/{mm}/{yyyy}', 'B-1136/NT.01/04/2019'],
  ['LAP-{nnnn}/{mm}/{yyyy}', 'LAP-1136/04/2019'],
  ['BA-{nnn}/PLENO/{mr}/{yyyy}', 'BA-1136/PLENO/IV/2019'],
])('fills %s', (pattern, text) => {
  expect(formatNumber(pattern, { n: 1136, on, code: 'NT.01', prefix: 'B' })).toBe(text)
})

it('pads the running number but never cuts it', () => {
  expect(formatNumber('{nnnn}/{yyyy}', { n: 7, on })).toBe('0007/2019')
  expect(formatNumber('{nnnn}/{yyyy}', { n: 12_345, on })).toBe('12345/2019')
})

it.each([
  '',
  '{n}',
  '{yyyy}',
  '{n}{nnnn}/{yyyy}',
  '{n}/{tahun}/{yyyy}',
  '{n}/{yyyy} <b>',
  '{n}/{__proto__}/{yyyy}',
  'a\n{n}{yyyy}',
])('refuses the pattern %j', pattern => {
  expect(isNumberPattern(pattern)).toBe(false)
  expect(() => formatNumber(pattern, { n: 1, on })).toThrow('institution.badNumberPattern')
})

it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses the running number %s', n => {
  expect(() => formatNumber('{n}/{yyyy}', { n, on })).toThrow('institution.badRunningNumber')
})

it('gives different numbers for different running numbers of a year', () => {
  const made = new Set(
    Array.from({ length: 3000 }, (_, n) => formatNumber('{n}/{m}/{yyyy}', { n: n + 1, on })),
  )
  expect(made.size).toBe(3000)
})

import { expect, it } from 'vitest'
import { terbilang, withTerbilang } from './terbilang.ts'

it.each([
  [0, 'nol'],
  [10, 'sepuluh'],
  [11, 'sebelas'],
  [14, 'empat belas'],
  [20, 'dua puluh'],
  [21, 'dua puluh satu'],
  [100, 'seratus'],
  [119, 'seratus sembilan belas'],
  [1000, 'seribu'],
  [1001, 'seribu satu'],
  [2024, 'dua ribu dua puluh empat'],
  [999_999, 'sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan'],
])('writes %i as %s', (n, words) => {
  expect(terbilang(n)).toBe(words)
})

it('puts the words after the figure', () => {
  expect(withTerbilang(14)).toBe('14 (empat belas)')
})

it('refuses what it cannot write exactly', () => {
  for (const n of [-1, 1.5, 1_000_000, Number.NaN]) expect(() => terbilang(n)).toThrow(RangeError)
})

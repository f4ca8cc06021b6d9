import { expect, it } from 'vitest'
import { publicFacts } from './public-facts.rules.ts'

const reporter = ['Dr. Budi Rahasia', '0812-3456-7890']

it('leaves out each sentence that mentions the protected reporter, also by contact', () => {
  const narrative =
    'Terlapor hadir di lapangan. Menurut dr Budi  Rahasia, ia berpidato. Hubungi 0812 3456 7890. Foto beredar.'
  expect(publicFacts('Pada 1 Mei.', narrative, reporter)).toEqual([
    'Pada 1 Mei.',
    'Terlapor hadir di lapangan.',
    'Foto beredar.',
  ])
})

it('leaves out a name that the cut between sentences would have divided', () => {
  const facts = publicFacts('Pada 1 Mei.', 'Ini kata Dr. Budi Rahasia kemarin. Selesai.', reporter)
  expect(facts.join(' ')).not.toMatch(/Dr|Budi|Rahasia/)
  expect(facts).toContain('Selesai.')
})

it('keeps a title and its name on one line', () => {
  const narrative =
    'Sdr. Umpama, S.H. Kepala Dinas, hadir. Kata Prof. Dr. H. Budi Rahasia ia berpidato. Selesai.'
  expect(publicFacts('Pada 1 Mei.', narrative, ['Budi Rahasia'])).toEqual([
    'Pada 1 Mei.',
    'Sdr. Umpama, S.H. Kepala Dinas, hadir.',
    'Selesai.',
  ])
})

it('keeps to six lines of bounded length', () => {
  const narrative = Array.from({ length: 20 }, (_, n) => `Kalimat ${n} ${'panjang '.repeat(60)}.`).join('\n')
  const facts = publicFacts('Pada 1 Mei.', narrative, [])
  expect(facts).toHaveLength(6)
  expect(Math.max(...facts.map(line => line.length))).toBeLessThan(185)
})

import { expect, it } from 'vitest'
import { factLines } from './fact-lines.ts'

it('keeps the lines that were written, without their bullets', () => {
  expect(factLines('1. Hadir di balai desa.\n2) Membagikan undangan.\n\n- Difoto warga.')).toEqual([
    'Hadir di balai desa.',
    'Membagikan undangan.',
    'Difoto warga.',
  ])
})

it('cuts one paragraph at its sentences, not at times, initials or abbreviations', () => {
  const story = 'Pada pukul 09.30 Sdr. Umpama hadir. Ia mengangkat dua jari. Fotonya diunggah.'
  expect(factLines(story)).toHaveLength(3)
  expect(factLines(story).join(' ')).toBe(story)
})

it('never gives more than six lines, and leaves nothing out', () => {
  const story = Array.from({ length: 17 }, (_, n) => `Kalimat nomor ${n} ditulis lengkap.`).join(' ')
  const lines = factLines(story)
  expect(lines).toHaveLength(6)
  expect(lines.join(' ')).toBe(story)
  expect(factLines('')).toEqual([])
})

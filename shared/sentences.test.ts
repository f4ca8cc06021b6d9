import { expect, it } from 'vitest'
import { sentencesOf } from './sentences.ts'

it('cuts after a stop, a question or an exclamation before a capital, a quotation or a bracket', () => {
  expect(sentencesOf('Ia hadir. “Pilih dia!” katanya. (Foto terlampir.) Benarkah? Éva tahu! Ya.')).toEqual([
    'Ia hadir.',
    '“Pilih dia!” katanya.',
    '(Foto terlampir.) Benarkah?',
    'Éva tahu!',
    'Ya.',
  ])
})

it('ends a sentence at a line break, and gives none for an empty text', () => {
  expect(sentencesOf(' Hadir di lapangan\n\n  Difoto warga. \n')).toEqual([
    'Hadir di lapangan',
    'Difoto warga.',
  ])
  expect(sentencesOf(' \n ')).toEqual([])
})

it.each([
  'Ini kata Sdr. Umpama kemarin.',
  'Ini kata sdri. Umpama dan (Bpk. Contoh) kemarin.',
  'Surat No. B/12/IV/2020 diterima.',
  'Rumahnya di Jl. Merdeka, Gg. Mawar, Kel. Sawah, Kec. Hulu, Kab. Umpama.',
  'Ia melanggar Pasal 4 angka 15 huruf d PP No. LIMA, lihat Pasal 5 ayat (2).',
  'Dr. Budi Rahasia, dr. Ani dan Prof. Dr. H. Contoh hadir.',
  'Umpama, S.H. M.Si. Ph.D. S.Sos.I. Kepala Dinas, hadir.',
  'Ditandatangani a.n. Bupati oleh Moh. Umpama dari PT. Maju.',
  'Pada 12 Jan. 2020 pukul 09.30 WIB sampai 1.5.2020 ia cuti.',
])('does not cut inside: %s', sentence => {
  expect(sentencesOf(sentence)).toEqual([sentence])
  expect(sentencesOf(`Pembuka. ${sentence} Penutup.`)).toHaveLength(3)
})

it('cuts after a word that only looks like an abbreviation', () => {
  for (const end of [
    'tanpa nomor.',
    'menurut Pasal 5 huruf n.',
    'di laman kpu.go.id.',
    'dan ibu.',
    'pada 2020.',
  ]) {
    expect(sentencesOf(`Ia hadir ${end} Fotonya beredar.`), end).toHaveLength(2)
  }
})

it('keeps every word of a text', () => {
  const text = 'Kata Sdr. Umpama, S.H. Lalu ia pergi. Ke mana? Ke Kab. Contoh.'
  expect(sentencesOf(text).join(' ')).toBe(text)
})

import { describe, expect, it } from 'vitest'
import { matchQuery, stemOf, stemsOf } from './search-terms.ts'

describe('Indonesian affixes', () => {
  it.each([
    ['dukung', ['mendukung', 'didukung', 'dukungan', 'pendukung', 'mendukungnya', 'terdukung']],
    [
      'tulis',
      ['menulis', 'tulisan', 'ditulis', 'penulis', 'menuliskan', 'dituliskan', 'tertulis', 'penulisan'],
    ],
    ['pilih', ['memilih', 'pilihan', 'pemilihan', 'dipilih', 'pemilih', 'terpilih']],
    ['unggah', ['mengunggah', 'unggahan', 'diunggah', 'pengunggahan']],
    ['sebar', ['menyebarkan', 'disebarkan', 'penyebaran', 'tersebar', 'sebarkan', 'menyebari']],
    ['hadir', ['menghadiri', 'kehadiran', 'dihadiri', 'berhadiran']],
    ['bantu', ['membantu', 'bantuan', 'dibantu', 'pembantu']],
    ['kampanye', ['berkampanye', 'dikampanyekan', 'mengkampanyekan']],
  ])('finds the family of %s', (stem, words) => {
    expect(words.map(stemOf)).toEqual(words.map(() => stem))
    expect(stemOf(stem)).toBe(stem)
  })

  it('leaves short words, numbers and names with digits alone', () => {
    for (const word of ['di', 'dia', 'sari', '0012', 'p4x', 'ber']) expect(stemOf(word)).toBe(word)
  })

  it('indexes only stems that differ from their words', () => {
    expect(stemsOf('Surat dukungan pemilihan')).toBe('dukung pilih')
  })
})

describe('queries', () => {
  it('reads a NIP in groups as one word', () => {
    expect(matchQuery('19830907 200801 2 994')).toBe('"198309072008012994"*')
  })

  it('gives null when there is nothing to look for', () => {
    for (const typed of ['', '   ', '"', '***', '() -- ;']) expect(matchQuery(typed)).toBeNull()
  })

  it('quotes every word, so that FTS5 operators are words like any other', () => {
    expect(matchQuery('NEAR(a b) OR "x" title:y')).not.toMatch(/[^"]NEAR\(/)
    expect(matchQuery('0012/NT/2024')).toBe('"0012"* AND "nt"* AND "2024"*')
  })
})

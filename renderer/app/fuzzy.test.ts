import { describe, expect, it } from 'vitest'
import { fuzzyScore } from './fuzzy.ts'

describe('fuzzyScore', () => {
  it('finds words in any order', () => expect(fuzzyScore('surat buat', 'Buat surat')).not.toBeNull())
  it('finds letters in order', () => expect(fuzzyScore('bksrt', 'Buka Surat')).not.toBeNull())
  it('finds nothing where a word is missing', () =>
    expect(fuzzyScore('buka sidang', 'Buka Surat')).toBeNull())
  it('puts the start of a word before its middle', () => {
    expect(fuzzyScore('kun', 'Kunci program') ?? 0).toBeGreaterThan(fuzzyScore('kun', 'Buka akun') ?? 0)
  })
})

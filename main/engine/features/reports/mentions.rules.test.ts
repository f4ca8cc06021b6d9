import { describe, expect, it } from 'vitest'
import { comparable, mentions } from './mentions.rules.ts'

describe('comparing texts', () => {
  it('leaves out numbers in words, case, marks and blanks', () => {
    expect(comparable('Selama 1 (satu)  Tahun.')).toBe('selama 1 tahun')
    expect(mentions('berupa penundaan selama 1 (satu) tahun;', 'Penundaan selama 1 tahun')).toBe(true)
  })
  it('finds whole words only, in any writing', () => {
    expect(mentions('menurut MELATI\n pelapora, bahwa', 'Melati Pelapora')).toBe(true)
    expect(mentions('menurut Ｍｅｌａｔｉ', 'Melati')).toBe(true)
    expect(mentions('bunga melatiku', 'Melati')).toBe(false)
    expect(mentions('apa pun', 'a')).toBe(false)
    expect(mentions('apa pun', '')).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { textRows } from './text-lines.ts'

describe('text of an exhibit', () => {
  it('keeps line numbers whatever the line endings', () => {
    expect(textRows('a\r\nb\rc\nd').map(row => `${row.line}${row.text}`)).toEqual(['1a', '2b', '3c', '4d'])
    expect(textRows('')).toEqual([{ line: 1, first: true, text: '' }])
  })

  it('cuts a line of a megabyte into parts and numbers it once', () => {
    const rows = textRows(`${'x'.repeat(1_000_000)}\ny`)
    expect(rows.length).toBe(501)
    expect(rows.filter(row => row.first).map(row => row.line)).toEqual([1, 2])
    expect(Math.max(...rows.map(row => row.text.length))).toBe(2000)
  })

  it('shows marks that turn the reading direction instead of obeying them', () => {
    expect(textRows('name-\u202egpj.exe')[0]?.text).toBe('name-‹U+202E›gpj.exe')
    expect(textRows('a\u0000b\u200b')[0]?.text).toBe('a‹U+0000›b‹U+200B›')
    expect(textRows('tab\tand é tetap')[0]?.text).toBe('tab\tand é tetap')
  })
})

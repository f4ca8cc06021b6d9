import { describe, expect, it } from 'vitest'
import { asTabSeparated, asTextTable } from './data-table-copy.ts'

describe('asTabSeparated', () => {
  it('keeps the 18 digits of a NIP as they are', () => {
    expect(asTabSeparated([['2020/117', '198309072008012994']])).toBe('2020/117\t198309072008012994')
  })
  it('makes a formula in a name harmless', () => {
    expect(asTabSeparated([['=HYPERLINK("http://x")', '+cmd|x', '-5', '-5,2%']])).toBe(
      `'=HYPERLINK("http://x")\t'+cmd|x\t-5\t-5,2%`,
    )
  })
  it('keeps a cell with breaks on one row', () => expect(asTabSeparated([['a\nb\tc', 'd']])).toBe('a b c\td'))
})

describe('asTextTable', () => {
  it('escapes markup and marks cells as text', () => {
    expect(asTextTable([['<b>&']])).toBe(
      `<table><tr><td style="mso-number-format:'\\@'">&#60;b&#62;&#38;</td></tr></table>`,
    )
  })
})

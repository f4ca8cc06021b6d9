import { CodedError } from '../errors.ts'
import type { FontFamily } from './fonts.ts'

// Controls and format marks (zero-width, direction): invisible on paper, so they may not hide in a letter.
const invisible = /(?![\t\n\r])[\p{Cc}\p{Cf}]/gu

/**
 * What to do with a character that the typeface cannot draw: a letter is refused (nobody may sign a
 * box), a working print shows its code point.
 */
export type MissingGlyphs = 'refuse' | 'substitute'

/**
 * Text as it can be drawn: composed form, without invisible characters.
 * @throws CodedError 'letters.characterMissing' {character, codePoint} under 'refuse'
 */
export function printableText(text: string, family: FontFamily, missing: MissingGlyphs): string {
  const clean = text.replace(invisible, '').normalize('NFC')
  let drawn = ''
  for (const character of clean) {
    const codePoint = character.codePointAt(0) ?? 0
    if (/[ \t\n\r]/.test(character) || family.regular.hasGlyphForCodePoint(codePoint)) {
      drawn += character
      continue
    }
    if (/\s/.test(character)) {
      drawn += ' '
      continue
    }
    const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
    if (missing === 'refuse') throw new CodedError('letters.characterMissing', { character, codePoint: name })
    drawn += `[${name}]`
  }
  return drawn
}

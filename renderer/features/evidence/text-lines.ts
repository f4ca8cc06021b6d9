/** A row on screen: part of a line; only the first part of a line carries its number. */
export type TextRow = { line: number; first: boolean; text: string }

const LONGEST_ROW = 2000

/**
 * Text as rows. Very long lines are cut into parts so that one line of a megabyte does not stop the window.
 * Marks that turn the reading direction or cannot be seen are shown as their code, so that nothing is hidden.
 */
export function textRows(text: string): TextRow[] {
  return text.split(/\r\n|\r|\n/).flatMap((whole, index) => {
    const rows: TextRow[] = []
    for (let at = 0; at === 0 || at < whole.length; at += LONGEST_ROW) {
      rows.push({ line: index + 1, first: at === 0, text: visible(whole.slice(at, at + LONGEST_ROW)) })
    }
    return rows
  })
}

// Controls but tab, and every mark of the class 'format': direction marks, zero-width joints, byte order marks.
const HIDDEN = /(?!\t)[\p{Cc}\p{Cf}]/gu

/** The text with hidden marks shown as '‹U+202E›'. */
export function visible(text: string): string {
  return text.replace(
    HIDDEN,
    mark => `‹U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`,
  )
}

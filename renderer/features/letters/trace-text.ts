import type { Letter } from '../../../shared/contract/letters.ts'
import { t } from '../../../shared/strings/index.ts'

type Trace = Letter['traces'][number]
const MOST_EXHIBITS = 3

/** The lines in the margin: where the block comes from, its exhibits, and whether either side moved. */
export function markText({ label, exhibits, changed }: Trace, edited: boolean): string {
  const words = t.letters.editor
  const shown = exhibits.slice(0, MOST_EXHIBITS).join(', ')
  const more = exhibits.length > MOST_EXHIBITS ? ` +${exhibits.length - MOST_EXHIBITS}` : ''
  const lines = [changed && words.changedLabel, label, shown + more, edited && words.edited]
  return lines.filter(Boolean).join('\n')
}

/** Height of one line in the margin, in px, as in the style sheet. */
export const MARK_LINE = 16
const LINE_LETTERS = 14

/** How many lines the text takes in the margin, roughly. */
export const markLines = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE_LETTERS)), 0)

import type { Output } from '../../../shared/contract/index.ts'
import type { LetterRow } from '../../../shared/contract/letters.ts'
import { formatShortDate } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import type { Column } from '../../ui/data-table.tsx'

export type LetterCandidate = Output<'letters.list'>['candidates'][number]
/** A letter, or a decided person who has none yet. */
export type LetterLine =
  | { kind: 'letter'; letter: LetterRow }
  | { kind: 'candidate'; candidate: LetterCandidate }

const words = t.letters

export const keyOfLine = (line: LetterLine): string =>
  line.kind === 'letter' ? line.letter.id : `${line.candidate.caseId}/${line.candidate.respondentId}`

const personOf = (line: LetterLine) =>
  line.kind === 'letter' ? line.letter.respondentName : line.candidate.respondentName
const caseOf = (line: LetterLine) =>
  line.kind === 'letter' ? line.letter.caseNumber : line.candidate.caseNumber

function column(
  id: keyof typeof words.columns,
  width: number,
  text: (line: LetterLine) => string,
  more: Partial<Column<LetterLine>> = {},
): Column<LetterLine> {
  return { id, header: words.columns[id], cell: text, copy: text, width, ...more }
}
const ofLetter = (text: (letter: LetterRow) => string) => (line: LetterLine) =>
  line.kind === 'letter' ? text(line.letter) : ''

/** Who first, then what is missing, then the letter's own facts. */
export const letterColumns: readonly Column<LetterLine>[] = [
  column('person', 172, personOf, { look: 'strong' }),
  column(
    'state',
    148,
    line =>
      line.kind === 'letter'
        ? line.letter.replaced
          ? t.letterStanding.replaced.chip
          : words.states[line.letter.state]
        : words.candidateOutcome[line.candidate.outcome],
    { look: 'second' },
  ),
  column(
    'number',
    150,
    ofLetter(letter => letter.number ?? '–'),
    { whole: true },
  ),
  column(
    'datedOn',
    98,
    ofLetter(letter => (letter.datedOn ? formatShortDate(letter.datedOn) : '–')),
    { align: 'right', whole: true },
  ),
  column(
    'addressee',
    130,
    ofLetter(letter => letter.addressee.replace(/^Yth\.\s*/, '')),
    { grow: true, look: 'second' },
  ),
  column('caseNumber', 118, caseOf, { whole: true }),
]

import { sentencesOf } from '../../../../shared/sentences.ts'
import { mentions } from '../reports/index.ts'

/** Lines of facts on the second display. */
const MOST_FACTS = 6
const LONGEST_FACT = 180

/** Facts of a case in at most six lines: the act's time and place, then what of the narrative may be shown. */
export function publicFacts(first: string, narrative: string, protectedWords: readonly string[]): string[] {
  const lines = [first, ...publicSentences(narrative, protectedWords).map(shortened)]
  return lines.filter(line => !protectedWords.some(word => mentions(line, word))).slice(0, MOST_FACTS)
}

/** A narrative without the sentences that mention a protected word. */
export const publicNarrative = (narrative: string, protectedWords: readonly string[]): string =>
  protectedWords.some(word => mentions(narrative, word))
    ? publicSentences(narrative, protectedWords).join(' ')
    : narrative

/** A name broken over two sentences keeps both out. */
function publicSentences(narrative: string, protectedWords: readonly string[]): string[] {
  const hides = (text: string) => protectedWords.some(word => mentions(text, word))
  const sentences = sentencesOf(narrative)
  const out = sentences.map(hides)
  const divided = sentences.map(
    (sentence, n) => n > 0 && !out[n - 1] && !out[n] && hides(`${sentences[n - 1]} ${sentence}`),
  )
  return sentences.filter((_, n) => !out[n] && !divided[n] && !divided[n + 1])
}

function shortened(text: string): string {
  if (text.length <= LONGEST_FACT) return text
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST_FACT))}…`
}

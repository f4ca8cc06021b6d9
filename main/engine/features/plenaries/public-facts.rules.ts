import { mentions } from '../reports/index.ts'

/** Lines of facts on the second display. */
export const MOST_FACTS = 6
const LONGEST_FACT = 180

/**
 * Facts of a case in at most six lines: the act's time and place, then the sentences of the narrative that
 * mention none of the protected words. A name broken over two sentences keeps both out.
 */
export function publicFacts(first: string, narrative: string, protectedWords: readonly string[]): string[] {
  const hides = (text: string) => protectedWords.some(word => mentions(text, word))
  const sentences = sentencesOf(narrative)
  const out = sentences.map(hides)
  const divided = sentences.map(
    (sentence, n) => n > 0 && !out[n - 1] && !out[n] && hides(`${sentences[n - 1]} ${sentence}`),
  )
  const allowed = sentences.filter((_, n) => !out[n] && !divided[n] && !divided[n + 1])
  return [first, ...allowed.map(shortened)].filter(line => !hides(line)).slice(0, MOST_FACTS)
}

function sentencesOf(text: string): string[] {
  return text
    .split(/\n+|(?<=[.!?])\s+(?=[\p{Lu}“"(])/u)
    .map(part => part.trim())
    .filter(part => part !== '')
}

function shortened(text: string): string {
  if (text.length <= LONGEST_FACT) return text
  return `${text.slice(0, text.lastIndexOf(' ', LONGEST_FACT))}…`
}

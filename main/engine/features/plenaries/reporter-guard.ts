import { mentions } from '../reports/index.ts'
import { minutesPhrases } from './decision-wording.ts'

// Made by the program, never typed: a short name must not be found in the digits of an id.
const NO_TEXT = /(Id|Hash|At|On)$/

/** The last gate: whatever text still mentions a protected word is replaced, wherever it came from. */
export function guarded(
  value: unknown,
  words: readonly string[],
  replace: (text: string) => string = () => minutesPhrases.notShown,
): unknown {
  if (words.length === 0) return value
  if (typeof value === 'string') {
    return words.some(word => mentions(value, word)) ? replace(value) : value
  }
  if (Array.isArray(value)) return value.map(entry => guarded(entry, words, replace))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      NO_TEXT.test(key) ? entry : guarded(entry, words, replace),
    ]),
  )
}

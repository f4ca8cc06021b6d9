import { parseNip } from '../../../../shared/nip.ts'

// Affix folding for Indonesian, so that 'dukungan', 'mendukung' and 'didukung' find each other. It is a small
// rule set in the manner of Nazief and Adriani without a dictionary: stems need not be words, they only have to
// be the same for words of one family. Both the indexed text and the query go through `stemOf`.

const SHORTEST_STEM = 4
const PARTICLES = /(?:lah|kah|pun)$/
const POSSESSIVES = /(?:nya|ku|mu)$/
const SUFFIXES = /(?:kan|an|i)$/

/** Prefixes with the sound change of the first letter of the root: menulis → tulis, memukul → pukul. */
const PREFIXES: readonly { test: RegExp; give: string }[] = [
  { test: /^(?:meny|peny)(?=[aiueo])/, give: 's' },
  { test: /^(?:meng|peng)(?=[aiueoghk])/, give: '' },
  { test: /^(?:mem|pem)(?=[aiueo])/, give: 'p' },
  { test: /^(?:mem|pem)(?=[bfvp])/, give: '' },
  { test: /^(?:men|pen)(?=[aiueo])/, give: 't' },
  { test: /^(?:men|pen)(?=[cdjztsy])/, give: '' },
  { test: /^(?:ber|ter|per|bel|pel)(?=[a-z]{4})/, give: '' },
  { test: /^(?:me|pe)(?=[lrwymn])/, give: '' },
  { test: /^di(?=[a-z]{4})/, give: '' },
  { test: /^ke(?=[a-z]{3,}an$)/, give: '' },
]

/** The folded form of one lower-case word; words with digits and short words stay as they are. */
export function stemOf(word: string): string {
  if (word.length <= SHORTEST_STEM || !/^[a-z]+$/.test(word)) return word
  let stem = cut(cut(word, PARTICLES), POSSESSIVES)
  // 'dipertanggungjawabkan': at most two prefixes.
  for (let n = 0; n < 2; n += 1) stem = withoutPrefix(stem)
  stem = cut(stem, SUFFIXES)
  return stem
}

/** The distinct stems of a text that differ from their words, for the index column of stems. */
export function stemsOf(text: string): string {
  const stems = new Set<string>()
  for (const word of wordsOf(text)) {
    const stem = stemOf(word)
    if (stem !== word) stems.add(stem)
  }
  return [...stems].join(' ')
}

/**
 * What a person typed, as an FTS5 query: every word must occur, as the beginning of a word or by its
 * stem. A NIP in groups is one word. Operators and quotes of FTS5 have no meaning; null for a query
 * without any letter or digit.
 */
export function matchQuery(typed: string): string | null {
  const nip = parseNip(typed)
  if (nip.digits.length >= 9 && nip.kind !== 'invalid') return `"${nip.digits}"*`
  const words = wordsOf(typed).slice(0, 12)
  if (words.length === 0) return null
  return words.map(word => termOf(word)).join(' AND ')
}

function termOf(word: string): string {
  const stem = stemOf(word)
  if (word.length < SHORTEST_STEM || /\d/.test(word)) return `"${word}"*`
  // A word may be typed as root while the text has an affixed form, and the other way round.
  const other = stem === word ? '' : ` OR "${stem}"*`
  return `("${word}"* OR stems : "${stem}"${other})`
}

/** The word by which the index knows what an entity is; it stands among the stems. */
export function kindWord(kind: string): string {
  return `kind${kind}`
}

/** Narrows a query to entities of one kind without reading a row. */
export function ofKind(match: string, kind: string): string {
  return `(${match}) AND stems : "${kindWord(kind)}"`
}

/** Words as the index cuts them: letters and digits of any script, lower case, without accents. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  // The index holds no positions, so a word must be one token there too: only scripts both sides know.
  return plain.match(/[\p{L}\p{N}]+/gu)?.filter(word => !/[\u{10000}-\u{10ffff}]/u.test(word)) ?? []
}

function withoutPrefix(word: string): string {
  for (const { test, give } of PREFIXES) {
    if (!test.test(word)) continue
    const stem = give + word.replace(test, '')
    return stem.length >= SHORTEST_STEM ? stem : word
  }
  return word
}

function cut(word: string, ending: RegExp): string {
  const stem = word.replace(ending, '')
  return stem.length >= SHORTEST_STEM ? stem : word
}

/**
 * How well `query` fits `text`: higher is better, null is no fit. Each word of the query must be found,
 * as the start of a word (best), inside one, or as letters in order ("bksrt" finds "buka surat").
 */
export function fuzzyScore(query: string, text: string): number | null {
  const haystack = plain(text)
  let score = 0
  for (const word of plain(query).split(' ').filter(Boolean)) {
    const part = wordScore(word, haystack)
    if (part === null) return null
    score += part
  }
  return score - haystack.length / 1000
}

/** Whether each word of the query begins a word of the text: what was typed means this very command. */
export function startsWordsOf(query: string, text: string): boolean {
  const parts = plain(text).split(' ')
  const words = plain(query).split(' ').filter(Boolean)
  return words.length > 0 && words.every(word => parts.some(part => part.startsWith(word)))
}

function wordScore(word: string, haystack: string): number | null {
  const at = haystack.indexOf(word)
  if (at === 0) return 4
  if (at > 0) return haystack[at - 1] === ' ' ? 3 : 2
  return word.length > 2 && isSubsequence(word, haystack) ? 1 : null
}

function isSubsequence(word: string, haystack: string): boolean {
  let from = 0
  for (const letter of word) {
    from = haystack.indexOf(letter, from) + 1
    if (from === 0) return false
  }
  return true
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Text as people compare it: lower case, no figures' words in brackets, no marks, single blanks. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\d)\s*\([^()]*\)/g, '$1')
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim()
}

/** Whether the words stand in the text as whole words, in that order. */
export function mentions(text: string, words: string): boolean {
  const phrase = comparable(words)
  return phrase.length >= 3 && ` ${comparable(text)} `.includes(` ${phrase} `)
}

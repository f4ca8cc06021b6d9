// Titles, addresses, firms and references that stand before a name or a number, never at the end of a sentence.
const BEFORE_A_NAME = new Set(
  (
    'sdr sdri bpk tn ny nn yth dr drs dra drg prof ir hj kh moh muh abd st jend ' +
    'jl jln gg kab kec kel ds dsn prov kp no psl pt cv ud'
  ).split(' '),
)
// An initial ('H.'), a degree ('S.H.', 'M.Si.', 'Ph.D.') or an order ('a.n.').
const SHORTENED = /^(?:\p{Lu}|\p{Lu}\p{Ll}?(?:\.\p{Lu}\p{Ll}*)+|\p{Ll}(?:\.\p{Ll})+)$/u
const LAST_WORD = /(?:^|[\s(“"'/])([^\s(“"'/]+)\.$/

/**
 * The sentences of an Indonesian text, trimmed and in order; a line break ends one too. After an abbreviation it
 * does not cut: a name is rather kept in too long a sentence than divided over two.
 */
export function sentencesOf(text: string): string[] {
  return text.split(/\n+/).flatMap(sentencesOfLine)
}

function sentencesOfLine(line: string): string[] {
  const sentences: string[] = []
  for (const part of line.trim().split(/(?<=[.!?])\s+(?=[\p{Lu}“"'(])/u)) {
    const last = sentences.at(-1)
    if (last !== undefined && isAbbreviated(last)) sentences[sentences.length - 1] = `${last} ${part}`
    else if (part !== '') sentences.push(part)
  }
  return sentences
}

function isAbbreviated(sentence: string): boolean {
  const word = LAST_WORD.exec(sentence)?.[1]
  return word !== undefined && (BEFORE_A_NAME.has(word.toLowerCase()) || SHORTENED.test(word))
}

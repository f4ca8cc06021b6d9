import type { LawHit } from '../../../../shared/contract/law-shapes.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import { legalBasisText, regulationById } from '../../law/index.ts'
import { stemOf, wordsOf } from '../docket/index.ts'

type Entry = Omit<LawHit, 'excerpt'> & { text: string; head: Set<string>; body: Set<string> }

const MOST_WORDS = 12
const EXCERPT = 160

/** Packs do not change, so what can be found in one is worked out once. */
const known = new WeakMap<LawPack, readonly Entry[]>()

/** How a citation is shortened by those who type it often. */
const SHORTENED: Readonly<Record<string, string>> = { ps: 'pasal', psl: 'pasal', ay: 'ayat', hrf: 'huruf' }

/**
 * Entries of the pack that hold every word, as the beginning of a word or by its folded stem: 'dukungan' finds
 * 'mendukung'. The nearest come first, and among equals the order is that of the pack. Where nothing holds the
 * words as typed, citations are read as they are shortened: 'pp94/2021 ps 5n2'.
 */
export function searchLaw(query: string, pack: LawPack, limit: number): LawHit[] {
  const words = wordsOf(query).slice(0, MOST_WORDS)
  if (words.length === 0) return []
  const hits = hitsOf(words, pack, limit)
  if (hits.length > 0) return hits
  const longer = citedWords(words).slice(0, MOST_WORDS)
  return longer.join(' ') === words.join(' ') ? hits : hitsOf(longer, pack, limit)
}

/** Letters and figures apart, and abbreviations written out. */
function citedWords(words: readonly string[]): string[] {
  const parts = words.flatMap(word => word.match(/\d+|\D+/g) ?? [])
  return parts.map(part => SHORTENED[part] ?? part)
}

function hitsOf(words: readonly string[], pack: LawPack, limit: number): LawHit[] {
  const terms = words.map(word => ({ word, stem: stemOf(word) }))
  const phrase = words.join(' ')
  const found: { rank: number; hit: LawHit }[] = []
  for (const entry of entriesOf(pack)) {
    if (!terms.every(term => holds(entry.head, term) || holds(entry.body, term))) continue
    const { kind, id, title, place, text } = entry
    found.push({
      rank: rankOf(entry, terms, phrase),
      hit: { kind, id, title, place, excerpt: excerptOf(text, terms) },
    })
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(entry => entry.hit)
}

/** 0 the very citation or title, 1 those words one after the other, 2 all words there, 3 somewhere in the text. */
function rankOf({ title, place, head }: Entry, terms: readonly Term[], phrase: string): number {
  const lines = [place, title].map(line => wordsOf(line).join(' '))
  if (lines.some(line => line === phrase || line.endsWith(` ${phrase}`))) return 0
  if (lines.some(line => line.includes(phrase))) return 1
  return terms.every(term => holds(head, term)) ? 2 : 3
}

type Term = { word: string; stem: string }

/** Figures and single letters are whole words: 'pasal 4 huruf d' must find neither Pasal 42 nor 'huruf b … dan'. */
function holds(words: ReadonlySet<string>, { word, stem }: Term): boolean {
  if (words.has(word) || words.has(stem)) return true
  if (/^(?:\d+|.)$/.test(word)) return false
  for (const candidate of words) if (candidate.startsWith(word)) return true
  return false
}

function entriesOf(pack: LawPack): readonly Entry[] {
  let entries = known.get(pack)
  if (!entries) {
    entries = [...everything(pack)]
    known.set(pack, entries)
  }
  return entries
}

function* everything(pack: LawPack): Generator<Entry> {
  const number = (id: string) => regulationById(pack, id).number
  for (const one of pack.provisions) {
    const parts = [one.summary, ...one.elements.map(element => element.label), one.note, one.exception]
    const basis = legalBasisText(one, pack).short
    yield entry('provision', one.id, one.subject, `${number(one.regulation)} ${one.citation}`, [
      ...parts,
      basis,
    ])
  }
  for (const one of pack.regulations) {
    const numbers = (one.numbers ?? []).map(entry => `${entry.institution} ${entry.number}`)
    yield entry('regulation', one.id, one.title, one.number, [one.formalName, one.note, ...numbers])
  }
  for (const one of pack.sanctions) {
    yield entry('sanction', one.id, one.name, `${number(one.regulation)} ${one.citation}`, [
      one.level,
      one.note,
    ])
  }
  for (const one of pack.concurrenceRules) {
    yield entry('concurrence', one.id, one.citation, number(one.regulation), [one.summary])
  }
  for (const one of pack.procedure) {
    yield entry('procedure', one.id, one.citation, one.actor, [one.summary, one.note])
  }
  for (const one of pack.authorities) {
    const place = `${number(one.regulation)} ${one.citation}`
    yield entry('authority', one.id, one.official, place, [one.scope, one.summary])
  }
  for (const one of pack.violationForms) {
    yield entry('form', one.id, one.label, '', [...one.examples, one.note, ...one.skb2022])
  }
  for (const one of pack.elections) yield entry('election', one.id, one.name, '', [one.note, one.source])
  for (const one of pack.rulebookSelection.exceptions) {
    yield entry('selection', one.id, one.basis, '', [one.note, one.when, one.then])
  }
  for (const [n, warning] of pack.keyWarnings.entries()) {
    yield entry('warning', String(n), warning, '', [])
  }
}

function entry(
  kind: LawHit['kind'],
  id: string,
  title: string,
  place: string,
  parts: readonly (string | undefined)[],
): Entry {
  const text = parts.filter(part => part).join(' · ')
  return { kind, id, title, place, text, head: folded(`${title} ${place}`), body: folded(text) }
}

/** The words of a text and their stems. */
function folded(text: string): Set<string> {
  return new Set(wordsOf(text).flatMap(word => [word, stemOf(word)]))
}

/** The part of the text around its first matching word. */
function excerptOf(text: string, terms: readonly Term[]): string {
  if (text.length <= EXCERPT) return text
  const found = [...text.matchAll(/[\p{L}\p{N}]+/gu)].find(([word]) => {
    const [plain = ''] = wordsOf(word)
    return terms.some(term => plain.startsWith(term.word) || stemOf(plain) === term.stem)
  })
  const from = Math.max(0, (found?.index ?? 0) - 50)
  const start = from === 0 ? 0 : text.indexOf(' ', from) + 1
  const end = start + EXCERPT
  const cut = end >= text.length ? text.slice(start) : text.slice(start, text.lastIndexOf(' ', end))
  return `${start > 0 ? '… ' : ''}${cut}${end < text.length ? ' …' : ''}`
}

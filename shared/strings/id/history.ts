import { caseHistory } from './case-history.ts'
import { decisionHistory } from './decision-history.ts'
import type { ErrorFacts } from './errors.ts'
import { codeWords } from './history-words.ts'
import { minutesHistory } from './minutes-history.ts'
import { systemHistory } from './system-history.ts'

/**
 * What one audit entry says, without its subject: 'menugaskan {name}[ sebagai {kind}]'. A part in square
 * brackets is left out when one of its facts is missing; `{subject}` is the number of the thing and
 * `{about}` the provision and person of a finding. A function chooses between patterns.
 */
export type HistoryPattern = string | ((facts: ErrorFacts) => string)

const patterns: Readonly<Record<string, HistoryPattern>> = {
  ...caseHistory,
  ...decisionHistory,
  ...minutesHistory,
  ...systemHistory,
}

/** Calls whose audit entries have a sentence of their own. */
export const narratedMethods: ReadonlySet<string> = new Set(Object.keys(patterns))

/**
 * One entry of the audit trail in words, for the history of a case and for the trail itself; the person's
 * name stands before it: 'membuka bukti P-4, sidik cocok'. Codes become words, and facts that an entry
 * lacks leave no gap.
 */
export function historySentence(method: string, facts: ErrorFacts, subject: string): string {
  const pattern = patterns[method] ?? 'melakukan langkah yang tidak dikenal versi program ini'
  const values = { ...facts, subject: isIdentifier(subject) ? '' : subject, about: aboutOf(facts) }
  return filled(typeof pattern === 'string' ? pattern : pattern(facts), values)
}

/** Fills the bracketed parts whose facts are all known, then the rest. */
function filled(pattern: string, facts: ErrorFacts): string {
  const word = (name: string) => wordOf(name, facts[name])
  const whole = pattern.replace(/\[([^\]]*)\]/g, (_, part: string) =>
    [...part.matchAll(/\{(\w+)\}/g)].every(([, name]) => name && word(name) !== '') ? part : '',
  )
  return whole.replace(/\{(\w+)\}/g, (_, name: string) => word(name))
}

function wordOf(name: string, value: ErrorFacts[string] | undefined): string {
  if (value === undefined || value === null) return ''
  const words = codeWords[name]
  return words ? (words[String(value)] ?? '') : String(value)
}

const aboutOf = ({ citation, person }: ErrorFacts) => [citation, person].filter(Boolean).join(', ')

/** Ids are no words for a reader. */
const isIdentifier = (subject: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-|^[0-9a-f]{32,}$/i.test(subject)

import type { PpkConflict } from '../../../../shared/contract/intake-shapes.ts'
import type { Report } from '../../../../shared/contract/reports.ts'
import { comparable, mentions } from './mentions.rules.ts'

/** Words that stand before the title of whoever acts in an office for the time being. */
const ACTING = /^(pj|plt|plh|pjs|pejabat sementara|penjabat|pelaksana tugas|pelaksana harian)\s+/

type Facts = {
  /** Its title alone, such as 'Bupati'. */
  title: string
  agencyName: string
  candidate: string
  others: readonly Pick<Report['respondents'][number], 'position' | 'agencyName' | 'name'>[]
}

/**
 * What the texts of a report hint at: a respondent of the same agency whose post is the authority's own, or
 * a candidate who is described as holding the post. A hint only; a person decides.
 */
export function conflictHint(facts: Facts): PpkConflict['suggestion'] {
  const title = comparable(facts.title)
  if (title === '') return null
  const named = facts.others.find(person => {
    const post = comparable(person.position).replace(ACTING, '')
    return person.agencyName === facts.agencyName && (post === title || post.startsWith(`${title} `))
  })
  if (named) return { kind: 'named', hint: `${named.name}, ${named.position}` }
  return isAuthority(facts.candidate, title) ? { kind: 'candidate', hint: facts.candidate } : null
}

/**
 * Whether a candidate is described as the one who holds the post: by its title, or as standing again. Who only
 * runs for it ('calon bupati') or is its deputy is not the authority.
 */
function isAuthority(candidate: string, title: string): boolean {
  const words = comparable(candidate)
  const others = new RegExp(`(^| )(calon|wakil|mantan|bekas) ${title}(?= |$)`, 'g')
  return mentions(words.replace(others, ' '), title) || (mentions(words, title) && /\bpetahana\b/.test(words))
}

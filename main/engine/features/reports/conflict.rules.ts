import type { PpkConflict } from '../../../../shared/contract/intake-shapes.ts'
import type { Report } from '../../../../shared/contract/reports.ts'
import { comparable, mentions } from './mentions.rules.ts'

/** Words that stand before the title of whoever acts in an office for the time being. */
const ACTING = /^(pj|plt|plh|pjs|pejabat sementara|penjabat|pelaksana tugas|pelaksana harian)\s+/

type Facts = {
  /** The authority with its region, such as 'Bupati Contoh Utara'. */
  authority: string
  /** Its title alone, such as 'Bupati'. */
  title: string
  agencyName: string
  candidate: string
  others: readonly Pick<Report['respondents'][number], 'position' | 'agencyName' | 'name'>[]
}

/**
 * What the texts of a report hint at: a respondent of the same agency whose post is the authority's own, or
 * a candidate whose description names the authority or its region with the title. A hint only; a person decides.
 */
export function conflictHint(facts: Facts): PpkConflict['suggestion'] {
  const title = comparable(facts.title)
  if (title === '') return null
  const named = facts.others.find(person => {
    const post = comparable(person.position).replace(ACTING, '')
    return person.agencyName === facts.agencyName && (post === title || post.startsWith(`${title} `))
  })
  if (named) return { kind: 'named', hint: `${named.name}, ${named.position}` }
  if (mentions(facts.candidate, facts.authority)) return { kind: 'candidate', hint: facts.candidate }
  return mentions(facts.candidate, facts.title) ? { kind: 'candidate', hint: facts.candidate } : null
}

import type { ProvisionChoice } from '../../../../shared/contract/findings.ts'
import type { CivilDate } from '../../../../shared/dates.ts'
import { electionScope, type LawPack, type Provision } from '../../../../shared/law-pack.ts'
import { bandOf, covers, provisionsOf, regulationById, suggestProvisions } from '../../law/index.ts'
import type { CaseFacts } from './findings.queries.ts'

/**
 * Provisions that a finding of this case may rest on: first those that the pack suggests for the form of
 * violation, then those to consider beside them, then all others of the case's rulebook and the ethics rules
 * in force on the day of the act. A person chooses; nothing is added by itself.
 */
export function provisionChoices(facts: CaseFacts, law: LawPack): ProvisionChoice[] {
  const { suggested, beside } = suggestionsFor(facts, law)
  const ethics = law.provisions.filter(
    entry => entry.kind === 'ethics' && inForce(entry, facts.actOn as CivilDate, law),
  )
  const all = [...suggested, ...beside, ...provisionsOf(law, facts.rulebook), ...ethics]
  const isSuggested = new Set(suggested.map(entry => entry.id))
  return [...new Map(all.map(entry => [entry.id, entry])).values()].map(entry => ({
    id: entry.id,
    citation: entry.citation,
    subject: entry.subject,
    summary: entry.summary,
    levels: bandOf(entry, law).levels,
    suggested: isSuggested.has(entry.id),
    confidence: entry.confidence,
  }))
}

/** A form or election that the pack does not know suggests nothing; the whole list stays open. */
function suggestionsFor(facts: CaseFacts, law: LawPack): { suggested: Provision[]; beside: Provision[] } {
  const scope = electionScope.safeParse(facts.electionScope)
  const designated = facts.designatedOn !== null && facts.designatedOn <= facts.actOn
  if (!law.violationForms.some(form => form.id === facts.violationForm)) return { suggested: [], beside: [] }
  const found = suggestProvisions(
    facts.violationForm,
    designated ? 'calon' : 'bakalCalon',
    scope.success ? scope.data : null,
    facts.rulebook,
    law,
  )
  return { suggested: found.provisions, beside: found.alsoConsider }
}

function inForce(provision: Provision, on: CivilDate, law: LawPack): boolean {
  const { effectiveFrom, effectiveTo } = regulationById(law, provision.regulation)
  return covers({ from: effectiveFrom, to: effectiveTo }, on)
}

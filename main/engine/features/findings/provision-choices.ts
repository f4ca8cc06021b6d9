import {
  PROVISION_GROUPS,
  type ProvisionChoice,
  type ProvisionList,
} from '../../../../shared/contract/findings.ts'
import type { CivilDate } from '../../../../shared/dates.ts'
import { electionScope, employmentStatus, type LawPack, type Provision } from '../../../../shared/law-pack.ts'
import { coversElection, coversStatus } from '../../law/applicability.ts'
import {
  bandOf,
  guidelineOn,
  legalBasisText,
  needsHumanCheck,
  regulationById,
  suggestProvisions,
} from '../../law/index.ts'
import type { CaseFacts } from './findings.queries.ts'
import type { PersonLaw } from './person-law.ts'
import { provisionNotices } from './provision-notices.ts'

type Group = ProvisionChoice['group']
type Warning = ProvisionChoice['warnings'][number]
const GROUPS = PROVISION_GROUPS

/**
 * Whether a finding about this person may rest on the provision: it is of the person's rulebook, or of a
 * regulation in force on a day of the act that is no other discipline rulebook.
 */
export function mayRestOn(provision: Provision, facts: CaseFacts, person: PersonLaw, law: LawPack): boolean {
  if (provision.regulation === person.rulebook) return true
  const { disciplineRulebooks } = law.rulebookSelection.machine
  if (disciplineRulebooks.includes(provision.regulation)) return false
  const { effectiveFrom, effectiveTo } = regulationById(law, provision.regulation)
  const last = facts.actUntil ?? facts.actOn
  return effectiveFrom <= last && (effectiveTo === null || effectiveTo >= facts.actOn)
}

/**
 * Provisions that a finding about a person may rest on: first those that the pack suggests for the form of
 * violation, then those to consider beside them, then all others by their origin. A person chooses; nothing is
 * added by itself.
 */
export function provisionList(facts: CaseFacts, person: PersonLaw, law: LawPack): ProvisionList {
  const { suggested, beside } = suggestionsFor(facts, person, law)
  const rank = (id: string) => (suggested.includes(id) ? 0 : beside.includes(id) ? 1 : 2)
  const usable = law.provisions.filter(entry => rank(entry.id) < 2 || mayRestOn(entry, facts, person, law))
  const choices = usable
    .filter(entry => mayRestOn(entry, facts, person, law))
    .map((entry, n) => ({ choice: choiceOf(entry, facts, person, law), neutrality: entry.neutrality, n }))
  const weight = ({ choice, neutrality }: (typeof choices)[number]) => [
    rank(choice.id),
    rank(choice.id) === 0 ? suggested.indexOf(choice.id) : 0,
    GROUPS.indexOf(choice.group),
    choice.warnings.includes('otherStatus') ? 1 : 0,
    choice.warnings.includes('otherScope') ? 1 : 0,
    neutrality ? 0 : 1,
  ]
  choices.sort((a, b) => compareWeights(weight(a), weight(b)) || a.n - b.n)
  return {
    choices: choices.map(({ choice }) => ({
      ...choice,
      suggested: suggested.includes(choice.id),
      group: beside.includes(choice.id) ? 'beside' : choice.group,
    })),
    notices: provisionNotices(facts, person, law),
  }
}

function compareWeights(a: readonly number[], b: readonly number[]): number {
  for (const [n, weight] of a.entries()) {
    const difference = weight - (b[n] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function choiceOf(entry: Provision, facts: CaseFacts, person: PersonLaw, law: LawPack): ProvisionChoice {
  const regulation = regulationById(law, entry.regulation)
  const { levels, tiers } = bandOf(entry, law)
  const named = (ids: readonly string[] = []) =>
    ids.flatMap(id => {
      const found = law.provisions.find(other => other.id === id)
      return found ? [`${regulationById(law, found.regulation).number} ${found.citation}`] : []
    })
  return {
    id: entry.id,
    citation: entry.citation,
    subject: entry.subject,
    summary: entry.summary,
    levels,
    suggested: false,
    confidence: entry.confidence,
    group: groupOf(entry, facts, person, law),
    regulation: regulation.number,
    regulationTitle: regulation.formalName,
    legalBasis: legalBasisText(entry, law).short,
    tiers: [...tiers],
    electionScope: entry.electionScope,
    elementCount: entry.elements.length,
    predecessors: named(entry.predecessor),
    successors: named(entry.successor),
    warnings: warningsOf(entry, facts, person, law),
    exception: entry.exception ?? '',
    note: entry.note ?? '',
  }
}

function groupOf(entry: Provision, facts: CaseFacts, person: PersonLaw, law: LawPack): Group {
  if (entry.regulation === person.rulebook) return 'rulebook'
  if (entry.kind === 'ethics' || entry.regulation === guidelineOn(law, facts.actOn as CivilDate)?.id) {
    return 'ethics'
  }
  // The statutes of the civil service are those of the table by date; any other law is about the election.
  const isStatute = law.rulebookSelection.statuteByDate.some(row => row.statute === entry.regulation)
  if (isStatute) return 'statute'
  return entry.kind === 'statute' && entry.sanctionLevel === null ? 'election' : 'other'
}

function warningsOf(entry: Provision, facts: CaseFacts, person: PersonLaw, law: LawPack): Warning[] {
  const { levels } = bandOf(entry, law)
  const scope = electionScope.safeParse(facts.electionScope)
  const status = employmentStatus.safeParse(person.status)
  const checks: readonly (readonly [Warning, boolean])[] = [
    ['noElements', entry.elements.length === 0],
    ['noSanction', levels.length === 0 && entry.criminal !== true],
    ['otherScope', scope.success && !coversElection(entry, scope.data)],
    ['otherStatus', status.success && !coversStatus(entry, status.data)],
    ['criminal', entry.criminal === true],
    ['humanLevel', levels.length > 1],
    ['confidence', needsHumanCheck(entry.confidence, law)],
  ]
  return checks.flatMap(([code, holds]) => (holds ? [code] : []))
}

/** A form or election that the pack does not know suggests nothing; the whole list stays open. */
function suggestionsFor(
  facts: CaseFacts,
  person: PersonLaw,
  law: LawPack,
): { suggested: string[]; beside: string[] } {
  const scope = electionScope.safeParse(facts.electionScope)
  if (!law.violationForms.some(form => form.id === facts.violationForm)) return { suggested: [], beside: [] }
  const found = suggestProvisions(
    facts.violationForm,
    person.stage,
    scope.success ? scope.data : null,
    person.rulebook,
    law,
  )
  const ids = (entries: readonly Provision[]) => entries.map(entry => entry.id)
  return { suggested: ids(found.provisions), beside: ids(found.alsoConsider) }
}

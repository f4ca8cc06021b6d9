import { resolve } from 'node:path'
import type { CivilDate } from '../../../shared/dates.ts'
import type { CandidacyStage, LawPack, Sanction, SanctionLevel } from '../../../shared/law-pack.ts'
import { CodedError } from '../errors.ts'
import { belongsToOtherRulebook, coversStatus, inForceDuring } from '../law/applicability.ts'
import { nameOf } from '../law/proposal-trace.ts'
import { provisionById, regulationById } from '../law/provisions.ts'
import { predecessorsOf, successorsOf } from '../law/same-nature.ts'
import { type ProvenViolation, proposeSanction, type SanctionProposal } from '../law/sanction-proposal.ts'
import { suggestProvisions, violationFormById } from '../law/suggest-provisions.ts'
import { type FactsFile, readFacts } from './facts-file.ts'
import { parseOptions } from './options.ts'
import { shippedLawPack } from './rulebook-command.ts'
import { type ReadingReport, type RulebookReport, rulebookReport } from './rulebook-report.ts'
import { factsWarnings, readingWords as say } from './rulebook-wording.ts'

export type ProposalReport = Omit<SanctionProposal, 'trace' | 'leadingKey' | 'barredKeys' | 'sanctions'> & {
  sanctions: Sanction[]
  /** The provision whose band leads. */
  leading: string | null
  leadingKey: string | null
  barredKeys: string[]
  /** Provisions that may not be sanctioned again. */
  barred: string[]
  /** The outcome, a sentence each. */
  summary: string[]
  trace: SanctionProposal['trace']
}

export type Suggestion = {
  form: string
  label: string
  rulebook: string
  provisions: { id: string; citation: string }[]
  alsoConsider: { id: string; citation: string }[]
  needsHumanCheck: boolean
}

export type ProposeReport = Omit<RulebookReport, 'readings'> & {
  readings: (ReadingReport & { proposal: ProposalReport | null })[]
  /** The rulebook alone leaves a choice; the whole report may still ask a person for another reason. */
  rulebookRequiresHumanDecision: boolean
  /** Under the first reading; null when only forms of violation were given. */
  proposal: ProposalReport | null
  suggestions: Suggestion[]
  warnings: string[]
}

/**
 * `tool propose FACTS.json`: rulebook, readings and the proposal under each, without a store. Throws
 * 'tool.missingOption' {option}, 'tool.unknownWord' {word}, the codes of `readFacts` and `rulebookFor`.
 */
export function proposeCommand(args: readonly string[], today: CivilDate | null = null): ProposeReport {
  const { positionals } = parseOptions(args, { json: { type: 'boolean' } })
  const [, path, more] = positionals
  if (path === undefined) throw new CodedError('tool.missingOption', { option: 'FACTS.json' })
  if (more !== undefined) throw new CodedError('tool.unknownWord', { word: more })
  const pack = shippedLawPack()
  return proposeReport(readFacts(resolve(path), pack), pack, today)
}

/** The same for facts already read. */
export function proposeReport(
  facts: FactsFile,
  pack: LawPack,
  today: CivilDate | null = null,
): ProposeReport {
  const selection = rulebookReport(facts.dates, pack, today)
  const readings = selection.readings.map(reading => {
    if (facts.violations.length === 0) return { ...reading, proposal: null }
    const proposal = proposalUnder(reading, facts, selection, pack)
    return { ...reading, proposal, consequences: [...proposal.readAs, ...proposal.report.summary] }
  })
  const reports = readings.map(({ proposal, ...reading }) => ({
    ...reading,
    proposal: proposal?.report ?? null,
  }))
  const first = readings[0]?.proposal ?? null
  const suggestions = facts.violationForms.flatMap(form => suggestionsFor(form, facts, selection, pack))
  return {
    ...selection,
    requiresHumanDecision:
      selection.requiresHumanDecision ||
      (first?.report.requiresHumanDecision ?? false) ||
      suggestions.some(entry => entry.needsHumanCheck),
    rulebookRequiresHumanDecision: selection.requiresHumanDecision,
    readings: reports,
    trace: [...selection.trace, ...(first?.readAs ?? []), ...(first?.report.trace ?? []).map(toldWithBasis)],
    proposal: first?.report ?? null,
    suggestions,
    warnings: warningsOf(facts, selection, pack),
  }
}

/** A step as one sentence that names its basis. */
export function toldWithBasis({ sentence, citation }: SanctionProposal['trace'][number]): string {
  return citation === '' || sentence.includes(citation) ? sentence : `${sentence} ${say.basis(citation)}`
}

function proposalUnder(
  reading: ReadingReport,
  facts: FactsFile,
  selection: RulebookReport,
  pack: LawPack,
): { report: ProposalReport; readAs: string[] } {
  // The ethics reading keeps the discipline rulebook for formulations that need no candidate.
  const rulebook = reading.track === 'ethics' ? selection.disciplineRulebook : reading.rulebook
  const ethicsOnly = selection.track === 'ethics' && !liesOnBothTracks(facts)
  const { violations, readAs } = violationsUnder(rulebook, facts, selection, pack)
  const { electionScope, earlier, seconded, officialDidNotSanction, dates } = facts
  const proposal = proposeSanction(
    {
      rulebook,
      track: reading.track === 'ethics' || ethicsOnly ? 'ethics' : 'discipline',
      status: dates.status,
      electionScope,
      violations,
      earlier,
      actOn: dates.actOn,
      actEndOn: dates.actEndOn,
      seconded,
      officialDidNotSanction,
    },
    pack,
  )
  const provisionOf = (key: string | null) =>
    violations.find(violation => violation.key === key)?.provisionId ?? null
  const barred = proposal.barredKeys.map(key => provisionOf(key) ?? key)
  return {
    readAs,
    report: {
      ...proposal,
      leading: provisionOf(proposal.leadingKey),
      barred,
      summary: summaryOf(proposal),
    },
  }
}

/**
 * Provisions of another reading's rulebook are read as their one counterpart, so that both readings can be
 * compared; any other stays as it was given and the proposal refuses it.
 */
function violationsUnder(
  rulebook: string,
  facts: FactsFile,
  selection: RulebookReport,
  pack: LawPack,
): { violations: ProvenViolation[]; readAs: string[] } {
  const open = selection.readings.map(reading => reading.rulebook)
  const readAs: string[] = []
  const violations = facts.violations.map(violation => {
    const provision = provisionById(pack, violation.provisionId)
    const isOther = belongsToOtherRulebook(provision, rulebook, pack)
    if (!isOther || !open.includes(provision.regulation)) return violation
    const related = [...new Set([...successorsOf(provision, pack), ...predecessorsOf(provision, pack)])]
    const counterparts = related.filter(entry => entry.regulation === rulebook)
    const [counterpart] = counterparts
    if (!counterpart || counterparts.length > 1) return violation
    readAs.push(say.readAs(nameOf(provision, pack), nameOf(counterpart, pack)))
    return { ...violation, provisionId: counterpart.id }
  })
  return { violations, readAs }
}

function liesOnBothTracks(facts: FactsFile): boolean {
  const { actEndOn, designatedOn } = facts.dates
  return actEndOn !== null && designatedOn !== null && actEndOn >= designatedOn
}

function summaryOf(proposal: SanctionProposal): string[] {
  const names = (kinds: readonly Sanction[]) => kinds.map(kind => kind.name)
  const levelsOf = (kinds: readonly Sanction[]): SanctionLevel[] => [
    ...new Set(kinds.map(kind => kind.level)),
  ]
  const { sanctions, aggravated, moral, dismissal, referrals, barredKeys } = proposal
  const lines = [
    ...(sanctions.length > 0 ? [say.proposed(levelsOf(sanctions), names(sanctions))] : []),
    ...(aggravated.length > 0 ? [say.aggravated(levelsOf(aggravated), names(aggravated))] : []),
    ...(moral.length > 0 ? [say.moral(names(moral))] : []),
    ...(dismissal.length > 0 ? [say.dismissal(names(dismissal))] : []),
  ]
  return [
    ...(lines.length > 0 ? lines : [say.nothing]),
    ...(barredKeys.length > 0 ? [say.barred(barredKeys.length)] : []),
    ...(referrals.length > 0 ? [say.referred(referrals.map(entry => entry.citation))] : []),
  ]
}

/** What the pack suggests for a form, by reading; a suggestion is never a finding. */
function suggestionsFor(
  form: string,
  facts: FactsFile,
  selection: RulebookReport,
  pack: LawPack,
): Suggestion[] {
  // Before the designation the election items of a discipline rulebook are no suggestion.
  const onlyEthics = selection.track === 'ethics' && !liesOnBothTracks(facts)
  const readings = selection.readings.filter(reading => !onlyEthics || reading.track === 'ethics')
  return readings.map(reading => {
    const stage: CandidacyStage = reading.track === 'ethics' ? 'bakalCalon' : 'calon'
    const found = suggestProvisions(form, stage, facts.electionScope, reading.rulebook, pack)
    const brief = (entry: (typeof found.provisions)[number]) => ({
      id: entry.id,
      citation: nameOf(entry, pack),
    })
    return {
      form,
      label: `${found.form.label} (${reading.label})`,
      rulebook: reading.rulebook,
      provisions: found.provisions.map(brief),
      // A companion that does not speak to the person or to the day of the act only misleads.
      alsoConsider: found.alsoConsider
        .filter(entry => coversStatus(entry, facts.dates.status))
        .filter(entry => inForceDuring(entry, facts.dates.actOn, facts.dates.actEndOn, pack))
        .map(brief),
      needsHumanCheck: found.needsHumanCheck,
    }
  })
}

function warningsOf(facts: FactsFile, selection: RulebookReport, pack: LawPack): string[] {
  const open = [selection.disciplineRulebook, ...selection.readings.map(reading => reading.rulebook)]
  const { disciplineRulebooks } = pack.rulebookSelection.machine
  const wrong = facts.violations
    .map(violation => provisionById(pack, violation.provisionId))
    .filter(entry => disciplineRulebooks.includes(entry.regulation) && !open.includes(entry.regulation))
  const forms = facts.violationForms.map(id => violationFormById(pack, id))
  const { number } = regulationById(pack, selection.disciplineRulebook)
  return [
    ...facts.warnings,
    ...wrong.map(entry => factsWarnings.otherRulebook(nameOf(entry, pack), number)),
    ...(forms.length > 0 && facts.violations.length === 0 ? [factsWarnings.onlyForms] : []),
    ...forms.filter(form => !form.isViolation).map(form => factsWarnings.notAViolation(form.label)),
    ...suggestionDoubts(forms, pack),
  ]
}

function suggestionDoubts(forms: readonly { label: string; confidence: number }[], pack: LawPack): string[] {
  const below = pack.rulebookSelection.machine.humanCheckBelow
  return forms
    .filter(form => form.confidence < below)
    .map(form => factsWarnings.unsureForm(form.label, form.confidence))
}

import { electionScope, type LawPack, type Provision } from '../../../../shared/law-pack.ts'
import {
  type BandWords,
  levelWords,
  noSanctionWords,
  readingSentences as say,
} from '../../../../shared/strings/id/case-rulebook.ts'
import {
  bandOf,
  compareLevels,
  covers,
  legalBasisText,
  needsHumanCheck,
  provisionById,
  provisionsOf,
  regulationById,
  suggestProvisions,
} from '../../law/index.ts'
import type { ComputedRulebook } from './rulebook.rules.ts'
import type { RulebookFactsRow } from './rulebook-facts.ts'

type Reading = ComputedRulebook['readings'][number]

/** What follows from the nth reading for the form of violation of the report, a sentence each. */
export function consequencesOf(
  facts: RulebookFactsRow,
  computed: ComputedRulebook,
  n: number,
  law: LawPack,
): { consequences: string[]; needsHumanCheck: boolean } {
  const reading = computed.readings[n]
  if (!reading) return { consequences: [], needsHumanCheck: false }
  const provisions = suggestedUnder(facts, reading, computed, law)
  const form = law.violationForms.find(entry => entry.id === facts.violationForm)
  const unsure = form !== undefined && needsHumanCheck(form.confidence, law)
  const others = computed.readings.filter(entry => entry.rulebook !== reading.rulebook)
  const consequences = [
    ...gapSentences(facts, reading, provisions, isEthics(reading, computed), law),
    ...provisions.flatMap(entry => provisionSentences(entry, form?.label ?? facts.violationForm, law)),
    ...borrowedSentences(provisions, law),
    ...others.map(other =>
      weightSentence(provisions, other, suggestedUnder(facts, other, computed, law), law),
    ),
    ...(facts.designatedOn === null && facts.status !== 'pppk' ? [say.notDesignated()] : []),
    ...(unsure ? [say.uncertain()] : []),
  ]
  return { consequences, needsHumanCheck: unsure || provisions.some(p => needsHumanCheck(p.confidence, law)) }
}

/**
 * Provisions that the pack suggests under one rulebook for the form of violation. A rulebook that the pack's
 * forms do not know (PPPK) gives its own neutrality duties in force on the day of the act.
 */
export function suggestedFor(
  facts: RulebookFactsRow,
  rulebook: string,
  stage: 'bakalCalon' | 'calon',
  law: LawPack,
): Provision[] {
  if (!law.rulebookSelection.machine.disciplineRulebooks.includes(rulebook) && stage === 'calon') {
    const { effectiveFrom, effectiveTo } = regulationById(law, rulebook)
    if (!covers({ from: effectiveFrom, to: effectiveTo }, facts.actOn)) return []
    return provisionsOf(law, rulebook).filter(entry => entry.neutrality && entry.kind === 'obligation')
  }
  if (!law.violationForms.some(form => form.id === facts.violationForm)) return []
  const scope = electionScope.safeParse(facts.electionScope)
  return suggestProvisions(facts.violationForm, stage, scope.success ? scope.data : null, rulebook, law)
    .provisions
}

function suggestedUnder(
  facts: RulebookFactsRow,
  reading: Reading,
  computed: ComputedRulebook,
  law: LawPack,
): Provision[] {
  const stage = isEthics(reading, computed) ? 'bakalCalon' : 'calon'
  return suggestedFor(facts, reading.rulebook, stage, law)
}

/** Where both tracks are open each reading has its own; else the track of the person holds for all readings. */
function isEthics(reading: Reading, computed: ComputedRulebook): boolean {
  const twoTracks = computed.readings.some(entry => entry.track === 'ethics')
  return twoTracks ? reading.track === 'ethics' : computed.track === 'ethics'
}

function gapSentences(
  facts: RulebookFactsRow,
  reading: Reading,
  provisions: readonly Provision[],
  ethics: boolean,
  law: LawPack,
): string[] {
  if (ethics) {
    const { provision } = law.rulebookSelection.machine.ethicsTrack
    return [say.ethics(bandWords(provisionById(law, provision), law).legalBasis)]
  }
  if (provisions.some(entry => entry.kind === 'prohibition')) return []
  const isDiscipline = law.rulebookSelection.machine.disciplineRulebooks.includes(reading.rulebook)
  if (provisions.length === 0) return [say.nothing(reading.label)]
  if (!isDiscipline) return []
  return [
    say.noProhibition(reading.label, facts.electionScope),
    say.onlyObligation(provisions.map(entry => entry.citation).join(', ')),
  ]
}

function provisionSentences(provision: Provision, form: string, law: LawPack): string[] {
  const band = bandWords(provision, law)
  if (band.levels.length === 0) {
    const basis = provision.sanctionBasis ?? ''
    return [provision.kind === 'prohibition' ? say.withoutSanction(band) : say.byAgency(band, basis)]
  }
  return [say.suggested(band, form), ...(band.sanctions.length === 0 ? [] : [say.kinds(band)])]
}

function borrowedSentences(provisions: readonly Provision[], law: LawPack): string[] {
  const sentences = provisions.flatMap(entry =>
    bandOf(entry, law).borrowed.map(({ level, fromRegulation, exception }) =>
      say.borrowed(level, regulationById(law, fromRegulation).number, exception.basis),
    ),
  )
  return [...new Set(sentences)]
}

function weightSentence(
  own: readonly Provision[],
  other: Reading,
  others: readonly Provision[],
  law: LawPack,
): string {
  const effect = compareBands(others, own, law)
  const words = (list: readonly Provision[]) => {
    const top = heaviest(list, law)
    return top === null ? noSanctionWords : levelWords([top])
  }
  if (effect === 'heavier') {
    return heaviest(others, law) === null
      ? say.onlyHere(other.label)
      : say.heavier(other.label, words(own), words(others))
  }
  if (effect === 'lighter') {
    return heaviest(own, law) === null
      ? say.onlyThere(other.label)
      : say.lighter(other.label, words(own), words(others))
  }
  return sameKinds(own, others, law) ? say.same(other.label) : say.sameOtherKinds(other.label)
}

/** How the heaviest level of `after` stands to that of `before`. */
export function compareBands(
  before: readonly Provision[],
  after: readonly Provision[],
  law: LawPack,
): 'lighter' | 'same' | 'heavier' {
  const [a, b] = [heaviest(before, law), heaviest(after, law)]
  if (a === b) return 'same'
  if (a === null) return 'heavier'
  if (b === null) return 'lighter'
  return compareLevels(b, a) > 0 ? 'heavier' : 'lighter'
}

/** Whether both lists offer the same kinds of sanction, by name. */
export function sameKinds(a: readonly Provision[], b: readonly Provision[], law: LawPack): boolean {
  const names = (list: readonly Provision[]) =>
    [...new Set(list.flatMap(entry => bandOf(entry, law).sanctions.map(sanction => sanction.name)))]
      .sort()
      .join('|')
  return names(a) === names(b)
}

function heaviest(provisions: readonly Provision[], law: LawPack) {
  const levels = provisions.flatMap(entry => bandOf(entry, law).levels)
  return levels.reduce<(typeof levels)[number] | null>(
    (top, level) => (top === null || compareLevels(level, top) > 0 ? level : top),
    null,
  )
}

/** A provision with its band in the words of the pack. */
export function bandWords(provision: Provision, law: LawPack): BandWords {
  const band = bandOf(provision, law)
  return {
    citation: provision.citation,
    legalBasis: legalBasisText(provision, law).short,
    levels: band.levels,
    sanctions: band.sanctions.map(entry => entry.name),
  }
}

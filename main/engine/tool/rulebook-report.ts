import type { CivilDate } from '../../../shared/dates.ts'
import type { LawPack, Provision } from '../../../shared/law-pack.ts'
import { coversStatus } from '../law/applicability.ts'
import { nameOf } from '../law/proposal-trace.ts'
import {
  covers,
  exceptionById,
  guidelineOn,
  provisionById,
  regulationById,
  statuteOn,
} from '../law/provisions.ts'
import { type RulebookChoice, type RulebookFacts, rulebookFor } from '../law/rulebook.ts'
import { toldStep } from '../law/rulebook-trace.ts'
import { bandOf } from '../law/sanction-band.ts'
import { kindsOfRulebook } from '../law/sanction-rank.ts'
import { besideSelection } from './rulebook-beside.ts'
import { readingWords as say } from './rulebook-wording.ts'

export type ReadingReport = {
  /** Regulation id. */
  rulebook: string
  label: string
  track: 'discipline' | 'ethics'
  /** Id of the exception of the pack, or null for a plain date. */
  exception: string | null
  basis: string
  /** On the ethics track: the provision by which the act is judged. */
  ethicsProvision: string | null
  /** What follows, a sentence each. */
  consequences: string[]
}

export type RulebookReport = {
  /** On the ethics track the regulation of the ethics provision, else the discipline rulebook. */
  rulebook: string
  label: string
  requiresHumanDecision: boolean
  track: 'discipline' | 'ethics'
  disciplineRulebook: string
  disciplineLabel: string
  byActDate: string | null
  ethicsProvision: string | null
  readings: ReadingReport[]
  trace: string[]
  statute: string | null
  guideline: string | null
  lawPack: { id: string; version: string; sha256: string }
}

/**
 * The choice of a rulebook with its readings and reasons, and what the pack's selection says beside it: statute,
 * guideline, objection. `today` marks an act that has not happened yet: its law may still change, so a person
 * is asked. Throws as `rulebookFor`.
 */
export function rulebookReport(
  facts: RulebookFacts,
  pack: LawPack,
  today: CivilDate | null = null,
): RulebookReport {
  const choice = rulebookFor(facts, pack)
  const future = today !== null && (facts.actEndOn ?? facts.actOn) > today
  const requiresHumanDecision = choice.requiresHumanDecision || future
  const ethics = ethicsReadingOf(choice, facts, pack)
  const discipline = choice.readings.map(reading => disciplineReading(reading, facts, pack))
  // On the ethics track alone the discipline readings matter only where they differ.
  const readings = isEthicsFirst(ethics, choice)
    ? [ethics, ...(choice.requiresHumanDecision ? discipline : [])]
    : [...discipline, ...(ethics ? [ethics] : [])]
  const rulebook = readings[0]?.rulebook ?? choice.rulebook
  return {
    rulebook,
    label: regulationById(pack, rulebook).number,
    requiresHumanDecision,
    track: choice.track,
    disciplineRulebook: choice.rulebook,
    disciplineLabel: regulationById(pack, choice.rulebook).number,
    byActDate: choice.byActDate,
    ethicsProvision: choice.ethicsProvision,
    readings,
    trace: [
      ...(future ? [say.future(facts.actEndOn ?? facts.actOn)] : []),
      ...choice.trace.map(step => toldStep(step, facts, pack)),
      ...besideSelection(choice, facts, pack),
    ],
    statute: statuteOn(pack, facts.actOn)?.id ?? null,
    guideline: guidelineOn(pack, facts.actOn)?.id ?? null,
    lawPack: { id: pack.packId, version: pack.version, sha256: pack.sha256 },
  }
}

function isEthicsFirst(ethics: ReadingReport | null, choice: RulebookChoice): ethics is ReadingReport {
  return ethics !== null && choice.track === 'ethics' && ethics.ethicsProvision === choice.ethicsProvision
}

/** The ethics provision of the track, or the one that the pack names for a status to which it does not speak. */
function ethicsReadingOf(choice: RulebookChoice, facts: RulebookFacts, pack: LawPack): ReadingReport | null {
  if (choice.ethicsProvision === null) return null
  const { exception, otherProvisions } = pack.rulebookSelection.machine.ethicsTrack
  const others = otherProvisions.filter(entry => covers(entry, facts.actOn))
  const provision = [choice.ethicsProvision, ...others.map(entry => entry.provision)]
    .map(id => provisionById(pack, id))
    .find(entry => coversStatus(entry, facts.status))
  if (!provision) return null
  const kinds = bandOf(provision, pack).sanctions.map(entry => entry.name)
  return {
    rulebook: provision.regulation,
    label: regulationById(pack, provision.regulation).number,
    track: 'ethics',
    exception,
    basis: exceptionById(pack, exception)?.basis ?? '',
    ethicsProvision: provision.id,
    consequences: [say.ethics(nameOf(provision, pack), kinds), say.stillDiscipline],
  }
}

function disciplineReading(
  { rulebook, exception }: RulebookChoice['readings'][number],
  facts: RulebookFacts,
  pack: LawPack,
): ReadingReport {
  const provision = provisionOfStatus(rulebook, facts, pack)
  const basis = exception?.basis ?? plainBasis(rulebook, facts, pack)
  return {
    rulebook,
    label: regulationById(pack, rulebook).number,
    track: 'discipline',
    exception: exception?.id ?? null,
    basis: provision ? nameOf(provision, pack) : basis,
    ethicsProvision: null,
    consequences: provision ? [provision.summary] : kindsSentences(rulebook, pack),
  }
}

/** What the pack names in a regulation for a status outside the discipline rulebooks. */
function provisionOfStatus(rulebook: string, facts: RulebookFacts, pack: LawPack): Provision | null {
  const { otherStatuses } = pack.rulebookSelection.machine
  const named = otherStatuses
    .filter(rule => rule.statuses.includes(facts.status))
    .flatMap(rule => rule.readings)
    .find(entry => entry.regulation === rulebook)?.provision
  return named === undefined ? null : provisionById(pack, named)
}

function plainBasis(rulebook: string, facts: RulebookFacts, pack: LawPack): string {
  const { effectiveFrom, effectiveTo } = regulationById(pack, rulebook)
  if (covers({ from: effectiveFrom, to: effectiveTo }, facts.actOn)) return say.byActDate(facts.actOn)
  const until = facts.actEndOn
  return until !== null && effectiveFrom <= until ? say.byRange(until) : say.bySilence
}

/** The kinds of sanction of a rulebook by level, and from where they are borrowed. */
function kindsSentences(rulebook: string, pack: LawPack): string[] {
  const kinds = kindsOfRulebook(rulebook, pack)
  if (kinds.length === 0) return [say.noKinds(regulationById(pack, rulebook).number)]
  const levels = [...new Set(kinds.map(kind => kind.level))]
  const loans = pack.rulebookSelection.machine.borrowedSanctions.filter(loan => loan.rulebook === rulebook)
  return [
    ...levels.map(level =>
      say.kinds(
        level,
        kinds.filter(kind => kind.level === level).map(kind => kind.name),
      ),
    ),
    ...loans.map(loan =>
      say.borrowed(
        loan.level,
        regulationById(pack, loan.fromRegulation).number,
        exceptionById(pack, loan.exception)?.basis ?? '',
      ),
    ),
  ]
}

import type { LawPack } from '../../../shared/law-pack.ts'
import { rulebookSentences } from '../../../shared/strings/id/rulebook.ts'
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
import { type RulebookChoice, type RulebookFacts, type RulebookStep, rulebookFor } from '../law/rulebook.ts'
import { bandOf } from '../law/sanction-band.ts'
import { kindsOfRulebook } from '../law/sanction-rank.ts'
import { readingWords as say } from './rulebook-wording.ts'

export type ReadingReport = {
  /** Regulation id. */
  rulebook: string
  label: string
  track: 'discipline' | 'ethics'
  /** Id of the exception of the pack, or null for a plain date. */
  exception: string | null
  basis: string
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
  byActDate: string | null
  ethicsProvision: string | null
  readings: ReadingReport[]
  trace: string[]
  statute: string | null
  guideline: string | null
  lawPack: { id: string; version: string; sha256: string }
}

/** The choice of a rulebook with its readings and reasons. Throws as `rulebookFor`. */
export function rulebookReport(facts: RulebookFacts, pack: LawPack): RulebookReport {
  const choice = rulebookFor(facts, pack)
  const ethics = ethicsReading(choice, facts, pack)
  const discipline = choice.readings.map(reading => disciplineReading(reading, facts, pack))
  // On the ethics track alone the discipline readings matter only where they differ.
  const readings = ethics ? [ethics, ...(choice.requiresHumanDecision ? discipline : [])] : discipline
  const rulebook = ethics?.rulebook ?? choice.rulebook
  return {
    rulebook,
    label: regulationById(pack, rulebook).number,
    requiresHumanDecision: choice.requiresHumanDecision,
    track: choice.track,
    disciplineRulebook: choice.rulebook,
    byActDate: choice.byActDate,
    ethicsProvision: choice.ethicsProvision,
    readings,
    trace: [...choice.trace.map(step => sentenceOf(step, facts, pack)), ...objectionOf(facts, pack)],
    statute: statuteOn(pack, facts.actOn)?.id ?? null,
    guideline: guidelineOn(pack, facts.actOn)?.id ?? null,
    lawPack: { id: pack.packId, version: pack.version, sha256: pack.sha256 },
  }
}

function ethicsReading(choice: RulebookChoice, facts: RulebookFacts, pack: LawPack): ReadingReport | null {
  if (choice.ethicsProvision === null) return null
  const provision = provisionById(pack, choice.ethicsProvision)
  if (!coversStatus(provision, facts.status)) return null
  const { exception } = pack.rulebookSelection.machine.ethicsTrack
  const kinds = bandOf(provision, pack).sanctions.map(entry => entry.name)
  return {
    rulebook: provision.regulation,
    label: regulationById(pack, provision.regulation).number,
    track: 'ethics',
    exception,
    basis: exceptionById(pack, exception)?.basis ?? '',
    consequences: [say.ethics(nameOf(provision, pack), kinds), say.stillDiscipline],
  }
}

function disciplineReading(
  { rulebook, exception }: RulebookChoice['readings'][number],
  facts: RulebookFacts,
  pack: LawPack,
): ReadingReport {
  return {
    rulebook,
    label: regulationById(pack, rulebook).number,
    track: 'discipline',
    exception: exception?.id ?? null,
    basis: exception?.basis ?? plainBasis(rulebook, facts, pack),
    consequences: kindsSentences(rulebook, pack),
  }
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

function sentenceOf(step: RulebookStep, facts: RulebookFacts, pack: LawPack): string {
  const exception = step.exception === null ? null : exceptionById(pack, step.exception)
  return rulebookSentences[step.step]({
    step: step.step,
    label: regulationById(pack, step.rulebook).number,
    on: step.on,
    basis: exception?.basis ?? '',
    note: exception?.note ?? '',
    actOn: facts.actOn,
  })
}

/** Which objection rule the decision falls under; part of the pack's selection, no rulebook of its own. */
function objectionOf(facts: RulebookFacts, pack: LawPack): string[] {
  const on = facts.decidedOn
  if (on === null) return []
  const row = pack.rulebookSelection.objectionByDecisionDate.find(
    entry => (entry.from === undefined || entry.from <= on) && (entry.to === undefined || on <= entry.to),
  )
  return row ? [say.objection(row.rule, row.note)] : []
}

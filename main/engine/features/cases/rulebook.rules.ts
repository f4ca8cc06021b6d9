import type { CivilDate } from '../../../../shared/dates.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import { provisionById } from '../../law/index.ts'
import { answerRulebook, type RulebookAnswer, rulebookLabel } from '../law/index.ts'
import type { KeptRulebook, RulebookFactsRow } from './rulebook-facts.ts'

/** What the dates and the status of one person lead to. */
export type ComputedRulebook = {
  /** The proposal: a discipline rulebook, whatever the track. */
  rulebook: string
  track: 'discipline' | 'ethics'
  readings: { rulebook: string; label: string; basis: string; exception: string | null; track: Track }[]
  requiresHumanDecision: boolean
  datesMissing: boolean
  trace: string[]
}
type Track = 'discipline' | 'ethics'
type Dates = { examinedOn: CivilDate | null; decidedOn: CivilDate | null }

/**
 * The rulebook of one person by the law pack. A continuing act that reaches past the designation of the
 * candidate, or a status that the code of ethics does not name, makes that code one reading more. Throws `law.datesOutOfOrder`,
 * `law.noRulebookForDate`.
 */
export function computeRulebook(facts: RulebookFactsRow, dates: Dates, law: LawPack): ComputedRulebook {
  // A change of the rules between the receipt and the case file has happened to this act, too.
  const receivedOn = facts.openedOn > facts.receivedOn ? facts.openedOn : facts.receivedOn
  const { choice, reading } = answerRulebook(
    { ...facts, ...dates, receivedOn, statuses: [facts.status] },
    law,
  )
  const readings: ComputedRulebook['readings'] = choice.readings.map(entry => ({
    rulebook: entry.rulebook,
    label: rulebookLabel(entry.rulebook, law),
    basis: entry.exception?.basis ?? '',
    exception: entry.exception?.id ?? null,
    track: 'discipline',
  }))
  const ethics = ethicsReading(choice, law)
  if (ethics && !readings.some(entry => entry.rulebook === ethics.rulebook)) readings.push(ethics)
  return {
    rulebook: choice.rulebook,
    track: choice.track,
    readings,
    requiresHumanDecision: choice.requiresHumanDecision,
    datesMissing: datesMissing(facts, dates, law),
    trace: reading.trace,
  }
}

/** The code of ethics as a reading of its own, where the pack leaves open whether it or the rulebook governs. */
function ethicsReading({ trace, ethicsProvision }: RulebookAnswer['choice'], law: LawPack) {
  const open = trace.some(({ step }) => step === 'ethicsContinuing' || step === 'ethicsOtherStatus')
  if (!open || ethicsProvision === null) return null
  const { exception } = law.rulebookSelection.machine.ethicsTrack
  const { regulation } = provisionById(law, ethicsProvision)
  const basis = law.rulebookSelection.exceptions.find(entry => entry.id === exception)?.basis ?? ''
  const label = rulebookLabel(regulation, law)
  return { rulebook: regulation, label, basis, exception, track: 'ethics' as const }
}

/** The rules changed after the act and before the case file, and nobody noted what happened in between. */
function datesMissing(facts: RulebookFactsRow, dates: Dates, law: LawPack): boolean {
  if (dates.examinedOn !== null || dates.decidedOn !== null || facts.status === 'pppk') return false
  return law.rulebookSelection.machine.transitions.some(
    rule => facts.actOn < rule.cutOn && facts.openedOn >= rule.cutOn,
  )
}

/** What is kept for a person for whom nobody has chosen (yet). */
export function proposedRulebook(
  computed: ComputedRulebook,
  dates: Dates,
): Omit<KeptRulebook, 'chosenByName'> {
  return {
    rulebook: computed.rulebook,
    track: computed.track,
    ...dates,
    undecided: computed.requiresHumanDecision,
    reason: '',
    inLetter: false,
    chosenBy: null,
    chosenAt: null,
  }
}

/** What is kept once a commissioner chose one of the readings. */
export function chosenRulebook(
  computed: ComputedRulebook,
  dates: Dates,
  choice: { rulebook: string; reason: string; inLetter: boolean; by: string; at: string },
): Omit<KeptRulebook, 'chosenByName'> {
  const reading = computed.readings.find(entry => entry.rulebook === choice.rulebook)
  // Both tracks of one person share the discipline rulebook; a chosen discipline reading leaves the ethics track
  // only where the code of ethics was the alternative.
  const twoTracks = computed.readings.some(entry => entry.track === 'ethics')
  return {
    rulebook: reading?.track === 'ethics' ? computed.rulebook : choice.rulebook,
    track: twoTracks ? (reading?.track ?? 'discipline') : computed.track,
    ...dates,
    undecided: false,
    reason: choice.reason,
    inLetter: choice.inLetter,
    chosenBy: choice.by,
    chosenAt: choice.at,
  }
}

/** Whether a choice made among the readings of `before` still answers those of `after`: same rulebooks by the same rules. */
export function sameReadings(before: ComputedRulebook, after: ComputedRulebook): boolean {
  const ids = (computed: ComputedRulebook) =>
    computed.readings
      .map(entry => `${entry.rulebook} ${entry.exception ?? ''}`)
      .sort()
      .join(' ')
  return after.requiresHumanDecision && ids(before) === ids(after)
}

import type { LawPack, RulebookMachine } from '../../../shared/law-pack.ts'
import { coversStatus } from './applicability.ts'
import { covers, exceptionById, provisionsOf, statuteOn } from './provisions.ts'
import type { RulebookChoice, RulebookFacts, RulebookReading, RulebookStep } from './rulebook.ts'

/**
 * PPPK and other statuses that the discipline rulebooks do not reach. Every rule of the pack that was in force
 * on a day of the act is a reading; an act older than all of them is left to a person, with the first rule and
 * the statute of that day where it speaks to the status.
 */
export function rulebookByStatus(
  facts: RulebookFacts,
  rule: RulebookMachine['otherStatuses'][number],
  pack: LawPack,
): RulebookChoice {
  const exception = exceptionById(pack, rule.exception)
  const until = facts.actEndOn ?? facts.actOn
  const inForce = rule.readings.filter(
    entry => entry.from <= until && (entry.to === null || entry.to >= facts.actOn),
  )
  const first = rule.readings.toSorted((a, b) => a.from.localeCompare(b.from)).slice(0, 1)
  const named = inForce.length > 0 ? inForce : first
  const rulebook = named[0]?.regulation ?? ''
  const readings: RulebookReading[] = named.map(entry => ({ rulebook: entry.regulation, exception }))
  const trace: RulebookStep[] = [
    { step: 'statusOutside', exception: rule.exception, rulebook, on: facts.actOn },
  ]
  if (inForce.length > 1) {
    const last = inForce.at(-1)?.regulation ?? rulebook
    trace.push({ step: 'statusSeveral', exception: rule.exception, rulebook: last, on: facts.actOn })
  }
  const tooOld = !rule.readings.some(entry => covers(entry, facts.actOn))
  if (tooOld) {
    const statute = statuteOn(pack, facts.actOn)
    const speaks =
      statute !== null && provisionsOf(pack, statute.id).some(entry => coversStatus(entry, facts.status))
    if (speaks && !readings.some(entry => entry.rulebook === statute.id)) {
      readings.push({ rulebook: statute.id, exception: null })
    }
    trace.push({
      step: 'statusBeforeRule',
      exception: rule.exception,
      rulebook: speaks ? statute.id : rulebook,
      on: first[0]?.from ?? null,
    })
  }
  return {
    rulebook,
    byActDate: null,
    track: 'discipline',
    ethicsProvision: null,
    requiresHumanDecision: readings.length > 1 || tooOld,
    readings,
    trace,
  }
}

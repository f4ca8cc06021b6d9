import type { LawPack } from '../../../shared/law-pack.ts'
import { covers, guidelineOn, regulationById, statuteOn } from '../law/provisions.ts'
import type { RulebookChoice, RulebookFacts } from '../law/rulebook.ts'
import { besideWords as say } from './rulebook-wording.ts'

/**
 * What `rulebookSelection` says beside the rulebook itself, a sentence each: to whom the rulebook was extended,
 * the statute and the guideline of the day (and of the other days of a continuing act), the objection rule.
 */
export function besideSelection(choice: RulebookChoice, facts: RulebookFacts, pack: LawPack): string[] {
  return [
    ...extendedTo(choice, facts, pack),
    ...statutesOf(facts, pack),
    ...guidelinesOf(facts, pack),
    ...objectionOf(facts, pack),
  ]
}

function extendedTo(choice: RulebookChoice, facts: RulebookFacts, pack: LawPack): string[] {
  const { extendedStatuses } = pack.rulebookSelection.machine
  return extendedStatuses
    .filter(entry => entry.status === facts.status)
    .filter(entry => choice.readings.some(reading => reading.rulebook === entry.rulebook))
    .map(entry => say.extended(entry.status, regulationById(pack, entry.rulebook).number, entry.citation))
}

function statutesOf(facts: RulebookFacts, pack: LawPack): string[] {
  const { statuteByDate } = pack.rulebookSelection
  const first = statuteOn(pack, facts.actOn)
  const later = statuteByDate.filter(row => beginsDuring(row, facts))
  return [
    say.statute(first?.number ?? null),
    ...later.map(row => say.laterStatute(regulationById(pack, row.statute).number, row.from)),
  ]
}

function guidelinesOf(facts: RulebookFacts, pack: LawPack): string[] {
  const { guidelineByDate } = pack.rulebookSelection
  const first = guidelineOn(pack, facts.actOn)
  const later = guidelineByDate.filter(row => beginsDuring(row, facts))
  return [
    ...(first ? [say.guideline(first.number)] : []),
    ...later.map(row => say.laterGuideline(regulationById(pack, row.guideline).number, row.from)),
  ]
}

function beginsDuring(row: { from: RulebookFacts['actOn'] }, facts: RulebookFacts): boolean {
  return facts.actEndOn !== null && facts.actOn < row.from && row.from <= facts.actEndOn
}

/** Which objection rule the decision falls under, and what is open where objections were pending at its change. */
function objectionOf(facts: RulebookFacts, pack: LawPack): string[] {
  const on = facts.decidedOn
  if (on === null) return []
  const { objectionByDecisionDate, machine } = pack.rulebookSelection
  const row = objectionByDecisionDate.find(
    entry => (entry.from === undefined || entry.from <= on) && (entry.to === undefined || on <= entry.to),
  )
  const pending = machine.pendingObjections
  if (!row) return []
  if (!pending) return [say.objection(row.rule)]
  const isOlder = row.from === undefined
  if (isOlder && !pending.olderRulesFor.includes(facts.status)) return []
  const step = pack.procedure.find(entry => entry.id === pending.procedure)
  const period = { from: pending.decidedBefore, to: null }
  if (!step || covers(period, on)) return [say.objection(row.rule)]
  return [say.objection(row.rule), say.pendingObjection(step.citation, step.summary)]
}

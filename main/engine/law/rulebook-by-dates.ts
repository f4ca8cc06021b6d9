import type { CivilDate } from '../../../shared/dates.ts'
import type { LawPack, RulebookException, RulebookMachine } from '../../../shared/law-pack.ts'
import { CodedError } from '../errors.ts'
import { covers, exceptionById, needsHumanCheck } from './provisions.ts'
import type { RulebookChoice, RulebookFacts, RulebookReading, RulebookStep } from './rulebook.ts'

type Transition = RulebookMachine['transitions'][number]

/** What the search for a rulebook has found so far. */
type Search = { readings: RulebookReading[]; trace: RulebookStep[]; requiresHumanDecision: boolean }

/** The discipline rulebook of a civil servant. Throws 'law.noRulebookForDate' {on}. */
export function rulebookByDates(facts: RulebookFacts, pack: LawPack): RulebookChoice {
  const byActDate = rulebookOn(facts.actOn, pack)
  const search: Search = {
    readings: [],
    trace: [{ step: 'actDate', exception: null, rulebook: byActDate, on: facts.actOn }],
    requiresHumanDecision: false,
  }
  const rulebook = follow(byActDate, null, facts, pack, search)
  readRange(byActDate, facts, pack, search)
  for (const loan of pack.rulebookSelection.machine.borrowedSanctions) {
    if (loan.rulebook !== rulebook) continue
    const { exception, fromRegulation } = loan
    search.trace.push({ step: 'sanctionsBorrowed', exception, rulebook: fromRegulation, on: null })
  }
  return { rulebook, byActDate, track: 'discipline', ethicsProvision: null, ...search }
}

/** Follows the transitions away from `from`; gives the rulebook to which the rules lead, its reading first. */
function follow(
  from: string,
  because: RulebookException | null,
  facts: RulebookFacts,
  pack: LawPack,
  search: Search,
): string {
  const changes = pack.rulebookSelection.machine.transitions.filter(rule => rule.from === from)
  const rule = changes.find(entry => applies(entry, facts))
  if (!rule) {
    addReading(search, { rulebook: from, exception: because })
    const unruled = changes.find(entry => isPendingAt(entry, facts))
    if (unruled) {
      const { to, cutOn } = unruled
      search.requiresHumanDecision = true
      const text = pack.rulebookSelection.machine.unruledTransitions.find(
        entry => entry.from === from && entry.to === to,
      )
      const step = { step: 'transitionSilent', exception: null, rulebook: to, on: cutOn } as const
      search.trace.push(text ? { ...step, basis: text.basis } : step)
      follow(to, null, facts, pack, search)
    }
    return from
  }
  const exception = exceptionById(pack, rule.exception)
  const doubtful =
    (exception?.requiresHumanDecision ?? false) || needsHumanCheck(exception?.confidence ?? 1, pack)
  if (doubtful) search.requiresHumanDecision = true
  search.trace.push({
    step: 'transition',
    exception: rule.exception,
    rulebook: rule.rulebook,
    on: rule.cutOn,
    situation: rule.situation,
  })
  if (rule.rulebook !== from) {
    const found = follow(rule.rulebook, exception, facts, pack, search)
    if (doubtful) addReading(search, { rulebook: from, exception: because })
    return found
  }
  addReading(search, { rulebook: from, exception })
  // The other side of a doubtful rule rests on it too when the rule itself names it.
  const other = rule.to
  if (doubtful)
    addReading(search, { rulebook: other, exception: exception?.then.includes(other) ? exception : null })
  return from
}

/** A continuing act during which the rulebook changed has every rulebook of those days as a reading. */
function readRange(byActDate: string, facts: RulebookFacts, pack: LawPack, search: Search): void {
  const until = facts.actEndOn
  if (until === null) return
  const { disciplineRulebooks } = pack.rulebookSelection.machine
  const later = pack.regulations
    .filter(entry => disciplineRulebooks.includes(entry.id) && entry.id !== byActDate)
    .filter(entry => entry.effectiveFrom > facts.actOn && entry.effectiveFrom <= until)
    .sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))
  if (later.length === 0) return
  search.requiresHumanDecision = true
  addReading(search, { rulebook: byActDate, exception: null })
  for (const { id } of later) {
    addReading(search, { rulebook: id, exception: null })
    search.trace.push({ step: 'continuingAct', exception: null, rulebook: id, on: until })
  }
}

function applies(rule: Transition, facts: RulebookFacts): boolean {
  if (rule.situation === 'decidedBefore') return facts.actOn < rule.cutOn && isBefore(facts.decidedOn, rule)
  if (!isPendingAt(rule, facts)) return false
  const examined = isBefore(facts.examinedOn, rule)
  return rule.situation === 'examinedNotDecidedBefore' ? examined : !examined
}

/** The act lies before the cut, its decision does not, and the cut is no news of the future. */
function isPendingAt(rule: Transition, facts: RulebookFacts): boolean {
  const asOf = facts.asOf ?? null
  const known = asOf === null || asOf >= rule.cutOn
  return facts.actOn < rule.cutOn && !isBefore(facts.decidedOn, rule) && known
}

function isBefore(on: CivilDate | null, rule: Transition): boolean {
  return on !== null && on < rule.cutOn
}

function rulebookOn(on: CivilDate, pack: LawPack): string {
  const { disciplineRulebooks } = pack.rulebookSelection.machine
  const found = pack.regulations.find(
    entry =>
      disciplineRulebooks.includes(entry.id) &&
      covers({ from: entry.effectiveFrom, to: entry.effectiveTo }, on),
  )
  if (!found) throw new CodedError('law.noRulebookForDate', { on })
  return found.id
}

function addReading(search: Search, reading: RulebookReading): void {
  const known = search.readings.some(entry => entry.rulebook === reading.rulebook)
  if (!known) search.readings.push(reading)
}

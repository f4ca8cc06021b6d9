import type { CivilDate } from '../../../shared/dates.ts'
import type { EmploymentStatus, LawPack, RulebookException } from '../../../shared/law-pack.ts'
import { CodedError } from '../errors.ts'
import { covers } from './provisions.ts'

/** The dates that decide; null = not known or not happened. All civil dates of the place of the act. */
export type RulebookFacts = {
  actOn: CivilDate
  /** Last day of a continuing act (a banner that stayed up); null for a single day. */
  actEndOn: CivilDate | null
  /** First examination record (BAP) by the superior or the examination team. */
  examinedOn: CivilDate | null
  /** Date of the sanction decision (SK). */
  decidedOn: CivilDate | null
  status: EmploymentStatus
  /** When the supported person was designated as a candidate; null when not (yet) or not about a candidate. */
  designatedOn: CivilDate | null
  /** The day of asking; a change of rulebook after it has not happened yet. Null = after all changes. */
  asOf?: CivilDate | null
}

/** One way to read the law, with the rule it rests on; `exception` is null for the plain date of the act. */
export type RulebookReading = { rulebook: string; exception: RulebookException | null }

/** One step of the computation for the screen: which rule, which date, what followed. */
export type RulebookStep = {
  step: 'actDate' | 'statusOutside' | 'transition' | 'continuingAct' | 'ethicsTrack' | 'sanctionsBorrowed'
  exception: string | null
  rulebook: string
  on: CivilDate | null
}

export type RulebookChoice = {
  /** The proposal; where `requiresHumanDecision`, only the first reading of several. */
  rulebook: string
  /** What the date of the act alone would give; null for a status outside the rulebooks. */
  byActDate: string | null
  track: 'discipline' | 'ethics'
  /** The provision of the ethics track, when `track` is 'ethics'. */
  ethicsProvision: string | null
  /** The law is unclear or crosses a boundary: show all readings, keep the reason of the person who chose. */
  requiresHumanDecision: boolean
  readings: RulebookReading[]
  trace: RulebookStep[]
}

type Machine = LawPack['rulebookSelection']['machine']
type Transition = Machine['transitions'][number]

/**
 * Which discipline rulebook governs a finding, from the date of the act, the examination and the decision
 * (PP 94/2021 Pasal 40; PP 53/2010 Pasal 48): all dates, rulebooks and rules come from the pack. Throws
 * 'law.datesOutOfOrder' {earlier, later, field} when an act ends, is examined or decided before it begins, and
 * 'law.noRulebookForDate' {on} when the pack holds no rulebook of that day.
 */
export function rulebookFor(facts: RulebookFacts, pack: LawPack): RulebookChoice {
  checkOrder(facts)
  const { machine, exceptions } = pack.rulebookSelection
  const other = machine.otherStatuses.find(rule => rule.statuses.includes(facts.status))
  const choice = other ? outside(facts, other, exceptions) : byDates(facts, pack)
  // Somebody supported before the designation by the election commission is not a candidate yet.
  if (facts.designatedOn !== null && facts.actOn < facts.designatedOn) {
    choice.track = 'ethics'
    choice.ethicsProvision = machine.ethicsTrack.provision
    const { exception } = machine.ethicsTrack
    choice.trace.push({ step: 'ethicsTrack', exception, rulebook: choice.rulebook, on: facts.designatedOn })
    // A continuing act that reaches past the designation lies on both tracks.
    if (facts.actEndOn !== null && facts.actEndOn >= facts.designatedOn) choice.requiresHumanDecision = true
  }
  return choice
}

function byDates(facts: RulebookFacts, pack: LawPack): RulebookChoice {
  const { machine, exceptions } = pack.rulebookSelection
  const byActDate = rulebookOn(facts.actOn, pack)
  const readings: RulebookReading[] = []
  const trace: RulebookStep[] = [{ step: 'actDate', exception: null, rulebook: byActDate, on: facts.actOn }]
  let rulebook = byActDate
  let requiresHumanDecision = false

  const rule = machine.transitions.find(entry => entry.from === byActDate && applies(entry, facts))
  if (rule) {
    const exception = exceptions.find(entry => entry.id === rule.exception) ?? null
    rulebook = rule.rulebook
    requiresHumanDecision = exception?.requiresHumanDecision ?? false
    addReading(readings, { rulebook, exception })
    if (requiresHumanDecision) {
      for (const id of [rule.from, rule.to]) addReading(readings, { rulebook: id, exception: null })
    }
    trace.push({ step: 'transition', exception: rule.exception, rulebook, on: rule.cutOn })
  }
  addReading(readings, { rulebook, exception: null })

  const lastRulebook = facts.actEndOn === null ? byActDate : rulebookOn(facts.actEndOn, pack)
  if (lastRulebook !== byActDate) {
    requiresHumanDecision = true
    for (const id of [byActDate, lastRulebook]) addReading(readings, { rulebook: id, exception: null })
    trace.push({ step: 'continuingAct', exception: null, rulebook: lastRulebook, on: facts.actEndOn })
  }
  for (const loan of machine.borrowedSanctions) {
    if (loan.rulebook !== rulebook) continue
    trace.push({
      step: 'sanctionsBorrowed',
      exception: loan.exception,
      rulebook: loan.fromRegulation,
      on: null,
    })
  }
  return {
    rulebook,
    byActDate,
    track: 'discipline',
    ethicsProvision: null,
    requiresHumanDecision,
    readings,
    trace,
  }
}

/** PPPK and other statuses that the discipline rulebooks do not reach. */
function outside(
  facts: RulebookFacts,
  rule: Machine['otherStatuses'][number],
  exceptions: readonly RulebookException[],
): RulebookChoice {
  const exception = exceptions.find(entry => entry.id === rule.exception) ?? null
  const inForce = rule.readings.filter(reading => covers(reading, facts.actOn))
  const known = inForce.length > 0 ? inForce : rule.readings
  const rulebook = known[0]?.regulation ?? ''
  return {
    rulebook,
    byActDate: null,
    track: 'discipline',
    ethicsProvision: null,
    requiresHumanDecision: known.length > 1 || inForce.length === 0,
    readings: known.map(reading => ({ rulebook: reading.regulation, exception })),
    trace: [{ step: 'statusOutside', exception: rule.exception, rulebook, on: facts.actOn }],
  }
}

function applies(rule: Transition, facts: RulebookFacts): boolean {
  const { cutOn } = rule
  const asOf = facts.asOf ?? null
  const decidedBefore = facts.decidedOn !== null && facts.decidedOn < cutOn
  const examinedBefore = facts.examinedOn !== null && facts.examinedOn < cutOn
  if (facts.actOn >= cutOn) return false
  if (rule.situation === 'decidedBefore') return decidedBefore
  if (decidedBefore || (asOf !== null && asOf < cutOn)) return false
  return rule.situation === 'examinedNotDecidedBefore' ? examinedBefore : !examinedBefore
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

function addReading(readings: RulebookReading[], reading: RulebookReading): void {
  if (!readings.some(entry => entry.rulebook === reading.rulebook)) readings.push(reading)
}

function checkOrder(facts: RulebookFacts): void {
  const later = [
    ['actEndOn', facts.actEndOn],
    ['examinedOn', facts.examinedOn],
    ['decidedOn', facts.decidedOn],
  ] as const
  for (const [name, on] of later) {
    if (on !== null && on < facts.actOn) {
      throw new CodedError('law.datesOutOfOrder', { earlier: facts.actOn, later: on, field: name })
    }
  }
  if (facts.examinedOn !== null && facts.decidedOn !== null && facts.decidedOn < facts.examinedOn) {
    throw new CodedError('law.datesOutOfOrder', {
      earlier: facts.examinedOn,
      later: facts.decidedOn,
      field: 'decidedOn',
    })
  }
}

import type { CivilDate } from '../../../shared/dates.ts'
import type { EmploymentStatus, LawPack, RulebookException } from '../../../shared/law-pack.ts'
import type { RulebookStepKind, TransitionSituation } from '../../../shared/rulebook-step.ts'
import { CodedError } from '../errors.ts'
import { coversStatus } from './applicability.ts'
import { exceptionById, needsHumanCheck, provisionById } from './provisions.ts'
import { rulebookByDates } from './rulebook-by-dates.ts'
import { rulebookByStatus } from './rulebook-by-status.ts'

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
  step: RulebookStepKind
  exception: string | null
  rulebook: string
  on: CivilDate | null
  /** What a transition rule found on the day of the change. */
  situation?: TransitionSituation
  /** A text of the pack to read where no exception speaks. */
  basis?: string
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

/**
 * Which discipline rulebook governs a finding, from the date of the act, the examination and the decision
 * (PP 94/2021 Pasal 40; PP 53/2010 Pasal 48): all dates, rulebooks and rules come from the pack, and a rulebook
 * that a transition leads to is asked for its own transitions again. Where no rule speaks, or the rule itself
 * is doubtful, every reading is given and a person decides. Throws 'law.datesOutOfOrder'
 * {earlier, later, field} when an act ends, is examined or decided before it begins, and
 * 'law.noRulebookForDate' {on} when the pack holds no rulebook of that day.
 */
export function rulebookFor(facts: RulebookFacts, pack: LawPack): RulebookChoice {
  checkOrder(facts)
  const other = pack.rulebookSelection.machine.otherStatuses.find(rule =>
    rule.statuses.includes(facts.status),
  )
  const choice = other ? rulebookByStatus(facts, other, pack) : rulebookByDates(facts, pack)
  // Somebody supported before the designation by the election commission is not a candidate yet.
  if (facts.designatedOn !== null && facts.actOn < facts.designatedOn) {
    takeEthicsTrack(choice, facts, facts.designatedOn, pack)
  }
  return choice
}

function takeEthicsTrack(
  choice: RulebookChoice,
  facts: RulebookFacts,
  designatedOn: CivilDate,
  pack: LawPack,
): void {
  const { ethicsTrack } = pack.rulebookSelection.machine
  const { exception, provision } = ethicsTrack
  choice.track = 'ethics'
  choice.ethicsProvision = provision
  const step = { exception, rulebook: choice.rulebook, on: designatedOn }
  choice.trace.push({ ...step, step: 'ethicsTrack' })
  const doubtful = needsHumanCheck(exceptionById(pack, exception)?.confidence ?? 1, pack)
  const reached = coversStatus(provisionById(pack, provision), facts.status)
  if (!reached) choice.trace.push({ ...step, step: 'ethicsOtherStatus' })
  // A continuing act that reaches past the designation lies on both tracks.
  const bothTracks = facts.actEndOn !== null && facts.actEndOn >= designatedOn
  if (bothTracks) choice.trace.push({ ...step, step: 'ethicsContinuing' })
  if (doubtful || !reached || bothTracks) choice.requiresHumanDecision = true
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

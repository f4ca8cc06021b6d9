import type { CivilDate } from '../../../shared/dates.ts'
import {
  type ElectionScope,
  type EmploymentStatus,
  type LawPack,
  type Sanction,
  type SanctionLevel,
  sanctionLevel,
} from '../../../shared/law-pack.ts'
import { proposalSentences as say } from '../../../shared/strings/id/sanction-proposal.ts'
import { ruleByUse } from './concurrence.ts'
import { traceBand, weighTogether } from './heaviest-sanction.ts'
import { dismissalOf, moralOf } from './proposal-beside.ts'
import { heavierThan, nameUnsanctioned, repetitionOf, takeOutBarred } from './proposal-repetition.ts'
import { type Sorted, sortViolations, type Weighed } from './proposal-sorting.ts'
import {
  byException,
  byProvision,
  byRule,
  kindName,
  nameOf,
  type ProposalTrace,
  startTrace,
} from './proposal-trace.ts'
import { provisionById, regulationById } from './provisions.ts'
import { referralsOf } from './referrals.ts'
import { kindsOfRulebook } from './sanction-rank.ts'

/** One proven violation that asks for a sanction. */
export type ProvenViolation = {
  /** Any key of the caller, given back. */
  key: string
  provisionId: string
  /** Violations of the same act share this key (PP 53/2010 Pasal 30 ayat (3)). */
  actKey: string
  /** The tier that a person chose, where the provision has several; null = not chosen yet. */
  level: SanctionLevel | null
}

/** What is on record about the person from other cases. */
export type EarlierOutcome = {
  state: 'alleged' | 'proven' | 'sanctioned'
  provisionIds: readonly string[]
  sanctionId: string | null
  decidedOn: CivilDate | null
  actKey: string | null
  /** How a person finds it: case number or letter. */
  source: string
}

export type ProposalFacts = {
  /** Discipline rulebook as chosen, and the track. */
  rulebook: string
  track: 'discipline' | 'ethics'
  status: EmploymentStatus
  electionScope: ElectionScope | null
  violations: readonly ProvenViolation[]
  earlier: readonly EarlierOutcome[]
  /** First day of the act; absent or null leaves open whatever depends on it, and the trace says so. */
  actOn?: CivilDate | null
  /** Last day of a continuing act. */
  actEndOn?: CivilDate | null
  /** Works outside the home agency (dipekerjakan, diperbantukan, penugasan khusus). */
  seconded?: boolean
  /** The official who had to sanction did not. */
  officialDidNotSanction?: boolean
}

/** One step of the reasoning, told in Indonesian by the strings: facts, rule, citation. */
export type ProposalStep = { rule: string; citation: string; sentence: string; needsHumanCheck: boolean }

export type SanctionProposal = {
  /** Disciplinary levels of the one sanction, light to heavy; empty when none may be proposed. */
  levels: SanctionLevel[]
  /** Kinds inside the band after concurrence, light to heavy. */
  sanctions: Sanction[]
  /** Heavier ones that repetition asks for beyond the band (Pasal 30 ayat (2)). */
  aggravated: Sanction[]
  /** Violation whose band leads (Pasal 30 ayat (1)). */
  leadingKey: string | null
  /** Violations that may not be sanctioned again (Pasal 30 ayat (3)). */
  barredKeys: string[]
  /** Moral sanctions beside or instead of the disciplinary one. */
  moral: Sanction[]
  /** Dismissal by statute (party membership). */
  dismissal: Sanction[]
  /** Provisions with a criminal side, to be referred. */
  referrals: { provisionId: string; citation: string }[]
  requiresHumanDecision: boolean
  trace: ProposalStep[]
}

/**
 * What may be proposed for the proven violations of one person, with every step of the reasoning: the band of
 * the provision, one sanction for several violations, a heavier one for a repeated violation of the same
 * nature, none where the act was sanctioned before; moral sanctions, dismissal by statute and the criminal side
 * beside it. Rules, levels, kinds and citations come from the pack. A proposal is never a decision: where the
 * law is silent or doubtful `requiresHumanDecision` is true and the steps say why. Throws
 * 'law.unknownProvision' {id} and 'law.unknownRegulation' {id}.
 */
export function proposeSanction(facts: ProposalFacts, pack: LawPack): SanctionProposal {
  const trace = startTrace()
  regulationById(pack, facts.rulebook)
  traceTrack(facts, pack, trace)
  const sorted = sortViolations(facts, pack, trace)
  nameUnsanctioned(facts, trace)
  const { open, barredKeys } = takeOutBarred(sorted.disciplinary, facts, pack, trace)
  const discipline = disciplineOf(open, facts, pack, trace)
  const moral = moralOf(sorted, discipline.sanctions.length > 0, facts, pack, trace)
  const dismissal = dismissalOf(sorted, discipline, facts, pack, trace)
  const referrals = refer(sorted, facts, pack, trace)
  traceOfficials(facts, pack, trace)
  const empty = [discipline.sanctions, discipline.aggravated, moral, dismissal].every(
    list => list.length === 0,
  )
  if (empty && facts.violations.length > 0) {
    trace.add({ rule: 'none', citation: '', sentence: say.nothingToPropose() })
  }
  return {
    ...discipline,
    barredKeys,
    moral,
    dismissal,
    referrals,
    requiresHumanDecision: trace.undecided,
    trace: trace.steps,
  }
}

type Discipline = Pick<SanctionProposal, 'levels' | 'sanctions' | 'aggravated' | 'leadingKey'>

/** The one disciplinary sanction: the heaviest band, then heavier than the last one. */
function disciplineOf(
  open: readonly Weighed[],
  facts: ProposalFacts,
  pack: LawPack,
  trace: ProposalTrace,
): Discipline {
  const none: Discipline = { levels: [], sanctions: [], aggravated: [], leadingKey: null }
  if (open.length === 0) return none
  for (const weighed of open) traceBand(weighed, pack, trace)
  const together = weighTogether(open, facts, pack, trace)
  if (together.sanctions.length === 0) {
    const { number } = regulationById(pack, facts.rulebook)
    trace.add(
      { rule: facts.rulebook, citation: number, sentence: say.noSanctionsInRulebook(number) },
      'decide',
    )
    return { ...none, leadingKey: together.leadingKey }
  }
  const repetition = repetitionOf(open, facts, pack, trace)
  if (!repetition) return { ...together, aggravated: [] }
  const { last, rule } = repetition
  const within = heavierThan(last, together.sanctions, repetition, pack, trace)
  if (within.length > 0) {
    if (within.length < together.sanctions.length) {
      trace.add({ ...byRule(rule), sentence: say.narrowed(within.map(kind => kindName(kind, pack))) })
    }
    return { ...together, levels: levelsOf(within), sanctions: within, aggravated: [] }
  }
  const beyond = heavierThan(last, kindsOfRulebook(facts.rulebook, pack), repetition, pack, trace)
  if (beyond.length === 0) trace.add({ ...byRule(rule), sentence: say.nothingHeavier() }, 'decide')
  else {
    // Heavier is an order of the rule, but outside the band of the article only a person goes, with a reason.
    const sentence = say.aggravated(beyond.map(kind => kindName(kind, pack)))
    trace.add({ ...byRule(rule), sentence }, 'decide')
  }
  return { ...together, levels: levelsOf(beyond), sanctions: [], aggravated: beyond }
}

function levelsOf(kinds: readonly Sanction[]): SanctionLevel[] {
  return sanctionLevel.options.filter(level => kinds.some(kind => kind.level === level))
}

function traceTrack(facts: ProposalFacts, pack: LawPack, trace: ProposalTrace): void {
  if (facts.track !== 'ethics') return
  const { ethicsTrack } = pack.rulebookSelection.machine
  const by = byException(ethicsTrack.exception, pack)
  trace.add({ ...by, sentence: say.ethicsTrack(by.citation) })
  const cut = ruleByUse(pack, facts.rulebook, 'stageCut')
  const from = cut && regulationById(pack, cut.regulation).effectiveFrom
  // The guideline that names the cut came later than the practice; before it only the practice is cited.
  const actOn = facts.actOn ?? null
  if (cut && from && (actOn === null || actOn >= from))
    trace.add({ ...byRule(cut), sentence: say.stageCut(cut.summary) })
}

function refer(
  sorted: Sorted,
  facts: ProposalFacts,
  pack: LawPack,
  trace: ProposalTrace,
): SanctionProposal['referrals'] {
  const { rulebook, status, electionScope } = facts
  const actOn = facts.actOn ?? null
  // Before the designation the election items are not violated, so nothing is linked to them.
  const proven = sorted.reaching.filter(
    provision => !sorted.waitingForCandidate.some(weighed => weighed.provision === provision),
  )
  const actEndOn = facts.actEndOn ?? null
  const who = { rulebook, status, electionScope, actOn, actEndOn }
  const { referrals, notReferred } = referralsOf(proven, who, pack)
  for (const { provision, because, needsHumanCheck } of referrals) {
    const tell = because === 'proven' ? say.referral : say.possibleReferral
    const sentence = tell(nameOf(provision, pack), provision.sanctionBasis ?? '')
    trace.add(
      { ...byProvision(provision, pack), sentence },
      needsHumanCheck ? (because === 'linked' ? 'look' : 'decide') : null,
    )
  }
  for (const provision of notReferred) {
    const sentence = say.notReferred(nameOf(provision, pack), provision.sanctionBasis ?? '')
    trace.add({ ...byProvision(provision, pack), sentence }, 'decide')
  }
  const beside = ruleByUse(pack, rulebook, 'criminalBeside')
  if (beside && referrals.length > 0)
    trace.add({ ...byRule(beside), sentence: say.criminalBeside(beside.summary) })
  return referrals.map(({ provision }) => ({
    provisionId: provision.id,
    citation: nameOf(provisionById(pack, provision.id), pack),
  }))
}

function traceOfficials(facts: ProposalFacts, pack: LawPack, trace: ProposalTrace): void {
  const seconded = facts.seconded === true && ruleByUse(pack, facts.rulebook, 'seconded')
  if (seconded) trace.add({ ...byRule(seconded), sentence: say.seconded(seconded.summary) })
  const failed =
    facts.officialDidNotSanction === true && ruleByUse(pack, facts.rulebook, 'officialDidNotSanction')
  if (failed) trace.add({ ...byRule(failed), sentence: say.officialDidNotSanction(failed.summary) })
}

import type { LawPack, Provision, SanctionLevel } from '../../../shared/law-pack.ts'
import { proposalSentences as say } from '../../../shared/strings/id/sanction-proposal.ts'
import {
  belongsToOtherRulebook,
  coversElection,
  coversStatus,
  inForceDuring,
  namesStatus,
  presupposesCandidate,
} from './applicability.ts'
import { gapAlternatives } from './gap-alternatives.ts'
import { basisOf, byException, byProvision, nameOf, type ProposalTrace } from './proposal-trace.ts'
import { needsHumanCheck, provisionById, regulationById } from './provisions.ts'
import { predecessorsOf, successorsOf } from './same-nature.ts'
import { bandOf, type SanctionBand } from './sanction-band.ts'
import type { ProposalFacts, ProvenViolation } from './sanction-proposal.ts'
import { isDisciplinary } from './sanction-rank.ts'

/** A proven violation with what the pack says about it. */
export type Weighed = {
  violation: ProvenViolation
  provision: Provision
  band: SanctionBand
  /** Levels that stay open for it: the chosen tier, else all of the band. */
  levels: SanctionLevel[]
}

export type Sorted = {
  disciplinary: Weighed[]
  moral: Weighed[]
  dismissal: Weighed[]
  /** Proven, but before the designation: only the ethics track reaches the act. */
  waitingForCandidate: Weighed[]
  /** Every proven provision that speaks to the person, for the criminal side. */
  reaching: Provision[]
}

/** Sorts the proven violations by the kind of consequence; every one that gives none says why. */
export function sortViolations(facts: ProposalFacts, pack: LawPack, trace: ProposalTrace): Sorted {
  const sorted: Sorted = { disciplinary: [], moral: [], dismissal: [], waitingForCandidate: [], reaching: [] }
  for (const violation of facts.violations) {
    const provision = provisionById(pack, violation.provisionId)
    const band = bandOf(provision, pack)
    const weighed = { violation, provision, band, levels: band.levels }
    if (refused(weighed, facts, pack, trace)) continue
    sorted.reaching.push(provision)
    warnOfDoubt(weighed, facts, pack, trace)
    if (facts.track === 'ethics' && presupposesCandidate(provision, pack)) {
      sorted.waitingForCandidate.push(weighed)
      continue
    }
    place(weighed, sorted, facts, pack, trace)
  }
  return sorted
}

function place(
  weighed: Weighed,
  sorted: Sorted,
  facts: ProposalFacts,
  pack: LawPack,
  trace: ProposalTrace,
): void {
  const { provision, band } = weighed
  const by = byProvision(provision, pack)
  const name = nameOf(provision, pack)
  if (band.levels.length === 0) {
    trace.add(
      { ...by, sentence: sentenceWithoutLevel(provision, name, pack) },
      provision.kind === 'statute' ? null : 'decide',
    )
  } else if (band.levels.includes('pemberhentian')) sorted.dismissal.push(weighed)
  else if (band.levels.includes('moral')) sorted.moral.push(weighed)
  else if (band.levels.every(isDisciplinary)) {
    weighed.levels = openLevels(weighed, pack, trace)
    sorted.disciplinary.push(weighed)
  }
  if (
    facts.track === 'ethics' &&
    (band.levels.includes('pemberhentian') || band.levels.some(isDisciplinary))
  ) {
    const { exception } = pack.rulebookSelection.machine.ethicsTrack
    trace.add({ ...byException(exception, pack), sentence: say.staysOnEthicsTrack(name) })
  }
}

function openLevels(weighed: Weighed, pack: LawPack, trace: ProposalTrace): SanctionLevel[] {
  const { violation, provision, band } = weighed
  const by = byProvision(provision, pack)
  const name = nameOf(provision, pack)
  if (violation.level !== null && band.levels.includes(violation.level)) return [violation.level]
  if (violation.level !== null) {
    trace.add({ ...by, sentence: say.tierUnknown(name, violation.level) }, 'decide')
  } else if (band.levels.length > 1) trace.add({ ...by, sentence: say.tierOpen(name, band.tiers) }, 'decide')
  return band.levels
}

/** The provision says nothing to this person in this election under this rulebook; the trace says why. */
function refused(weighed: Weighed, facts: ProposalFacts, pack: LawPack, trace: ProposalTrace): boolean {
  const { provision } = weighed
  const name = nameOf(provision, pack)
  const by = byProvision(provision, pack)
  if (belongsToOtherRulebook(provision, facts.rulebook, pack)) {
    const related = [...predecessorsOf(provision, pack), ...successorsOf(provision, pack)]
    const counterparts = related.filter(entry => entry.regulation === facts.rulebook)
    const sentence = say.otherRulebook(
      name,
      regulationById(pack, facts.rulebook).number,
      counterparts.map(entry => nameOf(entry, pack)),
    )
    trace.add({ ...by, sentence }, 'decide')
    return true
  }
  if (isTooOldOrNew(weighed, facts, pack, trace)) return true
  if (!coversStatus(provision, facts.status)) {
    trace.add({ ...by, sentence: say.otherPerson(name, facts.status) }, 'decide')
    return true
  }
  if (facts.electionScope !== null && !coversElection(provision, facts.electionScope)) {
    trace.add(
      { ...by, sentence: say.otherElection(name, facts.electionScope, provision.electionScope) },
      'decide',
    )
    gapAlternatives(provision, facts, pack, trace)
    return true
  }
  return false
}

/**
 * No statute reaches an act from before its first day or after its last one. The discipline rulebooks are no
 * matter of this: their own transition rules say which of them governs.
 */
function isTooOldOrNew(weighed: Weighed, facts: ProposalFacts, pack: LawPack, trace: ProposalTrace): boolean {
  const { provision } = weighed
  const actOn = facts.actOn ?? null
  const actEndOn = facts.actEndOn ?? null
  const { disciplineRulebooks } = pack.rulebookSelection.machine
  if (disciplineRulebooks.includes(provision.regulation)) return false
  if (actOn === null || inForceDuring(provision, actOn, actEndOn, pack)) return false
  const { number, effectiveFrom, effectiveTo } = regulationById(pack, provision.regulation)
  const counterparts = [...predecessorsOf(provision, pack), ...successorsOf(provision, pack)]
    .filter(entry => inForceDuring(entry, actOn, actEndOn, pack))
    .map(entry => nameOf(entry, pack))
  const name = nameOf(provision, pack)
  const sentence = say.notInForce(name, number, actOn, { from: effectiveFrom, to: effectiveTo }, counterparts)
  trace.add({ ...byProvision(provision, pack), sentence }, 'decide')
  return true
}

function warnOfDoubt(weighed: Weighed, facts: ProposalFacts, pack: LawPack, trace: ProposalTrace): void {
  const { provision } = weighed
  const by = byProvision(provision, pack)
  if (needsHumanCheck(provision.confidence, pack)) {
    trace.add({ ...by, sentence: say.uncertain(nameOf(provision, pack), provision.confidence) }, 'decide')
  }
  if (!namesStatus(provision, facts.status)) {
    const sentence = say.statusNotNamed(nameOf(provision, pack), facts.status, provision.appliesTo ?? [])
    trace.add({ ...by, sentence }, 'decide')
  }
  const scope = facts.electionScope
  const debated = pack.rulebookSelection.machine.debatedScopes.find(
    entry => entry.provision === provision.id && scope !== null && entry.scopes.includes(scope),
  )
  if (!debated || scope === null) return
  const note = provisionById(pack, debated.note).note ?? ''
  trace.add({ ...by, sentence: say.debatedScope(nameOf(provision, pack), scope, note) }, 'decide')
}

function sentenceWithoutLevel(provision: Provision, name: string, pack: LawPack): string {
  const { disciplineRulebooks } = pack.rulebookSelection.machine
  if (disciplineRulebooks.includes(provision.regulation)) return say.noSanction(name, provision.note)
  if (provision.kind === 'obligation') return say.levelElsewhere(name, provision.sanctionBasis ?? '-')
  return say.principleOnly(provision.criminal === true ? basisOf(provision, pack) : name)
}

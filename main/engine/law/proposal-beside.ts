import type { LawPack, Sanction } from '../../../shared/law-pack.ts'
import { proposalSentences as say } from '../../../shared/strings/id/sanction-proposal.ts'
import { coversStatus } from './applicability.ts'
import { ruleByUse } from './concurrence.ts'
import type { Sorted } from './proposal-sorting.ts'
import { basisOf, byProvision, byRule, kindName, nameOf, type ProposalTrace } from './proposal-trace.ts'
import { covers, provisionById } from './provisions.ts'
import { bandOf } from './sanction-band.ts'
import type { ProposalFacts, SanctionProposal } from './sanction-proposal.ts'

/**
 * Moral sanctions: of the proven ethics provisions, and, where only the ethics track reaches the act, of the
 * provision that the pack names for that track (its elements are for a person to assess).
 */
export function moralOf(
  sorted: Sorted,
  besideDiscipline: boolean,
  facts: ProposalFacts,
  pack: LawPack,
  trace: ProposalTrace,
): Sanction[] {
  const found: Sanction[] = []
  for (const { provision, band } of sorted.moral) {
    found.push(...band.sanctions)
    const sentence = say.moral(basisOf(provision, pack), namesOf(band.sanctions, pack))
    trace.add({ ...byProvision(provision, pack), sentence })
  }
  for (const { provision } of sorted.waitingForCandidate) {
    const ethics = provisionById(pack, pack.rulebookSelection.machine.ethicsTrack.provision)
    const sentence = say.needsCandidate(nameOf(provision, pack), nameOf(ethics, pack))
    trace.add({ ...byProvision(provision, pack), sentence }, 'decide')
    if (sorted.moral.length > 0) continue
    if (!coversStatus(ethics, facts.status)) {
      const refusal = say.otherPerson(nameOf(ethics, pack), facts.status)
      trace.add({ ...byProvision(ethics, pack), sentence: refusal }, 'decide')
      continue
    }
    const { sanctions } = bandOf(ethics, pack)
    found.push(...sanctions)
    const byTrack = say.moralByTrack(basisOf(ethics, pack), namesOf(sanctions, pack))
    trace.add({ ...byProvision(ethics, pack), sentence: byTrack }, 'decide')
  }
  const rule = ruleByUse(pack, facts.rulebook, 'moralBeside')
  if (rule && besideDiscipline && found.length > 0) {
    trace.add({ ...byRule(rule), sentence: say.moralBeside(rule.summary) })
  }
  return [...new Set(found)]
}

/** Dismissal by statute, by the date of the act where the kind depends on it. */
export function dismissalOf(
  sorted: Sorted,
  discipline: Pick<SanctionProposal, 'sanctions' | 'aggravated'>,
  facts: ProposalFacts,
  pack: LawPack,
  trace: ProposalTrace,
): Sanction[] {
  const { dismissalKinds } = pack.rulebookSelection.machine
  const actOn = facts.actOn ?? null
  const found: Sanction[] = []
  for (const { provision, band } of sorted.dismissal) {
    const dated = dismissalKinds.filter(kind => kind.provision === provision.id)
    const kinds = band.sanctions.filter(sanction => {
      const period = dated.find(kind => kind.sanction === sanction.id)
      return period === undefined || actOn === null || covers(period, actOn)
    })
    found.push(...kinds)
    const basis = basisOf(provision, pack)
    const sentence =
      kinds.length === 0 ? say.dismissalKindUnknown(basis) : say.dismissal(basis, namesOf(kinds, pack))
    trace.add({ ...byProvision(provision, pack), sentence }, kinds.length === 1 ? null : 'decide')
  }
  const dismissal = [...new Set(found)]
  const proven = sorted.dismissal.map(weighed => weighed.provision.id)
  traceContradictions([...discipline.sanctions, ...discipline.aggravated], proven, facts, pack, trace)
  return dismissal
}

/**
 * Names every pair of texts of the pack that contradict each other about a disciplinary kind on offer, or whose
 * contradicting provision is itself proven. A dismissal by another provision does not touch the pair.
 */
function traceContradictions(
  offered: readonly Sanction[],
  proven: readonly string[],
  facts: ProposalFacts,
  pack: LawPack,
  trace: ProposalTrace,
): void {
  const actOn = facts.actOn ?? null
  for (const entry of pack.rulebookSelection.machine.contradictions) {
    if (actOn !== null && actOn < entry.from) continue
    const relied = proven.includes(entry.note)
    if (!relied && !offered.some(sanction => entry.sanctions.includes(sanction.id))) continue
    const noted = provisionById(pack, entry.note)
    const sides = pack.sanctions.filter(sanction => entry.sanctions.includes(sanction.id))
    const sentence = say.contradiction(namesOf(sides, pack), noted.note ?? '')
    // Beside lighter kinds it is a choice among several; alone it decides what the person is told.
    const alone = relied || offered.every(sanction => entry.sanctions.includes(sanction.id))
    trace.add({ ...byProvision(noted, pack), sentence }, alone ? 'decide' : 'look')
  }
}

function namesOf(kinds: readonly Sanction[], pack: LawPack): string[] {
  return kinds.map(kind => kindName(kind, pack))
}

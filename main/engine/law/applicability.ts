import type { CivilDate } from '../../../shared/dates.ts'
import type { ElectionScope, EmploymentStatus, LawPack, Provision } from '../../../shared/law-pack.ts'
import { regulationById } from './provisions.ts'

/**
 * Whether a provision speaks to a person of that status. A CPNS counts as a PNS; where the provision names only
 * the PNS a person has to confirm that (`namesStatus`).
 */
export function coversStatus(provision: Provision, status: EmploymentStatus): boolean {
  const named = provision.appliesTo
  if (named === undefined) return true
  return named.includes(status) || (status === 'CPNS' && named.includes('PNS'))
}

/** Whether a provision names that status itself; one that names none speaks to all. */
export function namesStatus(provision: Provision, status: EmploymentStatus): boolean {
  return provision.appliesTo === undefined || provision.appliesTo.includes(status)
}

/** Whether the regulation of a provision was in force on a day of the act; null days ask nothing. */
export function inForceDuring(
  provision: Provision,
  actOn: CivilDate | null,
  actEndOn: CivilDate | null,
  pack: LawPack,
): boolean {
  if (actOn === null) return true
  const { effectiveFrom, effectiveTo } = regulationById(pack, provision.regulation)
  return effectiveFrom <= (actEndOn ?? actOn) && (effectiveTo === null || actOn <= effectiveTo)
}

/** Whether a provision reaches that kind of election; one that names none reaches all, null asks nothing. */
export function coversElection(provision: Provision, scope: ElectionScope | null): boolean {
  return scope === null || provision.electionScope.length === 0 || provision.electionScope.includes(scope)
}

/**
 * Whether a provision presupposes a designated candidate: the election items of the discipline rulebooks.
 * Statutes, party membership and the general duties do not, so they stay usable before the designation.
 */
export function presupposesCandidate(provision: Provision, pack: LawPack): boolean {
  const { disciplineRulebooks } = pack.rulebookSelection.machine
  return disciplineRulebooks.includes(provision.regulation) && provision.electionScope.length > 0
}

/** The provision belongs to a discipline rulebook, but to another one than `rulebook`. */
export function belongsToOtherRulebook(provision: Provision, rulebook: string, pack: LawPack): boolean {
  const { disciplineRulebooks } = pack.rulebookSelection.machine
  return provision.regulation !== rulebook && disciplineRulebooks.includes(provision.regulation)
}

import type { CivilDate } from '../../../shared/dates.ts'
import type { ElectionScope, EmploymentStatus, LawPack, Provision } from '../../../shared/law-pack.ts'
import { coversStatus, inForceDuring } from './applicability.ts'
import { perPack } from './pack-memo.ts'
import { needsHumanCheck } from './provisions.ts'

export type Referral = {
  provision: Provision
  /** Proven itself, or only named by the pack beside a proven provision. */
  because: 'proven' | 'linked'
  needsHumanCheck: boolean
}

export type ReferralFacts = {
  rulebook: string
  status: EmploymentStatus
  electionScope: ElectionScope | null
  actOn: CivilDate | null
  /** Last day of a continuing act. */
  actEndOn?: CivilDate | null
}

/**
 * Criminal sides to refer: proven provisions with one, and those that the pack names as companions of a form
 * of violation for which a proven provision is the answer. `notReferred` are proven provisions whose criminal
 * side does not reach the person (the pack says so), with the sentence of the pack as the reason.
 */
export function referralsOf(
  proven: readonly Provision[],
  facts: ReferralFacts,
  pack: LawPack,
): { referrals: Referral[]; notReferred: Provision[] } {
  const { notReferred } = pack.rulebookSelection.machine
  const reaches = (entry: Provision) => coversStatus(entry, facts.status) && !notReferred.includes(entry.id)
  const own = proven.filter(entry => entry.criminal === true)
  const linked = proven
    .flatMap(entry => companionsOf(entry, facts, pack))
    .filter(entry => entry.criminal === true && !own.includes(entry) && reaches(entry))
    .filter(
      entry =>
        inScope(entry, facts.electionScope) &&
        inForceDuring(entry, facts.actOn, facts.actEndOn ?? null, pack),
    )
  return {
    referrals: [
      ...own.filter(reaches).map(entry => referral(entry, 'proven', pack)),
      ...[...new Set(linked)].map(entry => referral(entry, 'linked', pack)),
    ],
    notReferred: own.filter(entry => !reaches(entry)),
  }
}

function referral(provision: Provision, because: Referral['because'], pack: LawPack): Referral {
  // A companion was not examined: a person decides whether its elements are there.
  return {
    provision,
    because,
    needsHumanCheck: because === 'linked' || needsHumanCheck(provision.confidence, pack),
  }
}

/** What the pack names beside the forms of violation that this provision answers under this rulebook. */
function companionsOf(provision: Provision, facts: ReferralFacts, pack: LawPack): readonly Provision[] {
  return companions(pack, facts.rulebook).get(provision.id) ?? []
}

const companions = perPack((pack, rulebook) => {
  const found = new Map<string, Provision[]>()
  for (const form of pack.violationForms) {
    const mapping = form.byStage.calon[rulebook] ?? []
    const lists = Array.isArray(mapping) ? [mapping] : Object.values(mapping)
    const beside = pack.provisions.filter(entry => form.alsoConsider?.includes(entry.id))
    for (const id of new Set(lists.flat())) found.set(id, [...(found.get(id) ?? []), ...beside])
  }
  return found
})

function inScope(provision: Provision, scope: ElectionScope | null): boolean {
  return scope !== null && provision.electionScope.includes(scope)
}

import type { LawPack, Provision } from '../../../shared/law-pack.ts'
import { perPack } from './pack-memo.ts'
import { findProvision } from './provisions.ts'

/** Whether two violations are "of the same nature": certain, to be judged by a person, or not at all. */
export type SameNature = 'same' | 'possible' | 'different'

/**
 * The same provision, or one that followed it in a later regulation, is the same nature; two provisions on
 * neutrality may be, which a person must judge (the law does not define "sifatnya sama"). Ids that the pack
 * does not hold (a case of an older pack) are never called the same.
 */
export function sameNature(a: string, b: string, pack: LawPack): SameNature {
  if (a === b) return 'same'
  const [first, second] = [findProvision(pack, a), findProvision(pack, b)]
  if (!first || !second) return 'possible'
  if (isFollowedBy(first, second.id, pack) || isFollowedBy(second, first.id, pack)) return 'same'
  return first.neutrality && second.neutrality ? 'possible' : 'different'
}

/** The strongest answer over all pairs. */
export function sameNatureOfAny(
  ours: readonly string[],
  theirs: readonly string[],
  pack: LawPack,
): SameNature {
  const answers = ours.flatMap(a => theirs.map(b => sameNature(a, b, pack)))
  if (answers.includes('same')) return 'same'
  return answers.includes('possible') ? 'possible' : 'different'
}

/** Whether the chain of successors leads from `earlier` to the provision `laterId`. */
function isFollowedBy(earlier: Provision, laterId: string, pack: LawPack): boolean {
  const seen = new Set<string>()
  const open = [earlier]
  for (let at = open.pop(); at; at = open.pop()) {
    if (seen.has(at.id)) continue
    seen.add(at.id)
    for (const next of successorsOf(at, pack)) {
      if (next.id === laterId) return true
      open.push(next)
    }
  }
  return false
}

/** The next provisions in the chain, written on either end. */
export function successorsOf(provision: Provision, pack: LawPack): readonly Provision[] {
  return successors(pack, provision.id)
}

const successors = perPack((pack, id) => {
  const named = findProvision(pack, id)?.successor ?? []
  return pack.provisions.filter(entry => named.includes(entry.id) || entry.predecessor?.includes(id))
})

/** The provisions before this one in the chain, written on either end. */
export function predecessorsOf(provision: Provision, pack: LawPack): readonly Provision[] {
  return predecessors(pack, provision.id)
}

const predecessors = perPack((pack, id) => {
  const named = findProvision(pack, id)?.predecessor ?? []
  return pack.provisions.filter(entry => named.includes(entry.id) || entry.successor?.includes(id))
})

import type { Finding, SanctionOption } from '../../../../shared/contract/findings.ts'
import type { LawPack, Provision, Sanction, SanctionLevel } from '../../../../shared/law-pack.ts'
import { bandOf, isInBand, provisionById } from '../../law/index.ts'

/** Band of a provision as the contract shows it, with every sanction a person may choose from. */
export type Band = Finding['band']

/**
 * Sanctions that may be proposed for a provision, light to heavy: those of its band and, marked as outside,
 * the other sanctions of the same regulation. Those of another regulation are no choice at all.
 * With the tier that a person chose only that level lies inside. Throws 'law.unknownProvision'.
 */
export function bandFor(law: LawPack, provisionId: string, level: SanctionLevel | null = null): Band {
  const provision = provisionById(law, provisionId)
  const band = bandOf(provision, law)
  const inside = band.sanctions
  const others = law.sanctions.filter(
    entry =>
      entry.regulation === provision.regulation &&
      entry.applicable !== false &&
      !inside.some(
        known => known.id === entry.id || (known.level === entry.level && known.name === entry.name),
      ),
  )
  const order = (entry: Sanction) => LEVEL_ORDER.indexOf(entry.level) * 1000 + (entry.rank ?? 0)
  const sanctions = [...inside, ...others]
    .sort((a, b) => order(a) - order(b))
    .map(entry =>
      sanctionOption(entry, isInBand(band, entry.id) && (level === null || entry.level === level)),
    )
  return { levels: band.levels, basis: basisOf(provision), sanctions }
}

const LEVEL_ORDER = ['moral', 'ringan', 'sedang', 'berat', 'pemberhentian']

/** A sanction as the window shows it. */
export function sanctionOption(entry: Sanction, insideBand: boolean): SanctionOption {
  const { id, name, level, citation } = entry
  return { id, name, level, citation, insideBand }
}

function basisOf(provision: Provision): string {
  const tiers = provision.sanctionTiers ?? []
  if (tiers.length > 0) return [...new Set(tiers.map(tier => tier.basis))].join('; ')
  return provision.sanctionBasis ?? ''
}

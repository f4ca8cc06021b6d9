import type { LawPack, Provision, SanctionLevel } from '../../../shared/law-pack.ts'
import { regulationById } from './provisions.ts'

/** How a letter names a provision: always the prohibition first, never the sanction article alone. */
export type LegalBasis = {
  /** 'Pasal 4 angka 15 huruf d jo. Pasal 12 angka 9'. */
  short: string
  /** The same with 'Peraturan Pemerintah Nomor 53 Tahun 2010 tentang Disiplin Pegawai Negeri Sipil'. */
  long: string
}

/**
 * The citation chain of a provision. With `level` the basis of that tier is used; without it a provision with
 * several tiers names all of them. A basis that is no article (criminal penalties, 'no sanction') is left out.
 */
export function legalBasisText(provision: Provision, pack: LawPack, level?: SanctionLevel): LegalBasis {
  const short = chain(provision.citation, basesOf(provision, level))
  return { short, long: `${short} ${regulationById(pack, provision.regulation).formalName}` }
}

function basesOf(provision: Provision, level: SanctionLevel | undefined): string[] {
  const tiers = provision.sanctionTiers ?? []
  if (tiers.length > 0) {
    const chosen = level === undefined ? tiers : tiers.filter(tier => tier.level === level)
    return chosen.map(tier => tier.basis)
  }
  const basis = (provision.sanctionBasis ?? '').replace(/ \((?!\d+\))[^)]*\)$/, '')
  return /^(Pasal|PP|UU) /.test(basis) ? [basis] : []
}

function chain(citation: string, bases: string[]): string {
  if (bases.length > 1) return `${citation} jo. ${listWithOr(bases)}`
  const links = citation.split(' jo. ')
  for (const link of (bases[0] ?? '').split(' jo. ')) {
    if (link === '' || links.some(known => known.startsWith(link) || link.endsWith(known))) continue
    const wider = links.findIndex((known, n) => n > 0 && link.startsWith(`${known} `))
    if (wider === -1) links.push(link)
    else links[wider] = link
  }
  return links.join(' jo. ')
}

function listWithOr(bases: string[]): string {
  const last = bases.at(-1) ?? ''
  if (bases.length === 2) return `${bases[0]} atau ${last}`
  return `${bases.slice(0, -1).join(', ')}, atau ${last}`
}

import {
  type LawPack,
  type Provision,
  type RulebookException,
  type Sanction,
  type SanctionLevel,
  type SanctionTier,
  sanctionLevel,
} from '../../../shared/law-pack.ts'
import { perPack } from './pack-memo.ts'
import { findProvision, provisionById } from './provisions.ts'

/** What may be proposed for a proven violation of one provision. */
export type SanctionBand = {
  /** Light to heavy. Empty: the provision has no sanction, so nothing may be proposed automatically. */
  levels: SanctionLevel[]
  /** The tiers with their conditions, when the level depends on impact, intent or number of days. */
  tiers: readonly SanctionTier[]
  /** Kinds of sanction inside the band, light to heavy. */
  sanctions: Sanction[]
  /** Levels whose kinds come from another regulation, with the rule that says so. */
  borrowed: { level: SanctionLevel; fromRegulation: string; exception: RulebookException }[]
}

const WEIGHT = new Map(sanctionLevel.options.map((level, n) => [level, n]))

/**
 * The sanction band of a provision. Levels come from its tiers or its single level; kinds come from the
 * article that the provision names as its basis, else from the sanctions of its own rulebook at that level,
 * except where the pack says that a level is borrowed (PP 94/2021 Pasal 42: sedang as in PP 53/2010
 * Pasal 7(3)). Sanctions that the pack marks as not applicable yet are left out.
 */
export function bandOf(provision: Provision, pack: LawPack): SanctionBand {
  // A provision that is not the pack's own (a changed copy) is worked out anew.
  return findProvision(pack, provision.id) === provision
    ? bandById(pack, provision.id)
    : workOut(provision, pack)
}

const bandById = perPack((pack, id) => workOut(provisionById(pack, id), pack))

function workOut(provision: Provision, pack: LawPack): SanctionBand {
  const tiers = provision.sanctionTiers ?? []
  const named = tiers.map(tier => tier.level)
  if (provision.sanctionLevel !== null) named.push(provision.sanctionLevel)
  const levels = [...new Set(named)].sort((a, b) => weightOf(a) - weightOf(b))
  const borrowed = borrowedLevels(provision, levels, pack)
  const sanctions = levels
    .flatMap(level => sanctionsAt(level, provision, pack, borrowed))
    .filter(entry => entry.applicable !== false)
  return { levels, tiers, sanctions, borrowed }
}

/** Whether a sanction lies inside the band; outside it a proposal needs a written reason. */
export function isInBand(band: SanctionBand, sanctionId: string): boolean {
  return band.sanctions.some(entry => entry.id === sanctionId)
}

/** Negative when `a` is lighter than `b`, 0 for the same level, positive when heavier. */
export function compareLevels(a: SanctionLevel, b: SanctionLevel): number {
  return weightOf(a) - weightOf(b)
}

function sanctionsAt(
  level: SanctionLevel,
  provision: Provision,
  pack: LawPack,
  borrowed: SanctionBand['borrowed'],
): Sanction[] {
  const loan = borrowed.find(entry => entry.level === level)
  if (loan) return byRegulation(pack, loan.fromRegulation, level)
  const byArticle = sanctionsOfBasis(provision, level, pack)
  if (byArticle.length > 0) return byArticle
  // Only the discipline rulebooks list their sanctions by level; a dismissal by statute belongs to its article.
  const { disciplineRulebooks, dismissalKinds } = pack.rulebookSelection.machine
  if (disciplineRulebooks.includes(provision.regulation))
    return byRegulation(pack, provision.regulation, level)
  // An article that orders a dismissal without naming its kind: the pack says which statute names it, by date.
  const named = dismissalKinds.filter(kind => kind.provision === provision.id).map(kind => kind.sanction)
  return pack.sanctions.filter(entry => entry.level === level && named.includes(entry.id))
}

function byRegulation(pack: LawPack, regulation: string, level: SanctionLevel): Sanction[] {
  return pack.sanctions
    .filter(entry => entry.regulation === regulation && entry.level === level)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
}

/** Sanctions whose article stands in the basis: 'Pasal 119 jo. PP 11/2017 Pasal 254' names two articles. */
function sanctionsOfBasis(provision: Provision, level: SanctionLevel, pack: LawPack): Sanction[] {
  const articles = (provision.sanctionBasis ?? '').split(/ jo\. |; /).map(part => {
    const named = pack.regulations.find(entry => part.startsWith(`${entry.number} `))
    return { regulation: named?.id ?? provision.regulation, article: articleOf(part) }
  })
  return pack.sanctions.filter(
    entry =>
      entry.level === level &&
      articles.some(at => at.regulation === entry.regulation && at.article === articleOf(entry.citation)),
  )
}

function borrowedLevels(
  provision: Provision,
  levels: SanctionLevel[],
  pack: LawPack,
): SanctionBand['borrowed'] {
  const { machine, exceptions } = pack.rulebookSelection
  return machine.borrowedSanctions.flatMap(rule => {
    const exception = exceptions.find(entry => entry.id === rule.exception)
    const applies = rule.rulebook === provision.regulation && levels.includes(rule.level)
    return applies && exception ? [{ level: rule.level, fromRegulation: rule.fromRegulation, exception }] : []
  })
}

function articleOf(citation: string): string {
  return /Pasal \d+[A-Z]?/.exec(citation)?.[0] ?? ''
}

function weightOf(level: SanctionLevel): number {
  return WEIGHT.get(level) ?? 0
}

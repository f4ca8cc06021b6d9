import type { LawPack, Sanction, SanctionLevel } from '../../../shared/law-pack.ts'
import { proposalSentences as say } from '../../../shared/strings/id/sanction-proposal.ts'
import { ruleByExpression } from './concurrence.ts'
import type { Weighed } from './proposal-sorting.ts'
import {
  basisOf,
  byException,
  byProvision,
  byRule,
  kindName,
  nameOf,
  type ProposalTrace,
} from './proposal-trace.ts'
import { regulationById } from './provisions.ts'
import { compareLevels } from './sanction-band.ts'
import type { ProposalFacts } from './sanction-proposal.ts'
import { lightToHeavy } from './sanction-rank.ts'

/** The band of several violations together: the one sanction that may be imposed. */
export type Together = { levels: SanctionLevel[]; sanctions: Sanction[]; leadingKey: string }

/** The band of one violation and what it borrows, as steps. */
export function traceBand(weighed: Weighed, pack: LawPack, trace: ProposalTrace): void {
  const { provision, band, levels } = weighed
  const kinds = band.sanctions.filter(entry => levels.includes(entry.level))
  const basis = basisOf(provision, pack, levels.length === 1 ? levels[0] : undefined)
  const names = kinds.map(kind => kindName(kind, pack))
  trace.add({ rule: provision.id, citation: basis, sentence: say.band(basis, levels, names) })
  for (const { level, fromRegulation, exception } of band.borrowed) {
    if (!levels.includes(level)) continue
    const lender = regulationById(pack, fromRegulation).number
    trace.add({ ...byException(exception.id, pack), sentence: say.borrowed(level, lender, exception.note) })
  }
}

/**
 * One sanction for all violations, the heaviest (the rule of the rulebook with `maxLevel`). Where tiers are
 * still open the band runs from the heaviest of the lightest levels to the heaviest level of all.
 */
export function weighTogether(
  open: readonly Weighed[],
  facts: ProposalFacts,
  pack: LawPack,
  trace: ProposalTrace,
): Together {
  const byWeight = open.toSorted(
    (a, b) => compareLevels(top(b), top(a)) || compareLevels(bottom(b), bottom(a)),
  )
  const leading = byWeight[0] as Weighed
  const least = open.map(bottom).toSorted(compareLevels).at(-1) as SanctionLevel
  const levels = [...new Set(open.flatMap(weighed => weighed.levels))]
    .filter(level => compareLevels(level, least) >= 0)
    .sort(compareLevels)
  const kinds = open.flatMap(weighed => weighed.band.sanctions).filter(kind => levels.includes(kind.level))
  const rule = ruleByExpression(pack, facts.rulebook, 'heaviest')
  if (rule && open.length > 1) {
    const others = byWeight.slice(1)
    const names = others.map(weighed => nameOf(weighed.provision, pack))
    trace.add({ ...byRule(rule), sentence: say.heaviest(nameOf(leading.provision, pack), levels, names) })
    const unclear = others.some(weighed => compareLevels(top(weighed), bottom(leading)) > 0)
    if (unclear)
      trace.add({ ...byProvision(leading.provision, pack), sentence: say.heaviestOpen() }, 'decide')
  }
  return { levels, sanctions: [...new Set(kinds)].sort(lightToHeavy), leadingKey: leading.violation.key }
}

const top = (weighed: Weighed) => weighed.levels.at(-1) ?? 'moral'
const bottom = (weighed: Weighed) => weighed.levels[0] ?? 'moral'

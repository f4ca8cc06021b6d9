import type { LawPack, Sanction } from '../../../shared/law-pack.ts'
import { proposalSentences as say, unknownSanction } from '../../../shared/strings/id/sanction-proposal.ts'
import { type ConcurrenceRule, ruleByExpression, ruleByUse } from './concurrence.ts'
import type { Weighed } from './proposal-sorting.ts'
import { byRule, kindName, nameOf, type ProposalTrace } from './proposal-trace.ts'
import { regulationById } from './provisions.ts'
import { type SameNature, sameNatureOfAny } from './same-nature.ts'
import type { EarlierOutcome, ProposalFacts } from './sanction-proposal.ts'
import { isDisciplinary, isHeavier } from './sanction-rank.ts'

/** The rule when a rulebook of the pack has none of its own: named plainly, never invented. */
const NO_RULE = { rule: 'earlier', citation: '' }

/** What is on record without having been sanctioned is named and changes nothing. */
export function nameUnsanctioned(facts: ProposalFacts, trace: ProposalTrace): void {
  for (const earlier of facts.earlier) {
    if (earlier.state === 'sanctioned') continue
    trace.add({ ...NO_RULE, sentence: say.earlierNotSanctioned(earlier.state, earlier.source) })
  }
}

/** Takes out the violations whose act has been sanctioned before; gives their keys. */
export function takeOutBarred(
  candidates: readonly Weighed[],
  facts: ProposalFacts,
  pack: LawPack,
  trace: ProposalTrace,
): { open: Weighed[]; barredKeys: string[] } {
  const rule = ruleByExpression(pack, facts.rulebook, 'onceOnly')
  if (!rule) return { open: [...candidates], barredKeys: [] }
  const open: Weighed[] = []
  const barredKeys: string[] = []
  for (const weighed of candidates) {
    const sanctionedBefore = facts.earlier.filter(
      earlier => earlier.state === 'sanctioned' && earlier.actKey === weighed.violation.actKey,
    )
    const bar =
      sanctionedBefore.find(earlier => kindOf(earlier, pack) === undefined) ??
      sanctionedBefore.find(earlier => isDisciplinary(kindOf(earlier, pack)?.level ?? 'moral'))
    if (!bar) {
      open.push(weighed)
      nameOtherKinds(sanctionedBefore, facts, pack, trace)
      continue
    }
    barredKeys.push(weighed.violation.key)
    const kind = kindOf(bar, pack)
    const name = nameOf(weighed.provision, pack)
    if (kind) trace.add({ ...byRule(rule), sentence: say.barred(name, kindName(kind, pack), bar.source) })
    else trace.add({ ...byRule(rule), sentence: say.barredUnknown(name, bar.source) }, 'decide')
  }
  return { open, barredKeys }
}

/** A moral sanction or a dismissal for the same act bars nothing; whoever reads the proposal is told so. */
function nameOtherKinds(
  earlier: readonly EarlierOutcome[],
  facts: ProposalFacts,
  pack: LawPack,
  trace: ProposalTrace,
): void {
  const rule = ruleByUse(pack, facts.rulebook, 'moralBeside')
  for (const entry of earlier) {
    const kind = kindOf(entry, pack)
    if (!kind) continue
    const by = rule && kind.level === 'moral' ? byRule(rule) : NO_RULE
    trace.add({ ...by, sentence: say.sanctionedOtherwise(kindName(kind, pack), entry.source) })
  }
}

/** Earlier sanctions that bear on the violations still open. */
export type Repetition = {
  rule: ConcurrenceRule
  /** The last disciplinary sanction for a violation of the same nature. */
  last: Sanction
}

/**
 * The last sanction that must be exceeded, or undefined. Only a disciplinary sanction imposed before this act,
 * for another act, for a violation of the same nature counts; doubtful ones are named for a person.
 */
export function repetitionOf(
  candidates: readonly Weighed[],
  facts: ProposalFacts,
  pack: LawPack,
  trace: ProposalTrace,
): Repetition | undefined {
  const rule = ruleByExpression(pack, facts.rulebook, 'heavierThanLast')
  if (!rule || candidates.length === 0) return undefined
  const ids = candidates.map(weighed => weighed.provision.id)
  const acts = new Set(facts.violations.map(violation => violation.actKey))
  const before = facts.earlier
    .filter(earlier => earlier.state === 'sanctioned')
    .filter(earlier => earlier.actKey === null || !acts.has(earlier.actKey))
    .toSorted((a, b) => (b.decidedOn ?? '').localeCompare(a.decidedOn ?? ''))
  let last: { kind: Sanction; on: EarlierOutcome['decidedOn'] } | undefined
  for (const earlier of before) {
    const nature = sameNatureOfAny(ids, earlier.provisionIds, pack)
    const kind = weighEarlier(earlier, nature, rule, facts, pack, trace)
    if (!kind) continue
    // Of several on one day, or without a date, the heaviest must be exceeded.
    const together = last === undefined || earlier.decidedOn === null || earlier.decidedOn === last.on
    if (together && (!last || isHeavier(kind, last.kind, pack).heavier))
      last = { kind, on: earlier.decidedOn }
  }
  return last && { rule, last: last.kind }
}

function weighEarlier(
  earlier: EarlierOutcome,
  nature: SameNature,
  rule: ConcurrenceRule,
  facts: ProposalFacts,
  pack: LawPack,
  trace: ProposalTrace,
): Sanction | undefined {
  const kind = kindOf(earlier, pack)
  const name = kind ? kindName(kind, pack) : unknownSanction
  const { decidedOn, source } = earlier
  if (kind && !isDisciplinary(kind.level)) {
    trace.add({ ...NO_RULE, sentence: say.sanctionedOtherwise(name, source) })
    return undefined
  }
  if (nature === 'different') {
    trace.add({ ...byRule(rule), sentence: say.otherNature(name, source) })
    return undefined
  }
  const actOn = facts.actOn ?? null
  if (actOn !== null && decidedOn !== null && decidedOn >= actOn) {
    trace.add({ ...byRule(rule), sentence: say.actBeforeSanction(name, decidedOn, source) }, 'decide')
    return undefined
  }
  if (nature === 'possible') {
    trace.add({ ...byRule(rule), sentence: say.maybeRepeated(name, source) }, 'decide')
    return undefined
  }
  if (!kind) {
    trace.add({ ...byRule(rule), sentence: say.repeatedKindUnknown(source) }, 'decide')
    return undefined
  }
  trace.add({ ...byRule(rule), sentence: say.repeated(name, decidedOn, source) })
  return kind
}

/** Kinds heavier than the last sanction; the comparison across two rulebooks is marked for a person. */
export function heavierThan(
  last: Sanction,
  kinds: readonly Sanction[],
  repetition: Repetition,
  pack: LawPack,
  trace: ProposalTrace,
): Sanction[] {
  const compared = kinds.map(kind => ({ kind, ...isHeavier(kind, last, pack) }))
  const doubtful = compared.find(entry => !entry.certain)
  if (doubtful) {
    const [then, now] = [last, doubtful.kind].map(entry => regulationById(pack, entry.regulation).number)
    trace.add(
      { ...byRule(repetition.rule), sentence: say.ranksOfTwoRulebooks(then ?? '', now ?? '') },
      'decide',
    )
  }
  return compared.filter(entry => entry.heavier).map(entry => entry.kind)
}

function kindOf(earlier: EarlierOutcome, pack: LawPack): Sanction | undefined {
  return pack.sanctions.find(entry => entry.id === earlier.sanctionId)
}

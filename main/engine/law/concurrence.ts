import type { ConcurrenceUse, LawPack } from '../../../shared/law-pack.ts'

export type ConcurrenceRule = LawPack['concurrenceRules'][number]

/** The machine expressions that the engine can carry out, as the law reference writes them. */
const EXPRESSIONS = {
  /** Several violations: only the heaviest sanction. */
  heaviest: 'maxLevel(findings)',
  /** A repeated violation of the same nature: heavier than the last sanction. */
  heavierThanLast: 'sanctionRank > lastSanctionRank where sameNature=true',
  /** Never two disciplinary sanctions for one violation. */
  onceOnly: 'unique(sanctionedAct)',
} as const

export type ConcurrenceExpression = keyof typeof EXPRESSIONS

/** The rule of that rulebook with that expression, or undefined when the rulebook has none. */
export function ruleByExpression(
  pack: LawPack,
  rulebook: string,
  expression: ConcurrenceExpression,
): ConcurrenceRule | undefined {
  return pack.concurrenceRules.find(
    rule => rule.regulation === rulebook && rule.machine === EXPRESSIONS[expression],
  )
}

/**
 * The rule with that use for a rulebook: its own, or one of a regulation that is no discipline rulebook
 * (ethics, joint guideline) and so stands beside every rulebook.
 */
export function ruleByUse(pack: LawPack, rulebook: string, use: ConcurrenceUse): ConcurrenceRule | undefined {
  const { concurrenceUses, disciplineRulebooks } = pack.rulebookSelection.machine
  const ids = concurrenceUses.filter(entry => entry.use === use).map(entry => entry.rule)
  return pack.concurrenceRules.find(
    rule =>
      ids.includes(rule.id) &&
      (rule.regulation === rulebook || !disciplineRulebooks.includes(rule.regulation)),
  )
}

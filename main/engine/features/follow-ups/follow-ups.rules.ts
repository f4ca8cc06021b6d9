import { type CivilDate, daysBetween } from '../../../../shared/dates.ts'
import type { LawPack, Sanction } from '../../../../shared/law-pack.ts'
import { compareLevels } from '../../law/index.ts'

export type Difference = 'same' | 'lighter' | 'heavier' | 'notComparable'

/**
 * Imposed against recommended. Within one regulation the pack's rank tells; across regulations the
 * level does, and equal levels of different regulations cannot be compared. A moral sanction lies
 * outside the discipline scale (PP 42/2004 Pasal 15 and 16).
 */
export function differenceOf(
  recommendedId: string | null,
  imposedId: string | null,
  law: LawPack,
): Difference {
  const recommended = law.sanctions.find(entry => entry.id === recommendedId)
  const imposed = law.sanctions.find(entry => entry.id === imposedId)
  if (!recommended || !imposed) return 'notComparable'
  if (recommended.id === imposed.id) return 'same'
  const order = compare(imposed, recommended)
  if (order === null) return 'notComparable'
  if (order === 0) return 'same'
  return order < 0 ? 'lighter' : 'heavier'
}

function compare(a: Sanction, b: Sanction): number | null {
  const isMoral = (entry: Sanction) => entry.level === 'moral'
  if (isMoral(a) !== isMoral(b)) return null
  if (a.regulation === b.regulation && a.rank !== undefined && b.rank !== undefined) return a.rank - b.rank
  const levels = compareLevels(a.level, b.level)
  return levels === 0 ? null : levels
}

/** 'late' from the day after the due date; the due date itself is still in time. */
export function followUpState(
  facts: { dueOn: string; closedAt: string | null },
  today: string,
): 'waiting' | 'late' | 'closed' {
  if (facts.closedAt !== null) return 'closed'
  return today > facts.dueOn ? 'late' : 'waiting'
}

/** Calendar days from the day of issue to today or to the closing day; never negative. */
export function daysWaiting(startedOn: CivilDate, until: CivilDate): number {
  return Math.max(0, daysBetween(startedOn, until))
}

/** Sanctions that an SK may impose: those of the rulebook, those still borrowed, and moral ones. */
export function imposable(law: LawPack, rulebook: string): Sanction[] {
  const borrowed = law.rulebookSelection.machine.borrowedSanctions.filter(rule => rule.rulebook === rulebook)
  return law.sanctions.filter(
    entry =>
      entry.applicable !== false &&
      (entry.regulation === rulebook ||
        entry.level === 'moral' ||
        borrowed.some(rule => rule.fromRegulation === entry.regulation && rule.level === entry.level)),
  )
}

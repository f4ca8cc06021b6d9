import type { LawPack, Sanction, SanctionLevel } from '../../../shared/law-pack.ts'
import { perPack } from './pack-memo.ts'
import { compareLevels } from './sanction-band.ts'

/** Levels that are disciplinary sanctions; ethics and dismissal by statute stand beside them. */
const DISCIPLINARY: readonly SanctionLevel[] = ['ringan', 'sedang', 'berat']

export function isDisciplinary(level: SanctionLevel): boolean {
  return DISCIPLINARY.includes(level)
}

/** The kinds of a rulebook that can be imposed today, light to heavy, with those it borrows. */
export function kindsOfRulebook(rulebook: string, pack: LawPack): readonly Sanction[] {
  return kinds(pack, rulebook)
}

const kinds = perPack((pack, rulebook): readonly Sanction[] => {
  const loans = pack.rulebookSelection.machine.borrowedSanctions.filter(loan => loan.rulebook === rulebook)
  return pack.sanctions
    .filter(entry => {
      if (!isDisciplinary(entry.level)) return false
      const loan = loans.find(candidate => candidate.level === entry.level)
      return loan ? entry.regulation === loan.fromRegulation : entry.regulation === rulebook
    })
    .filter(entry => entry.applicable !== false)
    .sort(lightToHeavy)
})

/** The comparison of two disciplinary sanctions: is `a` heavier, and may a person rely on it? */
export function isHeavier(a: Sanction, b: Sanction, pack: LawPack): { heavier: boolean; certain: boolean } {
  const byLevel = compareLevels(a.level, b.level)
  if (byLevel !== 0) return { heavier: byLevel > 0, certain: true }
  if (a.regulation === b.regulation) return { heavier: rankOf(a) > rankOf(b), certain: true }
  // Ranks of two rulebooks count from a kind that both have (the same abbreviation), else from the lightest.
  const anchor = commonKind(a, b, pack)
  const offset = (entry: Sanction) => rankOf(entry) - rankOf(anchor?.get(entry.regulation) ?? { rank: 0 })
  return { heavier: offset(a) > offset(b), certain: a.name === b.name }
}

export function lightToHeavy(a: Sanction, b: Sanction): number {
  return compareLevels(a.level, b.level) || rankOf(a) - rankOf(b)
}

function commonKind(a: Sanction, b: Sanction, pack: LawPack): Map<string, Sanction> | undefined {
  const of = (entry: Sanction) =>
    pack.sanctions.filter(other => other.regulation === entry.regulation && other.level === entry.level)
  for (const ours of of(a)) {
    if (ours.abbreviation === undefined) continue
    const theirs = of(b).find(other => other.abbreviation === ours.abbreviation)
    if (theirs) {
      return new Map([
        [a.regulation, ours],
        [b.regulation, theirs],
      ])
    }
  }
  return undefined
}

function rankOf(entry: { rank?: number | undefined }): number {
  return entry.rank ?? 0
}

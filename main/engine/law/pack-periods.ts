import type { JSONPath } from 'jsonc-parser'
import { addDays, type CivilDate } from '../../../shared/dates.ts'
import type { LawPack } from '../../../shared/law-pack.ts'
import type { PackFault } from './pack-fault.ts'

type Period = { from: CivilDate; to: CivilDate | null; path: JSONPath; id: string }

/**
 * The first period of the pack that ends before it begins, reaches into the next one, or leaves a day without a
 * rule where the pack says that there is none (`rulebookSelection.machine.withoutGap`). Ends are inclusive.
 */
export function periodFaultOf(pack: LawPack): PackFault | null {
  for (const fault of faults(pack)) if (fault) return fault
  return null
}

function* faults(pack: LawPack): Generator<PackFault | null> {
  const { machine, statuteByDate, guidelineByDate, objectionByDecisionDate } = pack.rulebookSelection
  const at = (...rest: JSONPath): JSONPath => ['rulebookSelection', ...rest]
  const dense = new Set<string>(machine.withoutGap ?? [])
  for (const [n, entry] of pack.regulations.entries()) {
    yield backwards({ ...validityOf(pack, entry.id), path: ['regulations', n, 'effectiveTo'] })
    yield replacedTooLate(pack, n)
  }
  yield inSeries(
    machine.disciplineRulebooks.map(id => validityOf(pack, id)),
    dense.has('disciplineRulebooks'),
  )
  yield inSeries(
    statuteByDate.map((row, n) => ({ ...row, path: at('statuteByDate', n), id: row.statute })),
    dense.has('statuteByDate'),
  )
  yield inSeries(
    guidelineByDate.map((row, n) => ({ ...row, path: at('guidelineByDate', n), id: row.guideline })),
    dense.has('guidelineByDate'),
  )
  yield inSeries(
    objectionByDecisionDate.map((row, n) => ({
      from: row.from ?? ('0001-01-01' as CivilDate),
      to: row.to ?? null,
      path: at('objectionByDecisionDate', n),
      id: row.rule,
    })),
    false,
  )
  for (const [n, rule] of machine.transitions.entries()) {
    const starts = validityOf(pack, rule.to).from
    if (rule.cutOn !== starts)
      yield { reason: 'dates', path: at('machine', 'transitions', n, 'cutOn'), id: rule.cutOn }
  }
  for (const [n, rule] of machine.otherStatuses.entries()) {
    for (const [k, reading] of rule.readings.entries()) {
      const path = at('machine', 'otherStatuses', n, 'readings', k, 'to')
      yield backwards({ ...reading, path, id: reading.regulation })
    }
  }
  for (const n of pack.elections.keys()) yield electionFault(pack, n)
}

function validityOf(pack: LawPack, id: string): Period {
  const n = pack.regulations.findIndex(entry => entry.id === id)
  const found = pack.regulations[n]
  const from = found?.effectiveFrom ?? ('0001-01-01' as CivilDate)
  return { from, to: found?.effectiveTo ?? null, path: ['regulations', n, 'effectiveFrom'], id }
}

/** A regulation that was replaced must have ended before the next one began. */
function replacedTooLate(pack: LawPack, n: number): PackFault | null {
  const entry = pack.regulations[n]
  if (!entry?.replacedBy) return null
  const next = validityOf(pack, entry.replacedBy)
  const path = ['regulations', n, 'effectiveTo']
  if (entry.effectiveTo === null) return { reason: 'overlap', path, id: entry.replacedBy }
  return entry.effectiveTo >= next.from ? { reason: 'overlap', path, id: entry.replacedBy } : null
}

/** The first period that is not wholly after the one before it in time, or not on the very next day. */
function inSeries(periods: readonly Period[], dense: boolean): PackFault | null {
  for (const period of periods) {
    const fault = backwards(period)
    if (fault) return fault
  }
  const sorted = [...periods].sort((a, b) => (a.from < b.from ? -1 : 1))
  for (const [n, period] of sorted.entries()) {
    const before = sorted[n - 1]
    if (!before) continue
    if (before.to === null || before.to >= period.from) {
      return { reason: 'overlap', path: period.path, id: before.id }
    }
    if (dense && addDays(before.to, 1) !== period.from) {
      return { reason: 'gap', path: period.path, id: before.id }
    }
  }
  return null
}

function backwards({ from, to, path, id }: Period): PackFault | null {
  return to !== null && to < from ? { reason: 'dates', path, id } : null
}

function electionFault(pack: LawPack, n: number): PackFault | null {
  const entry = pack.elections[n]
  if (!entry) return null
  const order = ['candidatesDesignated', 'campaignFrom', 'campaignTo', 'vote'] as const
  const late = order.find((field, k) => {
    const next = order[k + 1]
    return next !== undefined && entry[field] > entry[next]
  })
  return late ? { reason: 'dates', path: ['elections', n, late], id: entry.id } : null
}

import type { JSONPath } from 'jsonc-parser'
import { electionScope, type LawPack } from '../../../shared/law-pack.ts'
import type { PackFault } from './pack-fault.ts'
import { bandOf } from './sanction-band.ts'

/** Kinds of election that a violation form may group under one key. */
const LEGISLATIVE_GROUP = 'legislatif'
const WITH_IDS = [
  'regulations',
  'provisions',
  'sanctions',
  'concurrenceRules',
  'procedure',
  'violationForms',
  'authorities',
  'elections',
] as const
const OF_REGULATION = ['provisions', 'sanctions', 'concurrenceRules', 'procedure', 'authorities'] as const

/** The first thing that the pack names and does not hold, holds twice, or says in one direction only. */
export function referenceFaultOf(pack: LawPack): PackFault | null {
  for (const fault of references(pack)) if (fault) return fault
  return null
}

type Known = (id: string, path: JSONPath) => PackFault | null

function* references(pack: LawPack): Generator<PackFault | null> {
  for (const list of WITH_IDS) yield duplicateIn(pack[list], [list])
  yield duplicateIn(pack.rulebookSelection.exceptions, ['rulebookSelection', 'exceptions'])
  yield duplicateNumber(pack)
  const regulation = knownIn(pack.regulations)
  for (const [n, entry] of pack.regulations.entries()) {
    if (entry.replacedBy !== null) yield regulation(entry.replacedBy, ['regulations', n, 'replacedBy'])
  }
  for (const list of OF_REGULATION) {
    for (const [n, entry] of pack[list].entries()) yield regulation(entry.regulation, [list, n, 'regulation'])
  }
  yield* provisions(pack)
  yield* forms(pack)
  yield* authorities(pack)
  yield* machine(pack)
}

function* provisions(pack: LawPack): Generator<PackFault | null> {
  const known = knownIn(pack.provisions)
  for (const [n, entry] of pack.provisions.entries()) {
    yield duplicateIn(entry.elements, ['provisions', n, 'elements'])
    yield basisFault(pack, n)
    for (const [from, to] of [
      ['successor', 'predecessor'],
      ['predecessor', 'successor'],
    ] as const) {
      for (const [k, id] of (entry[from] ?? []).entries()) {
        const path = ['provisions', n, from, k]
        yield known(id, path)
        const back = pack.provisions.find(other => other.id === id)?.[to] ?? []
        if (!back.includes(entry.id)) yield { reason: 'notMutual', path, id }
      }
    }
  }
}

/** A basis in another regulation must be one of the pack, and a rulebook's level must have its sanctions. */
function basisFault(pack: LawPack, n: number): PackFault | null {
  const entry = pack.provisions[n]
  if (!entry) return null
  const bases = [
    { text: entry.sanctionBasis ?? '', path: ['provisions', n, 'sanctionBasis'] },
    ...(entry.sanctionTiers ?? []).map((tier, k) => ({
      text: tier.basis,
      path: ['provisions', n, 'sanctionTiers', k, 'basis'],
    })),
  ]
  for (const { text, path } of bases) {
    // A note of a criminal penalty is no article that a letter cites.
    if (!/^(?:Pasal|PP|UU) /.test(text)) continue
    for (const part of text.split(/ jo\. |; /)) {
      const number = /^(?:PP|UU) \d+\/\d{4}/.exec(part)?.[0]
      if (number && !pack.regulations.some(known => known.number === number)) {
        return { reason: 'reference', path, id: number }
      }
    }
  }
  if (!pack.rulebookSelection.machine.disciplineRulebooks.includes(entry.regulation)) return null
  const band = bandOf(entry, pack)
  const empty = band.levels.find(level => !band.sanctions.some(sanction => sanction.level === level))
  return empty === undefined
    ? null
    : { reason: 'sanctionBasis', path: ['provisions', n, 'sanctionBasis'], id: empty }
}

function* forms(pack: LawPack): Generator<PackFault | null> {
  const provision = knownIn(pack.provisions)
  const scopes: readonly string[] = [...electionScope.options, LEGISLATIVE_GROUP]
  const { disciplineRulebooks } = pack.rulebookSelection.machine
  for (const [n, form] of pack.violationForms.entries()) {
    const at: JSONPath = ['violationForms', n]
    const all = (ids: readonly string[], path: JSONPath) => ids.map((id, k) => provision(id, [...path, k]))
    yield* all(form.suggestedProvisions, [...at, 'suggestedProvisions'])
    yield* all(form.alsoConsider ?? [], [...at, 'alsoConsider'])
    yield* all(form.byStage.bakalCalon, [...at, 'byStage', 'bakalCalon'])
    for (const [rulebook, mapping] of Object.entries(form.byStage.calon)) {
      const path = [...at, 'byStage', 'calon', rulebook]
      if (!disciplineRulebooks.includes(rulebook)) yield { reason: 'reference', path, id: rulebook }
      if (Array.isArray(mapping)) yield* all(mapping, path)
      else {
        for (const [scope, ids] of Object.entries(mapping)) {
          if (!scopes.includes(scope)) yield { reason: 'reference', path: [...path, scope], id: scope }
          yield* all(ids, [...path, scope])
        }
      }
    }
  }
}

/** Officials name sanctions as '7(4)b' of their regulation; other entries are words. */
function* authorities(pack: LawPack): Generator<PackFault | null> {
  const sanction = knownIn(pack.sanctions)
  for (const [n, entry] of pack.authorities.entries()) {
    for (const [k, name] of entry.sanctions.entries()) {
      const parts = /^(\d+)\((\d+)\)([a-z])$/.exec(name)
      if (parts) {
        yield sanction(`${entry.regulation}/${parts.slice(1).join('/')}`, ['authorities', n, 'sanctions', k])
      }
    }
  }
}

function* machine(pack: LawPack): Generator<PackFault | null> {
  const { machine: rules, statuteByDate, guidelineByDate, exceptions } = pack.rulebookSelection
  const at: JSONPath = ['rulebookSelection', 'machine']
  const regulation = knownIn(pack.regulations)
  const exception = knownIn(exceptions)
  for (const [n, id] of rules.disciplineRulebooks.entries()) {
    yield regulation(id, [...at, 'disciplineRulebooks', n])
  }
  for (const [n, rule] of rules.transitions.entries()) {
    const path = [...at, 'transitions', n]
    yield exception(rule.exception, [...path, 'exception'])
    for (const field of ['from', 'to', 'rulebook'] as const) {
      yield regulation(rule[field], [...path, field])
    }
  }
  for (const [n, rule] of rules.borrowedSanctions.entries()) {
    const path = [...at, 'borrowedSanctions', n]
    yield exception(rule.exception, [...path, 'exception'])
    for (const field of ['rulebook', 'fromRegulation'] as const) {
      yield regulation(rule[field], [...path, field])
    }
  }
  for (const [n, rule] of rules.otherStatuses.entries()) {
    const path = [...at, 'otherStatuses', n]
    yield exception(rule.exception, [...path, 'exception'])
    for (const [k, reading] of rule.readings.entries()) {
      yield regulation(reading.regulation, [...path, 'readings', k, 'regulation'])
    }
  }
  yield* machineOfSanctions(pack)
  yield exception(rules.ethicsTrack.exception, [...at, 'ethicsTrack', 'exception'])
  yield knownIn(pack.provisions)(rules.ethicsTrack.provision, [...at, 'ethicsTrack', 'provision'])
  for (const [n, row] of statuteByDate.entries()) {
    yield regulation(row.statute, ['rulebookSelection', 'statuteByDate', n, 'statute'])
  }
  for (const [n, row] of guidelineByDate.entries()) {
    yield regulation(row.guideline, ['rulebookSelection', 'guidelineByDate', n, 'guideline'])
  }
}

/** Rules about sanctions: each names concurrence rules, provisions and sanctions of the pack. */
function* machineOfSanctions(pack: LawPack): Generator<PackFault | null> {
  const rules = pack.rulebookSelection.machine
  const at: JSONPath = ['rulebookSelection', 'machine']
  const provision = knownIn(pack.provisions)
  const sanction = knownIn(pack.sanctions)
  for (const [n, use] of rules.concurrenceUses.entries()) {
    yield knownIn(pack.concurrenceRules)(use.rule, [...at, 'concurrenceUses', n, 'rule'])
  }
  for (const [n, kind] of rules.dismissalKinds.entries()) {
    yield provision(kind.provision, [...at, 'dismissalKinds', n, 'provision'])
    yield sanction(kind.sanction, [...at, 'dismissalKinds', n, 'sanction'])
  }
  for (const [n, entry] of rules.contradictions.entries()) {
    for (const [k, id] of entry.sanctions.entries()) {
      yield sanction(id, [...at, 'contradictions', n, 'sanctions', k])
    }
    yield provision(entry.note, [...at, 'contradictions', n, 'note'])
  }
  for (const [n, entry] of rules.debatedScopes.entries()) {
    yield provision(entry.provision, [...at, 'debatedScopes', n, 'provision'])
    yield provision(entry.note, [...at, 'debatedScopes', n, 'note'])
  }
  for (const [n, id] of rules.notReferred.entries()) yield provision(id, [...at, 'notReferred', n])
}

function knownIn(entries: readonly { id: string }[]): Known {
  const ids = new Set(entries.map(entry => entry.id))
  return (id, path) => (ids.has(id) ? null : { reason: 'reference', path, id })
}

function duplicateIn(entries: readonly { id: string }[], path: JSONPath): PackFault | null {
  const seen = new Set<string>()
  for (const [n, { id }] of entries.entries()) {
    if (seen.has(id)) return { reason: 'duplicate', path: [...path, n, 'id'], id }
    seen.add(id)
  }
  return null
}

/** One regulation under two ids would be in force twice. */
function duplicateNumber(pack: LawPack): PackFault | null {
  const seen = new Set<string>()
  for (const [n, { number }] of pack.regulations.entries()) {
    if (seen.has(number)) return { reason: 'duplicate', path: ['regulations', n, 'number'], id: number }
    seen.add(number)
  }
  return null
}

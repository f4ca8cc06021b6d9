import type { CivilDate } from '../../../shared/dates.ts'
import type {
  LawPack,
  Provision,
  ProvisionElement,
  Regulation,
  RulebookException,
} from '../../../shared/law-pack.ts'
import { CodedError } from '../errors.ts'
import { perPack } from './pack-memo.ts'

const provisionIndex = perPack(pack => new Map(pack.provisions.map(entry => [entry.id, entry])))
const regulationIndex = perPack(pack => new Map(pack.regulations.map(entry => [entry.id, entry])))

/** The provision with that id, if the pack has it. */
export function findProvision(pack: LawPack, id: string): Provision | undefined {
  return provisionIndex(pack, '').get(id)
}

/** The provision with that id. Throws 'law.unknownProvision' {id}. */
export function provisionById(pack: LawPack, id: string): Provision {
  const found = findProvision(pack, id)
  if (!found) throw new CodedError('law.unknownProvision', { id })
  return found
}

/** The regulation with that id. Throws 'law.unknownRegulation' {id}. */
export function regulationById(pack: LawPack, id: string): Regulation {
  const found = regulationIndex(pack, '').get(id)
  if (!found) throw new CodedError('law.unknownRegulation', { id })
  return found
}

/** The elements that must each be proven for this provision, in the order of the pack. */
export function elementsOf(pack: LawPack, provisionId: string): readonly ProvisionElement[] {
  return provisionById(pack, provisionId).elements
}

/** All provisions of one regulation, in the order of the pack. */
export function provisionsOf(pack: LawPack, regulationId: string): Provision[] {
  return pack.provisions.filter(entry => entry.regulation === regulationId)
}

/** The civil service statute in force on a date, or null when the pack knows none. */
export function statuteOn(pack: LawPack, on: CivilDate): Regulation | null {
  const row = pack.rulebookSelection.statuteByDate.find(entry => covers(entry, on))
  return row ? regulationById(pack, row.statute) : null
}

/** The joint guideline (SKB) in force on a date, or null. */
export function guidelineOn(pack: LawPack, on: CivilDate): Regulation | null {
  const row = pack.rulebookSelection.guidelineByDate.find(entry => covers(entry, on))
  return row ? regulationById(pack, row.guideline) : null
}

/** Whether a statement of the pack is so uncertain that a person must check it before relying on it. */
export function needsHumanCheck(confidence: number, pack: LawPack): boolean {
  return confidence < pack.rulebookSelection.machine.humanCheckBelow
}

/** Whether a period with inclusive ends (`to` null = still running) holds that date. */
export function covers(period: { from: CivilDate; to: CivilDate | null }, on: CivilDate): boolean {
  return period.from <= on && (period.to === null || on <= period.to)
}

/** The exception of `rulebookSelection` with that id, or null. */
export function exceptionById(pack: LawPack, id: string): RulebookException | null {
  return pack.rulebookSelection.exceptions.find(entry => entry.id === id) ?? null
}

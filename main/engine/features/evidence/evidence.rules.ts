import type { Provenance } from '../../../../shared/contract/evidence.ts'
import { CodedError } from '../../errors.ts'

/** 'P-4': series and running number within the case; never reused. */
export function exhibitNumber(row: { series: string; serial: number }): string {
  return `${row.series}-${row.serial}`
}

/** What a provenance card asks for (row 16); `note` is free. */
export const PROVENANCE_FIELDS = [
  'obtainedFrom',
  'obtainedBy',
  'obtainedOn',
  'obtainedTime',
  'zone',
  'url',
  'accountHandle',
  'device',
] as const satisfies readonly (keyof Provenance)[]
export type ProvenanceField = (typeof PROVENANCE_FIELDS)[number]

/** Nothing is known yet. */
export const EMPTY_PROVENANCE: Provenance = {
  obtainedFrom: '',
  obtainedBy: '',
  obtainedOn: null,
  obtainedTime: '',
  zone: null,
  url: '',
  accountHandle: '',
  device: '',
  note: '',
  unknown: [],
}

/** Fields neither filled nor marked as unknown; the card is complete when there is none. */
export function openFields(card: Provenance): ProvenanceField[] {
  return PROVENANCE_FIELDS.filter(field => !card[field] && !card.unknown.includes(field))
}

/**
 * The card as it is kept: a field that was filled is no longer unknown, names are given once and in order.
 * Throws `evidence.unknownField` {field} for a name the card does not have, `evidence.timeWithoutZone` for a
 * clock time whose zone is neither given nor marked as unknown: WIB, WITA and WIT are never guessed.
 */
export function tidyProvenance(card: Provenance): Provenance {
  const names: readonly string[] = PROVENANCE_FIELDS
  const stranger = card.unknown.find(name => !names.includes(name))
  if (stranger !== undefined) throw new CodedError('evidence.unknownField', { field: stranger })
  if (card.obtainedTime !== '' && card.zone === null && !card.unknown.includes('zone')) {
    throw new CodedError('evidence.timeWithoutZone')
  }
  const unknown = PROVENANCE_FIELDS.filter(field => !card[field] && card.unknown.includes(field))
  return { ...card, unknown }
}

/** Fields in which two cards differ, `note` and `unknown` included. */
export function changedFields(before: Provenance, after: Provenance): (keyof Provenance)[] {
  const fields: (keyof Provenance)[] = [...PROVENANCE_FIELDS, 'note', 'unknown']
  return fields.filter(field => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}

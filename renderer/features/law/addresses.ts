import type { LawHit } from '../../../shared/contract/law-shapes.ts'

/** Address of one provision; an older pack is named in it. */
export function provisionAddress(id: string, version: string | null): string {
  return `/hukum/${encodeURIComponent(id)}${version ? `?versi=${version}` : ''}`
}

/** Address of a part of the law, with one row of it or with the provisions of one regulation. */
export function sectionAddress(
  section: Section,
  more: { row?: string; regulation?: string; version?: string | null } = {},
): string {
  const query = new URLSearchParams({ bagian: section })
  if (more.row) query.set('baris', more.row)
  if (more.regulation) query.set('peraturan', more.regulation)
  if (more.version) query.set('versi', more.version)
  return `/hukum?${query.toString()}`
}

export const SECTIONS = [
  'ketentuan',
  'peraturan',
  'hukuman',
  'bentuk',
  'perbarengan',
  'prosedur',
  'pemilihan',
  'aturan',
  'peringatan',
] as const
export type Section = (typeof SECTIONS)[number]

const SECTION_OF: Readonly<Record<Exclude<LawHit['kind'], 'provision'>, Section>> = {
  regulation: 'peraturan',
  sanction: 'hukuman',
  concurrence: 'perbarengan',
  authority: 'perbarengan',
  procedure: 'prosedur',
  form: 'bentuk',
  election: 'pemilihan',
  selection: 'aturan',
  warning: 'peringatan',
}

/** Address of what a search in the law found. */
export function hitAddress({ kind, id }: Pick<LawHit, 'kind' | 'id'>, version: string | null): string {
  if (kind === 'provision') return provisionAddress(id, version)
  return sectionAddress(SECTION_OF[kind], { row: id, version })
}

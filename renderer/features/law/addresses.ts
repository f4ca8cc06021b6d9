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

import type { LawPack } from '../../../../shared/law-pack.ts'

/** The pack's name of a sanction; the id itself when the pack has lost it. */
export function sanctionName(law: LawPack, id: string | null): string | null {
  if (id === null) return null
  return law.sanctions.find(sanction => sanction.id === id)?.name ?? id
}

/** Moral sanctions that may be voted beside a disciplinary one or alone, as the pack lists them. */
export function moralSanctionsOf(law: LawPack): { id: string; name: string }[] {
  return law.sanctions
    .filter(sanction => sanction.level === 'moral' && sanction.applicable !== false)
    .map(({ id, name }) => ({ id, name }))
}

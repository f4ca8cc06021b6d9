import type {
  LawSanction,
  ProvisionDetail,
  ProvisionLink,
  ProvisionRow,
} from '../../../../shared/contract/law-shapes.ts'
import type { LawPack, Provision, Sanction } from '../../../../shared/law-pack.ts'
import {
  bandOf,
  legalBasisText,
  needsHumanCheck,
  provisionById,
  provisionsOf,
  regulationById,
} from '../../law/index.ts'

/** A provision in a list of the reader. */
export function provisionRow(entry: Provision, pack: LawPack): ProvisionRow {
  return {
    ...linkOf(entry, pack),
    regulationId: entry.regulation,
    kind: entry.kind,
    summary: entry.summary,
    neutrality: entry.neutrality,
    criminal: entry.criminal ?? false,
    levels: bandOf(entry, pack).levels,
    scopes: entry.electionScope,
    elements: entry.elements.length,
    confidence: entry.confidence,
    needsHumanCheck: needsHumanCheck(entry.confidence, pack),
  }
}

/** One provision with everything that the pack says of it. Throws 'law.unknownProvision' {id}. */
export function provisionDetail(id: string, pack: LawPack): ProvisionDetail {
  const entry = provisionById(pack, id)
  const regulation = regulationById(pack, entry.regulation)
  const band = bandOf(entry, pack)
  const siblings = provisionsOf(pack, entry.regulation)
  const at = siblings.indexOf(entry)
  const neighbour = (n: number) => {
    const found = siblings[n]
    return found ? linkOf(found, pack) : null
  }
  return {
    ...provisionRow(entry, pack),
    packVersion: pack.version,
    formalName: regulation.formalName,
    inForce: { from: regulation.effectiveFrom, to: regulation.effectiveTo },
    elementList: entry.elements,
    basis: legalBasisText(entry, pack),
    sanctionBasis: entry.sanctionBasis ?? '',
    tiers: [...band.tiers],
    sanctions: band.sanctions.map(sanction => sanctionView(sanction, pack)),
    borrowed: band.borrowed.map(loan => ({
      level: loan.level,
      regulation: regulationById(pack, loan.fromRegulation).number,
      basis: loan.exception.basis,
      note: loan.exception.note ?? '',
    })),
    successor: linksOf(entry.successor ?? [], pack),
    predecessor: linksOf(entry.predecessor ?? [], pack),
    appliesTo: entry.appliesTo ?? [],
    note: entry.note ?? '',
    exception: entry.exception ?? '',
    verifiedFrom: entry.verifiedFrom,
    forms: pack.violationForms
      .filter(form => form.suggestedProvisions.includes(id))
      .map(form => ({ id: form.id, label: form.label })),
    before: neighbour(at - 1),
    after: neighbour(at + 1),
  }
}

/** Provisions by id, named. Throws 'law.unknownProvision'. */
export function linksOf(ids: readonly string[], pack: LawPack): ProvisionLink[] {
  return ids.map(id => linkOf(provisionById(pack, id), pack))
}

/** A sanction with its regulation by number. */
export function sanctionView(entry: Sanction, pack: LawPack): LawSanction {
  return {
    id: entry.id,
    regulation: regulationById(pack, entry.regulation).number,
    level: entry.level,
    name: entry.name,
    citation: entry.citation,
    durationMonths: entry.durationMonths,
    note: entry.note ?? '',
    applicable: entry.applicable ?? true,
    survives: entry.survives ?? false,
  }
}

function linkOf(entry: Provision, pack: LawPack): ProvisionLink {
  const { id, citation, subject } = entry
  return { id, citation, subject, regulation: regulationById(pack, entry.regulation).number }
}

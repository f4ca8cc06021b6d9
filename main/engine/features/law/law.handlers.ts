import type { LawChoices } from '../../../../shared/contract/law.ts'
import { AGENCY_TYPES } from '../../../../shared/contract/reports.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import type { HandlersFor } from '../../handlers.ts'
import { needsHumanCheck } from '../../law/index.ts'
import { rulebookReadingOf } from './rulebook-reading.ts'

export const lawHandlers: HandlersFor<'law'> = {
  'law.choices': (_input, ctx) => lawChoicesOf(ctx.law),

  'law.rulebook': (input, ctx) =>
    rulebookReadingOf(
      {
        actOn: input.actOn,
        actUntil: input.actUntil,
        statuses: [input.status],
        designatedOn: input.designatedOn,
        receivedOn: input.receivedOn,
      },
      ctx.law,
    ),
}

/** What the forms offer to choose from. */
export function lawChoicesOf(pack: LawPack): LawChoices {
  const { reference } = pack
  return {
    packVersion: pack.version,
    provinces: reference.provinces.map(({ code, name }) => ({ code, name })),
    grades: reference.golongan.map(entry => ({ code: entry.code, rank: entry.pangkat })),
    positionKinds: reference.jabatanKinds.map(kind => ({ id: positionKindId(kind), label: kindLabel(kind) })),
    agencyTypes: AGENCY_TYPES.map(id => ({
      id,
      supervisingAuthority: reference.ppkByInstansi.find(entry => entry.instansi === id)?.ppk ?? '',
    })),
    elections: pack.elections.map(entry => ({
      id: entry.id,
      name: entry.name,
      scopes: entry.scope,
      designatedOn: entry.candidatesDesignated,
      campaignFrom: entry.campaignFrom,
      campaignTo: entry.campaignTo,
      needsHumanCheck: needsHumanCheck(entry.confidence, pack),
    })),
    violationForms: pack.violationForms.map(form => ({
      id: form.id,
      label: form.label,
      examples: form.examples,
      isViolation: form.isViolation,
      note: form.note ?? '',
    })),
  }
}

/** Some kinds of the pack carry an explanation in brackets; the id is what stands before it. */
export function positionKindId(kind: string): string {
  return kind.split(' (')[0] ?? kind
}

const ABBREVIATIONS: Readonly<Record<string, string>> = { jpt: 'JPT' }

/** 'fungsional-ahli-muda' → 'Fungsional ahli muda', 'jpt-pratama' → 'JPT pratama'. */
function kindLabel(kind: string): string {
  const words = positionKindId(kind).split('-')
  const first = words[0] ?? ''
  const head = ABBREVIATIONS[first] ?? first.charAt(0).toUpperCase() + first.slice(1)
  return [head, ...words.slice(1)].join(' ')
}

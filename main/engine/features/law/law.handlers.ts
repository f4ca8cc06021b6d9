import type { LawChoices } from '../../../../shared/contract/law.ts'
import { AGENCY_TYPES } from '../../../../shared/contract/reports.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import type { ReadContext } from '../../context.ts'
import type { HandlersFor } from '../../handlers.ts'
import { compareVersions, needsHumanCheck } from '../../law/index.ts'
import { importPack } from './import-pack.ts'
import { contentsOf } from './law-contents.ts'
import { storedPacks } from './law-packs.queries.ts'
import { searchLaw } from './law-search.ts'
import { packInfos } from './pack-infos.ts'
import { provisionDetail } from './provision-view.ts'

export const lawHandlers: HandlersFor<'law'> = {
  'law.choices': (_input, ctx) => lawChoicesOf(ctx.law),

  'law.listPacks': (_input, ctx) => packInfos(ctx),

  'law.importPack': importPack,

  'law.contents': (input, ctx) => contentsOf(packOf(ctx, input.version), versionsOf(ctx)),

  'law.provision': (input, ctx) => provisionDetail(input.provisionId, packOf(ctx, input.version)),

  'law.search': (input, ctx) => searchLaw(input.query, packOf(ctx, input.version), input.limit),
}

/** The pack of a version, null for the newest. Throws `law.packUnknown`, `law.packChanged`. */
function packOf(ctx: Pick<ReadContext, 'laws'>, version: string | null): LawPack {
  return version === null ? ctx.laws.newest : ctx.laws.version(version)
}

function versionsOf(ctx: Pick<ReadContext, 'db' | 'law'>): string[] {
  return storedPacks(ctx.db, ctx.law.packId)
    .versions()
    .sort((a, b) => compareVersions(b, a))
}

/** What the forms offer to choose from. */
function lawChoicesOf(pack: LawPack): LawChoices {
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

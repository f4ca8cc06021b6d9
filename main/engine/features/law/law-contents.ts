import type { LawContents, LawForm, LawRegulation } from '../../../../shared/contract/law-shapes.ts'
import type { CivilDate } from '../../../../shared/dates.ts'
import type { LawPack, Regulation, ViolationForm } from '../../../../shared/law-pack.ts'
import { conditionInWords } from '../../../../shared/strings/id/law-conditions.ts'
import { needsHumanCheck, provisionsOf, regulationById } from '../../law/index.ts'
import { linksOf, provisionRow, sanctionView } from './provision-view.ts'

/** A pack as the reader of the law shows it, in the order of the pack; `versions` are those of the store. */
export function contentsOf(pack: LawPack, versions: string[]): LawContents {
  const number = (id: string) => regulationById(pack, id).number
  const doubt = doubtIn(pack)
  return {
    version: pack.version,
    title: pack.title,
    note: pack.note,
    generatedOn: pack.generatedOn,
    versions,
    humanCheckBelow: pack.rulebookSelection.machine.humanCheckBelow,
    warnings: pack.keyWarnings,
    regulations: pack.regulations.map(entry => regulationView(entry, pack)),
    provisions: pack.provisions.map(entry => provisionRow(entry, pack)),
    sanctions: pack.sanctions.map(entry => sanctionView(entry, pack)),
    concurrence: pack.concurrenceRules.map(({ id, citation, summary, regulation, confidence }) => ({
      ...{ id, citation, summary, regulation: number(regulation) },
      ...doubt(confidence),
    })),
    procedure: pack.procedure.map(({ id, citation, summary, actor, days, ...entry }) => ({
      ...{ id, citation, summary, actor, days },
      regulation: number(entry.regulation),
      unit: entry.unit ?? '',
      direction: entry.direction ?? '',
      note: entry.note ?? '',
      ...doubt(entry.confidence),
    })),
    authorities: pack.authorities.map(({ id, regulation, citation, official, scope, summary }) => ({
      ...{ id, citation, official, scope, summary },
      regulation: number(regulation),
    })),
    forms: pack.violationForms.map(form => formView(form, pack)),
    elections: pack.elections.map(entry => ({
      ...{ id: entry.id, name: entry.name, scopes: entry.scope, source: entry.source },
      designatedOn: entry.candidatesDesignated,
      designatedLegislativeOn: entry.candidatesDesignatedLegislative ?? null,
      ...{ campaignFrom: entry.campaignFrom, campaignTo: entry.campaignTo, vote: entry.vote },
      note: entry.note ?? '',
      ...doubt(entry.confidence),
    })),
    selection: selectionOf(pack),
  }
}

function selectionOf(pack: LawPack): LawContents['selection'] {
  const rules = pack.rulebookSelection
  const doubt = doubtIn(pack)
  const number = (id: string) => regulationById(pack, id).number
  const inWords = (text: string) =>
    conditionInWords(text, id => pack.regulations.find(entry => entry.id === id)?.number ?? null)
  return {
    inputs: rules.inputs.map(inWords),
    start: inWords(rules.default),
    continuingActs: inWords(rules.continuingActs),
    rules: rules.exceptions.map(entry => ({
      id: entry.id,
      condition: inWords(entry.when),
      consequence: inWords(entry.then),
      basis: entry.basis,
      note: entry.note ?? '',
      requiresHumanDecision: entry.requiresHumanDecision ?? false,
      ...doubt(entry.confidence),
    })),
    statutes: rules.statuteByDate.map(row => ({
      from: row.from,
      to: row.to,
      label: number(row.statute),
      note: '',
    })),
    guidelines: rules.guidelineByDate.map(row => ({
      ...{ from: row.from, to: row.to, note: '' },
      label: number(row.guideline),
    })),
    objections: rules.objectionByDecisionDate.map(row => ({
      from: row.from ?? null,
      to: row.to ?? null,
      label: row.rule,
      note: row.note ?? '',
    })),
  }
}

function regulationView(entry: Regulation, pack: LawPack): LawRegulation {
  const named = ({ id, number }: Regulation) => ({ id, number })
  return {
    ...{ id: entry.id, kind: entry.kind, number: entry.number, title: entry.title },
    formalName: entry.formalName,
    effectiveFrom: entry.effectiveFrom,
    effectiveTo: entry.effectiveTo as CivilDate | null,
    replacedBy: entry.replacedBy === null ? null : named(regulationById(pack, entry.replacedBy)),
    replaces: pack.regulations.filter(other => other.replacedBy === entry.id).map(named),
    note: entry.note,
    survivingParts: entry.survivingParts ?? [],
    numbers: entry.numbers ?? [],
    provisions: provisionsOf(pack, entry.id).length,
    ...doubtIn(pack)(entry.confidence),
  }
}

function formView(form: ViolationForm, pack: LawPack): LawForm {
  type Mapped = { rulebook: string; scope: string | null; ids: string[] }
  const calon = Object.entries(form.byStage.calon).flatMap(([rulebook, mapping]): Mapped[] =>
    Array.isArray(mapping)
      ? [{ rulebook, scope: null, ids: mapping }]
      : Object.entries(mapping).map(([scope, ids]) => ({ rulebook, scope, ids })),
  )
  return {
    ...{ id: form.id, label: form.label, examples: form.examples, isViolation: form.isViolation },
    note: form.note ?? '',
    platforms: form.platforms ?? [],
    guideline: form.skb2022,
    stages: [
      {
        stage: 'bakalCalon' as const,
        rulebook: null,
        scope: null,
        provisions: linksOf(form.byStage.bakalCalon, pack),
      },
      ...calon.map(({ rulebook, scope, ids }) => ({
        stage: 'calon' as const,
        rulebook: regulationById(pack, rulebook).number,
        scope,
        provisions: linksOf(ids, pack),
      })),
    ].filter(row => row.provisions.length > 0),
    alsoConsider: linksOf(form.alsoConsider ?? [], pack),
    ...doubtIn(pack)(form.confidence),
  }
}

/** Not every entry says how sure it is. */
function doubtIn(pack: LawPack) {
  return (confidence: number | null = null) => ({
    confidence,
    needsHumanCheck: confidence !== null && needsHumanCheck(confidence, pack),
  })
}

import type {
  CandidacyStage,
  ElectionScope,
  LawPack,
  Provision,
  ViolationForm,
} from '../../../shared/law-pack.ts'
import { CodedError } from '../errors.ts'
import { needsHumanCheck, provisionById } from './provisions.ts'

/** Provisions to start from; a proposal that a person may change, never a finding. */
export type ProvisionSuggestion = {
  form: ViolationForm
  /** For this stage, election and rulebook, in the order of the pack. May be empty: the law has gaps. */
  provisions: Provision[]
  /** Companions named by the pack, without those of another discipline rulebook. */
  alsoConsider: Provision[]
  /** The mapping itself is uncertain (confidence below the pack's threshold). */
  needsHumanCheck: boolean
}

/** Kinds of election that the pack groups under one key. */
const LEGISLATIVE: readonly ElectionScope[] = ['dpr', 'dpd', 'dprd']

/** The form of violation with that id. Throws 'law.unknownForm' {id}. */
export function violationFormById(pack: LawPack, id: string): ViolationForm {
  const found = pack.violationForms.find(entry => entry.id === id)
  if (!found) throw new CodedError('law.unknownForm', { id })
  return found
}

/**
 * Provisions that the pack proposes for a form of violation. While the supported person is not designated
 * ('bakalCalon') the ethics list holds whatever the rulebook; afterwards the list of the rulebook, and of the
 * election where the rulebook tells elections apart. Throws 'law.unknownForm' {id}.
 */
export function suggestProvisions(
  formId: string,
  stage: CandidacyStage,
  scope: ElectionScope | null,
  rulebook: string,
  pack: LawPack,
): ProvisionSuggestion {
  const form = violationFormById(pack, formId)
  const ids = stage === 'bakalCalon' ? form.byStage.bakalCalon : idsForCandidate(form, scope, rulebook)
  const others = pack.rulebookSelection.machine.disciplineRulebooks.filter(entry => entry !== rulebook)
  return {
    form,
    provisions: ids.map(id => provisionById(pack, id)),
    alsoConsider: (form.alsoConsider ?? [])
      .filter(id => !ids.includes(id))
      .map(id => provisionById(pack, id))
      .filter(entry => !others.includes(entry.regulation)),
    needsHumanCheck: needsHumanCheck(form.confidence, pack),
  }
}

function idsForCandidate(form: ViolationForm, scope: ElectionScope | null, rulebook: string): string[] {
  const mapping = form.byStage.calon[rulebook]
  if (mapping === undefined) return []
  if (Array.isArray(mapping)) return mapping
  if (scope === null) return [...new Set(Object.values(mapping).flat())]
  const group = LEGISLATIVE.includes(scope) ? mapping.legislatif : undefined
  return mapping[scope] ?? group ?? []
}

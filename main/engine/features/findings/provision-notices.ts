import type { ProvisionList } from '../../../../shared/contract/findings.ts'
import { electionScope, type LawPack, type ViolationForm } from '../../../../shared/law-pack.ts'
import { needsHumanCheck, suggestProvisions } from '../../law/index.ts'
import type { CaseFacts } from './findings.queries.ts'
import type { PersonLaw } from './person-law.ts'

type Notice = ProvisionList['notices'][number]

/** What a person must know before choosing any provision for this form of violation. */
export function provisionNotices(facts: CaseFacts, person: PersonLaw, law: LawPack): Notice[] {
  const notices: Notice[] = []
  if (person.undecided) notices.push({ code: 'undecidedRulebook', detail: '' })
  if (person.track === 'ethics') notices.push({ code: 'ethicsTrack', detail: '' })
  else if (facts.designatedOn === null) notices.push({ code: 'designationUnknown', detail: '' })
  const form = law.violationForms.find(entry => entry.id === facts.violationForm)
  if (!form) return notices
  const detail = form.note ?? ''
  if (!form.isViolation) notices.push({ code: 'formNotViolation', detail })
  else if (isGap(form, facts, person, law)) {
    notices.push({ code: 'gapForScope', detail: detail || notesBeside(form, law) })
  }
  if (needsHumanCheck(form.confidence, law)) notices.push({ code: 'formUncertain', detail })
  return notices
}

/**
 * The rulebook forbids this form for another kind of election but not for this one: nothing that it suggests
 * here is a neutrality prohibition of its own.
 */
function isGap(form: ViolationForm, facts: CaseFacts, person: PersonLaw, law: LawPack): boolean {
  const scope = electionScope.safeParse(facts.electionScope)
  if (!scope.success || person.stage === 'bakalCalon') return false
  const forbids = (of: typeof scope.data | null) =>
    suggestProvisions(form.id, 'calon', of, person.rulebook, law).provisions.some(
      entry => entry.neutrality && entry.regulation === person.rulebook,
    )
  return forbids(null) && !forbids(scope.data)
}

/** What the pack says of the provisions to look at beside the form. */
function notesBeside(form: ViolationForm, law: LawPack): string {
  const beside = law.provisions.filter(entry => form.alsoConsider?.includes(entry.id))
  return beside.flatMap(entry => (entry.note ? [entry.note] : [])).join(' ')
}

import type { CaseFile, CaseRespondent } from '../../../shared/contract/cases.ts'
import { t } from '../../../shared/strings/index.ts'

const words = t.cases.missing

/** One thing that keeps the case from going on, and the tab where it is done. */
export type Missing = { text: string; tone: 'plain' | 'warn' | 'bad'; tab: string }

/** What is missing next, most pressing first; a closed case misses nothing. */
export function missingIn(file: CaseFile): Missing[] {
  if (file.stage === 'closed') return []
  const list: Missing[] = []
  const add = (text: string, tab: string, tone: Missing['tone'] = 'plain') => list.push({ text, tab, tone })
  const { total, openedByMe, changed } = file.exhibits
  if (changed > 0) add(words.changed(changed), '/bukti', 'bad')
  const undecided = file.respondents.filter(person => person.rulebook.undecided)
  if (undecided.length > 0) add(words.rulebook(namesOf(undecided)), '', 'bad')
  const undated = file.respondents.filter(({ rulebook }) => rulebook.datesMissing && !rulebook.undecided)
  if (undated.length > 0) add(words.rulebookDates(namesOf(undated)), '', 'warn')
  if (total === 0) add(words.exhibits, '/bukti', 'warn')
  if (file.may.examine && total > openedByMe) add(words.unopened(total - openedByMe), '/bukti')
  if (!file.assignments.some(entry => entry.kind !== 'assistant')) add(words.reviewer, '', 'warn')
  for (const person of file.respondents) {
    const step = nextStep(person)
    if (step) add(step.text, step.tab, step.tone)
  }
  return list
}

const namesOf = (people: readonly CaseRespondent[]) => people.map(person => person.name).join('; ')

function nextStep(person: CaseRespondent): Missing | null {
  const { name } = person
  switch (person.stage) {
    case 'examination':
      return person.findingCount === 0 ? { text: words.finding(name), tab: '/unsur', tone: 'plain' } : null
    case 'review':
      return { text: words.review(name), tab: '/unsur', tone: 'plain' }
    case 'plenary':
      return {
        text: person.decided === 'deferred' ? words.deferred(name) : words.plenary(name),
        tab: '/sidang',
        tone: 'plain',
      }
    case 'letter':
      return { text: words.letter(name), tab: '/surat', tone: 'plain' }
    case 'followUp':
      return {
        text: words.followUp(name),
        tab: '/tindak-lanjut',
        tone: person.followUpState === 'late' ? 'bad' : 'plain',
      }
    default:
      return null
  }
}

import type { Report } from '../../../../shared/contract/reports.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import type { Searchable } from '../docket/index.ts'
import { mentions } from './mentions.rules.ts'

/**
 * What of a report can be found. The narrative stays out: a reporter may be named in it by mistake; so does any
 * typed line that holds one of the `hidden` words, the name and contact of the protected reporter.
 */
export function searchableReport(
  report: Pick<
    Report,
    'id' | 'caseId' | 'registerNumber' | 'place' | 'senderOffice' | 'senderLetterNumber' | 'violationForm'
  > & { respondents: readonly { name: string; nip: string; agencyName: string }[] },
  law: LawPack,
  hidden: readonly string[] = [],
): Searchable {
  const form = law.violationForms.find(entry => entry.id === report.violationForm)?.label ?? ''
  const persons = report.respondents.map(person => `${person.name} ${person.nip}`)
  const agencies = new Set(report.respondents.map(person => person.agencyName))
  const typed = [report.place, report.senderOffice, report.senderLetterNumber]
  const open = typed.filter(text => !hidden.some(words => mentions(text, words)))
  const parts = [...persons, ...agencies, form, ...open]
  return {
    kind: 'report',
    entityId: report.id,
    caseId: report.caseId,
    title: report.registerNumber,
    detail: parts.filter(part => part !== '').join(' · '),
  }
}

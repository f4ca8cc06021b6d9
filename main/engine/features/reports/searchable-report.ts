import type { Report } from '../../../../shared/contract/reports.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import type { Searchable } from '../docket/index.ts'

/** What of a report can be found. The narrative stays out: a reporter may be named in it by mistake. */
export function searchableReport(
  report: Pick<
    Report,
    'id' | 'caseId' | 'registerNumber' | 'place' | 'senderOffice' | 'senderLetterNumber' | 'violationForm'
  > & { respondents: readonly { name: string; nip: string; agencyName: string }[] },
  law: LawPack,
): Searchable {
  const form = law.violationForms.find(entry => entry.id === report.violationForm)?.label ?? ''
  const persons = report.respondents.map(person => `${person.name} ${person.nip}`)
  const agencies = new Set(report.respondents.map(person => person.agencyName))
  const parts = [...persons, ...agencies, form, report.place, report.senderOffice, report.senderLetterNumber]
  return {
    kind: 'report',
    entityId: report.id,
    caseId: report.caseId,
    title: report.registerNumber,
    detail: parts.filter(part => part !== '').join(' · '),
  }
}

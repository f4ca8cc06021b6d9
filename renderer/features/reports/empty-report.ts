import type { z } from 'zod'
import type { reportInput } from '../../../shared/contract/reports.ts'
import type { CivilDate, Zone } from '../../../shared/dates.ts'

/** The form's values: dates may still be missing while it is being filled. */
export type ReportForm = z.input<typeof reportInput>

export const emptyRespondent: ReportForm['respondents'][number] = {
  nip: '',
  name: '',
  status: 'pns',
  grade: '',
  position: '',
  positionKind: '',
  workUnit: '',
  agencyName: '',
  agencyType: 'pemkab',
  provinceCode: '',
}

/** A new form: received today, one empty respondent. */
export function emptyReport(today: CivilDate, zone: Zone): ReportForm {
  return {
    channel: 'letter',
    receivedOn: today,
    senderKind: 'electionSupervisor',
    senderOffice: '',
    senderLetterNumber: '',
    senderLetterOn: null,
    reporterName: '',
    reporterContact: '',
    electionId: null,
    electionScope: 'kepala-daerah',
    designatedOn: null,
    candidate: '',
    violationForm: '',
    actOn: '',
    actUntil: null,
    actTime: '',
    zone,
    place: '',
    provinceCode: '',
    narrative: '',
    initialEvidence: '',
    respondents: [{ ...emptyRespondent }],
  }
}

import type { CivilDate } from '../../../../shared/dates.ts'

/** What decides on the rulebook of one person, from the report and the person's own dates. */
export type RulebookFactsRow = {
  caseId: string
  respondentId: string
  name: string
  status: 'pns' | 'cpns' | 'pppk'
  /** Day of the case file; the rules may have changed between the act and it. */
  openedOn: CivilDate
  actOn: CivilDate
  actUntil: CivilDate | null
  designatedOn: CivilDate | null
  receivedOn: CivilDate
  violationForm: string
  electionScope: string
}

/** What the store keeps of the rulebook; all null for a person who came in without it. */
export type KeptRulebook = {
  rulebook: string
  track: 'discipline' | 'ethics'
  examinedOn: CivilDate | null
  decidedOn: CivilDate | null
  undecided: boolean
  reason: string
  inLetter: boolean
  chosenBy: string | null
  chosenByName: string | null
  chosenAt: string | null
}

export type RespondentRulebookRow = RulebookFactsRow & { kept: KeptRulebook | null }

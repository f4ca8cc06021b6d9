import type { RulebookReading } from '../../../../shared/contract/law.ts'
import type { CivilDate } from '../../../../shared/dates.ts'
import type { EmploymentStatus, LawPack } from '../../../../shared/law-pack.ts'
import { rulebookSentences } from '../../../../shared/strings/id/rulebook.ts'
import { type RulebookStep, regulationById, rulebookFor } from '../../law/index.ts'

/** The dates and statuses of a report that decide on its rulebook. */
export type RulebookQuestion = {
  actOn: CivilDate
  actUntil: CivilDate | null
  /** Employment status of each person as the contract writes it. */
  statuses: readonly ('pns' | 'cpns' | 'pppk')[]
  designatedOn: CivilDate | null
  /**
   * The day on which the question is asked: the receipt of the report. A change of the law after it
   * had not happened yet. Null asks by the date of the act alone.
   */
  receivedOn: CivilDate | null
}

/**
 * The rulebook that the law pack leads to (PP 94/2021 Pasal 40 and 45), with each step as a sentence and
 * all readings where the text is unclear. Persons of several statuses share one case: the discipline
 * rulebook of the civil servants leads, and PPPK lead only when nobody else is reported.
 * Throws `law.datesOutOfOrder`, `law.noRulebookForDate`.
 */
export function rulebookReadingOf(question: RulebookQuestion, pack: LawPack): RulebookReading {
  const civil = question.statuses.find(status => status !== 'pppk')
  const choice = rulebookFor(
    {
      actOn: question.actOn,
      actEndOn: question.actUntil,
      examinedOn: null,
      decidedOn: null,
      status: (civil ?? question.statuses[0] ?? 'pns').toUpperCase() as EmploymentStatus,
      designatedOn: question.designatedOn,
      asOf: question.receivedOn ?? question.actUntil ?? question.actOn,
    },
    pack,
  )
  return {
    rulebook: choice.rulebook,
    label: rulebookLabel(choice.rulebook, pack),
    requiresHumanDecision: choice.requiresHumanDecision,
    track: choice.track,
    readings: choice.readings.map(reading => ({
      rulebook: reading.rulebook,
      label: rulebookLabel(reading.rulebook, pack),
      basis: reading.exception?.basis ?? '',
    })),
    trace: choice.trace.map(step => sentenceOf(step, question.actOn, pack)),
  }
}

/** 'PP 53/2010'. */
export function rulebookLabel(id: string, pack: LawPack): string {
  return pack.regulations.find(entry => entry.id === id)?.number ?? id
}

function sentenceOf(step: RulebookStep, actOn: CivilDate, pack: LawPack): string {
  const exception = pack.rulebookSelection.exceptions.find(entry => entry.id === step.exception)
  return rulebookSentences[step.step]({
    step: step.step,
    label: regulationById(pack, step.rulebook).number,
    on: step.on,
    basis: exception?.basis ?? '',
    note: exception?.note ?? '',
    actOn,
  })
}

import type { RulebookReading } from '../../../../shared/contract/law.ts'
import type { CivilDate } from '../../../../shared/dates.ts'
import type { EmploymentStatus, LawPack } from '../../../../shared/law-pack.ts'
import { type RulebookChoice, rulebookFor, toldStep } from '../../law/index.ts'

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
  /** First examination record of the supervising authority, and its decision; null when there is none. */
  examinedOn?: CivilDate | null
  decidedOn?: CivilDate | null
}

/** The answer of the pack with the step that each sentence tells. */
export type RulebookAnswer = { choice: RulebookChoice; reading: RulebookReading }

/**
 * The rulebook that the law pack leads to (PP 94/2021 Pasal 40 and 45), with each step as a sentence and
 * all readings where the text is unclear. Persons of several statuses share one question: the discipline
 * rulebook of the civil servants leads, and PPPK lead only when nobody else is asked for.
 * Throws `law.datesOutOfOrder`, `law.noRulebookForDate`.
 */
export function rulebookReadingOf(question: RulebookQuestion, pack: LawPack): RulebookReading {
  return answerRulebook(question, pack).reading
}

/** `rulebookReadingOf` with the computation behind it. */
export function answerRulebook(question: RulebookQuestion, pack: LawPack): RulebookAnswer {
  const civil = question.statuses.find(status => status !== 'pppk')
  const examinedOn = question.examinedOn ?? null
  const decidedOn = question.decidedOn ?? null
  const asked = question.receivedOn ?? question.actUntil ?? question.actOn
  const choice = rulebookFor(
    {
      actOn: question.actOn,
      actEndOn: question.actUntil,
      examinedOn,
      decidedOn,
      status: (civil ?? question.statuses[0] ?? 'pns').toUpperCase() as EmploymentStatus,
      designatedOn: question.designatedOn,
      asOf: latest([asked, examinedOn, decidedOn]),
    },
    pack,
  )
  const reading = {
    rulebook: choice.rulebook,
    label: rulebookLabel(choice.rulebook, pack),
    requiresHumanDecision: choice.requiresHumanDecision,
    track: choice.track,
    readings: choice.readings.map(entry => ({
      rulebook: entry.rulebook,
      label: rulebookLabel(entry.rulebook, pack),
      basis: entry.exception?.basis ?? '',
    })),
    trace: choice.trace.map(step => toldStep(step, { actOn: question.actOn, examinedOn, decidedOn }, pack)),
  }
  return { choice, reading }
}

function latest(days: readonly (CivilDate | null)[]): CivilDate | null {
  return days.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null)
}

/** 'PP 53/2010'. */
export function rulebookLabel(id: string, pack: LawPack): string {
  return pack.regulations.find(entry => entry.id === id)?.number ?? id
}

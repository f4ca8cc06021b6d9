import { type CivilDate, civilDateAt, type Instant, type Zone } from '../../../../shared/dates.ts'
import type { ReadableDb } from '../../store/database.ts'
import { outcomeOf, sanctionIdOf } from './outcome.rules.ts'
import { earlierRows } from './persons.queries.ts'

/** One entry of a person's record, as the reasoning about a sanction needs it. */
export type RecordedOutcome = {
  respondentId: string
  caseId: string | null
  /** Case number, or the report's while no case is open. */
  number: string
  actOn: CivilDate
  violationForm: string
  /** Alleged is not proven, proven is not sanctioned; a case that ended 'not proven' is no entry at all. */
  state: 'alleged' | 'proven' | 'sanctioned'
  /** Provisions of the findings that were proven; named only once the plenary decided. */
  provisionIds: string[]
  /** Imposed, or recommended while nothing was imposed. */
  sanctionId: string | null
  /** Of the supervising authority when sanctioned, else of the plenary; null while undecided. */
  decidedOn: CivilDate | null
}

const STATES = {
  alleged: 'alleged',
  deferred: 'alleged',
  proven: 'proven',
  recommended: 'proven',
  sanctioned: 'sanctioned',
} as const

/**
 * What is on record about a person in all cases but one, newest act first; by the index on the person. The
 * plenary's day is that of `zone`.
 */
export function recordedOutcomes(
  db: ReadableDb,
  personId: string,
  exceptRespondentId: string,
  zone: Zone,
): RecordedOutcome[] {
  return earlierRows(db, personId).flatMap((row): RecordedOutcome[] => {
    const outcome = outcomeOf(row)
    if (outcome === 'notProven' || row.respondentId === exceptRespondentId) return []
    const state = STATES[outcome]
    const plenaryOn = row.decidedAt === null ? null : civilDateAt(row.decidedAt as Instant, zone)
    const decidedOn = state === 'sanctioned' ? row.sanctionedOn : plenaryOn
    return [
      {
        respondentId: row.respondentId,
        caseId: row.caseId,
        number: row.caseNumber ?? row.reportNumber,
        actOn: row.actOn,
        violationForm: row.violationForm,
        state,
        provisionIds: state === 'alleged' ? [] : (JSON.parse(row.provisions) as string[]),
        sanctionId: sanctionIdOf(outcome, row),
        decidedOn: state === 'alleged' ? null : (decidedOn as CivilDate | null),
      },
    ]
  })
}

import type { RespondentRulebook } from '../../../../shared/contract/cases.ts'
import type { Instant } from '../../../../shared/dates.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import { rulebookChosenBy } from '../../../../shared/strings/id/case-rulebook.ts'
import type { ReadableDb } from '../../store/database.ts'
import { rulebookLabel } from '../law/index.ts'
import { rulebookRow, rulebookRowsOfCase } from './respondent-rulebooks.queries.ts'
import { type ComputedRulebook, computeRulebook } from './rulebook.rules.ts'
import { consequencesOf } from './rulebook-consequences.ts'
import type { RespondentRulebookRow } from './rulebook-facts.ts'

/**
 * The rulebook that governs one person in a case, with the readings of the law, what follows from each, and
 * the commissioner's choice. `law` is the pack of the case. Throws `cases.respondentUnknown`.
 */
export function rulebookOfRespondent(db: ReadableDb, law: LawPack, respondentId: string): RespondentRulebook {
  return rulebookView(rulebookRow(db, respondentId), law)
}

/** The same for all persons of a case, by respondent id, in the order of the report. */
export function rulebooksOfCase(
  db: ReadableDb,
  law: LawPack,
  caseId: string,
): Map<string, RespondentRulebook> {
  return new Map(rulebookRowsOfCase(db, caseId).map(row => [row.respondentId, rulebookView(row, law)]))
}

/** What is kept about a person, explained from the pack; nothing kept yet means the pack's proposal. */
export function rulebookView(row: RespondentRulebookRow, law: LawPack): RespondentRulebook {
  const { kept } = row
  const dates = { examinedOn: kept?.examinedOn ?? null, decidedOn: kept?.decidedOn ?? null }
  const computed = computeRulebook(row, dates, law)
  const id = kept?.rulebook ?? computed.rulebook
  const label = rulebookLabel(id, law)
  const choice = choiceOf(row, computed)
  return {
    id,
    label,
    track: kept?.track ?? computed.track,
    ...dates,
    undecided: kept?.undecided ?? computed.requiresHumanDecision,
    datesMissing: computed.datesMissing && choice === null,
    readings: readingsOf(row, computed, law),
    choice,
    trace: choice
      ? [
          ...computed.trace,
          rulebookChosenBy(rulebookLabel(choice.rulebook, law), choice.chosenBy, choice.reason),
        ]
      : computed.trace,
  }
}

function choiceOf({ kept }: RespondentRulebookRow, computed: ComputedRulebook): RespondentRulebook['choice'] {
  if (!kept || kept.chosenBy === null || kept.chosenAt === null) return null
  const { reason, inLetter, chosenByName, chosenAt } = kept
  // Where both tracks are open, the code of ethics was chosen when the person is on its track.
  const ethics =
    kept.track === 'ethics' ? computed.readings.find(entry => entry.track === 'ethics') : undefined
  const rulebook = ethics?.rulebook ?? kept.rulebook
  return { rulebook, reason, inLetter, chosenBy: chosenByName ?? '', at: chosenAt as Instant }
}

function readingsOf(
  row: RespondentRulebookRow,
  computed: ComputedRulebook,
  law: LawPack,
): RespondentRulebook['readings'] {
  return computed.readings.map(({ rulebook, label, basis }, n) => ({
    rulebook,
    label,
    basis,
    ...consequencesOf(row, computed, n, law),
  }))
}

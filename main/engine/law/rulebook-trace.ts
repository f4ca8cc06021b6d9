import type { CivilDate } from '../../../shared/dates.ts'
import type { LawPack } from '../../../shared/law-pack.ts'
import { rulebookSentences } from '../../../shared/strings/id/rulebook.ts'
import { exceptionById, regulationById } from './provisions.ts'
import type { RulebookStep } from './rulebook.ts'

/** The dates of a case that the sentences name. */
type StepDates = { actOn: CivilDate; examinedOn: CivilDate | null; decidedOn: CivilDate | null }

/** One step of the choice of a rulebook as a sentence: which facts, which rule, which citation of the pack. */
export function toldStep(step: RulebookStep, dates: StepDates, pack: LawPack): string {
  const exception = step.exception === null ? null : exceptionById(pack, step.exception)
  return rulebookSentences[step.step]({
    step: step.step,
    label: regulationById(pack, step.rulebook).number,
    on: step.on,
    basis: step.basis ?? exception?.basis ?? '',
    note: exception?.note ?? '',
    situation: step.situation ?? null,
    actOn: dates.actOn,
    examinedOn: dates.examinedOn,
    decidedOn: dates.decidedOn,
  })
}

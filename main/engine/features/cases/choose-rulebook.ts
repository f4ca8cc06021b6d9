import type { Parsed } from '../../../../shared/contract/index.ts'
import { civilDateAt, instantOf } from '../../../../shared/dates.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import { requireExaminer } from '../../authorise.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { provisionById } from '../../law/index.ts'
import type { ReadableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'
import { lawOfCase, rulebookLabel } from '../law/index.ts'
import { caseHeader } from './case-header.queries.ts'
import {
  plenaryStanding,
  rulebookRowsOfCase,
  saveHeaderRulebook,
  saveRulebook,
} from './respondent-rulebooks.queries.ts'
import { chosenRulebook, computeRulebook, proposedRulebook, sameReadings } from './rulebook.rules.ts'
import type { KeptRulebook, RespondentRulebookRow } from './rulebook-facts.ts'

/**
 * A commissioner chooses between the readings of the law for one person; the reason is kept for ever. Throws
 * the codes of `cases.chooseRulebook`.
 */
export function chooseRulebook(input: Parsed<'cases.chooseRulebook'>, ctx: WriteContext): void {
  const row = changeablePerson(ctx, input.caseId, input.respondentId)
  const law = lawOfCase(ctx.db, ctx.laws, input.caseId)
  const dates = { examinedOn: row.kept?.examinedOn ?? null, decidedOn: row.kept?.decidedOn ?? null }
  const computed = computeRulebook(row, dates, law)
  if (!computed.requiresHumanDecision) throw new CodedError('cases.rulebookClear', { name: row.name })
  const reading = computed.readings.find(entry => entry.rulebook === input.rulebook)
  if (!reading) throw new CodedError('cases.rulebookUnknown', { rulebook: input.rulebook })
  const { rulebook, reason, inLetter } = input
  const at = ctx.now().toISOString()
  const next = chosenRulebook(computed, dates, { rulebook, reason, inLetter, by: ctx.actor.id, at })
  if (row.kept && isSameChoice(row.kept, next)) throw new CodedError('cases.sameChoice', { name: row.name })
  requireNoOtherFindings(ctx.db, row, next.rulebook, law)
  saveRulebook(ctx.db, { caseId: input.caseId, respondentId: input.respondentId, ...next })
  saveHeader(ctx.db, input.caseId)
  ctx.record({
    caseId: input.caseId,
    subject: caseHeader(ctx.db, input.caseId).registerNumber,
    facts: {
      name: row.name,
      rulebook: reading.label,
      basis: reading.basis,
      reason,
      inLetter,
      before: row.kept?.chosenBy ? rulebookLabel(row.kept.rulebook, law) : null,
    },
  })
  ctx.publish('cases.changed', { caseId: input.caseId })
}

/**
 * Notes when a person was first examined and when the supervising authority decided, and works the rulebook
 * out anew; a choice made among other readings falls away. Throws the codes of `cases.recordDates`.
 */
export function recordDates(input: Parsed<'cases.recordDates'>, ctx: WriteContext): void {
  const row = changeablePerson(ctx, input.caseId, input.respondentId)
  const law = lawOfCase(ctx.db, ctx.laws, input.caseId)
  const { examinedOn, decidedOn } = input
  const { kept } = row
  const before = { examinedOn: kept?.examinedOn ?? null, decidedOn: kept?.decidedOn ?? null }
  requirePast(ctx, { examinedOn, decidedOn })
  const computed = computeRulebook(row, { examinedOn, decidedOn }, law)
  if (kept && before.examinedOn === examinedOn && before.decidedOn === decidedOn) {
    throw new CodedError('cases.datesUnchanged', { name: row.name })
  }
  const stays = kept?.chosenBy != null && sameReadings(computeRulebook(row, before, law), computed)
  const next = stays
    ? { ...kept, examinedOn, decidedOn }
    : proposedRulebook(computed, { examinedOn, decidedOn })
  // Findings of another rulebook may stay only while somebody still has to choose.
  if (!next.undecided) requireNoOtherFindings(ctx.db, row, next.rulebook, law)
  saveRulebook(ctx.db, { caseId: input.caseId, respondentId: input.respondentId, ...next })
  saveHeader(ctx.db, input.caseId)
  ctx.record({
    caseId: input.caseId,
    subject: caseHeader(ctx.db, input.caseId).registerNumber,
    facts: {
      name: row.name,
      examinedOn,
      decidedOn,
      examinedBefore: before.examinedOn,
      decidedBefore: before.decidedOn,
      rulebook: rulebookLabel(next.rulebook, law),
      undecided: next.undecided,
      choiceFell: kept?.chosenBy != null && !stays,
      formerReason: kept?.chosenBy != null && !stays ? kept.reason : null,
    },
  })
  ctx.publish('cases.changed', { caseId: input.caseId })
}

/** The rulebook over the case is that of its first civil servant, or of the first person when there is none. */
function saveHeader(db: WriteContext['db'], caseId: string): void {
  const rows = rulebookRowsOfCase(db, caseId)
  const leading = rows.find(row => row.status !== 'pppk') ?? rows[0]
  if (leading?.kept) saveHeaderRulebook(db, caseId, leading.kept.rulebook, leading.kept.reason)
}

/** A person about whom the plenary has neither decided nor is voting. */
export function changeablePerson(
  ctx: WriteContext,
  caseId: string,
  respondentId: string,
): RespondentRulebookRow {
  requireExaminer(ctx.db, ctx.actor, caseId)
  const row = rulebookRowsOfCase(ctx.db, caseId).find(entry => entry.respondentId === respondentId)
  if (!row) throw new CodedError('cases.respondentUnknown')
  const standing = plenaryStanding(ctx.db, respondentId)
  if (standing === 'decided') throw new CodedError('cases.alreadyDecided', { name: row.name })
  if (standing === 'voteOpen') throw new CodedError('cases.voteOpen', { name: row.name })
  return row
}

function isSameChoice(kept: KeptRulebook, next: Omit<KeptRulebook, 'chosenByName'>): boolean {
  return (
    kept.chosenBy === next.chosenBy &&
    kept.rulebook === next.rulebook &&
    kept.track === next.track &&
    kept.reason === next.reason &&
    kept.inLetter === next.inLetter
  )
}

function requirePast(ctx: WriteContext, dates: Record<'examinedOn' | 'decidedOn', string | null>): void {
  const today = civilDateAt(instantOf(ctx.now()), ctx.institution().pack.zone)
  for (const [field, on] of Object.entries(dates)) {
    if (on !== null && on > today) throw new CodedError('cases.dateInFuture', { field, on })
  }
}

/** Live findings under another discipline rulebook would have to be withdrawn first. */
function requireNoOtherFindings(
  db: ReadableDb,
  row: RespondentRulebookRow,
  rulebook: string,
  law: LawPack,
): void {
  const { disciplineRulebooks } = law.rulebookSelection.machine
  const findings = db.all<{ provisionId: string }>(sql`select provision_id as provisionId from findings
    where respondent_id = ${row.respondentId} and withdrawn_at is null order by created_at, rowid`)
  for (const { provisionId } of findings) {
    const { regulation, citation } = provisionById(law, provisionId)
    if (!disciplineRulebooks.includes(regulation) || regulation === rulebook) continue
    const facts = { citation: `${citation} ${rulebookLabel(regulation, law)}`, name: row.name }
    throw new CodedError('cases.otherFindings', { ...facts, rulebook: rulebookLabel(rulebook, law) })
  }
}

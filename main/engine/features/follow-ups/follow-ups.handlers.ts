import type { FollowUp } from '../../../../shared/contract/follow-ups.ts'
import type { Parsed } from '../../../../shared/contract/index.ts'
import { type CivilDate, civilDateAt, instantOf } from '../../../../shared/dates.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import { requireExaminer } from '../../authorise.ts'
import type { ReadContext, WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { type HandlersFor, inTwoSteps } from '../../handlers.ts'
import type { ReadableDb } from '../../store/database.ts'
import { finishDeadline, refreshStage } from '../cases/index.ts'
import { enterExhibits, type SealedFiles, sealFiles } from '../evidence/index.ts'
import { lawOfCase } from '../law/index.ts'
import {
  type Closing,
  closeFollowUp,
  type FollowUpRecord,
  followUpById,
  listFollowUps,
} from './follow-ups.queries.ts'
import { daysWaiting, differenceOf, followUpState, imposable } from './follow-ups.rules.ts'

type Recorded = Parsed<'followUps.recordSanctionDecision'>

export const followUpsHandlers: HandlersFor<'followUps'> = {
  'followUps.list': (input, ctx) => {
    const today = todayOf(ctx)
    return listFollowUps(ctx.db, input, today).map(row =>
      shown(row, lawOfCase(ctx.db, ctx.laws, row.caseId), today),
    )
  },

  'followUps.recordSanctionDecision': inTwoSteps<Recorded, FollowUp, SealedFiles>({
    async prepare(input, ctx) {
      const row = requireOpen(ctx.db, input.followUpId)
      requireAfterLetter(row, input.on)
      return sealFiles({ caseId: row.caseId, series: 'P', files: [input.file] }, ctx)
    },
    commit: (input, ctx, sealed) => recordSanctionDecision(input, ctx, sealed),
    discard: sealed => sealed.undo(),
  }),

  'followUps.closeWithout': (input, ctx) => {
    const row = requireOpen(ctx.db, input.followUpId)
    requireExaminer(ctx.db, ctx.actor, row.caseId)
    return close(ctx, row, {
      kind: 'noSanctionDecision',
      number: '',
      on: null,
      imposedSanctionId: null,
      difference: 'notComparable',
      note: input.reason,
      exhibitId: null,
    })
  },
}

/** The SK's file becomes an exhibit of the case, and its sanction is compared with the recommended one. */
function recordSanctionDecision(input: Recorded, ctx: WriteContext, sealed: SealedFiles): FollowUp {
  const { db } = ctx
  const row = requireOpen(db, input.followUpId)
  requireExaminer(db, ctx.actor, row.caseId)
  requireAfterLetter(row, input.on)
  const { sanctionId } = input
  const law = lawOfCase(db, ctx.laws, row.caseId)
  if (sanctionId !== null && !imposable(law, row.rulebook).some(entry => entry.id === sanctionId)) {
    throw new CodedError('law.unknownSanction', { id: sanctionId })
  }
  const intake: WriteContext = {
    ...ctx,
    record: note => ctx.record({ ...note, method: 'evidence.takeIn' }),
  }
  const files = { caseId: row.caseId, series: 'P' as const, files: [input.file] }
  const [exhibit] = enterExhibits(files, intake, sealed).taken
  if (!exhibit) throw new CodedError('followUps.fileRequired')
  return close(ctx, row, {
    kind: 'sanctionDecision',
    number: input.number,
    on: input.on,
    imposedSanctionId: sanctionId,
    difference: differenceOf(row.recommendedSanctionId, sanctionId, law),
    note: input.note,
    exhibitId: exhibit.id,
  })
}

function close(ctx: WriteContext, row: FollowUpRecord, closing: Omit<Closing, 'at' | 'by'>): FollowUp {
  const { db } = ctx
  const { caseId, respondentId } = row
  closeFollowUp(db, row.id, { ...closing, at: ctx.now().toISOString(), by: ctx.actor.id })
  finishDeadline(ctx, { caseId, respondentId, kind: 'followUp' })
  const { kind, number, difference, imposedSanctionId } = closing
  const facts = {
    letter: row.letterNumber,
    kind,
    number,
    difference,
    imposedSanctionId,
    person: row.respondentName,
  }
  ctx.record({ subject: row.respondentName, caseId, facts })
  refreshStage(db, caseId, ctx.now())
  ctx.publish('followUps.changed', { caseId })
  ctx.publish('cases.changed', { caseId })
  return shown(followUpById(db, row.id), lawOfCase(db, ctx.laws, caseId), todayOf(ctx))
}

/** Throws `followUps.unknown`, `followUps.alreadyClosed`. */
function requireOpen(db: ReadableDb, id: string): FollowUpRecord {
  const row = followUpById(db, id)
  if (row.closedAt !== null) throw new CodedError('followUps.alreadyClosed')
  return row
}

/** An SK of before the letter is no answer to it. Throws `followUps.beforeLetter` {datedOn}. */
function requireAfterLetter(row: FollowUpRecord, on: string): void {
  if (on < row.letterDatedOn) throw new CodedError('followUps.beforeLetter', { datedOn: row.letterDatedOn })
}

/** Today on the institution's clock. */
function todayOf(ctx: Pick<ReadContext, 'now' | 'institution'>): CivilDate {
  return civilDateAt(instantOf(ctx.now()), ctx.institution().pack.zone)
}

function shown(row: FollowUpRecord, law: LawPack, today: CivilDate): FollowUp {
  const nameOf = (id: string | null) => law.sanctions.find(entry => entry.id === id)?.name ?? ''
  const startedOn = row.startedOn as CivilDate
  const { days, unit, basis, skipped } = row
  return {
    id: row.id,
    letterId: row.letterId,
    letterNumber: row.letterNumber,
    caseId: row.caseId,
    caseNumber: row.caseNumber,
    respondentId: row.respondentId,
    respondentName: row.respondentName,
    addressee: row.addressee,
    recommended: nameOf(row.recommendedSanctionId),
    startedOn,
    dueOn: row.dueOn,
    computation: { days, unit, basis, skipped },
    state: followUpState(row, today),
    daysWaiting: daysWaiting(startedOn, (row.decisionOn as CivilDate | null) ?? today),
    closure:
      row.closedKind && row.closedAt
        ? {
            kind: row.closedKind,
            number: row.decisionNumber ?? '',
            on: row.decisionOn,
            imposed: nameOf(row.imposedSanctionId),
            difference: row.difference ?? 'notComparable',
            note: row.note ?? '',
            exhibitNumber: row.exhibitNumber,
            closedAt: row.closedAt,
            closedBy: row.closedBy ?? '',
          }
        : null,
    sanctionChoices: imposable(law, row.rulebook).map(({ id, name, level }) => ({ id, name, level })),
  } as FollowUp
}

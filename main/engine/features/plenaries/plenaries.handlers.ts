import { randomUUID } from 'node:crypto'
import type { Parsed } from '../../../../shared/contract/index.ts'
import type { Plenary, PlenaryRow } from '../../../../shared/contract/plenaries.ts'
import { formatNumber } from '../../../../shared/institution-pack.ts'
import { requireExaminer } from '../../authorise.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { type HandlersFor, inTwoSteps } from '../../handlers.ts'
import { takeNumber } from '../../numbering.ts'
import { sha256Of } from '../../sha256.ts'
import { isRulebookUndecided, refreshStage } from '../cases/index.ts'
import { changedExhibits } from '../evidence/index.ts'
import { findingsNotReady } from '../findings/index.ts'
import { lawOfCase } from '../law/index.ts'
import { answerPrompt, confirmNoKinship } from './answer-prompt.ts'
import { annulVote } from './ballot-annul.ts'
import { newQuestion, questionText } from './ballot-question.ts'
import { exportBallots, importBallots } from './ballot-transfer.ts'
import { blockedBy, candidatesFor, damagedExhibits, isDecided } from './case-readiness.ts'
import { castVote } from './cast-vote.ts'
import { closeVotes } from './close-votes.ts'
import { decisionsOf } from './decision-history.ts'
import { closePlenary, exportMinutes, showMinutes } from './fixed-minutes.ts'
import { meetingOf, quorumIn } from './meeting.ts'
import { addMinutesNote, removeNote } from './minutes-notes.ts'
import {
  type AgendaCase,
  agendaOf,
  deleteAgendaItem,
  insertPlenary,
  insertRecusal,
  insertVote,
  listPlenaries,
  markOpen,
  openCase,
  personsOf,
  writeAttendance,
} from './plenaries.queries.ts'
import { plenaryView } from './plenary-view.ts'
import { publicPane, showPublicly } from './public-pane.ts'
import { reconsider } from './reconsider.ts'
import { exportRecount } from './recount-export.ts'
import { recusalPrompts, requirePromptsAnswered } from './recusal-prompts.ts'
import { signMinutes } from './sign-minutes.ts'
import { requireVotesUnhurt } from './vote-attendance.ts'

export const plenariesHandlers: HandlersFor<'plenaries'> = {
  'plenaries.list': (input, ctx) => listPlenaries(ctx.db, input.caseId) as PlenaryRow[],
  'plenaries.get': (input, ctx) => plenaryView(ctx.db, ctx.laws, input.plenaryId),
  'plenaries.listCandidates': (_input, ctx) => candidatesFor(ctx.db),

  'plenaries.plan': inTwoSteps<Parsed<'plenaries.plan'>, Plenary, Map<string, string[]>>({
    async prepare(input, ctx) {
      const damaged = new Map<string, string[]>()
      for (const caseId of input.caseIds) damaged.set(caseId, await damagedExhibits(ctx, caseId))
      return damaged
    },
    commit: (input, ctx, damaged) => planMeeting(input, ctx, damaged),
  }),

  'plenaries.recordAttendance': (input, ctx) => {
    const meeting = meetingOf(ctx.db, input.plenaryId)
    if (meeting.plenary.state === 'closed') throw new CodedError('plenaries.closed')
    const known = new Set<string>(meeting.members.map(member => member.accountId))
    if (input.present.some(id => !known.has(id))) throw new CodedError('plenaries.notAMember')
    const present = new Set<string>(input.present)
    requireVotesUnhurt(ctx, meeting, present)
    writeAttendance(
      ctx.db,
      input.plenaryId,
      meeting.members.map(({ accountId }) => ({ accountId, present: present.has(accountId) })),
    )
    const { number } = meeting.plenary
    ctx.record({ subject: number, facts: { number, present: present.size, members: known.size } })
    return changed(ctx, input.plenaryId)
  },

  'plenaries.removeCase': (input, ctx) => {
    const { plenaryId, caseId, reason } = input
    const meeting = meetingOf(ctx.db, plenaryId)
    if (meeting.plenary.state === 'closed') throw new CodedError('plenaries.closed')
    requireExaminer(ctx.db, ctx.actor, caseId)
    requireOnAgenda(ctx, plenaryId, caseId)
    // What was voted on stays in the meeting that voted on it.
    if (meeting.votes.some(vote => vote.caseId === caseId)) throw new CodedError('plenaries.voteUnderWay')
    deleteAgendaItem(ctx.db, plenaryId, caseId)
    const { number, heldOn } = meeting.plenary
    ctx.record({ subject: number, caseId, facts: { number, heldOn, reason } })
    refreshStage(ctx.db, caseId, ctx.now())
    return changed(ctx, plenaryId, caseId)
  },

  'plenaries.open': (input, ctx) => {
    const meeting = meetingOf(ctx.db, input.plenaryId)
    if (meeting.plenary.state !== 'planned') throw new CodedError('plenaries.alreadyOpen')
    requireQuorum(quorumIn(ctx.db, meeting))
    writeAttendance(ctx.db, input.plenaryId, meeting.members)
    markOpen(ctx.db, input.plenaryId, ctx.actor.id, ctx.now().toISOString())
    const { number } = meeting.plenary
    const present = meeting.members.filter(member => member.present).length
    ctx.record({ subject: number, facts: { number, present, members: meeting.members.length } })
    return changed(ctx, input.plenaryId)
  },

  'plenaries.recuse': (input, ctx) => {
    const meeting = meetingOf(ctx.db, input.plenaryId)
    const { plenary } = meeting
    if (plenary.state === 'closed') throw new CodedError('plenaries.closed')
    if (ctx.actor.role === 'commissioner' && input.accountId !== ctx.actor.id) {
      throw new CodedError('plenaries.ownRecusalOnly')
    }
    requireOnAgenda(ctx, input.plenaryId, input.caseId)
    const member = meeting.members.find(row => row.accountId === input.accountId)
    if (!member) throw new CodedError('plenaries.notAMember')
    // Once a vote of the case stands, leaving would change what others voted under.
    if (meeting.votes.some(vote => vote.caseId === input.caseId && vote.state !== 'annulled')) {
      throw new CodedError('plenaries.voteUnderWay')
    }
    const isRecused = meeting.recusals.some(
      row => row.caseId === input.caseId && row.accountId === input.accountId,
    )
    if (isRecused) throw new CodedError('plenaries.alreadyRecused')
    const { caseId, accountId, reason } = input
    insertRecusal(ctx.db, input.plenaryId, { caseId, accountId, reason, at: ctx.now().toISOString() })
    ctx.record({
      subject: member.displayName,
      caseId,
      facts: { number: plenary.number, member: member.displayName, reason },
    })
    return changed(ctx, input.plenaryId, caseId)
  },

  'plenaries.openVote': inTwoSteps<Parsed<'plenaries.openVote'>, Plenary, string[]>({
    // The bytes are read once for each case and meeting: its first vote.
    prepare: async (input, ctx) =>
      meetingOf(ctx.db, input.plenaryId).votes.some(vote => vote.caseId === input.caseId)
        ? []
        : damagedExhibits(ctx, input.caseId),
    commit: (input, ctx, damaged) => openVote(input, ctx, damaged),
  }),

  'plenaries.castVote': castVote,
  'plenaries.closeVotes': closeVotes,
  'plenaries.annulVote': annulVote,
  'plenaries.exportBallots': exportBallots,
  'plenaries.importBallots': importBallots,
  'plenaries.exportRecount': exportRecount,
  'plenaries.close': closePlenary,
  'plenaries.minutes': showMinutes,
  'plenaries.exportMinutes': exportMinutes,
  'plenaries.signMinutes': signMinutes,
  'plenaries.addMinutesNote': addMinutesNote,
  'plenaries.removeMinutesNote': removeNote,
  'plenaries.answerPrompt': answerPrompt,
  'plenaries.confirmNoKinship': confirmNoKinship,
  'plenaries.reconsider': reconsider,
  'plenaries.decisionsOf': (input, ctx) => decisionsOf(ctx.db, input.respondentId),
  'plenaries.publicPane': publicPane,
  'plenaries.showPublicly': showPublicly,
}

function planMeeting(
  input: Parsed<'plenaries.plan'>,
  ctx: WriteContext,
  damaged: ReadonlyMap<string, string[]>,
): Plenary {
  const { pack, version } = ctx.institution()
  const caseIds = [...new Set(input.caseIds)]
  for (const caseId of caseIds) {
    const row = openCase(ctx.db, caseId)
    const reasons = blockedBy(ctx.db, caseId, row?.onAgenda === 1)
    if ((damaged.get(caseId)?.length ?? 0) > 0) reasons.push('exhibitChanged')
    if (!row) reasons.push('decided')
    if (reasons.length > 0) {
      const blocked = [...new Set(reasons)].join(', ')
      throw new CodedError('plenaries.caseNotReady', {
        caseNumber: row?.caseNumber ?? '',
        blockedBy: blocked,
      })
    }
  }
  const { heldOn, startTime, zone, place } = input
  const n = takeNumber(ctx.db, 'plenary', Number(heldOn.slice(0, 4)))
  const number = formatNumber(pack.minutesNumberFormat, { n, on: heldOn, code: pack.classificationCode })
  const id = randomUUID()
  const row = { id, number, heldOn, startTime, zone, place, institutionVersion: version }
  insertPlenary(ctx.db, row, caseIds, ctx.actor.id, ctx.now().toISOString())
  ctx.record({ subject: number, facts: { number, heldOn, cases: caseIds.length } })
  for (const caseId of caseIds) {
    ctx.record({ subject: number, caseId, facts: { number, heldOn }, method: 'plenaries.putOnAgenda' })
    refreshStage(ctx.db, caseId, ctx.now())
    ctx.publish('cases.changed', { caseId })
  }
  return changed(ctx, id)
}

function openVote(
  input: Parsed<'plenaries.openVote'>,
  ctx: WriteContext,
  damaged: readonly string[],
): Plenary {
  const { plenaryId, caseId, respondentId } = input
  const meeting = meetingOf(ctx.db, plenaryId)
  if (meeting.plenary.state !== 'open') throw new CodedError('plenaries.notOpen')
  const item = requireOnAgenda(ctx, plenaryId, caseId)
  const persons = personsOf(ctx.db, caseId)
  const person = persons.find(row => row.respondentId === respondentId)
  if (!person) throw new CodedError('cases.unknownRespondent')
  const voted = meeting.votes.some(vote => vote.respondentId === respondentId && vote.state !== 'annulled')
  if (voted || isDecided(ctx.db, respondentId)) throw new CodedError('plenaries.alreadyDecided')
  requirePromptsAnswered(
    meeting,
    recusalPrompts(ctx.db, lawOfCase(ctx.db, ctx.laws, caseId), meeting, item, persons),
  )
  requireQuorum(quorumIn(ctx.db, meeting, caseId))
  const changedNow = [...new Set([...damaged, ...changedExhibits(ctx.db, caseId)])]
  if (changedNow.length > 0) throw new CodedError('evidence.changed', { number: changedNow.join(', ') })
  const missing = findingsNotReady(ctx.db, caseId).find(reason => reason.respondentId === respondentId)
  if (missing) throw new CodedError('plenaries.caseNotReady', { caseNumber: '', blockedBy: missing.code })
  if (isRulebookUndecided(ctx.db, respondentId)) {
    throw new CodedError('plenaries.caseNotReady', { caseNumber: '', blockedBy: 'rulebookUndecided' })
  }
  const id = randomUUID()
  const openedAt = ctx.now().toISOString()
  const question = questionText(
    newQuestion(ctx, lawOfCase(ctx.db, ctx.laws, caseId), meeting, { id, openedAt, item, person }),
  )
  insertVote(ctx.db, { id, plenaryId, caseId, respondentId, openedAt, question })
  ctx.record({
    subject: person.name,
    caseId,
    facts: {
      number: meeting.plenary.number,
      voteId: id,
      respondentId,
      questionHash: sha256Of(question),
    },
  })
  return changed(ctx, plenaryId, caseId)
}

function changed(ctx: WriteContext, plenaryId: string, caseId?: string): Plenary {
  ctx.publish('plenaries.changed', { plenaryId })
  if (caseId) ctx.publish('cases.changed', { caseId })
  return plenaryView(ctx.db, ctx.laws, plenaryId)
}

function requireQuorum(quorum: { present: number; needed: number; met: boolean }): void {
  const { present, needed } = quorum
  if (!quorum.met) throw new CodedError('plenaries.noQuorum', { present, needed })
}

function requireOnAgenda(ctx: WriteContext, plenaryId: string, caseId: string): AgendaCase {
  const item = agendaOf(ctx.db, plenaryId).find(row => row.caseId === caseId)
  if (!item) throw new CodedError('plenaries.notOnAgenda')
  return item
}

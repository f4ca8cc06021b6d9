import { randomUUID } from 'node:crypto'
import type { Parsed } from '../../../../shared/contract/index.ts'
import type { Plenary } from '../../../../shared/contract/plenaries.ts'
import { requireExaminer } from '../../authorise.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { sha256Of } from '../../sha256.ts'
import { meetingOf } from './meeting.ts'
import { insertMinutesNote, minutesNotesOf, removeMinutesNote } from './minutes.queries.ts'
import { agendaOf } from './plenaries.queries.ts'
import { plenaryView } from './plenary-view.ts'

/**
 * Adds a sentence to the minutes by hand; print marks it with name and time. One at a case needs the right to
 * work on that case, one at the opening or the end is open to every examiner.
 * Throws `plenaries.closed`, `plenaries.notOnAgenda`, `plenaries.noteWithoutPlace`, the refusals of `requireExaminer`.
 */
export function addMinutesNote(input: Parsed<'plenaries.addMinutesNote'>, ctx: WriteContext): Plenary {
  const { plenaryId, caseId, position, text } = input
  const meeting = requireOpenMinutes(ctx, plenaryId)
  if ((position === 'case') !== (caseId !== null)) throw new CodedError('plenaries.noteWithoutPlace')
  if (caseId !== null) {
    if (!agendaOf(ctx.db, plenaryId).some(item => item.caseId === caseId)) {
      throw new CodedError('plenaries.notOnAgenda')
    }
    requireExaminer(ctx.db, ctx.actor, caseId)
  }
  const note = { id: randomUUID(), plenaryId, caseId, position, text, at: ctx.now().toISOString() }
  insertMinutesNote(ctx.db, { ...note, addedById: ctx.actor.id })
  return changed(ctx, meeting.plenary, caseId, text)
}

/** Takes a sentence out again; it stays in the table and the trail. Throws `plenaries.closed`, `plenaries.noteUnknown`. */
export function removeNote(input: Parsed<'plenaries.removeMinutesNote'>, ctx: WriteContext): Plenary {
  const { plenaryId, noteId } = input
  const meeting = requireOpenMinutes(ctx, plenaryId)
  const note = minutesNotesOf(ctx.db, plenaryId).find(row => row.id === noteId)
  if (!note) throw new CodedError('plenaries.noteUnknown')
  if (note.caseId !== null) requireExaminer(ctx.db, ctx.actor, note.caseId)
  removeMinutesNote(ctx.db, { id: noteId, plenaryId, by: ctx.actor.id, at: ctx.now().toISOString() })
  return changed(ctx, meeting.plenary, note.caseId, note.text)
}

function requireOpenMinutes(ctx: WriteContext, plenaryId: string) {
  const meeting = meetingOf(ctx.db, plenaryId)
  if (meeting.plenary.state === 'closed') throw new CodedError('plenaries.closed')
  return meeting
}

/** The trail names the whole text by its hash and shows its beginning. */
function changed(
  ctx: WriteContext,
  plenary: { id: string; number: string },
  caseId: string | null,
  text: string,
): Plenary {
  const textSha256 = sha256Of(text)
  const beginning = text.length > 80 ? `${text.slice(0, 80)}…` : text
  ctx.record({
    subject: plenary.number,
    caseId,
    facts: { number: plenary.number, beginning, textSha256 },
  })
  ctx.publish('plenaries.changed', { plenaryId: plenary.id })
  return plenaryView(ctx.db, ctx.laws, plenary.id)
}

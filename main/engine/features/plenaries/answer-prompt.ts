import type { Parsed } from '../../../../shared/contract/index.ts'
import type { Plenary, PromptReason } from '../../../../shared/contract/plenaries.ts'
import type { WriteContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { lawOfCase } from '../law/index.ts'
import { type Meeting, meetingOf } from './meeting.ts'
import { type AgendaCase, agendaOf, personsOf } from './plenaries.queries.ts'
import { plenaryView } from './plenary-view.ts'
import { type RecusalPrompt, recusalPrompts } from './recusal-prompts.ts'
import { noKinshipText } from './recusal-wording.ts'
import { putRecusalAnswer } from './recusals.queries.ts'

/**
 * A member stays in a case in spite of a prompt and says why; a presider may note the answer of another.
 * Throws `plenaries.closed`, `plenaries.ownAnswerOnly`, `plenaries.notOnAgenda`, `plenaries.noPrompt`.
 */
export function answerPrompt(input: Parsed<'plenaries.answerPrompt'>, ctx: WriteContext): Plenary {
  const { plenaryId, caseId, accountId, reason, text } = input
  const { meeting, prompts } = promptsOf(ctx, plenaryId, caseId)
  if (ctx.actor.role === 'commissioner' && accountId !== ctx.actor.id) {
    throw new CodedError('plenaries.ownAnswerOnly')
  }
  const prompt = prompts.find(row => row.accountId === accountId && row.reason === reason)
  if (!prompt) throw new CodedError('plenaries.noPrompt')
  keep(ctx, plenaryId, caseId, { accountId, reason, text })
  const facts = { number: meeting.plenary.number, member: prompt.displayName, prompt: reason, text }
  return answered(ctx, plenaryId, caseId, facts)
}

/**
 * The presider has asked all present about kinship and nobody has any; answers that were given one by one
 * stay. Throws `plenaries.closed`, `plenaries.notOnAgenda`, `plenaries.noPrompt` when nobody is left to ask.
 */
export function confirmNoKinship(input: Parsed<'plenaries.confirmNoKinship'>, ctx: WriteContext): Plenary {
  const { plenaryId, caseId } = input
  const { meeting, prompts } = promptsOf(ctx, plenaryId, caseId)
  const open = prompts.filter(prompt => prompt.reason === 'kinship' && prompt.answer === null)
  if (open.length === 0) throw new CodedError('plenaries.noPrompt')
  for (const { accountId } of open) {
    keep(ctx, plenaryId, caseId, { accountId, reason: 'kinship', text: noKinshipText })
  }
  return answered(ctx, plenaryId, caseId, { number: meeting.plenary.number, members: open.length })
}

function promptsOf(
  ctx: WriteContext,
  plenaryId: string,
  caseId: string,
): { meeting: Meeting; item: AgendaCase; prompts: RecusalPrompt[] } {
  const meeting = meetingOf(ctx.db, plenaryId)
  if (meeting.plenary.state === 'closed') throw new CodedError('plenaries.closed')
  const item = agendaOf(ctx.db, plenaryId).find(row => row.caseId === caseId)
  if (!item) throw new CodedError('plenaries.notOnAgenda')
  const law = lawOfCase(ctx.db, ctx.laws, caseId)
  return { meeting, item, prompts: recusalPrompts(ctx.db, law, meeting, item, personsOf(ctx.db, caseId)) }
}

function keep(
  ctx: WriteContext,
  plenaryId: string,
  caseId: string,
  answer: { accountId: string; reason: PromptReason; text: string },
): void {
  const at = ctx.now().toISOString()
  putRecusalAnswer(ctx.db, { plenaryId, caseId, ...answer, at, notedBy: ctx.actor.id })
}

function answered(
  ctx: WriteContext,
  plenaryId: string,
  caseId: string,
  facts: Record<string, string | number>,
): Plenary {
  ctx.record({ subject: String(facts.number), caseId, facts })
  ctx.publish('plenaries.changed', { plenaryId })
  return plenaryView(ctx.db, ctx.laws, plenaryId)
}

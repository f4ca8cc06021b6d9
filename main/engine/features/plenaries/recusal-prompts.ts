import type { PromptReason } from '../../../../shared/contract/plenaries.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import { CodedError } from '../../errors.ts'
import type { ReadableDb } from '../../store/database.ts'
import { type Meeting, recusedFrom } from './meeting.ts'
import type { AgendaCase, CasePerson } from './plenaries.queries.ts'
import { isSameRegion } from './plenaries.rules.ts'
import { earlierRecusalText, earlierRoleText } from './recusal-wording.ts'
import { earlierRecusals, earlierRolesIn, recusalAnswers } from './recusals.queries.ts'

export type RecusalPrompt = {
  accountId: string
  displayName: string
  reason: PromptReason
  /** What is known; empty for kinship, which nobody can look up. */
  detail: string
  answer: { text: string; at: string } | null
}

/**
 * For whom a recusal from a case should be asked and why; what is known is a reason to ask, never to decide.
 * A recused member is asked nothing more. Kinship is asked of everybody present.
 */
export function recusalPrompts(
  db: ReadableDb,
  law: LawPack,
  meeting: Meeting,
  item: Pick<AgendaCase, 'caseId' | 'provinceCode'>,
  persons: readonly CasePerson[],
): RecusalPrompt[] {
  const recused = recusedFrom(meeting, item.caseId)
  const answers = recusalAnswers(db, meeting.plenary.id, item.caseId)
  const provinceNames = namesOf(law, [item.provinceCode, ...persons.map(person => person.provinceCode)])
  const roles = earlierRolesIn(db, item.caseId)
  const before = earlierRecusals(db, item.caseId, meeting.plenary.id)
  return meeting.members
    .filter(member => !recused.has(member.accountId) && !member.retired)
    .flatMap(member => {
      const { accountId, displayName } = member
      const answerTo = (reason: PromptReason) => {
        const found = answers.find(row => row.accountId === accountId && row.reason === reason)
        return found ? { text: found.text, at: found.at } : null
      }
      const prompts: RecusalPrompt[] = []
      const ask = (reason: PromptReason, detail: string) =>
        prompts.push({ accountId, displayName, reason, detail, answer: answerTo(reason) })
      if (isSameRegion(member.region, provinceNames)) ask('sameRegion', member.region)
      const own = roles.filter(row => row.accountId === accountId).map(row => row.role)
      if (own.length > 0) ask('earlierRole', earlierRoleText(own))
      const earlier = before.find(row => row.accountId === accountId)
      if (earlier) ask('recusedBefore', earlierRecusalText(earlier.number, earlier.reason))
      if (member.present || answerTo('kinship')) ask('kinship', '')
      return prompts
    })
}

function namesOf(law: LawPack, codes: readonly string[]): string[] {
  const provinces = law.reference.provinces.filter(province => codes.includes(province.code))
  return provinces.flatMap(province => [province.name, ...(province.aliases ?? [])])
}

/** Prompts of present members that nobody has answered; they keep the votes of the case closed. */
function unansweredPrompts(meeting: Meeting, prompts: readonly RecusalPrompt[]): RecusalPrompt[] {
  const present = new Set(meeting.members.filter(row => row.present).map(row => row.accountId))
  return prompts.filter(prompt => prompt.answer === null && present.has(prompt.accountId))
}

/** Throws `plenaries.promptUnanswered` {names}. */
export function requirePromptsAnswered(meeting: Meeting, prompts: readonly RecusalPrompt[]): void {
  const open = unansweredPrompts(meeting, prompts)
  if (open.length === 0) return
  const names = [...new Set(open.map(prompt => prompt.displayName))].join(', ')
  throw new CodedError('plenaries.promptUnanswered', { names })
}

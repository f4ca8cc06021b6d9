import type { AssessmentRecord } from './finding-record.ts'
import { matrixWords as words } from './matrix-wording.ts'

/** What the commission answers to a point of the defence: its reply, or in one sentence why there is none. */
export function defenceAnswer(
  entry: Pick<AssessmentRecord, 'defenceReply' | 'defenceUnansweredReason'>,
): string {
  const { defenceReply, defenceUnansweredReason } = entry
  if (defenceReply !== '' || defenceUnansweredReason === '') return defenceReply
  return words.unansweredBecause(defenceUnansweredReason)
}

import type { Page } from 'playwright-core'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import type { Verdict } from '../../../shared/contract/plenaries.ts'
import { SANCTION } from '../../helpers/decide-case.ts'
import { PASSPHRASE } from '../../helpers/test-engine.ts'
import { askEngine } from './engine-port.ts'

let lastId = 5_000_000

/** Calls of the contract over the window's own kind of port, past what the page has for them. */
export function engineOf(page: Page) {
  return {
    async call<K extends MethodName>(method: K, input: Input<K>): Promise<Output<K>> {
      lastId += 1
      const reply = await askEngine(page, { t: 'call', id: lastId, method, input })
      if (!reply.ok) throw new Error(`${method}: ${reply.error.code} ${JSON.stringify(reply.error.facts)}`)
      return reply.value as Output<K>
    },
  }
}

/**
 * Asks the questions, opens the vote and seals the ballot of every present member for each person who has none
 * yet; the ballots stay sealed. `verdict` by the place of the case on the agenda.
 */
export async function decideRest(
  page: Page,
  plenaryId: string,
  verdict: (caseIndex: number) => Verdict,
): Promise<void> {
  const engine = engineOf(page)
  const id = plenaryId as Input<'plenaries.get'>['plenaryId']
  const { agenda, members } = await engine.call('plenaries.get', { plenaryId: id })
  const present = members.filter(member => member.present)
  for (const [n, { caseId, persons, recusalPrompts }] of agenda.entries()) {
    const waiting = persons.filter(person => person.vote === null)
    if (waiting.length === 0) continue
    const open = recusalPrompts.filter(prompt => prompt.answer === null)
    for (const { accountId, reason } of open.filter(prompt => prompt.reason !== 'kinship')) {
      const text = 'Tetap memutus tanpa kepentingan pribadi.'
      await engine.call('plenaries.answerPrompt', { plenaryId: id, caseId, accountId, reason, text })
    }
    if (open.some(prompt => prompt.reason === 'kinship')) {
      await engine.call('plenaries.confirmNoKinship', { plenaryId: id, caseId })
    }
    for (const { respondentId } of waiting) {
      const opened = await engine.call('plenaries.openVote', { plenaryId: id, caseId, respondentId })
      const vote = opened.agenda[n]?.persons.find(row => row.respondentId === respondentId)?.vote
      if (!vote) throw new Error('no vote')
      for (const { accountId } of present) {
        await engine.call('plenaries.castVote', {
          voteId: vote.voteId,
          accountId,
          passphrase: PASSPHRASE,
          verdict: verdict(n),
          sanctionId: verdict(n) === 'proven' ? SANCTION : null,
        })
      }
    }
  }
}

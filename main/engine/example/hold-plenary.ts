import type { CaseId, PlenaryId } from '../../../shared/ids.ts'
import { CodedError } from '../errors.ts'
import type { ExampleCase } from './example-docket.ts'
import { stayingText } from './example-wording.ts'
import { type LoadContext, type LoadedCase, morningOf } from './load-docket.ts'
import type { Replay } from './replay.ts'

/** Replays one meeting on one case: attendance, recusals, ballots of each member, closing. */
export async function holdPlenary(
  replay: Replay,
  loaded: LoadedCase,
  meeting: NonNullable<ExampleCase['plenary']>,
  ctx: LoadContext,
): Promise<void> {
  const caseId = loaded.file.id
  await replay.as('rina')
  replay.at(morningOf(meeting.heldOn))
  const { heldOn, startTime, zone, place } = meeting
  const planned = await replay.call('plenaries.plan', { heldOn, startTime, zone, place, caseIds: [caseId] })
  const plenaryId = planned.id
  const present = meeting.present.map(key => replay.account(key).id)
  await replay.call('plenaries.recordAttendance', { plenaryId, present })
  // Each member who is present opens the own account once; the ballots are confirmed with it.
  for (const member of meeting.present) await replay.as(member)
  await replay.as('bakti')
  await replay.call('plenaries.open', { plenaryId })
  for (const { member, reason } of meeting.recusals) {
    const accountId = replay.account(member).id
    await replay.call('plenaries.recuse', { plenaryId, caseId, accountId, reason })
  }
  await answerPrompts(replay, plenaryId, caseId)
  for (const vote of meeting.votes) {
    const respondent = loaded.file.respondents[vote.respondent - 1]
    if (!respondent) throw new CodedError('example.docketInvalid', { at: loaded.facts.key })
    const opened = await replay.call('plenaries.openVote', { plenaryId, caseId, respondentId: respondent.id })
    const persons = opened.agenda.flatMap(item => item.persons)
    const voteId = persons.find(person => person.respondentId === respondent.id)?.vote?.voteId
    if (!voteId) throw new CodedError('example.docketInvalid', { at: loaded.facts.key })
    for (const { member, ...choice } of vote.ballots) {
      const accountId = replay.account(member).id
      await replay.call('plenaries.castVote', { voteId, accountId, passphrase: ctx.passphrase, ...choice })
    }
    const item = opened.agenda.find(entry => entry.persons.some(({ vote }) => vote?.voteId === voteId))
    const opening = item?.persons.find(person => person.vote?.voteId === voteId)?.vote?.opening
    // The chair is signed in; as many others as are needed confirm with their passphrases.
    const others = (opening?.holders ?? []).filter(holder => holder.accountId !== replay.account('bakti').id)
    const openers = others
      .slice(0, opening?.threshold ?? 0)
      .map(({ accountId }) => ({ accountId, passphrase: ctx.passphrase }))
    await replay.call('plenaries.closeVotes', { voteIds: [voteId], openers })
  }
  await replay.call('plenaries.close', { plenaryId })
}

/** Members who are asked about a recusal stay and say so; nobody is related to a person of the case. */
export async function answerPrompts(replay: Replay, plenaryId: PlenaryId, caseId: CaseId): Promise<void> {
  const { agenda } = await replay.call('plenaries.get', { plenaryId })
  const prompts = agenda.find(item => item.caseId === caseId)?.recusalPrompts ?? []
  for (const { accountId, reason } of prompts.filter(prompt => prompt.reason !== 'kinship')) {
    await replay.call('plenaries.answerPrompt', { plenaryId, caseId, accountId, reason, text: stayingText })
  }
  await replay.call('plenaries.confirmNoKinship', { plenaryId, caseId })
}

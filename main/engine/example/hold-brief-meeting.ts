import type { CaseFile } from '../../../shared/contract/cases.ts'
import { addDays } from '../../../shared/dates.ts'
import type { PlenaryId, RespondentId, VoteId } from '../../../shared/ids.ts'
import { CodedError } from '../errors.ts'
import type { BriefChoice, BriefLetter, BriefMeeting } from './example-docket.ts'
import { answerPrompts } from './hold-plenary.ts'
import type { BriefFiles } from './load-brief-cases.ts'
import { type LoadContext, morningOf } from './load-docket.ts'
import type { Replay } from './replay.ts'

type Item = BriefMeeting['agenda'][number]

/** One meeting on many cases: all ballots are sealed first and opened together at the end. */
export async function holdBriefMeeting(
  replay: Replay,
  meeting: BriefMeeting,
  files: BriefFiles,
  ctx: LoadContext,
): Promise<void> {
  const fileOf = (key: string): CaseFile => {
    const file = files.get(key)
    if (!file) throw new CodedError('example.docketInvalid', { at: key })
    return file
  }
  const { heldOn, startTime, zone, place, agenda } = meeting
  await replay.as('bakti')
  replay.at(morningOf(addDays(heldOn, -1)))
  for (const { case: key, reconsiders } of agenda) {
    if (!reconsiders) continue
    const { respondent, kind, reason } = reconsiders
    const respondentId = personOf(fileOf(key), respondent)
    await replay.call('plenaries.reconsider', { respondentId, kind, reason })
  }
  await replay.as('rina')
  replay.at(morningOf(heldOn))
  const caseIds = agenda.map(item => fileOf(item.case).id)
  const { id: plenaryId } = await replay.call('plenaries.plan', { heldOn, startTime, zone, place, caseIds })
  const present = meeting.present.map(key => replay.account(key).id)
  await replay.call('plenaries.recordAttendance', { plenaryId, present })
  for (const member of meeting.present) await replay.as(member)
  await replay.as('bakti')
  await replay.call('plenaries.open', { plenaryId })
  const votes: VoteId[] = []
  for (const item of agenda)
    votes.push(...(await voteOn(replay, plenaryId, meeting, item, fileOf(item.case), ctx)))
  await openTogether(replay, plenaryId, votes, ctx)
  await replay.call('plenaries.close', { plenaryId })
  for (const item of agenda) {
    for (const letter of item.letters) await writeLetter(replay, fileOf(item.case), letter, heldOn, ctx)
  }
}

function personOf(file: CaseFile, ordinal: number): RespondentId {
  const person = file.respondents[ordinal - 1]
  if (!person) throw new CodedError('example.docketInvalid', { at: file.registerNumber })
  return person.id
}

async function voteOn(
  replay: Replay,
  plenaryId: PlenaryId,
  meeting: BriefMeeting,
  item: Item,
  file: CaseFile,
  ctx: LoadContext,
): Promise<VoteId[]> {
  const caseId = file.id
  for (const { member, reason } of item.recusals) {
    const accountId = replay.account(member).id
    await replay.call('plenaries.recuse', { plenaryId, caseId, accountId, reason })
  }
  await answerPrompts(replay, plenaryId, caseId)
  const voters = meeting.present.filter(member => !item.recusals.some(entry => entry.member === member))
  const votes: VoteId[] = []
  for (const { respondent, all, but, replaced } of item.votes) {
    const respondentId = personOf(file, respondent)
    const opened = await replay.call('plenaries.openVote', { plenaryId, caseId, respondentId })
    const persons = opened.agenda.find(entry => entry.caseId === caseId)?.persons ?? []
    const voteId = persons.find(person => person.respondentId === respondentId)?.vote?.voteId
    if (!voteId) throw new CodedError('example.docketInvalid', { at: item.case })
    const cast = (member: string, choice: BriefChoice, replace: boolean) => {
      const accountId = replay.account(member).id
      const { passphrase } = ctx
      return replay.call('plenaries.castVote', { voteId, accountId, passphrase, replace, ...choice })
    }
    if (replaced) await cast(replaced.member, replaced.choice, false)
    for (const member of voters) await cast(member, but[member] ?? all, member === replaced?.member)
    votes.push(voteId)
  }
  return votes
}

/** The chair is signed in; as many other holders as are needed confirm with their passphrases. */
async function openTogether(
  replay: Replay,
  plenaryId: PlenaryId,
  voteIds: VoteId[],
  ctx: LoadContext,
): Promise<void> {
  const { agenda } = await replay.call('plenaries.get', { plenaryId })
  const openings = agenda.flatMap(item => item.persons.flatMap(person => person.vote?.opening ?? []))
  const chair = replay.account('bakti').id
  const needed = Math.max(0, ...openings.map(opening => opening.threshold))
  const shared = openings[0]?.holders.filter(
    ({ accountId }) =>
      accountId !== chair &&
      openings.every(opening => opening.holders.some(holder => holder.accountId === accountId)),
  )
  const openers = (shared ?? [])
    .slice(0, needed)
    .map(({ accountId }) => ({ accountId, passphrase: ctx.passphrase }))
  await replay.call('plenaries.closeVotes', { voteIds, openers })
}

async function writeLetter(
  replay: Replay,
  file: CaseFile,
  letter: BriefLetter,
  heldOn: BriefMeeting['heldOn'],
  ctx: LoadContext,
): Promise<void> {
  const datedOn = addDays(heldOn, 2)
  const { respondent, until, addressee, withOpinions } = letter
  await replay.as('rina')
  replay.at(morningOf(datedOn))
  const respondentId = personOf(file, respondent)
  const drafted = { caseId: file.id, respondentId, addressee, withOpinions }
  const { id: letterId } = await replay.call('letters.draft', drafted)
  if (until === 'draft') return
  await replay.call('letters.submit', { letterId })
  await replay.as('arman')
  await replay.call('letters.review', { letterId, outcome: 'approved', comment: '' })
  await replay.as('laksmi')
  await replay.call('letters.approve', { letterId })
  await replay.as('rina')
  await replay.call('letters.finalise', { letterId, datedOn })
  await replay.as('bakti')
  const { path, password } = await ctx.signer.certificateOf(replay.account('bakti').displayName)
  await replay.call('letters.sign', { letterId, file: replay.ticket(path), password })
}

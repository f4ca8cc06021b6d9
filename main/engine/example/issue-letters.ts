import { join } from 'node:path'
import { addDays, type CivilDate } from '../../../shared/dates.ts'
import type { RespondentId } from '../../../shared/ids.ts'
import { EXAMPLE_EXHIBITS } from './example-docket.ts'
import { type LoadContext, type LoadedCase, morningOf } from './load-docket.ts'
import type { Replay } from './replay.ts'

/** Letters of the persons that were decided, as far as the stage of the case says. */
export async function issueLetters(
  replay: Replay,
  loaded: LoadedCase,
  heldOn: CivilDate,
  ctx: LoadContext,
): Promise<void> {
  const { facts, file } = loaded
  for (const [index, respondent] of file.respondents.entries()) {
    if (!facts.plenary?.votes.some(vote => vote.respondent === index + 1)) continue
    // In the stage 'letter' the first person's letter is half done, so that it can be tried.
    if (facts.stage === 'letter' && index > 0) continue
    await issueLetter(replay, loaded, respondent.id, heldOn, ctx)
    await recordDecision(replay, loaded, index + 1, respondent.id, ctx)
  }
}

async function issueLetter(
  replay: Replay,
  { facts, file }: LoadedCase,
  respondentId: RespondentId,
  heldOn: CivilDate,
  ctx: LoadContext,
): Promise<void> {
  const author = facts.assistants[0] ?? 'rina'
  const reviewer = facts.reviewers[0] ?? 'arman'
  const datedOn = addDays(heldOn, 2)
  await replay.as(author)
  replay.at(morningOf(datedOn))
  const { id: letterId } = await replay.call('letters.draft', { caseId: file.id, respondentId })
  if (facts.stage === 'letter') return
  await replay.call('letters.submit', { letterId })
  await replay.as(reviewer)
  await replay.call('letters.review', { letterId, outcome: 'approved', comment: '' })
  await replay.as(facts.commissioners[0] ?? 'laksmi')
  await replay.call('letters.approve', { letterId })
  await replay.as(author)
  await replay.call('letters.finalise', { letterId, datedOn })
  await replay.as('bakti')
  const { path, password } = await ctx.signer.certificateOf(replay.account('bakti').displayName)
  await replay.call('letters.sign', { letterId, file: replay.ticket(path), password })
}

/** The sanction decision of the supervising authority, where the docket has one. */
async function recordDecision(
  replay: Replay,
  { facts, file }: LoadedCase,
  ordinal: number,
  respondentId: RespondentId,
  ctx: LoadContext,
): Promise<void> {
  const decision = facts.sanctionDecisions.find(known => known.respondent === ordinal)
  if (!decision) return
  await replay.as(facts.assistants[0] ?? 'rina')
  replay.at(morningOf(decision.on))
  const open = await replay.call('followUps.list', { caseId: file.id })
  const followUp = open.find(known => known.respondentId === respondentId)
  if (!followUp) return
  const scan = join(ctx.resourcesDir, EXAMPLE_EXHIBITS, 'sk-jabatan-dan-penetapan.pdf')
  const { number, on, sanctionId, note } = decision
  await replay.call('followUps.recordSanctionDecision', {
    followUpId: followUp.id,
    number,
    on,
    sanctionId,
    note,
    file: replay.ticket(scan),
  })
}

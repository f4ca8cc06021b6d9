import type { Parsed } from '../../../../shared/contract/index.ts'
import type { Plenary } from '../../../../shared/contract/plenaries.ts'
import type { ConfirmedAccount, PrepareContext } from '../../context.ts'
import { CodedError } from '../../errors.ts'
import { inTwoSteps } from '../../handlers.ts'
import { lawOfCase } from '../law/index.ts'
import { openBallot } from './ballot-seal.ts'
import { type Closable, closable, damagedBallots } from './closable-vote.ts'
import { decideVote, type OpenedVote } from './decide-vote.ts'
import { ballotRefusal } from './plenaries.rules.ts'
import { plenaryView } from './plenary-view.ts'

type Close = Parsed<'plenaries.closeVotes'>

/**
 * Opens the ballots of several votes together and writes their decisions: all or none, in one transaction.
 * Nothing of a choice leaves this call before every ballot of every vote was found whole.
 * Throws `plenaries.votesMissing` {missing, names}, `.openersMissing` {needed, given}, `.notAHolder` {name},
 * `.ballotDamaged` {names}, `.voteClosed`, `.votesOfTwoMeetings`, `keys.wrongPassphrase` {name}.
 */
export const closeVotes = inTwoSteps<Close, Plenary, OpenedVote[]>({
  async prepare(input, ctx) {
    const votes = closableVotes(ctx, input)
    requireOpeners(ctx, input, votes)
    const damaged = votes.flatMap(vote => damagedBallots(ctx.db, vote))
    if (damaged.length > 0) throw damage(damaged)
    const confirmed: ConfirmedAccount[] = []
    try {
      // One after the other: each takes the memory of a passphrase check.
      for (const opener of openersOf(ctx, input)) confirmed.push(await confirm(ctx, votes, opener))
      const opened: OpenedVote[] = []
      for (const vote of votes) opened.push(await openVoteBallots(ctx, vote, confirmed))
      const failed = opened.flatMap(vote => vote.failed)
      if (failed.length > 0) throw damage(failed)
      return opened
    } finally {
      for (const account of confirmed) account.end()
    }
  },
  commit(input, ctx, opened) {
    const votes = closableVotes(ctx, input)
    for (const [n, vote] of votes.entries()) {
      const before = opened[n]
      const same =
        before && vote.counted.every((row, at) => row.sealHash === before.ballots[at]?.row.sealHash)
      if (!same || vote.counted.length !== before.ballots.length) {
        throw new CodedError('plenaries.ballotsChanged')
      }
      decideVote(ctx, vote, before)
    }
    const plenaryId = votes[0]?.meeting.plenary.id ?? ''
    ctx.publish('plenaries.changed', { plenaryId })
    return plenaryView(ctx.db, ctx.laws, plenaryId)
  },
})

function closableVotes(ctx: Pick<PrepareContext, 'db'>, input: Close): Closable[] {
  const votes = [...new Set(input.voteIds)].map(voteId => closable(ctx.db, voteId))
  const [first] = votes
  if (votes.some(vote => vote.meeting.plenary.id !== first?.meeting.plenary.id)) {
    throw new CodedError('plenaries.votesOfTwoMeetings')
  }
  return votes
}

/** Those who have to type a passphrase: each once, the signed-in one not at all. */
function openersOf(ctx: Pick<PrepareContext, 'actor'>, input: Close): Close['openers'] {
  const others = input.openers.filter(opener => opener.accountId !== ctx.actor.id)
  return [...new Map(others.map(opener => [opener.accountId, opener])).values()]
}

/** Refusals that cost no passphrase check. */
function requireOpeners(ctx: PrepareContext, input: Close, votes: readonly Closable[]): void {
  const openers = openersOf(ctx, input)
  for (const { accountId } of openers) {
    const known = votes.some(vote => vote.question.holders.some(holder => holder.accountId === accountId))
    if (!known) throw new CodedError('plenaries.notAHolder', { name: nameIn(votes, accountId) })
  }
  const given = new Set<string>([ctx.actor.id, ...openers.map(opener => opener.accountId)])
  for (const { question } of votes) {
    const able = question.holders.filter(holder => given.has(holder.accountId)).length
    if (able < question.threshold) {
      throw new CodedError('plenaries.openersMissing', { needed: question.threshold, given: able })
    }
  }
}

async function confirm(
  ctx: PrepareContext,
  votes: readonly Closable[],
  opener: Close['openers'][number],
): Promise<ConfirmedAccount> {
  try {
    return await ctx.confirmAccount(opener.accountId, opener.passphrase)
  } catch (error) {
    if (!(error instanceof CodedError)) throw error
    throw new CodedError(error.code, { ...error.facts, name: nameIn(votes, opener.accountId) }, error)
  }
}

async function openVoteBallots(
  ctx: PrepareContext,
  vote: Closable,
  confirmed: readonly ConfirmedAccount[],
): Promise<OpenedVote> {
  const openers = [ctx.ownUnsealer(), ...confirmed]
  const law = lawOfCase(ctx.db, ctx.laws, vote.vote.caseId)
  const isKnown = (id: string | null) => id === null || law.sanctions.some(entry => entry.id === id)
  const given = new Set<string>([ctx.actor.id, ...confirmed.map(account => account.accountId)])
  const holders = vote.question.holders.filter(holder => given.has(holder.accountId))
  const opened: OpenedVote = { ballots: [], failed: [], openers: holders.map(row => row.displayName) }
  for (const row of vote.counted) {
    const content = await openBallot(row, vote.question, openers)
    // What the voter's program should have refused counts as little as what does not open.
    if (!content || ballotRefusal(content.body, vote.question) || !isKnown(content.body.sanctionId)) {
      opened.failed.push(nameIn([vote], row.accountId))
    } else {
      opened.ballots.push({ row, ...content })
    }
  }
  return opened
}

function damage(names: readonly string[]): CodedError {
  return new CodedError('plenaries.ballotDamaged', { names: [...new Set(names)].join(', ') })
}

function nameIn(votes: readonly Closable[], accountId: string): string {
  const members = votes[0]?.meeting.members ?? []
  return members.find(member => member.accountId === accountId)?.displayName ?? ''
}

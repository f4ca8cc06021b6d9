import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Output, Parsed } from '../../../../shared/contract/index.ts'
import { CodedError } from '../../errors.ts'
import {
  discardCopy,
  exportPlace,
  type PendingCopy,
  pendingCopy,
  placeCopy,
  writeCopy,
} from '../../export-place.ts'
import { inTwoSteps, type WriteContext } from '../../handlers.ts'
import { sha256Of } from '../../sha256.ts'
import { type Arrival, arrivalOf } from './ballot-arrival.ts'
import { type BallotFile, ballotFileText, readBallotFile } from './ballot-file.ts'
import { canonicalText, type SealedBallot } from './ballot-format.ts'
import { insertRejected, insertSealed, isRejected, sealedBallotsOf } from './ballots.queries.ts'
import { type Meeting, meetingOf } from './meeting.ts'
import { personsOf } from './plenaries.queries.ts'
import { plenaryView } from './plenary-view.ts'

/** Larger than any meeting: a thousand ballots take some 45 MB. */
const LARGEST_FILE = 64 * 1024 * 1024

type Exported = PendingCopy & { number: string; count: number }

/**
 * Writes the sealed ballots of the open votes to a file, for the presider's laptop. Throws
 * `plenaries.noBallots`, `evidence.exportIntoStore`, `files.notWritable`.
 */
export const exportBallots = inTwoSteps<
  Parsed<'plenaries.exportBallots'>,
  Output<'plenaries.exportBallots'>,
  Exported
>({
  async prepare(input, ctx) {
    const { plenary, votes } = meetingOf(ctx.db, input.plenaryId)
    const open = votes.filter(vote => vote.state === 'open')
    const ballots: SealedBallot[] = open.flatMap(vote => sealedBallotsOf(ctx.db, vote.id))
    if (ballots.length === 0) throw new CodedError('plenaries.noBallots')
    const text = ballotFileText({
      plenaryId: plenary.id,
      plenaryNumber: plenary.number,
      device: ctx.deviceName,
      exportedAt: ctx.now().toISOString(),
      ballots,
    })
    const copy = pendingCopy(exportPlace(await ctx.redeem(input.target), ctx.directory))
    writeCopy(copy, text)
    return { ...copy, number: plenary.number, count: ballots.length }
  },
  commit(_input, ctx, { number, count, ...copy }) {
    ctx.record({ subject: number, facts: { number, count } })
    placeCopy(copy)
    return { fileName: basename(copy.target), count }
  },
  discard: discardCopy,
})

/**
 * Takes sealed ballots in from another laptop of the same store. Each is accepted, known already, or rejected
 * and kept with its reason: none is merged silently. Throws `plenaries.ballotFileInvalid` {line}.
 */
export const importBallots = inTwoSteps<
  Parsed<'plenaries.importBallots'>,
  Output<'plenaries.importBallots'>,
  BallotFile
>({
  async prepare(input, ctx) {
    const path = await ctx.redeem(input.file)
    let text: string
    try {
      if (statSync(path).size > LARGEST_FILE) throw new RangeError('too large')
      text = readFileSync(path, 'utf8')
    } catch (error) {
      throw new CodedError('plenaries.ballotFileInvalid', { line: 0 }, error)
    }
    return readBallotFile(text)
  },
  commit(input, ctx, file) {
    const meeting = meetingOf(ctx.db, input.plenaryId)
    const done = { accepted: [] as Named[], known: 0, rejected: [] as Refusal[] }
    for (const ballot of inTurn(file.ballots)) takeBallot(ctx, meeting, ballot, done)
    const { number } = meeting.plenary
    ctx.record({
      subject: number,
      facts: { number, accepted: done.accepted.length, known: done.known, rejected: done.rejected.length },
    })
    ctx.publish('plenaries.changed', { plenaryId: input.plenaryId })
    const plenary = plenaryView(ctx.db, ctx.laws, input.plenaryId)
    return { plenary, ...done } as Output<'plenaries.importBallots'>
  },
})

type Named = { displayName: string; respondentName: string }
type Refusal = Named & { reason: string; castAt: string | null; receivedAt: string; sealHash: string }

function takeBallot(
  ctx: WriteContext,
  meeting: Meeting,
  ballot: SealedBallot,
  done: { accepted: Named[]; known: number; rejected: Refusal[] },
): void {
  const plenaryId = meeting.plenary.id
  const kept = keptText(ballot)
  const ballotHash = sha256Of(kept)
  const arrival = arrivalOf(ctx.db, meeting, ballot)
  if (arrival.kind === 'known' || isRejected(ctx.db, plenaryId, ballotHash)) {
    done.known += 1
    return
  }
  const { claimed, sealHash, vote } = arrival
  const { voteId, accountId, serial, castAt } = claimed
  const receivedAt = ctx.now().toISOString()
  const named = namesOf(ctx, meeting, arrival)
  const caseId = vote?.caseId ?? null
  const facts = { number: meeting.plenary.number, voter: named.displayName, voteId, sealHash }
  if (arrival.kind === 'accepted') {
    insertSealed(ctx.db, { ...ballot, voteId, accountId, serial, sealHash, receivedAt })
    const subject = voteId
    ctx.record({ method: 'plenaries.takeBallot', subject, caseId, facts: { ...facts, voterId: accountId } })
    done.accepted.push(named)
    return
  }
  const { reason } = arrival
  const row = { plenaryId, ballotHash, ballot: kept, voteId, accountId, sealHash, reason, castAt, receivedAt }
  insertRejected(ctx.db, row)
  ctx.record({
    method: 'plenaries.rejectBallot',
    subject: voteId || sealHash,
    caseId,
    facts: { ...facts, rejection: reason },
  })
  done.rejected.push({ ...named, reason, castAt, receivedAt, sealHash })
}

function namesOf(ctx: WriteContext, meeting: Meeting, { claimed, vote }: Arrival): Named {
  const member = meeting.members.find(row => row.accountId === claimed.accountId)
  const persons = vote ? personsOf(ctx.db, vote.caseId) : []
  const person = persons.find(row => row.respondentId === vote?.respondentId)
  return { displayName: member?.displayName ?? '', respondentName: person?.name ?? '' }
}

/** First ballots before their replacements, whatever the order of the file. */
function inTurn(ballots: readonly SealedBallot[]): SealedBallot[] {
  const serialOf = ({ header }: SealedBallot) => Number(/"serial":(\d{1,4})[,}]/.exec(header)?.[1] ?? 0)
  return ballots.toSorted((a, b) => serialOf(a) - serialOf(b))
}

function keptText({ header, signature, shares, cipher }: SealedBallot): string {
  return canonicalText({
    header,
    signature: signature.toString('base64'),
    shares,
    cipher: cipher.toString('base64'),
  })
}

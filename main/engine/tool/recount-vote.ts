import { count } from './recount-count.ts'
import {
  type Body,
  type Decision,
  type Header,
  hashOf,
  isSignedBy,
  type Question,
  type RecountFile,
  type RecountVote,
  readBody,
  readHeader,
  readQuestion,
} from './recount-file.ts'

export const RECOUNT_FAULTS = [
  'questionDamaged',
  'questionTwice',
  'headerDamaged',
  'sealHash',
  'otherVote',
  'notAHolder',
  'signature',
  'chain',
  'openingMissing',
  'openingForeign',
  'commitment',
  'bodyForeign',
  'notAllowed',
  'quorum',
  'decisionMissing',
  'decisionDiffers',
  'key',
] as const
export type RecountFault = {
  code: (typeof RECOUNT_FAULTS)[number]
  /** Whose ballot it is; empty when the whole vote is meant. */
  name: string
  /** The first digits of its seal, or what differs. */
  detail: string
}

export type RecountedVote = {
  voteId: string
  caseNumber: string
  respondentName: string
  state: 'closed' | 'annulled'
  counted: Pick<Decision, 'outcome' | 'tally' | 'sanctionId' | 'moralSanctionId' | 'tieBroken'> | null
  stated: RecountVote['decision']
  /** Names of the sanctions that the recount gives. */
  sanctionNames: string[]
  /** Members who had a vote and cast none. */
  notVoted: string[]
  replaced: number
  rejected: { name: string; reason: string }[]
  faults: RecountFault[]
}

/** Shortest reason for a sanction outside the band, in characters. */
const SHORTEST_REASON = 20

type Seal = { header: Header; sealHash: string }

/** Checks one vote of the file and counts it again. */
export function recountVote(file: RecountFile, vote: RecountVote): RecountedVote {
  const question = readQuestion(vote.question)
  const faults: RecountFault[] = []
  const base = {
    voteId: vote.voteId,
    caseNumber: question?.caseNumber ?? '',
    respondentName: question?.respondentName ?? '',
    state: vote.state,
    stated: vote.decision,
    rejected: vote.rejected,
    sanctionNames: [] as string[],
    faults,
  }
  const whole = question?.voteId === vote.voteId && hashOf(vote.question) === vote.questionHash
  if (!question || !whole) {
    faults.push({ code: 'questionDamaged', name: '', detail: '' })
    return { ...base, counted: null, notVoted: [], replaced: 0 }
  }
  const last = sealsThatCount(vote, question, faults)
  const notVoted = question.holders.filter(holder => !last.has(holder.accountId))
  const facts = {
    ...base,
    notVoted: notVoted.map(holder => holder.displayName),
    replaced: vote.sealed.length - last.size,
  }
  if (vote.state === 'annulled') {
    if (vote.openings.length > 0 || vote.decision) {
      faults.push({ code: 'openingForeign', name: '', detail: '' })
    }
    return { ...facts, counted: null }
  }
  const known = new Map((file.sanctions[question.lawPackVersion] ?? []).map(entry => [entry.id, entry]))
  const isKnown = (id: string | null) => id === null || known.has(id)
  const bodies = openedBodies(vote, question, last, isKnown, faults)
  const counted = count(bodies, question, id => known.get(id)?.rank ?? 0)
  const chosen = [counted.sanctionId, counted.moralSanctionId].filter(id => id !== null)
  compare(vote.decision, counted, question, bodies.length, faults)
  return { ...facts, counted, sanctionNames: chosen.map(id => known.get(id)?.name ?? id) }
}

/** Of each member the last seal of an unbroken chain; every fault on the way is named. */
function sealsThatCount(vote: RecountVote, question: Question, faults: RecountFault[]): Map<string, Seal> {
  const last = new Map<string, Seal>()
  const seals = vote.sealed
    .map(row => ({ ...row, read: readHeader(row.header) }))
    .sort((a, b) => (a.read?.serial ?? 0) - (b.read?.serial ?? 0))
  for (const { read, sealHash, header, signature } of seals) {
    const holder = question.holders.find(entry => entry.accountId === read?.accountId)
    const fault = (code: RecountFault['code']) =>
      faults.push({ code, name: holder?.displayName ?? '', detail: sealHash.slice(0, 16) })
    if (!read) fault('headerDamaged')
    else if (hashOf(header) !== sealHash) fault('sealHash')
    else if (!holder) fault('notAHolder')
    else if (!isSignedBy(holder.voteKey, header, signature)) fault('signature')
    else if (read.voteId !== vote.voteId || read.questionHash !== vote.questionHash) fault('otherVote')
    else {
      const before = last.get(holder.accountId)
      const follows =
        read.serial === (before?.header.serial ?? 0) + 1 && read.replaces === (before?.sealHash ?? null)
      if (!follows) fault('chain')
      last.set(holder.accountId, { header: read, sealHash })
    }
  }
  return last
}

function openedBodies(
  vote: RecountVote,
  question: Question,
  last: ReadonlyMap<string, Seal>,
  isKnown: (sanctionId: string | null) => boolean,
  faults: RecountFault[],
): Body[] {
  const nameOf = (accountId: string) =>
    question.holders.find(holder => holder.accountId === accountId)?.displayName ?? ''
  const left = [...vote.openings]
  const bodies: Body[] = []
  for (const [accountId, { header, sealHash }] of last) {
    const at = left.findIndex(row => row.sealHash === sealHash && row.accountId === accountId)
    const [opening] = at < 0 ? [] : left.splice(at, 1)
    const fault = (code: RecountFault['code']) =>
      faults.push({ code, name: nameOf(accountId), detail: sealHash.slice(0, 16) })
    const body = opening && readBody(opening.body)
    if (!opening) fault('openingMissing')
    else if (hashOf(opening.body) !== header.commitment) fault('commitment')
    else if (!body || !isBodyOf(body, header, question)) fault('bodyForeign')
    else {
      if (!isAllowed(body, question) || !isKnown(body.sanctionId)) fault('notAllowed')
      bodies.push(body)
    }
  }
  // A choice without a counted seal: a replaced ballot that was opened, a second opening, somebody else's.
  for (const { accountId, sealHash } of left) {
    faults.push({ code: 'openingForeign', name: nameOf(accountId), detail: sealHash.slice(0, 16) })
  }
  return bodies
}

function isBodyOf(body: Body, header: Header, question: Question): boolean {
  return (
    body.voteId === header.voteId &&
    body.questionHash === header.questionHash &&
    body.accountId === header.accountId &&
    body.respondentId === question.respondentId
  )
}

function isAllowed(body: Body, question: Question): boolean {
  const { sanctionId, moralSanctionId } = body
  if (body.verdict !== 'proven') return sanctionId === null && moralSanctionId === null
  if (!question.provenSupported) return false
  if (moralSanctionId !== null && !question.moralSanctions.includes(moralSanctionId)) return false
  if (sanctionId === null) return moralSanctionId !== null || question.sanctions.length === 0
  return question.sanctions.includes(sanctionId) || body.opinion.trim().length >= SHORTEST_REASON
}

function compare(
  stated: Decision | null,
  counted: NonNullable<RecountedVote['counted']>,
  question: Question,
  ballots: number,
  faults: RecountFault[],
): void {
  if (!stated) {
    faults.push({ code: 'decisionMissing', name: '', detail: '' })
    return
  }
  const { needed } = question.quorum
  if (ballots < needed || (stated.quorumPresent ?? 0) < needed || stated.quorumNeeded !== needed) {
    faults.push({ code: 'quorum', name: '', detail: `${ballots} < ${needed}` })
  }
  const same = {
    outcome: stated.outcome === counted.outcome,
    tally: JSON.stringify(stated.tally) === JSON.stringify(counted.tally),
    sanctionId: stated.sanctionId === counted.sanctionId,
    moralSanctionId: stated.moralSanctionId === counted.moralSanctionId,
    tieBroken: stated.tieBroken === counted.tieBroken,
  }
  for (const [field, equal] of Object.entries(same)) {
    if (!equal) faults.push({ code: 'decisionDiffers', name: '', detail: field })
  }
}

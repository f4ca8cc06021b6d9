import type { Output } from '../../../../shared/contract/index.ts'
import type { CivilDate } from '../../../../shared/dates.ts'
import type { ReadableDb } from '../../store/database.ts'
import { decisionCite } from './decision-wording.ts'
import { ballotsOf } from './plenaries.queries.ts'
import {
  type DecisionInTime,
  decisionReplacing,
  decisionsAbout,
  openReconsideration,
  type Reconsideration,
  reconsiderationAnsweredBy,
  reconsiderationOf,
} from './reconsiderations.queries.ts'

/** 'Putusan Rapat Pleno Nomor … tanggal …' of the decision that another one corrects or reopens. */
export function citeOf(reconsideration: Pick<Reconsideration, 'oldNumber' | 'oldHeldOn'>): string {
  return decisionCite(reconsideration.oldNumber, reconsideration.oldHeldOn as CivilDate)
}

/** What a decision cites; null for a first decision. */
export function citesOf(db: ReadableDb, voteId: string): string | null {
  const answered = reconsiderationAnsweredBy(db, voteId)
  return answered ? citeOf(answered) : null
}

/** What a vote on this person would correct or reopen; null when the person is decided for the first time. */
export function pendingReconsideration(
  db: ReadableDb,
  respondentId: string,
): { kind: Reconsideration['kind']; cites: string; reason: string; oldVoteId: string } | null {
  const open = openReconsideration(db, respondentId)
  return open
    ? { kind: open.kind, cites: citeOf(open), reason: open.reason, oldVoteId: open.oldVoteId }
    : null
}

/** Whether findings about a decided person may be taken up again: a reconsideration waits for its decision. */
export function mayReopen(db: ReadableDb, respondentId: string): boolean {
  return openReconsideration(db, respondentId) !== undefined
}

export type ReplacedDecision = {
  /** The vote whose decision took its place, its meeting's number and day. */
  voteId: string
  number: string
  heldOn: CivilDate
  kind: Reconsideration['kind']
  reason: string
  /** 'Putusan Rapat Pleno Nomor … tanggal …' of the new decision. */
  cite: string
}

/** The decision that took the place of the one of `voteId`; undefined while that one stands. */
export function replacedDecision(db: ReadableDb, voteId: string): ReplacedDecision | undefined {
  const found = decisionReplacing(db, voteId)
  const asked = reconsiderationOf(db, voteId)
  if (!found || !asked) return undefined
  const heldOn = found.heldOn as CivilDate
  return {
    voteId: found.voteId,
    number: found.number,
    heldOn,
    kind: asked.kind,
    reason: asked.reason,
    cite: decisionCite(found.number, heldOn),
  }
}

/** All decisions about a person, newest first, each with what it cites and what replaced it. */
export function decisionsOf(db: ReadableDb, respondentId: string): Output<'plenaries.decisionsOf'> {
  const rows = decisionsAbout(db, respondentId)
  const cite = (row: DecisionInTime) => decisionCite(row.number, row.heldOn as CivilDate)
  return rows.map(row => {
    const old = rows.find(other => other.voteId === row.replacesVoteId)
    const next = rows.find(other => other.replacesVoteId === row.voteId)
    const { voteId, number: plenaryNumber, decidedAt, outcome, sentence } = row
    const asked = reconsiderationOf(db, voteId)
    return {
      voteId,
      plenaryNumber,
      decidedAt,
      outcome,
      sentence,
      needed: outcome === 'deferred' ? neededFor(db, voteId) : [],
      cites: old ? cite(old) : null,
      replacedBy: next ? cite(next) : null,
      reconsidered: asked
        ? { kind: asked.kind, reason: asked.reason, askedBy: asked.askedBy, at: asked.at }
        : null,
    }
  }) as Output<'plenaries.decisionsOf'>
}

/** What the members who deferred a person wrote on their ballots. */
function neededFor(db: ReadableDb, voteId: string): { displayName: string; text: string }[] {
  return ballotsOf(db, voteId)
    .filter(ballot => ballot.verdict === 'deferred' && ballot.opinion.trim() !== '')
    .map(({ displayName, opinion }) => ({ displayName, text: opinion.trim() }))
}

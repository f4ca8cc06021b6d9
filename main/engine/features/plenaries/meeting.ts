import type { ReadableDb } from '../../store/database.ts'
import { institutionVersion } from '../institution/institution.queries.ts'
import {
  type MemberRow,
  membersOf,
  type PlenaryRecord,
  plenaryById,
  type RecusalRow,
  recusalsOf,
  type VoteRow,
  votesOf,
} from './plenaries.queries.ts'
import { quorumOf } from './plenaries.rules.ts'

/** Everything of one meeting that its queries and rules need at once. */
export type Meeting = {
  plenary: PlenaryRecord
  members: (Omit<MemberRow, 'present' | 'retired'> & { present: boolean; retired: boolean })[]
  recusals: RecusalRow[]
  votes: VoteRow[]
}

/** Throws `plenaries.unknown`. */
export function meetingOf(db: ReadableDb, plenaryId: string): Meeting {
  const plenary = plenaryById(db, plenaryId)
  return {
    plenary,
    members: membersOf(db, plenary).map(row => ({
      ...row,
      present: row.present === 1,
      retired: row.retired === 1,
    })),
    recusals: recusalsOf(db, plenaryId),
    votes: votesOf(db, plenaryId),
  }
}

/** Accounts that withdrew from a case in this meeting. */
export function recusedFrom(meeting: Meeting, caseId: string): Set<string> {
  return new Set(meeting.recusals.filter(row => row.caseId === caseId).map(row => row.accountId))
}

/** Members whose ballot a vote waits for: present, not recused, not retired since. */
export function expectedVoters(meeting: Meeting, caseId: string): Meeting['members'] {
  const recused = recusedFrom(meeting, caseId)
  return meeting.members.filter(member => member.present && !member.retired && !recused.has(member.accountId))
}

/** Quorum of the meeting, or of one of its cases, by the institution of the day it was planned. */
export function quorumIn(db: ReadableDb, meeting: Meeting, caseId?: string) {
  const { quorum } = institutionVersion(db, meeting.plenary.institutionVersion)
  return quorumOf(quorum, meeting.members, caseId ? recusedFrom(meeting, caseId) : undefined)
}

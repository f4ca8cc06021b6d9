import type { Verdict } from '../../../../shared/contract/plenaries.ts'
import type { ReadableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'

/** Reason that the ballots gave for a sanction outside the band; empty inside it. */
export function outsideBandReason(db: ReadableDb, voteId: string): string {
  const row = db.get<{ reason: string | null }>(
    sql`select band_reason as reason from decisions where vote_id = ${voteId} and inside_band = 0`,
  )
  return row?.reason ?? ''
}

type Opinion = {
  displayName: string
  verdict: Verdict
  sanctionId: string | null
  moralSanctionId: string | null
  opinion: string
}

/** Opened ballots of a decision with what their members wrote. */
export function opinionsOf(db: ReadableDb, voteId: string): Opinion[] {
  return db.all<Opinion>(sql`select a.display_name as displayName, b.verdict, b.sanction_id as sanctionId,
      b.moral_sanction_id as moralSanctionId, b.opinion
    from ballots b join accounts a on a.id = b.account_id where b.vote_id = ${voteId}
    order by a.display_name`)
}

/** Number of the issued letter on the decision that this one corrects or reopens; null when there is none. */
export function earlierLetterNumber(db: ReadableDb, voteId: string): string | null {
  const row = db.get<{ number: string }>(sql`select l.number from decisions d
    join letters l on l.vote_id = d.replaces_vote_id where d.vote_id = ${voteId} and l.state = 'issued'`)
  return row?.number ?? null
}

/** The issued letter on a decision: its number; null while there is none. */
export function letterNumberOfVote(db: ReadableDb, voteId: string): string | null {
  const row = db.get<{ number: string }>(
    sql`select number from letters where vote_id = ${voteId} and state = 'issued'`,
  )
  return row?.number ?? null
}

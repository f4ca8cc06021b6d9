import type { ReadableDb } from '../../store/database.ts'
import { ballotQuestion, keyFingerprint, readCanonical } from './ballot-format.ts'
import { votingKeys } from './ballots.queries.ts'
import type { Meeting } from './meeting.ts'

/**
 * Short forms of the members' public voting keys by account, to be compared by eye with an export: the first 16
 * hex digits of SHA-256 over the 32 key bytes, in groups of four. The key under which a member voted in this
 * meeting; before that the one that counts now. A member without a key is not in it.
 */
export function keyFingerprints(db: ReadableDb, meeting: Meeting): Map<string, string> {
  const keys = votingKeys(db)
  for (const { question } of meeting.votes) {
    const asked = question === null ? null : readCanonical(ballotQuestion, question)
    for (const { accountId, voteKey } of asked?.holders ?? [])
      keys.set(accountId, Buffer.from(voteKey, 'hex'))
  }
  return new Map([...keys].map(([accountId, key]) => [accountId, keyFingerprint(key)]))
}

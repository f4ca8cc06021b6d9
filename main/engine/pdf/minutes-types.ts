import type { CivilDate, Instant, Zone } from '../../../shared/dates.ts'
import type { TypefaceName } from './fonts.ts'
import type { Letterhead, Signatory } from './letter-types.ts'

export type MinutesChoice = 'proven' | 'notProven' | 'deferred' | 'recused' | 'absent' | 'notCast'

export interface MinutesVote {
  name: string
  choice: MinutesChoice
  /** The sanctions that the member named; null when none. */
  sanction: string | null
  /** SHA-256 in hex of the sealed ballot that counted; null without one. */
  sealHash: string | null
  /** Ballots of the member that a later one replaced. */
  replaced: number
}

export type MinutesRejection =
  | 'late'
  | 'duplicate'
  | 'tampered'
  | 'unknownKey'
  | 'notAMember'
  | 'recused'
  | 'absent'
  | 'unknownVote'

export interface MinutesOpinion {
  ordinal: number
  kind: 'dissenting' | 'concurring'
  name: string
  text: string
}

/** One question put to the vote: one person of one case. */
export interface MinutesPerson {
  name: string
  nip: string | null
  position: string
  agency: string
  rulebook: { label: string; track: 'discipline' | 'ethics'; reason: string; chosenBy: string }
  /** The earlier decision that is corrected or reopened here; null at a first decision. */
  reconsiders: { kind: 'correction' | 'reopening'; cites: string; reason: string } | null
  /** Provisions in question, with their basis chain. */
  provisions: readonly string[]
  considerations: readonly string[]
  votes: readonly MinutesVote[]
  /** How the ballots were opened; null before they were. */
  opening: { threshold: number; holders: number; openers: string } | null
  /** Ballots that came in and do not count. */
  rejected: readonly { name: string; reason: MinutesRejection; at: string; sealHash: string }[]
  /** Votes on this person that were given up. */
  annulled: readonly { at: string; reason: string }[]
  /** The result as a sentence, from the plenary's rules. */
  result: string
  /** Why the decided sanction leaves the band, by those who voted for it; empty inside it. */
  outsideBand: readonly MinutesOpinion[]
  /** Criminal sides to be referred. */
  referrals: readonly string[]
  /** What members who deferred say is needed; empty unless the decision is a deferral. */
  needed: readonly MinutesOpinion[]
  /** All other separate opinions; each opinion is printed once, with its number within the decision. */
  opinions: readonly MinutesOpinion[]
}

/** A sentence that somebody typed; print marks it. `at` is a clock time, with the date on another day. */
export interface MinutesNoteLine {
  name: string
  at: string
  text: string
}

export interface MinutesCase {
  caseNumber: string
  summary: string
  quorum: { present: number; base: number; needed: number }
  recusals: readonly { name: string; reason: string }[]
  /** Members who stayed in spite of a prompt. */
  answers: readonly { name: string; prompt: MinutesPrompt; detail: string; text: string }[]
  persons: readonly MinutesPerson[]
  notes: readonly MinutesNoteLine[]
}

export type MinutesPrompt = 'sameRegion' | 'kinship' | 'earlierRole' | 'recusedBefore'

/** Everything that the minutes of a plenary print. */
export interface MinutesDocument {
  id: string
  number: string
  paper: 'A4' | 'F4'
  typeface: TypefaceName
  letterhead: Letterhead
  heldOn: CivilDate
  /** 'HH:mm' on a clock in `zone`. */
  startTime: string
  endTime: string | null
  zone: Zone
  place: string
  presidedBy: string
  /** `leftEarly`: voted, and was noted as gone before the end. */
  attendance: readonly {
    name: string
    position: string
    present: boolean
    leftEarly: boolean
    keyFingerprint: string
  }[]
  quorum: { present: number; base: number; needed: number; met: boolean }
  cases: readonly MinutesCase[]
  openingNotes: readonly MinutesNoteLine[]
  closingNotes: readonly MinutesNoteLine[]
  /** Hexadecimal root of the audit trail's entries of that day; null when not known yet. */
  auditDayRoot: string | null
  signatories: readonly Signatory[]
  /** True prepares signature fields; false leaves room for ink. */
  electronicSignatures: boolean
  /** Marks every page as a draft, until the meeting is closed. */
  draft?: boolean
  createdAt: Instant
}

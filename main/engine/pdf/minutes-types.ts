import type { CivilDate, Instant, Zone } from '../../../shared/dates.ts'
import type { TypefaceName } from './fonts.ts'
import type { Letterhead, Signatory } from './letter-types.ts'

export type MinutesChoice = 'proven' | 'notProven' | 'deferred' | 'recused' | 'absent' | 'notCast'

export interface MinutesVote {
  name: string
  choice: MinutesChoice
  /** The sanction that the member named; null when none. */
  sanction: string | null
}

/** One question put to the vote: one person of one case. */
export interface MinutesPerson {
  name: string
  nip: string | null
  position: string
  agency: string
  /** Provisions in question, with their basis chain. */
  provisions: readonly string[]
  votes: readonly MinutesVote[]
  /** The result as a sentence, from the plenary's rules. */
  result: string
  considerations: readonly string[]
  dissents: readonly { name: string; opinion: string }[]
}

export interface MinutesCase {
  caseNumber: string
  summary: string
  recusals: readonly { name: string; reason: string }[]
  persons: readonly MinutesPerson[]
}

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
  attendance: readonly { name: string; position: string; present: boolean }[]
  quorum: { present: number; base: number; needed: number; met: boolean }
  cases: readonly MinutesCase[]
  /** Hexadecimal root of the audit trail's entries of that day; null when not known yet. */
  auditDayRoot: string | null
  signatories: readonly Signatory[]
  /** True prepares signature fields; false leaves room for ink. */
  electronicSignatures: boolean
  /** Marks every page as a draft, until the meeting is closed. */
  draft?: boolean
  createdAt: Instant
}

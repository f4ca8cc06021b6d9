import type { ReadableDb } from '../../store/database.ts'
import type { Meeting } from './meeting.ts'
import { minutesSignaturesOf } from './minutes.queries.ts'

/** Name of the field that is prepared for a member when the minutes are fixed. */
export const signatureFieldOf = (accountId: string): string => `ttd_${accountId.replaceAll('-', '')}`

/** The minutes as they are now: the newest signed revision, else what was fixed at the close. */
export function newestMinutes(db: ReadableDb, meeting: Meeting): { blobId: string; sha256: string } | null {
  const newest = minutesSignaturesOf(db, meeting.plenary.id).at(-1)
  if (newest) return { blobId: newest.blobId, sha256: newest.sha256 }
  const { minutesBlobId: blobId, minutesSha256: sha256 } = meeting.plenary
  return blobId && sha256 ? { blobId, sha256 } : null
}

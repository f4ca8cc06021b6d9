import type { Plenary } from '../../../../shared/contract/plenaries.ts'
import type { LawLibrary } from '../../law/law-library.ts'
import type { ReadableDb } from '../../store/database.ts'
import { agendaItem } from './agenda-view.ts'
import { keyFingerprints } from './key-fingerprint.ts'
import { type Meeting, meetingOf, quorumIn } from './meeting.ts'
import { minutesNotesOf, minutesSignaturesOf } from './minutes.queries.ts'
import { agendaOf } from './plenaries.queries.ts'

/** A meeting as the window shows it. Choices stay hidden until their vote is closed. */
export function plenaryView(db: ReadableDb, laws: LawLibrary, plenaryId: string): Plenary {
  const meeting = meetingOf(db, plenaryId)
  const { plenary, members } = meeting
  const fingerprints = keyFingerprints(db, meeting)
  const presider = members.find(member => member.accountId === plenary.presidedBy)
  return {
    id: plenary.id,
    number: plenary.number,
    heldOn: plenary.heldOn,
    startTime: plenary.startTime,
    zone: plenary.zone,
    place: plenary.place,
    state: plenary.state,
    members: members.map(({ retired: _, ...member }) => ({
      ...member,
      keyFingerprint: fingerprints.get(member.accountId) ?? '',
    })),
    quorum: quorumIn(db, meeting),
    agenda: agendaOf(db, plenaryId).map(item => agendaItem(db, laws, meeting, item)),
    minutesReady: plenary.minutesBlobId !== null,
    presidedBy: presider?.displayName ?? null,
    presidedById: plenary.presidedBy,
    minutesNotes: minutesNotesOf(db, plenaryId),
    minutesSignatures: signaturesDue(db, meeting),
  } as Plenary
}

/** Who signs the fixed minutes, in the order of the attendance list; nobody before the close or without fields. */
function signaturesDue(db: ReadableDb, meeting: Meeting) {
  const { minutesBlobId, minutesFields } = meeting.plenary
  if (minutesBlobId === null || minutesFields === 0) return []
  const signed = minutesSignaturesOf(db, meeting.plenary.id)
  return meeting.members
    .filter(member => member.present)
    .map(({ accountId, displayName }) => {
      const own = signed.find(row => row.accountId === accountId)
      return {
        accountId,
        displayName,
        signedAt: own?.signedAt ?? null,
        certificateName: own?.certificateName ?? '',
        due: own === undefined,
      }
    })
}

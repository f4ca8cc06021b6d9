import {
  type CivilDate,
  civilDateAt,
  clockAt,
  formatInstant,
  formatTime,
  type Instant,
  instantOf,
  ZONE_OFFSET_HOURS,
} from '../../../../shared/dates.ts'
import { dayRoot } from '../../audit-chain/day-root.ts'
import type { ReadContext } from '../../context.ts'
import type { LawLibrary } from '../../law/law-library.ts'
import type { MinutesCase, MinutesDocument, MinutesNoteLine } from '../../pdf/minutes-types.ts'
import type { ReadableDb } from '../../store/database.ts'
import { institutionVersion } from '../institution/institution.queries.ts'
import { lawOfCase } from '../law/index.ts'
import { protectedWords } from '../reports/index.ts'
import { joinWithAnd, minutesPhrases } from './decision-wording.ts'
import { keyFingerprints } from './key-fingerprint.ts'
import { letterheadOf } from './letterhead-of.ts'
import { type Meeting, meetingOf, quorumIn } from './meeting.ts'
import { type MinutesNote, minutesNotesOf, votersOf } from './minutes.queries.ts'
import { personMinutes } from './minutes-person.ts'
import { signatureFieldOf } from './newest-minutes.ts'
import { type AgendaCase, agendaOf, personsOf } from './plenaries.queries.ts'
import { publicNarrative } from './public-facts.rules.ts'
import { type RecusalPrompt, recusalPrompts } from './recusal-prompts.ts'
import { guarded } from './reporter-guard.ts'

/**
 * What the minutes print, from the vote data alone and the sentences added by hand. `closedAt` is the moment of
 * closing, null for a draft, which has no end, no audit root and no signature fields. Throws `plenaries.unknown`.
 */
export function minutesOf(
  ctx: Pick<ReadContext, 'db' | 'laws' | 'now' | 'resourcesDir'>,
  plenaryId: string,
  closedAt: Date | null,
): MinutesDocument {
  const { db, laws } = ctx
  const meeting = meetingOf(db, plenaryId)
  const { plenary, members } = meeting
  const pack = institutionVersion(db, plenary.institutionVersion)
  const presider = members.find(member => member.accountId === plenary.presidedBy)
  const heldOn = plenary.heldOn as CivilDate
  const end = closedAt && instantOf(closedAt)
  const endedThatDay = end !== null && civilDateAt(end, plenary.zone) === heldOn
  const notes = minutesNotesOf(db, plenaryId)
  const voters = votersOf(db, plenaryId)
  const fingerprints = keyFingerprints(db, meeting)
  return {
    id: plenary.id,
    number: plenary.number,
    paper: 'A4',
    typeface: 'arimo',
    letterhead: letterheadOf(pack, ctx.resourcesDir),
    heldOn,
    startTime: plenary.startTime,
    endTime: endedThatDay ? clockAt(end, plenary.zone).replace('.', ':') : null,
    zone: plenary.zone,
    place: plenary.place,
    presidedBy: presider?.displayName ?? '–',
    attendance: members.map(({ accountId, displayName, position, present }) => ({
      name: displayName,
      position,
      present,
      leftEarly: !present && voters.has(accountId),
      keyFingerprint: fingerprints.get(accountId) ?? '',
    })),
    quorum: quorumIn(db, meeting),
    cases: agendaOf(db, plenaryId).map(item => caseOf(db, laws, meeting, item, notes)),
    openingNotes: linesOf(meeting, notes, 'opening'),
    closingNotes: linesOf(meeting, notes, 'closing'),
    auditDayRoot: closedAt ? rootOf(db, heldOn, ZONE_OFFSET_HOURS[plenary.zone]) : null,
    signatories: members
      .filter(member => member.present)
      .map(({ accountId, displayName, position }) => ({
        field: signatureFieldOf(accountId),
        position,
        name: displayName,
        nip: null,
      })),
    electronicSignatures: closedAt !== null,
    draft: closedAt === null,
    createdAt: end ?? instantOf(ctx.now()),
  }
}

function rootOf(db: ReadableDb, on: string, offsetHours: number): string | null {
  return dayRoot(db, on, offsetHours)?.root ?? null
}

function caseOf(
  db: ReadableDb,
  laws: LawLibrary,
  meeting: Meeting,
  item: AgendaCase,
  notes: readonly MinutesNote[],
): MinutesCase {
  const law = lawOfCase(db, laws, item.caseId)
  const persons = personsOf(db, item.caseId)
  // Sentences that name the protected reporter are left out, whoever typed them.
  const words = protectedWords(db, item.caseId)
  const withoutReporter = (text: string) => publicNarrative(text, words) || minutesPhrases.notShown
  const ofCase = notes.filter(note => note.caseId === item.caseId)
  const printed: MinutesCase = {
    caseNumber: item.caseNumber,
    summary: minutesPhrases.summary(item.actOn as CivilDate, item.place, item.narrative),
    quorum: quorumIn(db, meeting, item.caseId),
    recusals: meeting.recusals
      .filter(row => row.caseId === item.caseId)
      .map(({ displayName, reason }) => ({ name: displayName, reason })),
    answers: answersOf(recusalPrompts(db, law, meeting, item, persons)),
    persons: persons.map(person => personMinutes(db, law, meeting, item, person)),
    notes: linesOf(meeting, ofCase, 'case'),
  }
  return guarded(printed, words, withoutReporter) as MinutesCase
}

/** One line for each prompt and answer; members who answered the same share it. */
function answersOf(prompts: readonly RecusalPrompt[]): MinutesCase['answers'] {
  const lines = new Map<string, { names: string[]; line: Omit<MinutesCase['answers'][number], 'name'> }>()
  for (const { displayName, reason: prompt, detail, answer } of prompts) {
    if (!answer) continue
    const line = { prompt, detail, text: answer.text }
    const key = JSON.stringify(line)
    const known = lines.get(key)
    if (known) known.names.push(displayName)
    else lines.set(key, { names: [displayName], line })
  }
  return [...lines.values()].map(({ names, line }) => ({ name: joinWithAnd(names), ...line }))
}

function linesOf(
  { plenary }: Meeting,
  notes: readonly MinutesNote[],
  position: MinutesNote['position'],
): MinutesNoteLine[] {
  return notes
    .filter(note => note.position === position)
    .map(({ addedBy, at, text }) => ({
      name: addedBy,
      at:
        civilDateAt(at as Instant, plenary.zone) === plenary.heldOn
          ? formatTime(at as Instant, plenary.zone)
          : formatInstant(at as Instant, plenary.zone),
      text,
    }))
}

import {
  type CivilDate,
  civilDateAt,
  clockAt,
  instantOf,
  ZONE_OFFSET_HOURS,
} from '../../../../shared/dates.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import { dayRoot } from '../../audit-chain/day-root.ts'
import type { ReadContext } from '../../context.ts'
import type { MinutesCase, MinutesChoice, MinutesDocument, MinutesPerson } from '../../pdf/minutes-types.ts'
import type { ReadableDb } from '../../store/database.ts'
import { institutionVersion } from '../institution/institution.queries.ts'
import { lawOfCase } from '../law/index.ts'
import { minutesPhrases } from './decision-wording.ts'
import { letterheadOf } from './letterhead-of.ts'
import { personFindings } from './person-findings.ts'
import { type AgendaCase, agendaOf, ballotsOf, type CasePerson, personsOf } from './plenaries.queries.ts'
import { type Meeting, meetingOf, personVote, quorumIn, recusedFrom, sanctionName } from './plenary-view.ts'

/**
 * What the minutes print, from the vote data alone. `closedAt` is the moment of closing, null for a
 * draft, which has no end and no audit root. Throws `plenaries.unknown`.
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
    attendance: members.map(({ displayName, position, present }) => ({
      name: displayName,
      position,
      present,
    })),
    quorum: quorumIn(db, meeting),
    cases: agendaOf(db, plenaryId).map(item => caseOf(db, lawOfCase(db, laws, item.caseId), meeting, item)),
    auditDayRoot: closedAt ? rootOf(db, heldOn, ZONE_OFFSET_HOURS[plenary.zone]) : null,
    signatories: presider
      ? [{ field: 'ttd_pemimpin', position: presider.position, name: presider.displayName, nip: null }]
      : [],
    electronicSignatures: false,
    draft: closedAt === null,
    createdAt: end ?? instantOf(ctx.now()),
  }
}

function rootOf(db: ReadableDb, on: string, offsetHours: number): string | null {
  return dayRoot(db, on, offsetHours)?.root ?? null
}

function caseOf(db: ReadableDb, law: LawPack, meeting: Meeting, item: AgendaCase): MinutesCase {
  return {
    caseNumber: item.caseNumber,
    summary: minutesPhrases.summary(item.actOn as CivilDate, item.place, item.narrative),
    recusals: meeting.recusals
      .filter(row => row.caseId === item.caseId)
      .map(({ displayName, reason }) => ({ name: displayName, reason })),
    persons: personsOf(db, item.caseId).map(person => personOf(db, law, meeting, item.caseId, person)),
  }
}

function personOf(
  db: ReadableDb,
  law: LawPack,
  meeting: Meeting,
  caseId: string,
  person: CasePerson,
): MinutesPerson {
  const findings = personFindings(db, law, person.respondentId)
  const row = meeting.votes.find(vote => vote.respondentId === person.respondentId)
  const vote = row ? personVote(db, law, meeting, row, person.name) : null
  const closed = row && vote?.state === 'closed'
  const ballots = closed ? ballotsOf(db, row.id) : []
  const recused = recusedFrom(meeting, caseId)
  return {
    name: person.name,
    nip: person.nip,
    position: person.position,
    agency: person.agencyName,
    provisions: findings.map(finding => `${finding.legalBasis.long} (${finding.subject})`),
    considerations: findings.map(finding => finding.consideration).filter(text => text !== ''),
    votes: vote
      ? meeting.members.map(member => {
          const ballot = ballots.find(cast => cast.accountId === member.accountId)
          const missing: MinutesChoice = recused.has(member.accountId)
            ? 'recused'
            : member.present
              ? 'notCast'
              : 'absent'
          return {
            name: member.displayName,
            choice: ballot?.verdict ?? missing,
            sanction: sanctionName(law, ballot?.sanctionId ?? null),
          }
        })
      : [],
    result: vote ? (vote.decision?.sentence ?? minutesPhrases.undecided) : minutesPhrases.notVoted,
    dissents: ballots
      .filter(ballot => ballot.opinion !== '')
      .map(ballot => ({ name: ballot.displayName, opinion: ballot.opinion })),
  }
}

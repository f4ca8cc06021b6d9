import type { AgendaItem, PersonVote, Plenary } from '../../../../shared/contract/plenaries.ts'
import type { LawPack } from '../../../../shared/law-pack.ts'
import { regulationById } from '../../law/index.ts'
import type { ReadableDb } from '../../store/database.ts'
import { institutionVersion } from '../institution/institution.queries.ts'
import { personFindings } from './person-findings.ts'
import {
  type AgendaCase,
  agendaOf,
  ballotsOf,
  type CasePerson,
  decisionOfVote,
  type MemberRow,
  membersOf,
  type PlenaryRecord,
  personsOf,
  plenaryById,
  type RecusalRow,
  recusalsOf,
  type VoteRow,
  votesOf,
} from './plenaries.queries.ts'
import { isSameRegion, quorumOf } from './plenaries.rules.ts'

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

/** A meeting as the window shows it. Choices stay hidden until their vote is closed. */
export function plenaryView(db: ReadableDb, law: LawPack, plenaryId: string): Plenary {
  const meeting = meetingOf(db, plenaryId)
  const { plenary, members } = meeting
  const presider = members.find(member => member.accountId === plenary.presidedBy)
  return {
    id: plenary.id,
    number: plenary.number,
    heldOn: plenary.heldOn,
    startTime: plenary.startTime,
    zone: plenary.zone,
    place: plenary.place,
    state: plenary.state,
    members: members.map(({ retired: _, ...member }) => member),
    quorum: quorumIn(db, meeting),
    agenda: agendaOf(db, plenaryId).map(item => agendaItem(db, law, meeting, item)),
    minutesReady: plenary.minutesBlobId !== null,
    presidedBy: presider?.displayName ?? null,
  } as Plenary
}

function agendaItem(db: ReadableDb, law: LawPack, meeting: Meeting, item: AgendaCase): AgendaItem {
  const persons = personsOf(db, item.caseId)
  const recusals = meeting.recusals.filter(row => row.caseId === item.caseId)
  return {
    caseId: item.caseId,
    caseNumber: item.caseNumber,
    ordinal: item.ordinal,
    actOn: item.actOn,
    place: item.place,
    provinceCode: item.provinceCode,
    narrative: item.narrative,
    rulebookLabel: rulebookLabel(law, item.rulebook),
    persons: persons.map(person => agendaPerson(db, law, meeting, person)),
    recusals,
    recusalPrompts: recusalPrompts(law, meeting, item, persons),
    quorum: quorumIn(db, meeting, item.caseId),
  } as AgendaItem
}

/** Same region is a reason to ask, not to decide: the member says it. */
function recusalPrompts(law: LawPack, meeting: Meeting, item: AgendaCase, persons: readonly CasePerson[]) {
  const codes = new Set([item.provinceCode, ...persons.map(person => person.provinceCode)])
  const provinces = law.reference.provinces.filter(province => codes.has(province.code))
  const names = provinces.flatMap(province => [province.name, ...(province.aliases ?? [])])
  const recused = recusedFrom(meeting, item.caseId)
  return meeting.members
    .filter(member => !recused.has(member.accountId) && isSameRegion(member.region, names))
    .map(({ accountId, displayName }) => ({ accountId, displayName, reason: 'sameRegion' }))
}

function agendaPerson(db: ReadableDb, law: LawPack, meeting: Meeting, person: CasePerson) {
  const vote = meeting.votes.find(row => row.respondentId === person.respondentId)
  return {
    respondentId: person.respondentId,
    name: person.name,
    position: person.position,
    agencyName: person.agencyName,
    findings: personFindings(db, law, person.respondentId).map(finding => ({
      provisionId: finding.provisionId,
      legalBasis: finding.legalBasis.short,
      subject: finding.subject,
      conclusion: finding.conclusion,
      consideration: finding.consideration,
      elements: finding.elements.map(({ reasons: _, ...element }) => element),
      proposal: sanctionName(law, finding.proposalSanctionId),
      proposalSanctionId: finding.proposalSanctionId,
      sanctions: finding.band.map(({ id, name }) => ({ id, name })),
    })),
    vote: vote ? personVote(db, law, meeting, vote, person.name) : null,
  }
}

/** One vote; before it is closed no choice leaves the engine, whoever asks. */
export function personVote(
  db: ReadableDb,
  law: LawPack,
  meeting: Meeting,
  vote: VoteRow,
  respondentName: string,
): PersonVote {
  const cast = new Map(ballotsOf(db, vote.id).map(row => [row.accountId, row]))
  const recused = recusedFrom(meeting, vote.caseId)
  const open = vote.state === 'closed'
  const shown = meeting.members.filter(
    member => member.present || recused.has(member.accountId) || cast.has(member.accountId),
  )
  const expected = expectedVoters(meeting, vote.caseId)
  const decision = open ? decisionOfVote(db, vote.id) : undefined
  return {
    voteId: vote.id,
    caseId: vote.caseId,
    respondentId: vote.respondentId,
    respondentName,
    state: vote.state,
    openedAt: vote.openedAt,
    closedAt: vote.closedAt,
    ballots: shown.map(member => {
      const own = cast.get(member.accountId)
      return {
        accountId: member.accountId,
        displayName: member.displayName,
        cast: own !== undefined,
        recused: recused.has(member.accountId),
        verdict: open ? (own?.verdict ?? null) : null,
        sanctionName: open ? sanctionName(law, own?.sanctionId ?? null) : null,
        opinion: open ? (own?.opinion ?? null) : null,
      }
    }),
    castCount: cast.size,
    expectedCount: new Set([...cast.keys(), ...expected.map(member => member.accountId)]).size,
    decision: decision
      ? {
          outcome: decision.outcome,
          tally: decision.tally,
          sanctionId: decision.sanctionId,
          sanctionName: sanctionName(law, decision.sanctionId),
          tieBroken: decision.tieBroken,
          sentence: decision.sentence,
        }
      : null,
  } as PersonVote
}

/** The pack's name of a sanction; the id itself when the pack has lost it. */
export function sanctionName(law: LawPack, id: string | null): string | null {
  if (id === null) return null
  return law.sanctions.find(sanction => sanction.id === id)?.name ?? id
}

function rulebookLabel(law: LawPack, rulebook: string): string {
  const known = law.regulations.some(entry => entry.id === rulebook)
  return known ? regulationById(law, rulebook).number : rulebook
}

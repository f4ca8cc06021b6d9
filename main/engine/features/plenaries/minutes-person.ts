import { type CivilDate, formatInstant, type Instant } from '../../../../shared/dates.ts'
import { electionScope, employmentStatus, type LawPack } from '../../../../shared/law-pack.ts'
import { legalBasisText, provisionById } from '../../law/index.ts'
import { referralsOf } from '../../law/referrals.ts'
import type { MinutesChoice, MinutesPerson, MinutesVote } from '../../pdf/minutes-types.ts'
import type { ReadableDb } from '../../store/database.ts'
import { caseHeader, respondentsOfCase, rulebookOfRespondent } from '../cases/index.ts'
import { citeOf } from './decision-history.ts'
import { minutesPhrases } from './decision-wording.ts'
import { type Meeting, recusedFrom } from './meeting.ts'
import { decisionGroundOf, openersOf } from './minutes.queries.ts'
import { numberedOpinions } from './opinions.rules.ts'
import { type PersonFinding, personFindings, supportingFindings } from './person-findings.ts'
import {
  type AgendaCase,
  type BallotRow,
  ballotsOf,
  type CasePerson,
  type VoteRow,
} from './plenaries.queries.ts'
import { openReconsideration, reconsiderationAnsweredBy } from './reconsiderations.queries.ts'
import { rulebookShown } from './rulebook-shown.ts'
import { sanctionName } from './sanction-names.ts'
import { personVote } from './vote-view.ts'

type Vote = ReturnType<typeof personVote>

/** What the minutes say about one person, all of it from findings, ballots and the decision. */
export function personMinutes(
  db: ReadableDb,
  law: LawPack,
  meeting: Meeting,
  item: Pick<AgendaCase, 'caseId'>,
  person: CasePerson,
): MinutesPerson {
  const { caseId } = item
  const findings = personFindings(db, law, person.respondentId)
  const rows = meeting.votes.filter(vote => vote.respondentId === person.respondentId)
  const row = rows.findLast(vote => vote.state !== 'annulled')
  const vote = row ? personVote(db, law, meeting, row, person.name) : null
  const ballots = row?.state === 'closed' ? ballotsOf(db, row.id) : []
  const decision = vote?.decision ?? null
  const time = (at: string) => formatInstant(at as Instant, meeting.plenary.zone)
  return {
    name: person.name,
    nip: person.nip,
    position: person.position,
    agency: person.agencyName,
    rulebook: rulebookShown(db, law, person.respondentId),
    reconsiders: reconsidered(db, person.respondentId, row),
    provisions: findings.map(finding => `${finding.legalBasis.long} (${finding.subject})`),
    considerations: findings.map(finding => finding.consideration).filter(text => text !== ''),
    votes: vote && row ? votesOf(law, meeting, caseId, vote, ballots) : [],
    opening:
      vote?.state === 'closed' && row && vote.opening.threshold > 0
        ? {
            threshold: vote.opening.threshold,
            holders: vote.opening.holders.length,
            openers: openersOf(db, caseId, row.id),
          }
        : null,
    rejected: (vote?.rejected ?? []).map(({ displayName, reason, receivedAt, sealHash }) => ({
      name: displayName,
      reason,
      at: time(receivedAt),
      sealHash,
    })),
    annulled: rows
      .filter(other => other.state === 'annulled')
      .map(other => ({
        at: time(other.openedAt),
        reason: personVote(db, law, meeting, other, person.name).annulledReason ?? '',
      })),
    result: vote ? (decision?.sentence ?? minutesPhrases.undecided) : minutesPhrases.notVoted,
    referrals:
      decision?.outcome === 'proven'
        ? referralSentences(db, law, caseId, person.respondentId, supportingFindings(findings))
        : [],
    ...opinionsOf(db, vote, ballots),
  }
}

/** What this meeting corrected or reopened; before the vote what it is asked to. */
function reconsidered(
  db: ReadableDb,
  respondentId: string,
  vote: VoteRow | undefined,
): MinutesPerson['reconsiders'] {
  const found = (vote && reconsiderationAnsweredBy(db, vote.id)) ?? openReconsideration(db, respondentId)
  if (!found || found.oldVoteId === vote?.id) return null
  return { kind: found.kind, cites: citeOf(found), reason: found.reason }
}

function votesOf(
  law: LawPack,
  meeting: Meeting,
  caseId: string,
  vote: Vote,
  ballots: readonly BallotRow[],
): MinutesVote[] {
  const recused = recusedFrom(meeting, caseId)
  return meeting.members.map(member => {
    const ballot = ballots.find(cast => cast.accountId === member.accountId)
    const seat = vote.ballots.find(entry => entry.accountId === member.accountId)
    const missing: MinutesChoice = recused.has(member.accountId)
      ? 'recused'
      : member.present
        ? 'notCast'
        : 'absent'
    const sanctions = [ballot?.sanctionId, ballot?.moralSanctionId].flatMap(id =>
      id ? [sanctionName(law, id) ?? id] : [],
    )
    return {
      name: member.displayName,
      choice: ballot?.verdict ?? missing,
      sanction: sanctions.length > 0 ? sanctions.join('; ') : null,
      sealHash: ballot ? (seat?.sealHash ?? null) : null,
      replaced: seat?.replacedCount ?? 0,
    }
  })
}

/** The separate opinions, each once: what a deferral waits for, reasons outside the band, and the rest. */
function opinionsOf(
  db: ReadableDb,
  vote: Vote | null,
  ballots: readonly BallotRow[],
): Pick<MinutesPerson, 'needed' | 'outsideBand' | 'opinions'> {
  const decision = vote?.decision
  if (!vote || !decision) return { needed: [], outsideBand: [], opinions: [] }
  const deferred = decision.outcome === 'deferred'
  const outside = decisionGroundOf(db, vote.voteId)?.insideBand === 0
  const placed = numberedOpinions(ballots, decision).map(({ ballot, opinion }) => {
    const { displayName: name, ...rest } = opinion
    const isNeeded = deferred && ballot.verdict === 'deferred'
    const isReason = !isNeeded && outside && ballot.sanctionId === decision.sanctionId
    return { place: isNeeded ? 'needed' : isReason ? 'outsideBand' : 'opinions', line: { name, ...rest } }
  })
  const linesIn = (place: string) => placed.filter(entry => entry.place === place).map(({ line }) => line)
  return { needed: linesIn('needed'), outsideBand: linesIn('outsideBand'), opinions: linesIn('opinions') }
}

function referralSentences(
  db: ReadableDb,
  law: LawPack,
  caseId: string,
  respondentId: string,
  proven: readonly PersonFinding[],
): string[] {
  const file = caseHeader(db, caseId)
  const person = respondentsOfCase(db, caseId).find(row => row.id === respondentId)
  const status = employmentStatus.safeParse(person?.status.toUpperCase())
  const scope = electionScope.safeParse(file.electionScope)
  const { referrals } = referralsOf(
    proven.map(finding => provisionById(law, finding.provisionId)),
    {
      rulebook: rulebookOfRespondent(db, law, respondentId).id,
      status: status.success ? status.data : 'PNS',
      electionScope: scope.success ? scope.data : null,
      actOn: file.actOn as CivilDate,
    },
    law,
  )
  return referrals.map(({ provision, needsHumanCheck }) =>
    minutesPhrases.referral(legalBasisText(provision, law).short, provision.subject, needsHumanCheck),
  )
}

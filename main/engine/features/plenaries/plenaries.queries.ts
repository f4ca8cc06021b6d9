import type { Verdict } from '../../../../shared/contract/plenaries.ts'
import { CodedError } from '../../errors.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'
import type { Tally } from './plenaries.rules.ts'

export type PlenaryRecord = {
  id: string
  number: string
  heldOn: string
  startTime: string
  zone: 'WIB' | 'WITA' | 'WIT'
  place: string
  state: 'planned' | 'open' | 'closed'
  institutionVersion: number
  presidedBy: string | null
  openedAt: string | null
  closedAt: string | null
  minutesBlobId: string | null
  minutesSha256: string | null
  /** 0: minutes of an earlier program, without a signature field for each member. */
  minutesFields: 0 | 1
}

const plenaryColumns = sql`id, number, held_on as heldOn, start_time as startTime, zone, place, state,
  institution_version as institutionVersion, presided_by as presidedBy, opened_at as openedAt,
  closed_at as closedAt, minutes_blob_id as minutesBlobId, minutes_sha256 as minutesSha256,
  minutes_fields as minutesFields`

/** Throws `plenaries.unknown`. */
export function plenaryById(db: ReadableDb, id: string): PlenaryRecord {
  const found = db.get<PlenaryRecord>(sql`select ${plenaryColumns} from plenaries where id = ${id}`)
  if (!found) throw new CodedError('plenaries.unknown')
  return found
}

export type PlenaryListRow = {
  id: string
  number: string
  heldOn: string
  place: string
  state: string
  caseCount: number
  personCount: number
  decidedCount: number
  signaturesDue: number
}

/** All meetings, or those with `caseId` on their agenda; the newest first. */
export function listPlenaries(db: ReadableDb, caseId: string | null): PlenaryListRow[] {
  const which = caseId
    ? sql`exists (select 1 from agenda_items i where i.plenary_id = p.id and i.case_id = ${caseId})`
    : sql`true`
  return db.all<PlenaryListRow>(sql`select p.id, p.number, p.held_on as heldOn, p.place, p.state,
      (select count(*) from agenda_items a where a.plenary_id = p.id) as caseCount,
      (select count(*) from agenda_items a join case_respondents r on r.case_id = a.case_id
        where a.plenary_id = p.id) as personCount,
      (select count(*) from decisions d where d.plenary_id = p.id and d.outcome <> 'deferred') as decidedCount,
      (select count(*) from plenary_attendance t where t.plenary_id = p.id and t.present = 1
        and p.minutes_blob_id is not null and p.minutes_fields = 1
        and not exists (select 1 from minutes_signatures s
          where s.plenary_id = t.plenary_id and s.account_id = t.account_id)) as signaturesDue
    from plenaries p where ${which} order by p.held_on desc, p.planned_at desc`)
}

export function insertPlenary(
  db: WritableDb,
  row: Pick<
    PlenaryRecord,
    'id' | 'number' | 'heldOn' | 'startTime' | 'zone' | 'place' | 'institutionVersion'
  >,
  caseIds: readonly string[],
  plannedBy: string,
  at: string,
): void {
  db.run(sql`insert into plenaries (id, number, held_on, start_time, zone, place, state, institution_version,
      planned_by, planned_at)
    values (${row.id}, ${row.number}, ${row.heldOn}, ${row.startTime}, ${row.zone}, ${row.place}, 'planned',
      ${row.institutionVersion}, ${plannedBy}, ${at})`)
  caseIds.forEach((caseId, n) => {
    db.run(
      sql`insert into agenda_items (plenary_id, case_id, ordinal) values (${row.id}, ${caseId}, ${n + 1})`,
    )
  })
}

export type MemberRow = {
  accountId: string
  displayName: string
  role: 'commissioner' | 'chair' | 'deputyChair'
  position: string
  region: string
  present: number
  retired: number
}

/**
 * Who belongs to the plenary: the active deciders, and once the meeting was opened those who were
 * written down then, so that a later retirement changes no past quorum.
 */
export function membersOf(db: ReadableDb, plenary: Pick<PlenaryRecord, 'id' | 'state'>): MemberRow[] {
  const who = plenary.state === 'planned' ? sql`a.retired_at is null` : sql`t.account_id is not null`
  return db.all<MemberRow>(sql`select a.id as accountId, a.display_name as displayName, a.role, a.position,
      a.region, coalesce(t.present, 0) as present, a.retired_at is not null as retired
    from accounts a left join plenary_attendance t on t.account_id = a.id and t.plenary_id = ${plenary.id}
    where a.role in ('commissioner', 'chair', 'deputyChair') and ${who}
    order by case a.role when 'chair' then 0 when 'deputyChair' then 1 else 2 end, a.display_name`)
}

/** Writes the attendance of all members down; nobody is left out of the list. */
export function writeAttendance(
  db: WritableDb,
  plenaryId: string,
  members: readonly { accountId: string; present: boolean }[],
): void {
  for (const { accountId, present } of members) {
    db.run(sql`insert into plenary_attendance (plenary_id, account_id, present)
      values (${plenaryId}, ${accountId}, ${present})
      on conflict (plenary_id, account_id) do update set present = excluded.present`)
  }
}

export function markOpen(db: WritableDb, plenaryId: string, presidedBy: string, at: string): void {
  db.run(sql`update plenaries set state = 'open', presided_by = ${presidedBy}, opened_at = ${at}
    where id = ${plenaryId}`)
}

export function markClosed(
  db: WritableDb,
  plenaryId: string,
  minutes: { blobId: string; sha256: string },
  at: string,
): void {
  db.run(sql`update plenaries set state = 'closed', closed_at = ${at}, minutes_blob_id = ${minutes.blobId},
    minutes_sha256 = ${minutes.sha256} where id = ${plenaryId}`)
}

export type AgendaCase = {
  caseId: string
  caseNumber: string
  ordinal: number
  reportId: string
  rulebook: string
  actOn: string
  place: string
  provinceCode: string
  narrative: string
}

export function agendaOf(db: ReadableDb, plenaryId: string): AgendaCase[] {
  return db.all<AgendaCase>(sql`select a.case_id as caseId, c.register_number as caseNumber, a.ordinal,
      c.report_id as reportId, c.rulebook, r.act_on as actOn, r.place, r.province_code as provinceCode,
      r.narrative
    from agenda_items a join cases c on c.id = a.case_id join reports r on r.id = c.report_id
    where a.plenary_id = ${plenaryId} order by a.ordinal`)
}

export type CasePerson = {
  respondentId: string
  personId: string
  name: string
  nip: string
  position: string
  agencyName: string
  provinceCode: string
}

/** The persons of a case in the order of the report. */
export function personsOf(db: ReadableDb, caseId: string): CasePerson[] {
  return db.all<CasePerson>(sql`select p.id as respondentId, p.person_id as personId, p.name, p.nip,
      p.position, p.agency_name as agencyName, p.province_code as provinceCode
    from case_respondents c join respondents p on p.id = c.respondent_id
    where c.case_id = ${caseId} order by p.ordinal`)
}

export type RecusalRow = {
  caseId: string
  accountId: string
  displayName: string
  reason: string
  at: string
}

/** Takes a case off an agenda, with the recusals noted for it there; votes are never taken away. */
export function deleteAgendaItem(db: WritableDb, plenaryId: string, caseId: string): void {
  db.run(sql`delete from recusals where plenary_id = ${plenaryId} and case_id = ${caseId}`)
  db.run(sql`delete from recusal_answers where plenary_id = ${plenaryId} and case_id = ${caseId}`)
  db.run(sql`delete from agenda_items where plenary_id = ${plenaryId} and case_id = ${caseId}`)
}

export function recusalsOf(db: ReadableDb, plenaryId: string): RecusalRow[] {
  return db.all<RecusalRow>(sql`select r.case_id as caseId, r.account_id as accountId,
      a.display_name as displayName, r.reason, r.at
    from recusals r join accounts a on a.id = r.account_id where r.plenary_id = ${plenaryId} order by r.at`)
}

export function insertRecusal(
  db: WritableDb,
  plenaryId: string,
  recusal: Omit<RecusalRow, 'displayName'>,
): void {
  db.run(sql`insert into recusals (plenary_id, case_id, account_id, reason, at)
    values (${plenaryId}, ${recusal.caseId}, ${recusal.accountId}, ${recusal.reason}, ${recusal.at})`)
}

export type VoteRow = {
  id: string
  plenaryId: string
  caseId: string
  respondentId: string
  state: 'open' | 'closed' | 'annulled'
  openedAt: string
  closedAt: string | null
  /** Canonical JSON of what is asked (ballot-format.ts); null for a vote of an earlier program. */
  question: string | null
  annulledReason: string | null
}
const voteColumns = sql`id, plenary_id as plenaryId, case_id as caseId, respondent_id as respondentId, state,
  opened_at as openedAt, closed_at as closedAt, question, annulled_reason as annulledReason`

/** Throws `plenaries.voteUnknown`. */
export function voteById(db: ReadableDb, id: string): VoteRow {
  const found = db.get<VoteRow>(sql`select ${voteColumns} from votes where id = ${id}`)
  if (!found) throw new CodedError('plenaries.voteUnknown')
  return found
}

export function votesOf(db: ReadableDb, plenaryId: string): VoteRow[] {
  return db.all<VoteRow>(sql`select ${voteColumns} from votes where plenary_id = ${plenaryId}
    order by opened_at, rowid`)
}

export function insertVote(
  db: WritableDb,
  vote: Omit<VoteRow, 'state' | 'closedAt' | 'annulledReason'>,
): void {
  db.run(sql`insert into votes (id, plenary_id, case_id, respondent_id, state, opened_at, question)
    values (${vote.id}, ${vote.plenaryId}, ${vote.caseId}, ${vote.respondentId}, 'open', ${vote.openedAt},
      ${vote.question})`)
}

export function markVoteClosed(db: WritableDb, voteId: string, at: string): void {
  db.run(sql`update votes set state = 'closed', closed_at = ${at} where id = ${voteId}`)
}

export type BallotRow = {
  accountId: string
  displayName: string
  verdict: Verdict
  sanctionId: string | null
  moralSanctionId: string | null
  opinion: string
  castAt: string
}

export function ballotsOf(db: ReadableDb, voteId: string): BallotRow[] {
  return db.all<BallotRow>(sql`select b.account_id as accountId, a.display_name as displayName, b.verdict,
      b.sanction_id as sanctionId, b.moral_sanction_id as moralSanctionId, b.opinion, b.cast_at as castAt
    from ballots b join accounts a on a.id = b.account_id where b.vote_id = ${voteId}
    order by a.display_name`)
}

export type OpenedBallot = Omit<BallotRow, 'displayName'> & {
  voteId: string
  sealHash: string
  /** Canonical JSON of the choice, whose SHA-256 the sealed ballot committed to. */
  body: string
  /** Of the sealed ballot's header. */
  signature: Buffer
  signer: Buffer
}

export function insertBallot(db: WritableDb, ballot: OpenedBallot): void {
  db.run(sql`insert into ballots (vote_id, account_id, verdict, sanction_id, moral_sanction_id, opinion,
      cast_at, body, signature, signer, seal_hash)
    values (${ballot.voteId}, ${ballot.accountId}, ${ballot.verdict}, ${ballot.sanctionId},
      ${ballot.moralSanctionId}, ${ballot.opinion}, ${ballot.castAt}, ${ballot.body}, ${ballot.signature},
      ${ballot.signer}, ${ballot.sealHash})`)
}

export type DecisionRow = {
  voteId: string
  plenaryId: string
  caseId: string
  respondentId: string
  outcome: Verdict
  tally: Tally
  tieBroken: boolean
  sanctionId: string | null
  moralSanctionId: string | null
  sentence: string
  decidedAt: string
}
type StoredDecision = Omit<DecisionRow, 'tally' | 'tieBroken'> & { tally: string; tieBroken: number }
const decisionColumns = sql`d.vote_id as voteId, d.plenary_id as plenaryId, d.case_id as caseId,
  d.respondent_id as respondentId, d.outcome, d.tally, d.tie_broken as tieBroken, d.sanction_id as sanctionId,
  d.moral_sanction_id as moralSanctionId, d.sentence, d.decided_at as decidedAt`
const decisionOf = (row: StoredDecision): DecisionRow => ({
  ...row,
  tally: JSON.parse(row.tally) as Tally,
  tieBroken: row.tieBroken === 1,
})

/** What held when a decision was made; the database refuses one without it. */
export type DecisionGround = {
  quorumPresent: number
  quorumNeeded: number
  /** Null without a sanction. */
  insideBand: boolean | null
  /** Reasons of the ballots for a sanction outside the band; empty inside it. */
  bandReason: string
  /** The decision that this one corrects or reopens. */
  replacesVoteId: string | null
}

export function insertDecision(db: WritableDb, row: DecisionRow & DecisionGround): void {
  db.run(sql`insert into decisions (vote_id, plenary_id, case_id, respondent_id, outcome, tally, tie_broken,
      sanction_id, moral_sanction_id, sentence, decided_at, quorum_present, quorum_needed, inside_band, band_reason,
      replaces_vote_id)
    values (${row.voteId}, ${row.plenaryId}, ${row.caseId}, ${row.respondentId}, ${row.outcome},
      ${JSON.stringify(row.tally)}, ${row.tieBroken}, ${row.sanctionId}, ${row.moralSanctionId}, ${row.sentence},
      ${row.decidedAt}, ${row.quorumPresent}, ${row.quorumNeeded}, ${row.insideBand}, ${row.bandReason},
      ${row.replacesVoteId})`)
}

/** Quorum and band as they were written down with a decision; null in one of an earlier program. */
export function decisionGround(db: ReadableDb, voteId: string) {
  return db.get<{
    quorumPresent: number | null
    quorumNeeded: number | null
    insideBand: number | null
    bandReason: string | null
  }>(sql`select quorum_present as quorumPresent, quorum_needed as quorumNeeded, inside_band as insideBand,
      band_reason as bandReason from decisions where vote_id = ${voteId}`)
}

export function decisionOfVote(db: ReadableDb, voteId: string): DecisionRow | undefined {
  const row = db.get<StoredDecision>(
    sql`select ${decisionColumns} from decisions d where d.vote_id = ${voteId}`,
  )
  return row && decisionOf(row)
}

/** The newest decision about a person, also a deferral; undefined when there was none. */
export function latestDecision(db: ReadableDb, respondentId: string): DecisionRow | undefined {
  const row = db.get<StoredDecision>(sql`select ${decisionColumns} from decisions d
    where d.respondent_id = ${respondentId} order by d.decided_at desc, d.rowid desc limit 1`)
  return row && decisionOf(row)
}

type OpenCase = { caseId: string; caseNumber: string; onAgenda: number }

const openCaseColumns = sql`select c.id as caseId, c.register_number as caseNumber,
    exists (select 1 from agenda_items a join plenaries p on p.id = a.plenary_id
      where a.case_id = c.id and p.state <> 'closed') as onAgenda
  from cases c where c.stage <> 'closed'`

/**
 * Cases with a person whom the plenary has not decided, with whether they wait on another agenda; those
 * that are ready by their stage come first. At most 500.
 */
export function openCases(db: ReadableDb): OpenCase[] {
  return db.all<OpenCase>(sql`${openCaseColumns}
      and exists (select 1 from case_respondents r where r.case_id = c.id
        and (not exists (select 1 from decisions d where d.respondent_id = r.respondent_id
            and d.outcome <> 'deferred')
          or exists (select 1 from reconsiderations n where n.respondent_id = r.respondent_id
            and n.new_vote_id is null)))
    order by c.stage = 'plenary' desc, c.opened_at desc, c.register_number limit 500`)
}

/** One case that is not closed; undefined when there is none. */
export function openCase(db: ReadableDb, caseId: string): OpenCase | undefined {
  return db.get<OpenCase>(sql`${openCaseColumns} and c.id = ${caseId}`)
}

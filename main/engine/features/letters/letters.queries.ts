import type { LetterBody, LetterHeader, LetterState } from '../../../../shared/contract/letters.ts'
import { CodedError } from '../../errors.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { noSql, sql } from '../../store/sql.ts'

export type LetterRecord = {
  id: string
  caseId: string
  caseNumber: string
  respondentId: string
  respondentName: string
  voteId: string
  plenaryId: string
  state: LetterState
  number: string | null
  datedOn: string | null
  header: LetterHeader
  body: LetterBody
  variables: Record<string, string>
  version: number
  authorId: string
  authorName: string
  savedAt: string
  baseBlobId: string | null
  baseSha256: string | null
  signatoryId: string | null
  /** NIP of the signatory as it stands on the fixed pages. */
  signatoryNip: string | null
  issuedBlobId: string | null
  issuedSha256: string | null
  issuedAt: string | null
  addressedTo: 'ppk' | 'higher'
  addresseeReason: string
  withOpinions: boolean
}

type Stored = Omit<LetterRecord, 'header' | 'body' | 'variables' | 'withOpinions'> & {
  withOpinions: number
  header: string
  body: string
  variables: string
}

const columns = sql`select l.id, l.case_id as caseId, c.register_number as caseNumber,
    l.respondent_id as respondentId, p.name as respondentName, l.vote_id as voteId, d.plenary_id as plenaryId,
    l.state, l.number, l.dated_on as datedOn, l.header, l.body, l.variables, l.version,
    l.author_id as authorId, a.display_name as authorName, l.saved_at as savedAt,
    l.base_blob_id as baseBlobId, l.base_sha256 as baseSha256, l.signatory_id as signatoryId, l.signatory_nip as signatoryNip,
    l.issued_blob_id as issuedBlobId, l.issued_sha256 as issuedSha256, l.issued_at as issuedAt,
    l.addressed_to as addressedTo, l.addressee_reason as addresseeReason, l.with_opinions as withOpinions
  from letters l join cases c on c.id = l.case_id join respondents p on p.id = l.respondent_id
    join decisions d on d.vote_id = l.vote_id join accounts a on a.id = l.author_id`

const recordOf = (row: Stored): LetterRecord => ({
  ...row,
  header: JSON.parse(row.header) as LetterHeader,
  body: JSON.parse(row.body) as LetterBody,
  variables: JSON.parse(row.variables) as Record<string, string>,
  withOpinions: row.withOpinions === 1,
})

/** Throws `letters.unknown`. */
export function letterById(db: ReadableDb, id: string): LetterRecord {
  const row = db.get<Stored>(sql`${columns} where l.id = ${id}`)
  if (!row) throw new CodedError('letters.unknown')
  return recordOf(row)
}

/** The letter on a decision. */
export function letterOfVote(db: ReadableDb, voteId: string): LetterRecord | undefined {
  const row = db.get<Stored>(sql`${columns} where l.vote_id = ${voteId}`)
  return row && recordOf(row)
}

export type LetterListRow = {
  id: string
  caseId: string
  caseNumber: string
  respondentName: string
  subject: string
  addressee: string
  state: LetterState
  number: string | null
  datedOn: string | null
  savedAt: string
  replaced: boolean
}

type Filter = { query: string; state: string | null; caseId: string | null; offset: number; limit: number }

/** Letters, the last saved first; the query looks at number, person, case and subject. */
export function listLetters(db: ReadableDb, filter: Filter): { total: number; rows: LetterListRow[] } {
  const like = `%${filter.query.replace(/[\\%_]/g, '\\$&')}%`
  const where = sql`where 1 = 1
    ${filter.state ? sql`and l.state = ${filter.state}` : noSql}
    ${filter.caseId ? sql`and l.case_id = ${filter.caseId}` : noSql}
    ${
      filter.query
        ? sql`and (l.number like ${like} escape '\\' or p.name like ${like} escape '\\'
            or c.register_number like ${like} escape '\\' or l.header ->> 'subject' like ${like} escape '\\')`
        : noSql
    }`
  const from = sql`from letters l join cases c on c.id = l.case_id join respondents p on p.id = l.respondent_id`
  const total = db.get<{ n: number }>(sql`select count(*) as n ${from} ${where}`)?.n ?? 0
  const rows = db.all<
    Omit<LetterListRow, 'replaced'> & { replaced: number }
  >(sql`select l.id, l.case_id as caseId, c.register_number as caseNumber,
      p.name as respondentName, l.header ->> 'subject' as subject, l.header ->> '$.addressee[0]' as addressee,
      l.state, l.number, l.dated_on as datedOn, l.saved_at as savedAt,
      exists (select 1 from decisions n where n.replaces_vote_id = l.vote_id) as replaced
    ${from} ${where} order by l.saved_at desc, l.id limit ${filter.limit} offset ${filter.offset}`)
  return { total, rows: rows.map(row => ({ ...row, replaced: row.replaced === 1 })) }
}

export type CandidateRow = {
  voteId: string
  caseId: string
  caseNumber: string
  respondentId: string
  respondentName: string
  outcome: 'proven' | 'notProven'
}

/** Persons whose newest decision is proven or not proven and has no letter yet. */
export function letterCandidates(db: ReadableDb, caseId: string | null): CandidateRow[] {
  return db.all<CandidateRow>(sql`select d.vote_id as voteId, d.case_id as caseId, c.register_number as caseNumber,
      d.respondent_id as respondentId, p.name as respondentName, d.outcome
    from decisions d join cases c on c.id = d.case_id join respondents p on p.id = d.respondent_id
    where d.outcome <> 'deferred' and not exists (select 1 from letters l where l.vote_id = d.vote_id)
      and not exists (select 1 from decisions n where n.respondent_id = d.respondent_id
        and (n.decided_at > d.decided_at or n.replaces_vote_id = d.vote_id))
      ${caseId ? sql`and d.case_id = ${caseId}` : noSql}
    order by d.decided_at limit 500`)
}

export type NewLetter = Pick<
  LetterRecord,
  | 'id'
  | 'caseId'
  | 'respondentId'
  | 'voteId'
  | 'header'
  | 'variables'
  | 'addressedTo'
  | 'addresseeReason'
  | 'withOpinions'
> & {
  body: unknown
  authorId: string
  at: string
}

export function insertLetter(db: WritableDb, row: NewLetter): void {
  db.run(sql`insert into letters (id, case_id, respondent_id, vote_id, state, header, body, variables, version,
      author_id, saved_at, addressed_to, addressee_reason, with_opinions)
    values (${row.id}, ${row.caseId}, ${row.respondentId}, ${row.voteId}, 'draft', ${JSON.stringify(row.header)},
      ${JSON.stringify(row.body)}, ${JSON.stringify(row.variables)}, 1, ${row.authorId}, ${row.at},
      ${row.addressedTo}, ${row.addresseeReason}, ${row.withOpinions})`)
  keepVersion(db, row.id, 1, row.header, row.body, row.authorId, row.at)
}

/** Saves a new version; the old ones stay. */
export function saveLetter(
  db: WritableDb,
  letter: Pick<LetterRecord, 'id' | 'version' | 'header' | 'variables'> & { body: unknown },
  by: string,
  at: string,
): void {
  const { id, version, header, body, variables } = letter
  db.run(sql`update letters set header = ${JSON.stringify(header)}, body = ${JSON.stringify(body)},
    variables = ${JSON.stringify(variables)}, version = ${version}, saved_at = ${at} where id = ${id}`)
  keepVersion(db, id, version, header, body, by, at)
}

function keepVersion(
  db: WritableDb,
  letterId: string,
  version: number,
  header: LetterHeader,
  body: unknown,
  by: string,
  at: string,
): void {
  db.run(sql`insert into letter_versions (letter_id, version, header, body, saved_by, saved_at)
    values (${letterId}, ${version}, ${JSON.stringify(header)}, ${JSON.stringify(body)}, ${by}, ${at})`)
}

/** All who wrote any version; none of them reviews or approves it. */
export function authorsOf(db: ReadableDb, letterId: string): string[] {
  return db
    .all<{ id: string }>(sql`select saved_by as id from letter_versions where letter_id = ${letterId}
      union select author_id from letters where id = ${letterId}`)
    .map(row => row.id)
}

export type StepName = 'drafted' | 'submitted' | 'returned' | 'reviewed' | 'approved' | 'finalised' | 'signed'
export type StepRow = { step: StepName; by: string; at: string; comment: string }

export function stepsOf(db: ReadableDb, letterId: string): StepRow[] {
  return db.all<StepRow>(sql`select s.step, a.display_name as by, s.at, s.comment
    from letter_steps s join accounts a on a.id = s.account_id where s.letter_id = ${letterId} order by s.id`)
}

export function addStep(
  db: WritableDb,
  step: { letterId: string; step: StepName; accountId: string; at: string; comment?: string },
): void {
  db.run(sql`insert into letter_steps (letter_id, step, account_id, at, comment)
    values (${step.letterId}, ${step.step}, ${step.accountId}, ${step.at}, ${step.comment ?? ''})`)
}

export function setState(db: WritableDb, letterId: string, state: LetterState): void {
  db.run(sql`update letters set state = ${state} where id = ${letterId}`)
}

export type TraceRow = {
  trace: string
  label: string
  exhibits: string[]
  sourceText: string
  sourceHash: string
}

export function tracesOf(db: ReadableDb, letterId: string): TraceRow[] {
  return db
    .all<Omit<TraceRow, 'exhibits'> & { exhibits: string }>(sql`select trace, label, exhibits,
        source_text as sourceText, source_hash as sourceHash
      from letter_traces where letter_id = ${letterId} order by rowid`)
    .map(row => ({ ...row, exhibits: JSON.parse(row.exhibits) as string[] }))
}

/** Keeps the source text under which a block was written or confirmed. */
export function putTrace(db: WritableDb, letterId: string, row: TraceRow): void {
  db.run(sql`insert into letter_traces (letter_id, trace, label, exhibits, source_text, source_hash)
    values (${letterId}, ${row.trace}, ${row.label}, ${JSON.stringify(row.exhibits)}, ${row.sourceText},
      ${row.sourceHash})
    on conflict (letter_id, trace) do update set label = excluded.label, exhibits = excluded.exhibits,
      source_text = excluded.source_text, source_hash = excluded.source_hash`)
}

/** What the next running number of letters would be; `takeNumber` takes it. */
export function nextLetterNumber(db: ReadableDb, year: number): number {
  const row = db.get<{ n: number }>(
    sql`select last_number as n from number_sequences where kind = 'letter' and year = ${year}`,
  )
  return (row?.n ?? 0) + 1
}

export type FixedPdf = { blobId: string; sha256: string }

export function markFinalised(
  db: WritableDb,
  letterId: string,
  fixed: FixedPdf & {
    number: string
    serial: number
    year: number
    datedOn: string
    signatoryId: string
    signatoryNip: string | null
  },
): void {
  db.run(sql`update letters set state = 'finalised', number = ${fixed.number}, number_serial = ${fixed.serial},
      number_year = ${fixed.year}, dated_on = ${fixed.datedOn}, base_blob_id = ${fixed.blobId},
      base_sha256 = ${fixed.sha256}, signatory_id = ${fixed.signatoryId}, signatory_nip = ${fixed.signatoryNip}
    where id = ${letterId}`)
}

/** The same letter prepared for another signatory; number and date stay. */
export function replaceBase(
  db: WritableDb,
  letterId: string,
  fixed: FixedPdf & { signatoryId: string; signatoryNip: string | null },
): void {
  db.run(sql`update letters set base_blob_id = ${fixed.blobId}, base_sha256 = ${fixed.sha256},
    signatory_id = ${fixed.signatoryId}, signatory_nip = ${fixed.signatoryNip}
    where id = ${letterId} and state = 'finalised'`)
}

export function markIssued(db: WritableDb, letterId: string, fixed: FixedPdf, at: string): void {
  db.run(sql`update letters set state = 'issued', issued_blob_id = ${fixed.blobId},
    issued_sha256 = ${fixed.sha256}, issued_at = ${at} where id = ${letterId}`)
}

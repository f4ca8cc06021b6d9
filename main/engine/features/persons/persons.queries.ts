import { randomUUID } from 'node:crypto'
import type { EarlierCase, PersonRow } from '../../../../shared/contract/persons.ts'
import type { Instant } from '../../../../shared/dates.ts'
import type { ParsedNip } from '../../../../shared/nip.ts'
import { CodedError } from '../../errors.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'
import { countMatches, indexForSearch, matchingIds, ofKind } from '../docket/index.ts'

export type SeenPerson = {
  nip: Pick<ParsedNip, 'digits' | 'kind'>
  name: string
  position: string
  agencyName: string
  at: Instant
}

/**
 * The registry's person with that NIP, added when it is new. The registered name stays as it was
 * first written; each report keeps the name it was given.
 */
export function personFor(db: WritableDb, seen: SeenPerson): string {
  const known = db.get<{ id: string; name: string }>(
    sql`select id, name from persons where nip = ${seen.nip.digits}`,
  )
  const id = known?.id ?? randomUUID()
  if (!known) {
    db.run(sql`insert into persons (id, nip, nip_kind, name, added_at)
      values (${id}, ${seen.nip.digits}, ${seen.nip.kind}, ${seen.name}, ${seen.at})`)
  }
  indexForSearch(db, {
    kind: 'person',
    entityId: id,
    caseId: null,
    title: known?.name ?? seen.name,
    detail: `${seen.nip.digits} · ${seen.position} · ${seen.agencyName}`,
  })
  return id
}

export function personByNip(db: ReadableDb, digits: string): { id: string; name: string } | undefined {
  return db.get(sql`select id, name from persons where nip = ${digits}`)
}

const columns = sql`p.id, p.nip, p.nip_kind as nipKind, p.name,
  (select q.position from respondents q join reports r on r.id = q.report_id where q.person_id = p.id
    order by r.act_on desc limit 1) as position,
  (select q.agency_name from respondents q join reports r on r.id = q.report_id where q.person_id = p.id
    order by r.act_on desc limit 1) as agencyName,
  (select count(*) from respondents q where q.person_id = p.id) as reportCount,
  (select count(*) from respondents q where q.person_id = p.id and 'proven' = (
    select d.outcome from decisions d where d.respondent_id = q.id
    order by d.decided_at desc, d.vote_id desc limit 1)) as provenCount`

/** Throws `persons.unknown`. */
export function personById(db: ReadableDb, personId: string): PersonRow {
  const found = db.get<PersonRow>(sql`select ${columns} from persons p where p.id = ${personId}`)
  if (!found) throw new CodedError('persons.unknown')
  return found
}

/** A page of the registry by name; those that match words in the order of the index. */
export function personPage(
  db: ReadableDb,
  match: string | null,
  page: { offset: number; limit: number },
): { total: number; rows: PersonRow[] } {
  if (match !== null) {
    const ids = JSON.stringify(matchingIds(db, ofKind(match, 'person'), page))
    const rows = db.all<PersonRow>(sql`select ${columns} from persons p
      where p.id in (select value from json_each(${ids})) order by p.name, p.nip`)
    return { total: countMatches(db, ofKind(match, 'person')), rows }
  }
  const total = db.get<{ n: number }>(sql`select count(*) as n from persons`)?.n ?? 0
  const rows = db.all<PersonRow>(sql`select ${columns} from persons p
    order by p.name, p.nip limit ${page.limit} offset ${page.offset}`)
  return { total, rows }
}

export type EarlierRow = Omit<EarlierCase, 'outcome' | 'legalBasis' | 'sanction'> & {
  decided: 'proven' | 'notProven' | 'deferred' | null
  decidedSanctionId: string | null
  letterState: string | null
  closedKind: string | null
  imposedSanctionId: string | null
  /** Provision ids of findings that were proven, as a JSON list. */
  provisions: string
  violationForm: string
  /** When the plenary decided; UTC. */
  decidedAt: string | null
  /** Date of the decision of the supervising authority. */
  sanctionedOn: string | null
}

/** Every report about a person, newest act first, with what decides its outcome. */
export function earlierRows(db: ReadableDb, personId: string): EarlierRow[] {
  return db.all<EarlierRow>(sql`
    select q.id as respondentId, r.id as reportId, r.register_number as reportNumber, c.id as caseId,
      c.register_number as caseNumber, r.act_on as actOn, q.position, q.agency_name as agencyName,
      d.outcome as decided, d.sanction_id as decidedSanctionId, l.state as letterState,
      u.closed_kind as closedKind, u.imposed_sanction_id as imposedSanctionId,
      u.decision_on as sanctionedOn, d.decided_at as decidedAt, r.violation_form as violationForm,
      (select json_group_array(f.provision_id) from findings f where f.respondent_id = q.id
        and f.withdrawn_at is null and f.conclusion = 'proven') as provisions
    from respondents q join reports r on r.id = q.report_id
    left join cases c on c.report_id = r.id
    left join decisions d on d.vote_id = (select n.vote_id from decisions n where n.respondent_id = q.id
      order by n.decided_at desc, n.vote_id desc limit 1)
    left join letters l on l.vote_id = d.vote_id
    left join follow_ups u on u.letter_id = l.id
    where q.person_id = ${personId} order by r.act_on desc, r.register_number desc`)
}

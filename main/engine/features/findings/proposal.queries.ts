import type { SimilarCase } from '../../../../shared/contract/findings.ts'
import type { CivilDate, Instant } from '../../../../shared/dates.ts'
import type { ReadableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'

/** The person of a finding, and the act it is about. */
export type PersonFacts = {
  respondentId: string
  personId: string
  caseId: string
  positionKind: string
  actOn: CivilDate
  actUntil: CivilDate | null
  violationForm: string
}

/** A person of a case; undefined while no case is open. */
export function personFacts(db: ReadableDb, respondentId: string): PersonFacts | undefined {
  return db.get(sql`select q.id as respondentId, q.person_id as personId, c.id as caseId,
      q.position_kind as positionKind, r.act_on as actOn, r.act_until as actUntil,
      r.violation_form as violationForm
    from respondents q join reports r on r.id = q.report_id join cases c on c.report_id = r.id
    where q.id = ${respondentId}`)
}

export type SimilarRow = Pick<
  SimilarCase,
  'caseId' | 'caseNumber' | 'respondentId' | 'position' | 'outcome'
> & {
  provisionId: string
  relation: SimilarCase['relation']
  sameLevel: number
  samePost: number
  sanctionId: string | null
  moralSanctionId: string | null
  imposedSanctionId: string | null
  closedKind: string | null
  hasFollowUp: number
  decidedAt: Instant
}

export type SimilarAsk = {
  respondentId: string
  personId: string
  positionKind: string
  /** Provisions by how they are related to those of this person. */
  related: readonly { id: string; relation: SimilarCase['relation'] }[]
  /** Sanctions of the level in question. */
  sanctionIds: readonly string[]
  limit: number
}

/**
 * Decided persons whose findings rest on one of the provisions, the most alike first: the same provision, the
 * same level, the same kind of post, then the newest. By the index on the provision.
 */
export function similarRows(db: ReadableDb, ask: SimilarAsk): SimilarRow[] {
  return db.all(sql`
    with related as (select json_extract(value, '$.id') as id, json_extract(value, '$.relation') as relation
        from json_each(${JSON.stringify(ask.related)})),
      level as (select value as id from json_each(${JSON.stringify(ask.sanctionIds)})),
      likely as (
        select f.case_id, f.respondent_id, f.provision_id, k.relation, d.vote_id, d.outcome, d.sanction_id, d.moral_sanction_id,
          d.decided_at, (d.sanction_id in (select id from level) or d.moral_sanction_id in (select id from level)) as same_level,
          q.position_kind <> '' and q.position_kind = ${ask.positionKind} as same_post, q.position
        from related k join findings f on f.provision_id = k.id
        join decisions d on d.vote_id = (select n.vote_id from decisions n
          where n.respondent_id = f.respondent_id order by n.decided_at desc, n.vote_id desc limit 1)
        join respondents q on q.id = f.respondent_id
        where f.withdrawn_at is null and d.outcome in ('proven', 'notProven')
          and q.person_id <> ${ask.personId} and f.respondent_id <> ${ask.respondentId}
        order by k.relation = 'same' desc, same_level desc, same_post desc, d.decided_at desc
        limit ${ask.limit})
    select y.case_id as caseId, c.register_number as caseNumber, y.respondent_id as respondentId,
      y.provision_id as provisionId, y.relation, coalesce(y.same_level, 0) as sameLevel, y.same_post as samePost,
      y.position, y.outcome, y.sanction_id as sanctionId, y.moral_sanction_id as moralSanctionId, u.imposed_sanction_id as imposedSanctionId,
      u.closed_kind as closedKind, u.id is not null as hasFollowUp, y.decided_at as decidedAt
    from likely y join cases c on c.id = y.case_id
    left join letters l on l.vote_id = y.vote_id left join follow_ups u on u.letter_id = l.id
    order by y.relation = 'same' desc, y.same_level desc, y.same_post desc, y.decided_at desc`)
}

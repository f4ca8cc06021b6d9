import { bandOf, elementsOf, provisionById } from '../../main/engine/law/index.ts'
import { sql } from '../../main/engine/store/sql.ts'
import type { LawPack } from '../../shared/law-pack.ts'
import type { World } from './history-world.ts'

/** The shortest reason that counts as one. */
const REASON = 20

const holes = (caseId: string) => ({
  'a proven element without a supporting exhibit': sql`select 1 from element_assessments e
    join findings f on f.id = e.finding_id where f.case_id = ${caseId} and e.state = 'proven'
    and not exists (select 1 from exhibit_links l join exhibits x on x.id = l.exhibit_id
      where l.finding_id = e.finding_id and l.element_id = e.element_id and l.stance = 'supports'
        and x.case_id = ${caseId})`,
  'a proven finding with an unproven element': sql`select 1 from findings f where f.case_id = ${caseId}
    and f.conclusion = 'proven' and (exists (select 1 from element_assessments e
      where e.finding_id = f.id and e.state <> 'proven')
    or not exists (select 1 from element_assessments e where e.finding_id = f.id))`,
  'a sanction for what is not proven': sql`select 1 from findings where case_id = ${caseId}
    and sanction_id is not null and conclusion <> 'proven'`,
  'an approval by an author': sql`select 1 from findings f where f.case_id = ${caseId} and f.state = 'reviewed'
    and not exists (select 1 from finding_reviews v where v.finding_id = f.id and v.outcome = 'approved'
      and v.reviewer_id not in (select account_id from finding_authors a where a.finding_id = f.id))`,
  'a vote without its question': sql`select 1 from votes v where v.case_id = ${caseId}
    and coalesce(json_array_length(v.question, '$.holders'), 0) = 0`,
  'a decision that no vote of this program gave': sql`select 1 from decisions d where d.case_id = ${caseId}
    and (d.register_source is not null or d.outcome <> 'deferred' and not exists (
      select 1 from ballots b where b.vote_id = d.vote_id and b.verdict = d.outcome))`,
  'a decision before its vote was closed': sql`select 1 from decisions d join votes v on v.id = d.vote_id
    where d.case_id = ${caseId} and v.state <> 'closed'`,
  'a ballot of somebody recused or not a member': sql`select 1 from ballots b join votes v on v.id = b.vote_id
    join accounts a on a.id = b.account_id where v.case_id = ${caseId}
    and (a.role not in ('commissioner', 'chair', 'deputyChair') or exists (select 1 from recusals r
      where r.plenary_id = v.plenary_id and r.case_id = v.case_id and r.account_id = b.account_id))`,
  'proven in the plenary without a proven, reviewed finding': sql`select 1 from decisions d
    where d.case_id = ${caseId} and d.outcome = 'proven' and not exists (select 1 from findings f
      where f.respondent_id = d.respondent_id and f.conclusion = 'proven' and f.withdrawn_at is null)
    and not exists (select 1 from reconsiderations r where r.respondent_id = d.respondent_id)
    and not exists (select 1 from decisions other where other.respondent_id = d.respondent_id
      and other.vote_id <> d.vote_id)`,
  'a person decided twice without a decision that cites the first': sql`select 1 from decisions d
    join decisions e on e.respondent_id = d.respondent_id and e.vote_id > d.vote_id
    where d.case_id = ${caseId} and d.outcome <> 'deferred' and e.outcome <> 'deferred'
      and d.replaces_vote_id is null and e.replaces_vote_id is null`,
})

/** What is wrong with the world's case; empty when every rule holds. */
export function faultsOf({ engine, file }: World, law: LawPack): string[] {
  const db = engine.engine.session!.store.read
  const faults: string[] = []
  for (const [name, query] of Object.entries(holes(file.id))) if (db.get(query)) faults.push(name)

  const proven = db.all<{ id: string; provisionId: string }>(
    sql`select id, provision_id as provisionId from findings
      where case_id = ${file.id} and conclusion = 'proven'`,
  )
  for (const { id, provisionId } of proven) {
    const rows = db.all<{ elementId: string }>(
      sql`select element_id as elementId from element_assessments where finding_id = ${id} and state = 'proven'`,
    )
    const missing = elementsOf(law, provisionId).some(
      ({ id: own }) => !rows.some(row => row.elementId === own),
    )
    if (missing) faults.push('a proven finding without an element of its provision')
  }

  const proposed = db.all<{
    provisionId: string
    level: string | null
    sanctionId: string
    reason: string
  }>(sql`select provision_id as provisionId, level, sanction_id as sanctionId, sanction_reason as reason
      from findings where case_id = ${file.id} and sanction_id is not null`)
  for (const row of proposed) {
    // The band from the pack itself, not what the engine noted about it.
    const kinds = bandOf(provisionById(law, row.provisionId), law).sanctions.filter(
      kind => row.level === null || kind.level === row.level,
    )
    const inside = kinds.some(kind => kind.id === row.sanctionId)
    if (!inside && row.reason.trim().length < REASON) faults.push('a proposed sanction outside its band')
    if (!law.sanctions.some(kind => kind.id === row.sanctionId)) faults.push('a sanction of no law')
  }

  const decisions = db.all<{
    voteId: string
    respondentId: string
    outcome: string
    sanctionId: string | null
    reason: string
    members: number
    voters: number
  }>(sql`select d.vote_id as voteId, d.respondent_id as respondentId, d.outcome, d.sanction_id as sanctionId,
      coalesce(d.band_reason, '') as reason,
      (select count(*) from plenary_attendance t where t.plenary_id = d.plenary_id and not exists (
        select 1 from recusals r where r.plenary_id = d.plenary_id and r.case_id = d.case_id
          and r.account_id = t.account_id)) as members,
      (select count(distinct b.account_id) from ballots b join accounts a on a.id = b.account_id
        where b.vote_id = d.vote_id and a.role in ('commissioner', 'chair', 'deputyChair')) as voters
      from decisions d where d.case_id = ${file.id}`)
  for (const row of decisions) {
    // The invented institution: more than half of the members who are not recused.
    if (row.voters * 2 <= row.members)
      faults.push(`a decision without quorum (${row.voters} of ${row.members})`)
    if (row.sanctionId === null) continue
    if (row.outcome !== 'proven') faults.push('a sanction for what was not found proven')
    const provisions = db.all<{ id: string }>(
      sql`select distinct provision_id as id from findings where respondent_id = ${row.respondentId}`,
    )
    const band = provisions.flatMap(({ id }) => bandOf(provisionById(law, id), law).sanctions)
    const inside = band.some(kind => kind.id === row.sanctionId)
    if (!inside && row.reason.trim().length < REASON) faults.push('a decided sanction outside its band')
    if (!law.sanctions.some(kind => kind.id === row.sanctionId)) faults.push('a decided sanction of no law')
  }
  return faults
}

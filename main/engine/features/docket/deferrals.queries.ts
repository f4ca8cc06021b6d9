import type { DocketRow } from '../../../../shared/contract/docket.ts'
import type { ReadableDb } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'

type Deferral = NonNullable<DocketRow['deferral']>
type Row = Omit<Deferral, 'needed'> & { respondentId: string; needed: string }

/**
 * The deferrals among these persons that wait for their answer: the newest decision is one, and no meeting
 * that has still to decide about the person has the case on its agenda.
 */
export function waitingDeferrals(db: ReadableDb, respondentIds: readonly string[]): Map<string, Deferral> {
  const rows = db.all<Row>(sql`
    select d.respondent_id as respondentId, p.number as plenaryNumber, p.held_on as heldOn,
      d.decided_at as deferredAt,
      (select json_group_array(json_object('displayName', x.name, 'text', x.text)) from (
        select a.display_name as name, trim(b.opinion) as text from ballots b
          join accounts a on a.id = b.account_id
        where b.vote_id = d.vote_id and b.verdict = 'deferred' and trim(b.opinion) <> ''
        order by a.display_name) x) as needed
    from json_each(${JSON.stringify(respondentIds)}) j
      join decisions d on d.vote_id = (select n.vote_id from decisions n where n.respondent_id = j.value
        order by n.decided_at desc, n.vote_id desc limit 1)
      join plenaries p on p.id = d.plenary_id
    where d.outcome = 'deferred' and not exists (
      select 1 from agenda_items i join plenaries m on m.id = i.plenary_id
      where i.case_id = d.case_id and m.state <> 'closed' and not exists (select 1 from votes v
        where v.plenary_id = m.id and v.respondent_id = d.respondent_id and v.state = 'closed'))`)
  return new Map(
    rows.map(({ respondentId, needed, ...row }) => [
      respondentId,
      { ...row, needed: JSON.parse(needed) as Deferral['needed'] },
    ]),
  )
}

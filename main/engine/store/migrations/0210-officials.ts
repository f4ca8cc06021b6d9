import { sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/**
 * What is known about the officials of a person beside the report: the home agency of somebody seconded, and an
 * official who had to sanction and did not. Deferrals of an earlier store become work of the assistants, and whom
 * an ended meeting did not reach waits for another agenda.
 */
export const officials: Migration = {
  number: 210,
  name: 'officials',
  up(db) {
    db.script(sql`
      create table respondent_officials (
        respondent_id text primary key references respondents (id),
        case_id text not null references cases (id),
        home_agency text,
        home_agency_type text,
        home_province text,
        failed_post text,
        failed_note text,
        failed_is_authority integer check (failed_is_authority in (0, 1)),
        noted_by text not null references accounts (id),
        noted_at text not null,
        check ((home_agency is null) = (home_agency_type is null)),
        check ((home_agency is null) = (home_province is null)),
        check ((failed_post is null) = (failed_note is null)),
        check ((failed_post is null) = (failed_is_authority is null))
      ) strict;
      create index respondent_officials_by_case on respondent_officials (case_id);
      create trigger respondent_officials_case before insert on respondent_officials
      when not exists (select 1 from case_respondents x
        where x.respondent_id = new.respondent_id and x.case_id = new.case_id)
      begin select raise(abort, 'officials are noted for a person of the case'); end;
      create trigger respondent_officials_decided_none_added before insert on respondent_officials
      when exists (select 1 from decisions d
        where d.respondent_id = new.respondent_id and d.outcome <> 'deferred')
      begin select raise(abort, 'the officials of a decided person are never changed'); end;
      create trigger respondent_officials_decided before update on respondent_officials
      when new.respondent_id is not old.respondent_id or new.case_id is not old.case_id
        or exists (select 1 from decisions d
          where d.respondent_id = old.respondent_id and d.outcome <> 'deferred')
      begin select raise(abort, 'the officials of a decided person are never changed'); end;
      create trigger respondent_officials_no_delete before delete on respondent_officials
      begin select raise(abort, 'what was noted of the officials of a person is never deleted'); end;
      update case_respondents set next_step = 'schedulePlenary'
        where next_step = 'vote' and not exists (select 1 from agenda_items a join plenaries p on p.id = a.plenary_id
          where a.case_id = case_respondents.case_id and p.state <> 'closed' and not exists (
            select 1 from votes v where v.plenary_id = p.id
              and v.respondent_id = case_respondents.respondent_id and v.state = 'closed'));
      update case_respondents set next_step = 'answerDeferral'
        where next_step = 'schedulePlenary' and exists (select 1 from decisions d
          where d.vote_id = (select n.vote_id from decisions n
              where n.respondent_id = case_respondents.respondent_id
              order by n.decided_at desc, n.vote_id desc limit 1)
            and d.outcome = 'deferred'
            and exists (select 1 from ballots b where b.vote_id = d.vote_id and b.verdict = 'deferred'
              and trim(b.opinion) <> '')
            and not exists (select 1 from findings g join finding_reviews r on r.finding_id = g.id
              where g.respondent_id = case_respondents.respondent_id and g.withdrawn_at is null
                and r.outcome = 'approved' and r.at > d.decided_at));
    `)
  },
}

import { sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/**
 * History of findings with both texts, the chosen tier, points of the defence left unanswered for a reason, and
 * the gates of a finding held a second time by triggers, so that no import can get past them.
 */
export const findingsHistory: Migration = {
  number: 130,
  name: 'findings-history',
  up(db) {
    db.script(sql`
      alter table element_assessments add column defence_unanswered_reason text not null default '';
      alter table findings add column level text
        check (level in ('moral', 'ringan', 'sedang', 'berat', 'pemberhentian'));
      alter table findings add column level_reason text not null default '';
      alter table findings add column inside_band integer check (inside_band in (0, 1));
      update findings set inside_band = case when length(trim(sanction_reason)) >= 20 then 0 else 1 end
        where sanction_id is not null;
      create index findings_by_provision on findings (provision_id, respondent_id);
      create unique index findings_one_open on findings (respondent_id, provision_id) where withdrawn_at is null;
      create table finding_changes (
        id text primary key,
        finding_id text not null references findings (id),
        element_id text,
        field text not null,
        before text not null,
        after text not null,
        by_id text not null references accounts (id),
        at text not null
      ) strict;
      create index finding_changes_by_finding on finding_changes (finding_id, at);
      create trigger finding_changes_no_update before update on finding_changes
      begin select raise(abort, 'the history of a finding is never changed'); end;
      create trigger finding_changes_no_delete before delete on finding_changes
      begin select raise(abort, 'the history of a finding is never deleted'); end;
      create trigger finding_reviews_no_update before update on finding_reviews
      begin select raise(abort, 'a review is never changed'); end;
      create trigger finding_reviews_no_delete before delete on finding_reviews
      begin select raise(abort, 'a review is never deleted'); end;
      create trigger findings_no_delete before delete on findings
      begin select raise(abort, 'a finding is withdrawn, never deleted'); end;
    `)
    db.script(sql`
      create trigger finding_born_draft before insert on findings
      when new.state <> 'draft' or new.sanction_id is not null
      begin select raise(abort, 'a finding begins as a draft without a sanction'); end;
      create trigger finding_place_fixed before update of case_id, respondent_id, provision_id on findings
      when new.case_id is not old.case_id or new.respondent_id is not old.respondent_id
        or new.provision_id is not old.provision_id
      begin select raise(abort, 'a finding stays with its person and provision'); end;
      create trigger finding_of_its_case before insert on findings
      when not exists (select 1 from cases c join respondents r on r.report_id = c.report_id
        where c.id = new.case_id and r.id = new.respondent_id)
      begin select raise(abort, 'a finding is about a person of its case'); end;
      create trigger finding_proven_has_elements before update of conclusion on findings
      when new.conclusion = 'proven'
        and not exists (select 1 from element_assessments e where e.finding_id = new.id)
      begin select raise(abort, 'a finding is proven only when every element is'); end;
      create trigger finding_held_under_review
      before update of conclusion, consideration, sanction_id, sanction_reason, inside_band, level, level_reason
      on findings when old.state in ('submitted', 'reviewed')
      begin select raise(abort, 'a finding under review or approved is not changed'); end;
      create trigger sanction_needs_proven before update of conclusion, sanction_id on findings
      when new.sanction_id is not null and new.conclusion <> 'proven'
      begin select raise(abort, 'a sanction is proposed for what is proven'); end;
      create trigger outside_band_needs_reason
      before update of sanction_id, sanction_reason, inside_band on findings
      when new.sanction_id is not null and (new.inside_band is null
        or (new.inside_band = 0 and length(trim(new.sanction_reason)) < 20))
      begin select raise(abort, 'a sanction outside the band needs a reason'); end;
      create trigger finding_handed_on_whole before update of state on findings
      when new.state in ('submitted', 'reviewed') and (new.conclusion = 'undecided' or exists (
        select 1 from element_assessments e where e.finding_id = new.id and e.defence <> ''
          and e.defence_reply = '' and length(trim(e.defence_unanswered_reason)) < 20))
      begin select raise(abort, 'a finding is handed on concluded and with its defence answered'); end;
      create trigger finding_approved_by_another before update of state on findings
      when new.state = 'reviewed' and not exists (
        select 1 from finding_reviews v where v.finding_id = new.id and v.outcome = 'approved'
          and v.reviewer_id <> new.author_id and not exists (select 1 from finding_authors a
            where a.finding_id = v.finding_id and a.account_id = v.reviewer_id))
      begin select raise(abort, 'a finding is approved by a second person'); end;
      create trigger review_by_another before insert on finding_reviews
      when exists (select 1 from finding_authors a
          where a.finding_id = new.finding_id and a.account_id = new.reviewer_id)
        or exists (select 1 from findings f where f.id = new.finding_id and f.author_id = new.reviewer_id)
      begin select raise(abort, 'nobody reviews the own finding'); end;
    `)
    db.script(sql`
      create trigger element_held_under_review before update on element_assessments
      when exists (select 1 from findings f where f.id = new.finding_id and f.state in ('submitted', 'reviewed'))
      begin select raise(abort, 'a finding under review or approved is not changed'); end;
      create trigger element_added_to_draft before insert on element_assessments
      when exists (select 1 from findings f where f.id = new.finding_id
        and (f.state in ('submitted', 'reviewed') or f.conclusion = 'proven'))
      begin select raise(abort, 'a finding under review or proven has its elements'); end;
      create trigger elements_no_delete before delete on element_assessments
      begin select raise(abort, 'an element is never deleted'); end;
      create trigger element_carries_finding before update of state on element_assessments
      when new.state <> 'proven' and exists (
        select 1 from findings f where f.id = new.finding_id and f.conclusion = 'proven')
      begin select raise(abort, 'a finding is proven only when every element is'); end;
      create trigger link_held_under_review before insert on exhibit_links
      when exists (select 1 from findings f where f.id = new.finding_id and f.state in ('submitted', 'reviewed'))
      begin select raise(abort, 'a finding under review or approved is not changed'); end;
      create trigger unlink_held_under_review before delete on exhibit_links
      when exists (select 1 from findings f where f.id = old.finding_id and f.state in ('submitted', 'reviewed'))
      begin select raise(abort, 'a finding under review or approved is not changed'); end;
      create trigger link_within_case before insert on exhibit_links
      when (select x.case_id from exhibits x where x.id = new.exhibit_id)
        is not (select f.case_id from findings f where f.id = new.finding_id)
      begin select raise(abort, 'an exhibit supports findings of its own case'); end;
    `)
  },
}

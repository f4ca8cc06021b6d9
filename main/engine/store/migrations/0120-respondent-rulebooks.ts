import { sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/**
 * The rulebook of each person in a case, with the dates that decide on it and, where the law leaves a choice,
 * the commissioner who chose. Cases opened before keep the rulebook of their header and its reason.
 */
export const respondentRulebooks: Migration = {
  number: 120,
  name: 'respondent rulebooks',
  up(db) {
    db.script(sql`
      create table respondent_rulebooks (
        respondent_id text primary key references respondents (id),
        case_id text not null references cases (id),
        rulebook text not null,
        track text not null check (track in ('discipline', 'ethics')),
        examined_on text,
        decided_on text,
        undecided integer not null check (undecided in (0, 1)),
        reason text not null default '',
        in_letter integer not null default 0 check (in_letter in (0, 1)),
        chosen_by text references accounts (id),
        chosen_at text,
        check ((chosen_by is null) = (chosen_at is null)),
        check ((chosen_by is null) = (reason = '')),
        check (undecided = 0 or chosen_by is null)
      ) strict;
      create index respondent_rulebooks_by_case on respondent_rulebooks (case_id);
      create index respondent_rulebooks_undecided on respondent_rulebooks (case_id) where undecided = 1;
      insert into respondent_rulebooks (respondent_id, case_id, rulebook, track, undecided, reason, chosen_by,
          chosen_at)
        select x.respondent_id, x.case_id, c.rulebook,
          case when r.designated_on is not null and r.act_on < r.designated_on then 'ethics' else 'discipline' end,
          0, c.rulebook_reason,
          case when c.rulebook_reason = '' then null else c.opened_by end,
          case when c.rulebook_reason = '' then null else c.opened_at end
        from case_respondents x join cases c on c.id = x.case_id join reports r on r.id = c.report_id;
      create trigger decisions_need_rulebook before insert on decisions
      when not exists (select 1 from respondent_rulebooks b
        where b.respondent_id = new.respondent_id and b.undecided = 0)
      begin select raise(abort, 'nothing is decided about a person whose rulebook is undecided'); end;
      create trigger respondent_rulebooks_chosen before insert on respondent_rulebooks
      when new.chosen_by is not null and not exists (select 1 from accounts a
        where a.id = new.chosen_by and a.role in ('commissioner', 'chair', 'deputyChair'))
      begin select raise(abort, 'only a commissioner chooses a rulebook'); end;
      create trigger respondent_rulebooks_chosen_again before update on respondent_rulebooks
      when new.chosen_by is not null and new.chosen_by is not old.chosen_by
        and not exists (select 1 from accounts a
          where a.id = new.chosen_by and a.role in ('commissioner', 'chair', 'deputyChair'))
      begin select raise(abort, 'only a commissioner chooses a rulebook'); end;
      create trigger respondent_rulebooks_decided before update on respondent_rulebooks
      when exists (select 1 from decisions d
        where d.respondent_id = old.respondent_id and d.outcome <> 'deferred')
      begin select raise(abort, 'the rulebook of a decided person is never changed'); end;
      create trigger respondent_rulebooks_no_delete before delete on respondent_rulebooks
      begin select raise(abort, 'the rulebook of a person is never deleted'); end;
    `)
  },
}

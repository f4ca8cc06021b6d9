import { sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/**
 * Answers to recusal prompts, sentences added to minutes by hand, signatures of the members, and new
 * decisions about a decided person. That a decided person is decided again only under an open
 * reconsideration, and that the new decision names the old one, is held here against import and merge too.
 */
export const minutesAndReconsiderations: Migration = {
  number: 150,
  name: 'minutes and reconsiderations',
  up(db) {
    db.script(sql`
      create table recusal_answers (
        plenary_id text not null,
        case_id text not null,
        account_id text not null references accounts (id),
        reason text not null check (reason in ('sameRegion', 'kinship', 'earlierRole', 'recusedBefore')),
        text text not null,
        at text not null,
        noted_by text not null references accounts (id),
        primary key (plenary_id, case_id, account_id, reason),
        foreign key (plenary_id, case_id) references agenda_items (plenary_id, case_id)
      ) strict;

      create table minutes_notes (
        id text primary key,
        plenary_id text not null references plenaries (id),
        case_id text references cases (id),
        position text not null check (position in ('opening', 'case', 'closing')),
        text text not null,
        added_by text not null references accounts (id),
        at text not null,
        removed_by text references accounts (id),
        removed_at text,
        check ((position = 'case') = (case_id is not null)),
        check ((removed_by is null) = (removed_at is null))
      ) strict;
      create index minutes_notes_by_plenary on minutes_notes (plenary_id);
      create trigger minutes_notes_before_close before insert on minutes_notes
      when (select state from plenaries where id = new.plenary_id) = 'closed'
      begin select raise(abort, 'closed minutes take no note'); end;
      create trigger minutes_notes_only_removed before update on minutes_notes
      when new.id is not old.id or new.plenary_id is not old.plenary_id or new.case_id is not old.case_id
        or new.position is not old.position or new.text is not old.text or new.added_by is not old.added_by
        or new.at is not old.at or old.removed_at is not null
        or (select state from plenaries where id = old.plenary_id) = 'closed'
      begin select raise(abort, 'a note is only removed, and only before the close'); end;
      create trigger minutes_notes_no_delete before delete on minutes_notes
      begin select raise(abort, 'a note stays in the history'); end;

      create table minutes_signatures (
        plenary_id text not null references plenaries (id),
        account_id text not null references accounts (id),
        ordinal integer not null,
        signed_at text not null,
        certificate_name text not null,
        issuer text not null,
        blob_id text not null,
        sha256 text not null,
        primary key (plenary_id, account_id),
        unique (plenary_id, ordinal)
      ) strict;
      create trigger minutes_signed_after_close before insert on minutes_signatures
      when (select state from plenaries where id = new.plenary_id) <> 'closed'
        or not exists (select 1 from plenary_attendance t
          where t.plenary_id = new.plenary_id and t.account_id = new.account_id and t.present = 1)
      begin select raise(abort, 'minutes are signed after the close, by those present'); end;
      create trigger minutes_signatures_no_update before update on minutes_signatures
      begin select raise(abort, 'a signature is never changed'); end;
      create trigger minutes_signatures_no_delete before delete on minutes_signatures
      begin select raise(abort, 'a signature is never deleted'); end;

      create table reconsiderations (
        id text primary key,
        respondent_id text not null references respondents (id),
        case_id text not null references cases (id),
        old_vote_id text not null unique references decisions (vote_id),
        kind text not null check (kind in ('correction', 'reopening')),
        reason text not null,
        asked_by text not null references accounts (id),
        at text not null,
        new_vote_id text unique references decisions (vote_id)
      ) strict;
      create unique index reconsiderations_one_open on reconsiderations (respondent_id)
        where new_vote_id is null;
      create index reconsiderations_by_respondent on reconsiderations (respondent_id);
      create trigger reconsiderations_of_decided before insert on reconsiderations
      when new.new_vote_id is not null or not exists (select 1 from decisions d
          where d.vote_id = new.old_vote_id and d.respondent_id = new.respondent_id
            and d.case_id = new.case_id and d.outcome <> 'deferred')
      begin select raise(abort, 'only a decision about this person is reconsidered'); end;
      create trigger reconsiderations_only_answered before update on reconsiderations
      when old.new_vote_id is not null or new.id is not old.id or new.respondent_id is not old.respondent_id
        or new.case_id is not old.case_id or new.old_vote_id is not old.old_vote_id
        or new.kind is not old.kind or new.reason is not old.reason or new.asked_by is not old.asked_by
        or new.at is not old.at
        or not exists (select 1 from decisions d where d.vote_id = new.new_vote_id
          and d.replaces_vote_id = old.old_vote_id)
      begin select raise(abort, 'a reconsideration is only answered, once, by its new decision'); end;
      create trigger reconsiderations_no_delete before delete on reconsiderations
      begin select raise(abort, 'a reconsideration is never deleted'); end;

      alter table decisions add column replaces_vote_id text references decisions (vote_id);
      create trigger decided_again_only_when_asked before insert on decisions
      when exists (select 1 from decisions d
          where d.respondent_id = new.respondent_id and d.outcome <> 'deferred')
        and not exists (select 1 from reconsiderations r
          where r.respondent_id = new.respondent_id and r.new_vote_id is null
            and (new.outcome = 'deferred' or r.old_vote_id is new.replaces_vote_id))
      begin select raise(abort, 'a decided person is decided again only by a decision that cites the old one'); end;
      create trigger decisions_cite_what_they_replace before insert on decisions
      when new.replaces_vote_id is not null and (new.outcome = 'deferred' or not exists (
        select 1 from reconsiderations r where r.respondent_id = new.respondent_id
          and r.old_vote_id = new.replaces_vote_id and r.new_vote_id is null))
      begin select raise(abort, 'a decision cites only what is being reconsidered'); end;
      create trigger decisions_answer_reconsideration after insert on decisions
      when new.replaces_vote_id is not null
      begin
        update reconsiderations set new_vote_id = new.vote_id where old_vote_id = new.replaces_vote_id;
      end;
    `)
  },
}

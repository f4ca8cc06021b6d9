import { sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/**
 * Completing reports and sending them back, conflicts of supervising authorities, links between cases, and to
 * whom a letter goes when the authority is part of the matter. All of it is history: rows are never rewritten.
 */
export const intake: Migration = {
  number: 160,
  name: 'intake',
  up(db) {
    db.script(sql`
      alter table reports add column initial_evidence text not null default '';
      create table report_amendments (
        id integer primary key,
        report_id text not null references reports (id),
        field text not null,
        value_before text not null,
        value_after text not null,
        account_id text not null references accounts (id),
        at text not null
      ) strict;
      create index report_amendments_by_report on report_amendments (report_id, id);
      create trigger report_amendments_no_update before update on report_amendments
      begin select raise(abort, 'a completion is never changed'); end;
      create trigger report_amendments_no_delete before delete on report_amendments
      begin select raise(abort, 'a completion is never deleted'); end;
      create table report_returns (
        id text primary key,
        report_id text not null references reports (id),
        number text not null unique,
        dated_on text not null,
        addressee text not null,
        missing text not null,
        blob_id text not null,
        sha256 text not null,
        returned_by text not null references accounts (id),
        returned_at text not null,
        taken_up_by text references accounts (id),
        taken_up_at text,
        taken_up_reason text not null default ''
      ) strict;
      create index report_returns_by_report on report_returns (report_id, returned_at);
      create unique index report_returns_one_waiting on report_returns (report_id) where taken_up_at is null;
      create trigger report_returns_fixed before update of id, report_id, number, dated_on, addressee, missing,
        blob_id, sha256, returned_by, returned_at on report_returns
      begin select raise(abort, 'a letter to the sender is never changed'); end;
      create trigger report_returns_no_delete before delete on report_returns
      begin select raise(abort, 'a letter to the sender is never deleted'); end;
      create table ppk_conflicts (
        id integer primary key,
        respondent_id text not null references respondents (id),
        kind text not null check (kind in ('named', 'candidate', 'none')),
        note text not null,
        account_id text not null references accounts (id),
        at text not null
      ) strict;
      create index ppk_conflicts_by_respondent on ppk_conflicts (respondent_id, id);
      create trigger ppk_conflicts_no_update before update on ppk_conflicts
      begin select raise(abort, 'a flag is never changed, a newer one takes its place'); end;
      create trigger ppk_conflicts_no_delete before delete on ppk_conflicts
      begin select raise(abort, 'a flag is never deleted'); end;
      create table case_links (
        id integer primary key,
        case_id text not null references cases (id),
        other_case_id text not null references cases (id),
        reason text not null,
        linked_by text not null references accounts (id),
        linked_at text not null,
        unlinked_by text references accounts (id),
        unlinked_at text,
        unlink_reason text not null default '',
        check (case_id < other_case_id)
      ) strict;
      create unique index case_links_once on case_links (case_id, other_case_id) where unlinked_at is null;
      create index case_links_by_other on case_links (other_case_id);
      create trigger case_links_no_delete before delete on case_links
      begin select raise(abort, 'a link is ended, never deleted'); end;
      alter table letters add column addressed_to text not null default 'ppk'
        check (addressed_to in ('ppk', 'higher'));
      alter table letters add column addressee_reason text not null default '';
      alter table letters add column with_opinions integer not null default 0 check (with_opinions in (0, 1));
    `)
  },
}

import { sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/** Plenary meetings, votes and decisions. One ballot per commissioner and person, by primary key. */
export const plenaries: Migration = {
  number: 70,
  name: 'plenaries',
  up(db) {
    db.script(sql`
      create table plenaries (
        id text primary key,
        number text not null unique,
        held_on text not null,
        start_time text not null,
        zone text not null,
        place text not null,
        state text not null check (state in ('planned', 'open', 'closed')),
        institution_version integer not null,
        planned_by text not null references accounts (id),
        planned_at text not null,
        presided_by text references accounts (id),
        opened_at text,
        closed_at text,
        minutes_blob_id text,
        minutes_sha256 text
      ) strict;
      create table plenary_attendance (
        plenary_id text not null references plenaries (id),
        account_id text not null references accounts (id),
        present integer not null check (present in (0, 1)),
        primary key (plenary_id, account_id)
      ) strict;
      create table agenda_items (
        plenary_id text not null references plenaries (id),
        case_id text not null references cases (id),
        ordinal integer not null,
        primary key (plenary_id, case_id)
      ) strict;
      create index agenda_items_by_case on agenda_items (case_id);
      create table recusals (
        plenary_id text not null,
        case_id text not null,
        account_id text not null references accounts (id),
        reason text not null,
        at text not null,
        primary key (plenary_id, case_id, account_id),
        foreign key (plenary_id, case_id) references agenda_items (plenary_id, case_id)
      ) strict;
      create table votes (
        id text primary key,
        plenary_id text not null,
        case_id text not null,
        respondent_id text not null references respondents (id),
        state text not null check (state in ('open', 'closed')),
        opened_at text not null,
        closed_at text,
        unique (plenary_id, respondent_id),
        foreign key (plenary_id, case_id) references agenda_items (plenary_id, case_id)
      ) strict;
      create table ballots (
        vote_id text not null references votes (id),
        account_id text not null references accounts (id),
        verdict text not null check (verdict in ('proven', 'notProven', 'deferred')),
        sanction_id text,
        opinion text not null,
        cast_at text not null,
        body text not null,
        signature blob not null,
        signer blob not null,
        primary key (vote_id, account_id)
      ) strict;
      create table decisions (
        vote_id text primary key references votes (id),
        plenary_id text not null references plenaries (id),
        case_id text not null references cases (id),
        respondent_id text not null references respondents (id),
        outcome text not null check (outcome in ('proven', 'notProven', 'deferred')),
        tally text not null,
        tie_broken integer not null check (tie_broken in (0, 1)),
        sanction_id text,
        sentence text not null,
        decided_at text not null
      ) strict;
      create index decisions_by_respondent on decisions (respondent_id);
      create index decisions_by_case on decisions (case_id);
      create trigger ballots_no_update before update on ballots
      begin select raise(abort, 'a ballot is never changed'); end;
      create trigger ballots_no_delete before delete on ballots
      begin select raise(abort, 'a ballot is never deleted'); end;
      create trigger decisions_no_update before update on decisions
      begin select raise(abort, 'a decision is never changed'); end;
      create trigger decisions_no_delete before delete on decisions
      begin select raise(abort, 'a decision is never deleted'); end;
    `)
  },
}

import { sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/** Letters, every version of them, the fixed PDF and what came back. */
export const letters: Migration = {
  number: 80,
  name: 'letters',
  up(db) {
    db.script(sql`
      create table letters (
        id text primary key,
        case_id text not null references cases (id),
        respondent_id text not null references respondents (id),
        vote_id text not null references decisions (vote_id),
        state text not null check (state in
          ('draft', 'inReview', 'returned', 'reviewed', 'approved', 'finalised', 'issued')),
        number text unique,
        number_serial integer,
        number_year integer,
        dated_on text,
        header text not null,
        body text not null,
        variables text not null,
        version integer not null,
        author_id text not null references accounts (id),
        saved_at text not null,
        base_blob_id text,
        base_sha256 text,
        signatory_id text references accounts (id),
        issued_blob_id text,
        issued_sha256 text,
        issued_at text,
        unique (number_year, number_serial)
      ) strict;
      create unique index letters_one_per_decision on letters (vote_id);
      create index letters_by_case on letters (case_id);
      create index letters_by_state on letters (state, saved_at desc);
      create table letter_versions (
        letter_id text not null references letters (id),
        version integer not null,
        header text not null,
        body text not null,
        saved_by text not null references accounts (id),
        saved_at text not null,
        primary key (letter_id, version)
      ) strict;
      create table letter_steps (
        id integer primary key,
        letter_id text not null references letters (id),
        step text not null,
        account_id text not null references accounts (id),
        at text not null,
        comment text not null
      ) strict;
      create index letter_steps_by_letter on letter_steps (letter_id, id);
      create table letter_traces (
        letter_id text not null references letters (id),
        trace text not null,
        label text not null,
        exhibits text not null,
        source_text text not null,
        source_hash text not null,
        primary key (letter_id, trace)
      ) strict;
      create trigger issued_letters_fixed before update on letters
      when old.state = 'issued'
      begin select raise(abort, 'an issued letter is never changed'); end;
      create trigger letters_no_delete before delete on letters
      begin select raise(abort, 'a letter is never deleted'); end;
      create trigger letter_numbers_fixed before update of number on letters
      when old.number is not null and new.number is not old.number
      begin select raise(abort, 'a letter number is never changed'); end;
      create table follow_ups (
        id text primary key,
        letter_id text not null unique references letters (id),
        case_id text not null references cases (id),
        respondent_id text not null references respondents (id),
        started_on text not null,
        due_on text not null,
        days integer not null,
        unit text not null check (unit in ('hari', 'hari kerja')),
        skipped text not null,
        basis text not null,
        recommended_sanction_id text,
        closed_kind text check (closed_kind in ('sanctionDecision', 'noSanctionDecision')),
        decision_number text,
        decision_on text,
        imposed_sanction_id text,
        difference text,
        note text,
        exhibit_id text references exhibits (id),
        closed_at text,
        closed_by text references accounts (id)
      ) strict;
      create index follow_ups_by_case on follow_ups (case_id);
      create index follow_ups_open on follow_ups (due_on) where closed_at is null;
    `)
  },
}

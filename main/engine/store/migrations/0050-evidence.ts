import { sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/** Exhibits, what is known of their origin, and every act done with them. */
export const evidence: Migration = {
  number: 50,
  name: 'evidence',
  up(db) {
    db.script(sql`
      create table exhibits (
        id text primary key,
        case_id text not null references cases (id),
        series text not null check (series in ('P', 'T')),
        serial integer not null,
        title text not null,
        file_name text not null,
        mime text not null,
        kind text not null check (kind in ('image', 'pdf', 'text', 'audio', 'video', 'other', 'damaged')),
        notice text,
        size integer not null,
        sha256 text not null,
        blob_id text not null unique,
        width integer,
        height integer,
        integrity text not null check (integrity in ('intact', 'changed', 'missing', 'unchecked')),
        integrity_checked_at text,
        provenance text not null,
        taken_in_at text not null,
        taken_in_by text not null references accounts (id),
        unique (case_id, series, serial)
      ) strict;
      create index exhibits_by_hash on exhibits (sha256);
      create table exhibit_series (
        case_id text not null references cases (id),
        series text not null,
        last_serial integer not null,
        primary key (case_id, series)
      ) strict;
      create table custody_entries (
        id integer primary key,
        exhibit_id text not null references exhibits (id),
        at text not null,
        account_id text not null references accounts (id),
        act text not null,
        detail text not null
      ) strict;
      create index custody_by_exhibit on custody_entries (exhibit_id, id);
      create table exhibit_openings (
        exhibit_id text not null references exhibits (id),
        account_id text not null references accounts (id),
        open_count integer not null,
        last_at text not null,
        primary key (exhibit_id, account_id)
      ) strict;
      create trigger exhibits_bytes_fixed before update of sha256, blob_id, size, serial, series, case_id on exhibits
      begin select raise(abort, 'an exhibit is never replaced'); end;
      create trigger custody_entries_no_update before update on custody_entries
      begin select raise(abort, 'custody entries are never changed'); end;
      create trigger custody_entries_no_delete before delete on custody_entries
      begin select raise(abort, 'custody entries are never deleted'); end;
    `)
  },
}

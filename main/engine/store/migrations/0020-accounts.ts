import { sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/** People, the institution, trusted certificates and unfinished typing. */
export const accounts: Migration = {
  number: 20,
  name: 'accounts',
  up(db) {
    db.script(sql`
      create table accounts (
        id text primary key,
        display_name text not null,
        sign_in_name text not null unique,
        role text not null check (role in ('assistant', 'commissioner', 'chair', 'deputyChair', 'secretariat')),
        position text not null,
        region text not null,
        added_at text not null,
        retired_at text
      ) strict;
      create table institution_versions (
        version integer primary key,
        pack text not null,
        saved_at text not null,
        saved_by text not null references accounts (id)
      ) strict;
      create table trusted_roots (
        fingerprint text primary key,
        subject text not null,
        certificate blob not null,
        valid_until text not null,
        added_at text not null
      ) strict;
      create table drafts (
        account_id text not null references accounts (id),
        key text not null,
        content text not null,
        saved_at text not null,
        primary key (account_id, key)
      ) strict;
      create table number_sequences (
        kind text not null,
        year integer not null,
        last_number integer not null,
        primary key (kind, year)
      ) strict;
    `)
  },
}

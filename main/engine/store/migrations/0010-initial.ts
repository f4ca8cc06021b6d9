import { sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/** What the store itself needs: facts about the file, vault identity, keys of signers, audit chain. */
export const initial: Migration = {
  number: 10,
  name: 'initial',
  up(db) {
    db.script(sql`
      create table store_facts (
        name text primary key,
        value text not null
      ) strict;
      create table vault_identity (
        id integer primary key check (id = 1),
        identity text not null,
        recipient text not null,
        created_at text not null
      ) strict;
      create table device_keys (
        id integer primary key check (id = 1),
        public_key blob not null,
        secret_seed blob not null
      ) strict;
      create table signing_keys (
        public_key blob primary key,
        kind text not null check (kind in ('account', 'device', 'recovery')),
        account_id text,
        added_seq integer not null,
        ended_seq integer
      ) strict;
      create index signing_keys_by_account on signing_keys (account_id);
      create table audit_entries (
        seq integer primary key,
        at text not null,
        actor_id text,
        method text not null,
        case_id text,
        body text not null,
        hash blob not null,
        signature blob not null,
        signer blob not null
      ) strict;
      create index audit_entries_by_case on audit_entries (case_id, seq) where case_id is not null;
      create index audit_entries_by_actor on audit_entries (actor_id, seq);
      create index audit_entries_by_at on audit_entries (at);
      create table audit_heads (
        kind text primary key check (kind in ('current', 'published')),
        seq integer not null,
        hash blob not null,
        store_id text not null,
        generation integer not null,
        signature blob not null,
        signer blob not null
      ) strict;
      create trigger audit_entries_no_update before update on audit_entries
      begin select raise(abort, 'audit entries are never changed'); end;
      create trigger audit_entries_no_delete before delete on audit_entries
      begin select raise(abort, 'audit entries are never deleted'); end;
    `)
  },
}

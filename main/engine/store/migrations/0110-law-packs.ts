import { sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/** The texts of the law that cases were decided under, as their publisher signed them; never changed. */
export const lawPacks: Migration = {
  number: 110,
  name: 'law-packs',
  up(db) {
    db.script(sql`
      create table law_packs (
        pack_id text not null,
        version text not null,
        text text not null,
        sha256 text not null check (length(sha256) = 64),
        signer text not null check (length(signer) = 64),
        imported_at text not null,
        imported_by text not null references accounts (id),
        source text not null check (source in ('program', 'file')),
        primary key (pack_id, version)
      ) strict;
      create trigger law_packs_kept_unchanged before update on law_packs
      begin select raise(abort, 'law packs are never changed'); end;
      create trigger law_packs_kept before delete on law_packs
      begin select raise(abort, 'law packs are never deleted'); end;
    `)
  },
}

import { sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/** Full-text index over what may be searched; reporters are never in it. */
export const search: Migration = {
  number: 90,
  name: 'search',
  up(db) {
    db.script(sql`
      create virtual table search_index using fts5 (
        kind unindexed, entity_id unindexed, case_id unindexed, title, detail,
        tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
      );
      create table search_rows (
        entity_id text primary key,
        row integer not null
      ) strict;
    `)
  },
}

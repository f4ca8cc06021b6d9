import { sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/**
 * Whether the fixed minutes carry a signature field for each member present. Minutes closed by a program without
 * sealed ballots carry none: nobody's signature is due on them.
 */
export const minutesFields: Migration = {
  number: 170,
  name: 'minutes fields',
  up(db) {
    db.script(sql`
      alter table plenaries add column minutes_fields integer not null default 1 check (minutes_fields in (0, 1));
      update plenaries set minutes_fields = 0 where state = 'closed' and not exists (
        select 1 from votes v where v.plenary_id = plenaries.id and v.question is not null);
    `)
  },
}

import { sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/**
 * The NIP of an account, to which the certificate of its owner is bound, and the NIP with which the pages of a
 * letter were prepared. Both may be unknown: earlier stores knew none, and a commissioner need not have one.
 */
export const accountNips: Migration = {
  number: 220,
  name: 'account-nips',
  up(db) {
    db.script(sql`
      alter table accounts add column nip text
        check (nip is null or (length(nip) = 18 and nip not glob '*[^0-9]*'));
      create unique index accounts_nip on accounts (nip) where nip is not null and retired_at is null;
      alter table letters add column signatory_nip text;
    `)
  },
}

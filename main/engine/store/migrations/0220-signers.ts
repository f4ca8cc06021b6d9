import { sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/**
 * Who signs. The NIP of an account, to which the certificate of its owner is bound, and the NIP with which the
 * pages of a letter were prepared; both may be unknown, since earlier stores knew none and a commissioner need not
 * have one. And the signature under the letter with which a report goes back; `content` is what its pages are drawn
 * from, for another signatory; letters of an earlier program have none.
 */
export const signers: Migration = {
  number: 220,
  name: 'signers',
  up(db) {
    db.script(sql`
      alter table accounts add column nip text
        check (nip is null or (length(nip) = 18 and nip not glob '*[^0-9]*'));
      create unique index accounts_nip on accounts (nip) where nip is not null and retired_at is null;
      alter table letters add column signatory_nip text;

      alter table report_returns add column content text;
      create trigger report_returns_content_fixed before update of content on report_returns
      begin select raise(abort, 'a letter to the sender is never changed'); end;
      create table report_return_signatures (
        return_id text primary key references report_returns (id),
        account_id text not null references accounts (id),
        signed_at text not null,
        certificate_name text not null,
        issuer text not null,
        blob_id text not null,
        sha256 text not null
      ) strict;
      create trigger report_return_signed_by_presiders before insert on report_return_signatures
      when not exists (select 1 from accounts a where a.id = new.account_id and a.retired_at is null
        and a.role in ('chair', 'deputyChair'))
      begin select raise(abort, 'only the chair or the deputy signs'); end;
      create trigger report_return_signatures_no_update before update on report_return_signatures
      begin select raise(abort, 'a signature is never changed'); end;
      create trigger report_return_signatures_no_delete before delete on report_return_signatures
      begin select raise(abort, 'a signature is never deleted'); end;
    `)
  },
}

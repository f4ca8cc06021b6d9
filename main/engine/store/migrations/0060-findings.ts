import { sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/** Findings: elements, what supports them, reviews. Rule 1 is held here a second time by triggers. */
export const findings: Migration = {
  number: 60,
  name: 'findings',
  up(db) {
    db.script(sql`
      create table findings (
        id text primary key,
        case_id text not null references cases (id),
        respondent_id text not null references respondents (id),
        provision_id text not null,
        law_pack_version text not null,
        state text not null check (state in ('draft', 'submitted', 'returned', 'reviewed')),
        conclusion text not null check (conclusion in ('proven', 'notProven', 'undecided')),
        consideration text not null,
        sanction_id text,
        sanction_reason text not null,
        author_id text not null references accounts (id),
        created_at text not null,
        updated_at text not null,
        withdrawn_at text,
        unique (respondent_id, provision_id, withdrawn_at)
      ) strict;
      create index findings_by_case on findings (case_id);
      create table finding_authors (
        finding_id text not null references findings (id),
        account_id text not null references accounts (id),
        primary key (finding_id, account_id)
      ) strict;
      create table element_assessments (
        finding_id text not null references findings (id),
        element_id text not null,
        ordinal integer not null,
        label text not null,
        state text not null check (state in ('proven', 'notProven', 'insufficient', 'notAssessed')),
        reasons text not null,
        defence text not null,
        defence_reply text not null,
        assessed_by text references accounts (id),
        assessed_at text,
        primary key (finding_id, element_id)
      ) strict;
      create table exhibit_links (
        id text primary key,
        finding_id text not null,
        element_id text not null,
        exhibit_id text not null references exhibits (id),
        stance text not null check (stance in ('supports', 'contradicts')),
        place text not null,
        note text not null,
        linked_by text not null references accounts (id),
        linked_at text not null,
        foreign key (finding_id, element_id) references element_assessments (finding_id, element_id)
      ) strict;
      create index exhibit_links_by_element on exhibit_links (finding_id, element_id);
      create index exhibit_links_by_exhibit on exhibit_links (exhibit_id);
      create table finding_reviews (
        id text primary key,
        finding_id text not null references findings (id),
        reviewer_id text not null references accounts (id),
        at text not null,
        outcome text not null check (outcome in ('approved', 'returned')),
        checks text not null,
        comment text not null
      ) strict;
      create index finding_reviews_by_finding on finding_reviews (finding_id, at);
      create trigger element_proven_needs_exhibit before update of state on element_assessments
      when new.state = 'proven' and not exists (
        select 1 from exhibit_links l
        where l.finding_id = new.finding_id and l.element_id = new.element_id and l.stance = 'supports')
      begin select raise(abort, 'proven needs an exhibit'); end;
      create trigger element_not_born_proven before insert on element_assessments
      when new.state = 'proven'
      begin select raise(abort, 'proven needs an exhibit'); end;
      create trigger last_exhibit_stays before delete on exhibit_links
      when old.stance = 'supports'
        and exists (select 1 from element_assessments e
          where e.finding_id = old.finding_id and e.element_id = old.element_id and e.state = 'proven')
        and not exists (select 1 from exhibit_links l
          where l.finding_id = old.finding_id and l.element_id = old.element_id
            and l.stance = 'supports' and l.id <> old.id)
      begin select raise(abort, 'proven needs an exhibit'); end;
      create trigger exhibit_links_fixed before update on exhibit_links
      begin select raise(abort, 'links are made and taken away, never changed'); end;
      create trigger finding_proven_needs_elements before update of conclusion on findings
      when new.conclusion = 'proven' and exists (
        select 1 from element_assessments e where e.finding_id = new.id and e.state <> 'proven')
      begin select raise(abort, 'a finding is proven only when every element is'); end;
      create trigger finding_not_born_proven before insert on findings
      when new.conclusion = 'proven'
      begin select raise(abort, 'a finding is proven only when every element is'); end;
    `)
  },
}

import { sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/** Case files, who works on them and by when. */
export const cases: Migration = {
  number: 40,
  name: 'cases',
  up(db) {
    db.script(sql`
      create table cases (
        id text primary key,
        report_id text not null unique references reports (id),
        register_number text not null unique,
        stage text not null check (stage in ('examination', 'review', 'plenary', 'letter', 'followUp', 'closed')),
        law_pack_version text not null,
        rulebook text not null,
        opened_at text not null,
        opened_by text not null references accounts (id)
      ) strict;
      create index cases_by_opened on cases (opened_at desc);
      create index cases_by_stage on cases (stage, opened_at desc);
      create table case_respondents (
        case_id text not null references cases (id),
        respondent_id text not null unique references respondents (id),
        stage text not null check (stage in ('examination', 'review', 'plenary', 'letter', 'followUp', 'closed')),
        primary key (case_id, respondent_id)
      ) strict;
      create index case_respondents_by_stage on case_respondents (stage);
      create table assignments (
        case_id text not null references cases (id),
        account_id text not null references accounts (id),
        kind text not null check (kind in ('assistant', 'reviewer', 'commissioner')),
        assigned_at text not null,
        assigned_by text not null references accounts (id),
        primary key (case_id, account_id, kind)
      ) strict;
      create index assignments_by_account on assignments (account_id, kind);
      create table deadlines (
        id text primary key,
        case_id text not null references cases (id),
        respondent_id text references respondents (id),
        kind text not null,
        label text not null,
        started_on text not null,
        due_on text not null,
        days integer not null,
        unit text not null check (unit in ('hari', 'hari kerja')),
        skipped text not null,
        basis text not null,
        done_at text
      ) strict;
      create index deadlines_by_case on deadlines (case_id);
      create index deadlines_open on deadlines (due_on) where done_at is null;
    `)
  },
}

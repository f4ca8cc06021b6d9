import { sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/** Reports, the protected reporter apart from them, persons and the posts they held. */
export const reports: Migration = {
  number: 30,
  name: 'reports',
  up(db) {
    db.script(sql`
      create table persons (
        id text primary key,
        nip text not null unique,
        nip_kind text not null check (nip_kind in ('pns', 'pppk', 'old9', 'invalid')),
        name text not null,
        added_at text not null
      ) strict;
      create index persons_by_name on persons (name);
      create table reports (
        id text primary key,
        register_number text not null unique,
        channel text not null,
        received_on text not null,
        sender_kind text not null,
        sender_office text not null,
        sender_letter_number text not null,
        sender_letter_on text,
        election_id text,
        election_scope text not null,
        designated_on text,
        candidate text not null,
        violation_form text not null,
        act_on text not null,
        act_until text,
        act_time text not null,
        zone text not null,
        place text not null,
        province_code text not null,
        narrative text not null,
        registered_at text not null,
        registered_by text not null references accounts (id)
      ) strict;
      create index reports_by_received on reports (received_on desc, register_number desc);
      create table reporters (
        report_id text primary key references reports (id),
        name text not null,
        contact text not null
      ) strict;
      create table respondents (
        id text primary key,
        report_id text not null references reports (id),
        person_id text not null references persons (id),
        ordinal integer not null,
        nip text not null,
        nip_kind text not null,
        nip_warnings text not null,
        name text not null,
        status text not null check (status in ('pns', 'cpns', 'pppk')),
        grade text not null,
        position text not null,
        position_kind text not null,
        work_unit text not null,
        agency_name text not null,
        agency_type text not null,
        province_code text not null,
        unique (report_id, ordinal),
        unique (report_id, person_id)
      ) strict;
      create index respondents_by_person on respondents (person_id);
    `)
  },
}

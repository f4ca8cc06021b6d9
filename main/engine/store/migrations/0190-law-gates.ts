import { type Sql, sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/**
 * What the gates of findings and decisions need of the law, read from the signed packs by the store itself: the
 * elements of each provision, the sanctions of its band, all sanctions. A write past the program can therefore
 * not say of itself that it has every element or lies inside the band. The band is that of law/sanction-band.ts;
 * tests/store/law-gates.test.ts holds the two together.
 */
export const lawGates: Migration = {
  number: 190,
  name: 'law gates',
  up(db) {
    db.script(tables)
    db.script(readings)
    db.script(sql`
      insert into law_pack_elements select version, provision_id, element_id from law_elements_unread;
      insert into law_pack_bands select version, provision_id, sanction_id, level from law_bands_unread;
      insert into law_pack_sanctions select version, sanction_id from law_sanctions_unread;
      insert into law_packs_read select distinct version from law_packs;
    `)
    db.script(keepers)
    db.script(gates)
  },
}

const tables = sql`
  create table law_pack_elements (
    version text not null,
    provision_id text not null,
    element_id text not null,
    primary key (version, provision_id, element_id)
  ) strict, without rowid;
  create table law_pack_bands (
    version text not null,
    provision_id text not null,
    sanction_id text not null,
    level text not null,
    primary key (version, provision_id, sanction_id)
  ) strict, without rowid;
  create table law_pack_sanctions (
    version text not null,
    sanction_id text not null,
    primary key (version, sanction_id)
  ) strict, without rowid;
  create table law_packs_read (version text primary key) strict, without rowid;
`

// Only packs that were not read yet. A text that is no JSON (a damaged store) gives no rows: then nothing is
// proven under it.
const packs = sql`pack (version, text) as materialized (
    select version, case when json_valid(text) then text else '{}' end from law_packs p
    where not exists (select 1 from law_packs_read r where r.version = p.version))`

const readings = sql`
  create view law_elements_unread as
    with ${packs}
    select distinct p.version, v.value ->> 'id' as provision_id, e.value ->> 'id' as element_id
    from pack p, json_each(p.text, '$.provisions') v, json_each(v.value, '$.elements') e
    where v.value ->> 'id' is not null and e.value ->> 'id' is not null;
  create view law_sanctions_unread as
    with ${packs}
    select distinct p.version, s.value ->> 'id' as sanction_id
    from pack p, json_each(p.text, '$.sanctions') s where s.value ->> 'id' is not null;
  create view law_bands_unread as
    with recursive ${packs},
    provision as materialized (
      select p.version, v.value ->> 'id' as id, v.value ->> 'regulation' as regulation,
        v.value ->> 'sanctionLevel' as level, v.value -> 'sanctionTiers' as tiers,
        coalesce(v.value ->> 'sanctionBasis', '') as basis
      from pack p, json_each(p.text, '$.provisions') v),
    sanction as materialized (
      select p.version, s.value ->> 'id' as id, s.value ->> 'regulation' as regulation,
        s.value ->> 'level' as level, coalesce(s.value ->> 'citation', '') as citation,
        coalesce(s.value ->> 'applicable', 1) as applicable
      from pack p, json_each(p.text, '$.sanctions') s),
    levels as materialized (
      select version, id, regulation, level from provision where level is not null
      union
      select v.version, v.id, v.regulation, t.value ->> 'level' from provision v, json_each(v.tiers) t
      where t.value ->> 'level' is not null),
    regulation as materialized (
      select p.version, r.key as n, r.value ->> 'id' as id, r.value ->> 'number' as number
      from pack p, json_each(p.text, '$.regulations') r),
    exception as materialized (
      select p.version, x.value ->> 'id' as id
      from pack p, json_each(p.text, '$.rulebookSelection.exceptions') x),
    discipline as materialized (
      select p.version, d.value as regulation
      from pack p, json_each(p.text, '$.rulebookSelection.machine.disciplineRulebooks') d),
    dismissal as materialized (
      select p.version, k.value ->> 'provision' as provision, k.value ->> 'sanction' as sanction
      from pack p, json_each(p.text, '$.rulebookSelection.machine.dismissalKinds') k),
    -- A level whose kinds another regulation lends.
    loan as materialized (
      select p.version, b.value ->> 'rulebook' as regulation, b.value ->> 'level' as level,
        b.value ->> 'fromRegulation' as lender
      from pack p, json_each(p.text, '$.rulebookSelection.machine.borrowedSanctions') b
      where exists (select 1 from exception x where x.version = p.version and x.id = b.value ->> 'exception')),
    -- The articles that a basis names: 'Pasal 119 jo. PP 11/2017 Pasal 254' are two.
    part as materialized (
      select v.version, v.id, v.regulation, s.value as text
      from provision v, json_each('[' || replace(replace(json_quote(v.basis), ' jo. ', '","'), '; ', '","') || ']') s),
    tail (text, rest, n) as (
      select text, text, 0 from (select text from part union select citation from sanction)
      union all
      select text, substr(rest, instr(rest, 'Pasal ') + 6), n + 1 from tail where instr(rest, 'Pasal ') > 0),
    numbered as materialized (
      select text, rest, min(n), ltrim(rest, '0123456789') as after from tail
      where n > 0 and rest glob '[0-9]*' group by text),
    article as materialized (
      select text, substr(rest, 1, length(rest) - length(after))
        || case when after glob '[A-Z]*' then substr(after, 1, 1) else '' end as article from numbered),
    named as materialized (
      select distinct a.version, a.id, coalesce(
          (select r.id from regulation r where r.version = a.version
              and substr(a.text, 1, length(r.number) + 1) = r.number || ' '
            order by r.n limit 1), a.regulation) as regulation,
        coalesce((select article from article x where x.text = a.text), '') as article
      from part a),
    by_article as materialized (
      select distinct n.version, n.id, s.id as sanction_id, s.level, s.applicable
      from named n join sanction s on s.version = n.version and s.regulation = n.regulation
      where n.article = coalesce((select article from article x where x.text = s.citation), ''))
    select l.version, l.id as provision_id, s.id as sanction_id, s.level
    from levels l join loan b on b.version = l.version and b.regulation = l.regulation and b.level = l.level
      join sanction s on s.version = l.version and s.regulation = b.lender and s.level = l.level
    where s.applicable
    union
    select l.version, l.id, s.sanction_id, s.level
    from levels l join by_article s on s.version = l.version and s.id = l.id and s.level = l.level
    where s.applicable and not exists (select 1 from loan b
      where b.version = l.version and b.regulation = l.regulation and b.level = l.level)
    union
    select l.version, l.id, s.id, s.level
    from levels l join sanction s on s.version = l.version and s.level = l.level
    where s.applicable
      and not exists (select 1 from loan b
        where b.version = l.version and b.regulation = l.regulation and b.level = l.level)
      and not exists (select 1 from by_article a
        where a.version = l.version and a.id = l.id and a.level = l.level)
      and case when exists (select 1 from discipline d
          where d.version = l.version and d.regulation = l.regulation)
        then s.regulation = l.regulation
        else exists (select 1 from dismissal k
          where k.version = l.version and k.provision = l.id and k.sanction = s.id)
        end;
`

const keepers = sql`
  create trigger law_packs_one_of_a_version before insert on law_packs
  when exists (select 1 from law_packs p where p.version = new.version and p.pack_id <> new.pack_id)
  begin select raise(abort, 'a version names one law'); end;
  create trigger law_packs_are_read after insert on law_packs
  begin
    insert into law_pack_elements
      select version, provision_id, element_id from law_elements_unread where version = new.version;
    insert into law_pack_bands
      select version, provision_id, sanction_id, level from law_bands_unread where version = new.version;
    insert into law_pack_sanctions
      select version, sanction_id from law_sanctions_unread where version = new.version;
    insert into law_packs_read values (new.version);
  end;
  create trigger law_packs_read_once before insert on law_packs_read
  when not exists (select 1 from law_packs p where p.version = new.version)
  begin select raise(abort, 'the law is read from its signed text alone'); end;
  ${kept(sql`law_packs_read`)}
  ${readOnce(sql`law_pack_elements`)}
  ${kept(sql`law_pack_elements`)}
  ${readOnce(sql`law_pack_bands`)}
  ${kept(sql`law_pack_bands`)}
  ${readOnce(sql`law_pack_sanctions`)}
  ${kept(sql`law_pack_sanctions`)}
`

const lawOf = sql`(select c.law_pack_version from cases c where c.id = new.case_id)`

const gates = sql`
  create trigger case_law_fixed before update of law_pack_version on cases
  when new.law_pack_version is not old.law_pack_version
  begin select raise(abort, 'a case keeps the law under which it was opened'); end;
  create trigger element_place_fixed before update of finding_id, element_id on element_assessments
  when new.finding_id is not old.finding_id or new.element_id is not old.element_id
  begin select raise(abort, 'an element stays with its finding'); end;
  create trigger finding_proven_by_the_law before update of conclusion on findings
  when new.conclusion = 'proven' and (
    not exists (select 1 from law_pack_elements e
      where e.version = ${lawOf} and e.provision_id = new.provision_id)
    or exists (select 1 from law_pack_elements e
      where e.version = ${lawOf} and e.provision_id = new.provision_id
        and not exists (select 1 from element_assessments a
          where a.finding_id = new.id and a.element_id = e.element_id and a.state = 'proven')))
  begin select raise(abort, 'a finding is proven only when every element is that its law names'); end;
  create trigger sanction_of_the_law before update of sanction_id on findings
  when new.sanction_id is not null and not exists (select 1 from law_pack_sanctions s
    where s.version = ${lawOf} and s.sanction_id = new.sanction_id)
  begin select raise(abort, 'a sanction is one that the law knows'); end;
  create trigger inside_band_by_the_law before update of sanction_id, inside_band, level on findings
  when new.sanction_id is not null and new.inside_band = 1 and not exists (select 1 from law_pack_bands b
    where b.version = ${lawOf} and b.provision_id = new.provision_id and b.sanction_id = new.sanction_id
      and (new.level is null or b.level = new.level))
  begin select raise(abort, 'a sanction outside the band needs a reason'); end;
  create trigger decisions_by_the_law before insert on decisions
  when (new.sanction_id is not null and not exists (select 1 from law_pack_sanctions s
      where s.version = ${lawOf} and s.sanction_id = new.sanction_id))
    or (new.moral_sanction_id is not null and not exists (select 1 from law_pack_sanctions s
      where s.version = ${lawOf} and s.sanction_id = new.moral_sanction_id))
  begin select raise(abort, 'a sanction is one that the law knows'); end;
  create trigger decisions_inside_band_by_the_law before insert on decisions
  when new.sanction_id is not null and new.inside_band = 1 and not exists (
    select 1 from findings f join law_pack_bands b on b.version = ${lawOf} and b.provision_id = f.provision_id
      and b.sanction_id = new.sanction_id and (f.level is null or b.level = f.level)
    where f.respondent_id = new.respondent_id and f.case_id = new.case_id and f.conclusion = 'proven'
      and f.state = 'reviewed' and f.withdrawn_at is null)
  begin select raise(abort, 'outside the band only with a reason'); end;
`

/** Rows come while their pack is taken in, and at no other moment. */
function readOnce(table: Sql): Sql {
  return sql`create trigger ${table}_read_once before insert on ${table}
    when exists (select 1 from law_packs_read r where r.version = new.version)
      or not exists (select 1 from law_packs p where p.version = new.version)
    begin select raise(abort, 'the law is read from its signed text alone'); end;`
}

function kept(table: Sql): Sql {
  return sql`create trigger ${table}_no_update before update on ${table}
    begin select raise(abort, 'what a law says is never changed'); end;
    create trigger ${table}_no_delete before delete on ${table}
    begin select raise(abort, 'what a law says is never deleted'); end;`
}

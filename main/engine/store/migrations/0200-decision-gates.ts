import { sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/**
 * Where a decision comes from. One of this program rests on a vote that was opened with its whole question and
 * closed with its ballots, as many as the quorum asks for; outcome and sanction are what they give. One of a
 * former register names that register in its sentence, and comes only while a store without any case takes one
 * over. Signatures and hashes are beyond a trigger: those the program checks at the close, and the recount again.
 */
export const decisionGates: Migration = {
  number: 200,
  name: 'decision gates',
  up(db) {
    db.script(registers)
    db.script(meetings)
    db.script(votes)
    db.script(decisions)
  },
}

const registers = sql`
  create table register_takeovers (
    id integer primary key check (id = 1),
    source text not null check (length(trim(source)) >= 10),
    begun_by text not null references accounts (id),
    begun_at text not null,
    ended_at text
  ) strict;
  create trigger register_takeover_first before insert on register_takeovers
  when new.ended_at is not null or exists (select 1 from cases) or exists (select 1 from register_takeovers)
  begin select raise(abort, 'a register is taken over into an empty store, once'); end;
  create trigger register_takeover_ends before update on register_takeovers
  when old.ended_at is not null or new.ended_at is null or new.id is not old.id or new.source is not old.source
    or new.begun_by is not old.begun_by or new.begun_at is not old.begun_at
  begin select raise(abort, 'a takeover of a register only ends'); end;
  create trigger register_takeovers_no_delete before delete on register_takeovers
  begin select raise(abort, 'a takeover of a register is never deleted'); end;

  alter table decisions add column register_source text check (length(trim(register_source)) > 0);
  drop trigger decisions_no_update;
  update decisions set register_source = 'upgraded'
    where not exists (select 1 from ballots b where b.vote_id = decisions.vote_id);
  create trigger decisions_no_update before update on decisions
  begin select raise(abort, 'a decision is never changed'); end;
`

// The quorum is counted from these rows: they stand still once somebody votes by them. Of closed meetings 0180 says it.
const meetings = sql`
  create trigger institution_versions_no_update before update on institution_versions
  begin select raise(abort, 'rules of an institution are followed by new ones, never changed'); end;
  create trigger institution_versions_no_delete before delete on institution_versions
  begin select raise(abort, 'rules of an institution are followed by new ones, never deleted'); end;
  create trigger plenaries_rules_fixed before update of institution_version on plenaries
  when new.institution_version is not old.institution_version
  begin select raise(abort, 'a meeting keeps the rules under which it was planned'); end;
  create trigger attendance_written_stays before delete on plenary_attendance
  when (select state from plenaries where id = old.plenary_id) = 'open'
  begin select raise(abort, 'a member of a meeting is never left out'); end;
  create trigger attendance_of_its_meeting before update of plenary_id, account_id on plenary_attendance
  when new.plenary_id is not old.plenary_id or new.account_id is not old.account_id
  begin select raise(abort, 'a member of a meeting is never left out'); end;
  create trigger recusals_before_votes before insert on recusals
  when (select state from plenaries where id = new.plenary_id) = 'open' and exists (select 1 from votes v
    where v.plenary_id = new.plenary_id and v.case_id = new.case_id and v.state <> 'annulled')
  begin select raise(abort, 'nobody withdraws from what is being voted on'); end;
  create trigger recusals_stay before delete on recusals
  when (select state from plenaries where id = old.plenary_id) = 'open' and exists (select 1 from votes v
    where v.plenary_id = old.plenary_id and v.case_id = old.case_id)
  begin select raise(abort, 'who withdrew from a vote stays withdrawn'); end;
  create trigger recusals_no_update before update on recusals
  begin select raise(abort, 'a recusal is never changed'); end;
`

const votes = sql`
  create trigger votes_begin_with_their_question before insert on votes
  when not coalesce((new.state = 'closed' and new.closed_at is not null and new.question is null
      and exists (select 1 from register_takeovers t where t.ended_at is null))
    or (new.state = 'open' and new.closed_at is null and json_valid(new.question)
      and new.question ->> 'voteId' = new.id and new.question ->> 'plenaryId' = new.plenary_id
      and new.question ->> 'caseId' = new.case_id and new.question ->> 'respondentId' = new.respondent_id
      and new.question ->> 'lawPackVersion' = (select c.law_pack_version from cases c where c.id = new.case_id)
      and exists (select 1 from case_respondents r
        where r.case_id = new.case_id and r.respondent_id = new.respondent_id)
      and exists (select 1 from plenaries p join institution_versions i on i.version = p.institution_version
        where p.id = new.plenary_id and p.state = 'open'
          and new.question ->> 'presiderId' is p.presided_by
          and new.question ->> 'tieRule' = i.pack ->> 'tieRule'
          -- All who belonged to the plenary when it was opened are on its list.
          and not exists (select 1 from accounts a
            where a.role in ('commissioner', 'chair', 'deputyChair') and a.added_at <= p.opened_at
              and (a.retired_at is null or a.retired_at > p.opened_at)
              and not exists (select 1 from plenary_attendance t
                where t.plenary_id = p.id and t.account_id = a.id)))
      and json_array_length(new.question, '$.holders') > 0
      and new.question ->> 'threshold' between 1 and json_array_length(new.question, '$.holders')
      and json_array_length(new.question, '$.holders') = (
        select count(distinct t.account_id) from json_each(new.question, '$.holders') h
          join plenary_attendance t on t.plenary_id = new.plenary_id and t.account_id = h.value ->> 'accountId'
          join accounts a on a.id = t.account_id and a.role in ('commissioner', 'chair', 'deputyChair')
          join signing_keys k on k.account_id = a.id and k.ended_seq is null
            and lower(hex(k.public_key)) = h.value ->> 'voteKey'
        where t.present = 1 and not exists (select 1 from recusals q where q.plenary_id = new.plenary_id
          and q.case_id = new.case_id and q.account_id = t.account_id))), 0)
  begin select raise(abort, 'a vote begins open, with its question to those present'); end;

  create trigger sealed_ballots_of_holders before insert on sealed_ballots
  when not exists (select 1 from votes v, json_each(v.question, '$.holders') h
    where v.id = new.vote_id and h.value ->> 'accountId' = new.account_id
      and json_valid(new.header) and new.header ->> 'voteId' = new.vote_id
      and new.header ->> 'accountId' = new.account_id and new.header ->> 'serial' = new.serial)
  begin select raise(abort, 'a ballot is sealed by those who are asked'); end;
  create trigger ballots_as_sealed before insert on ballots
  when not exists (
    select 1 from votes v join sealed_ballots s on s.vote_id = v.id, json_each(v.question, '$.holders') h
    where v.id = new.vote_id and v.state = 'open'
      and s.account_id = new.account_id and s.seal_hash = new.seal_hash and s.signature = new.signature
      and not exists (select 1 from sealed_ballots later where later.vote_id = s.vote_id
        and later.account_id = s.account_id and later.serial > s.serial)
      and h.value ->> 'accountId' = new.account_id and h.value ->> 'voteKey' = lower(hex(new.signer))
      and json_valid(new.body) and new.body ->> 'voteId' = new.vote_id
      and new.body ->> 'accountId' = new.account_id and new.body ->> 'respondentId' = v.respondent_id
      and new.body ->> 'verdict' = new.verdict and new.body ->> 'sanctionId' is new.sanction_id
      and new.body ->> 'moralSanctionId' is new.moral_sanction_id and new.body ->> 'opinion' = new.opinion)
  begin select raise(abort, 'a ballot is opened as it was sealed, while its vote is open'); end;
  create trigger votes_close_with_their_ballots before update of state on votes
  when new.state = 'closed' and old.state = 'open' and (
    not exists (select 1 from ballots b where b.vote_id = new.id)
    or exists (select 1 from sealed_ballots s where s.vote_id = new.id and not exists (
      select 1 from ballots b where b.vote_id = s.vote_id and b.account_id = s.account_id)))
  begin select raise(abort, 'a vote is closed with its ballots'); end;
`

const decisions = sql`
  create view counted_votes as
    select c.vote_id, c.ballots, c.proven, c.not_proven, c.deferred, case
      when c.proven > max(c.not_proven, c.deferred) then 'proven'
      when c.not_proven > max(c.proven, c.deferred) then 'notProven'
      when c.deferred > max(c.proven, c.not_proven) then 'deferred'
      when c.tie_rule = 'chairDecides' and max(c.proven, c.not_proven, c.deferred)
        = case c.presider when 'proven' then c.proven when 'notProven' then c.not_proven
          when 'deferred' then c.deferred end then c.presider
      when c.tie_rule = 'rejected' and c.proven = c.not_proven and c.proven > c.deferred then 'notProven'
      else 'deferred' end as outcome
    from (select b.vote_id, count(*) as ballots, sum(b.verdict = 'proven') as proven,
        sum(b.verdict = 'notProven') as not_proven, sum(b.verdict = 'deferred') as deferred,
        max(v.question ->> 'tieRule') as tie_rule,
        max(case when b.account_id = v.question ->> 'presiderId' then b.verdict end) as presider
      from ballots b join votes v on v.id = b.vote_id group by b.vote_id) c;

  drop trigger decisions_count_their_ballots;
  create trigger decisions_rest_on_ballots before insert on decisions
  when new.register_source is null and not exists (
    select 1 from votes v join counted_votes o on o.vote_id = v.id
      join plenaries p on p.id = v.plenary_id join institution_versions i on i.version = p.institution_version
    where v.id = new.vote_id and json_array_length(v.question, '$.holders') > 0
      and o.ballots >= max(1, new.quorum_needed) and o.outcome = new.outcome and json_valid(new.tally)
      and coalesce(new.tally ->> 'proven', 0) = o.proven
      and coalesce(new.tally ->> 'notProven', 0) = o.not_proven
      and coalesce(new.tally ->> 'deferred', 0) = o.deferred
      and (select total(t.value) from json_each(new.tally) t) = o.ballots)
  begin select raise(abort, 'a decision rests on its ballots'); end;
  create trigger decisions_sanction_by_ballots before insert on decisions
  when new.register_source is null and new.outcome = 'proven' and (
    case when new.sanction_id is null then 0 < (
        select total(case when b.sanction_id is null then -1 else 1 end) from ballots b
        where b.vote_id = new.vote_id and b.verdict = 'proven')
      else 0 > (
        select total(case when b.sanction_id is null then -1 else 1 end) from ballots b
        where b.vote_id = new.vote_id and b.verdict = 'proven')
      or not exists (select 1 from ballots b
        where b.vote_id = new.vote_id and b.verdict = 'proven' and b.sanction_id = new.sanction_id)
      or exists (select 1 from ballots b
        where b.vote_id = new.vote_id and b.verdict = 'proven' and b.sanction_id is not null
        group by b.sanction_id having count(*) > (select count(*) from ballots o
          where o.vote_id = new.vote_id and o.verdict = 'proven' and o.sanction_id = new.sanction_id))
    end
    or (new.moral_sanction_id is not null and not exists (select 1 from ballots b
      where b.vote_id = new.vote_id and b.verdict = 'proven' and b.moral_sanction_id = new.moral_sanction_id)))
  begin select raise(abort, 'a decided sanction is the one that its ballots name'); end;
  create trigger decisions_of_a_register before insert on decisions
  when new.register_source is not null and (instr(new.sentence, new.register_source) = 0
    or not exists (select 1 from register_takeovers t where t.ended_at is null)
    or not exists (select 1 from votes v where v.id = new.vote_id and v.question is null)
    or exists (select 1 from ballots b where b.vote_id = new.vote_id))
  begin select raise(abort, 'a decision of a register comes with it, and says so'); end;

  drop trigger decisions_inside_band;
  create trigger decisions_inside_band before insert on decisions
  when new.sanction_id is not null and (new.inside_band is null
    or (new.inside_band = 0 and length(trim(coalesce(new.band_reason, ''))) < 20)
    or (new.inside_band = 1 and new.register_source is null and not exists (
      select 1 from votes v, json_each(v.question, '$.sanctions') s
      where v.id = new.vote_id and s.value = new.sanction_id)))
  begin select raise(abort, 'outside the band only with a reason'); end;
`

import { sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/**
 * Sealed ballots beside the opened ones, votes that may be given up, and what makes a decision valid a second
 * time in the database: a closed vote, its ballots, the quorum of those present, the band or a reason.
 * The protocol is in main/engine/features/plenaries/README.md. Open votes of an earlier store hold ballots in
 * plain text: they are annulled here ('upgraded'); closed ones stay as they are.
 */
export const sealedBallots: Migration = {
  number: 140,
  name: 'sealed ballots',
  up(db) {
    db.script(sql`
      create table votes_kept (
        id text primary key,
        plenary_id text not null,
        case_id text not null,
        respondent_id text not null references respondents (id),
        state text not null check (state in ('open', 'closed', 'annulled')),
        opened_at text not null,
        closed_at text,
        question text,
        annulled_reason text,
        annulled_by text references accounts (id),
        check ((state = 'annulled') = (annulled_reason is not null)),
        foreign key (plenary_id, case_id) references agenda_items (plenary_id, case_id)
      ) strict;
      insert into votes_kept (id, plenary_id, case_id, respondent_id, state, opened_at, closed_at, annulled_reason)
        select id, plenary_id, case_id, respondent_id, case state when 'open' then 'annulled' else state end,
          opened_at, coalesce(closed_at, opened_at), case state when 'open' then 'upgraded' end from votes;
      drop table votes;
      alter table votes_kept rename to votes;
      create unique index votes_standing on votes (plenary_id, respondent_id) where state <> 'annulled';
      create index votes_by_person on votes (respondent_id, state);
      create index votes_by_plenary on votes (plenary_id, respondent_id);
      create trigger votes_question_fixed before update on votes
      when old.state <> 'open' or new.id is not old.id or new.plenary_id is not old.plenary_id
        or new.case_id is not old.case_id or new.respondent_id is not old.respondent_id
        or new.opened_at is not old.opened_at or new.question is not old.question
      begin select raise(abort, 'the question of a vote never changes'); end;
      create trigger votes_no_delete before delete on votes
      begin select raise(abort, 'a vote is never deleted'); end;

      create table sealed_ballots (
        vote_id text not null references votes (id),
        account_id text not null references accounts (id),
        serial integer not null check (serial >= 1),
        seal_hash text not null unique,
        header text not null,
        signature blob not null,
        cipher blob not null,
        shares text not null,
        received_at text not null,
        primary key (vote_id, account_id, serial)
      ) strict;
      create trigger sealed_ballots_in_turn before insert on sealed_ballots
      when (select state from votes where id = new.vote_id) is not 'open'
        or new.serial <> 1 + coalesce((select max(s.serial) from sealed_ballots s
          where s.vote_id = new.vote_id and s.account_id = new.account_id), 0)
      begin select raise(abort, 'a ballot is sealed while its vote is open, one after the other'); end;
      create trigger sealed_ballots_no_update before update on sealed_ballots
      begin select raise(abort, 'a sealed ballot is never changed'); end;
      create trigger sealed_ballots_no_delete before delete on sealed_ballots
      begin select raise(abort, 'a sealed ballot is never deleted'); end;

      create table rejected_ballots (
        plenary_id text not null references plenaries (id),
        ballot_hash text not null,
        seal_hash text not null,
        vote_id text not null,
        account_id text not null,
        reason text not null check (reason in ('late', 'duplicate', 'tampered', 'unknownKey', 'notAMember',
          'recused', 'absent', 'unknownVote')),
        cast_at text,
        received_at text not null,
        ballot text not null,
        primary key (plenary_id, ballot_hash)
      ) strict;
      create index rejected_ballots_by_vote on rejected_ballots (vote_id);
      create trigger rejected_ballots_no_update before update on rejected_ballots
      begin select raise(abort, 'a rejected ballot is never changed'); end;
      create trigger rejected_ballots_no_delete before delete on rejected_ballots
      begin select raise(abort, 'a rejected ballot is never deleted'); end;

      alter table ballots add column moral_sanction_id text;
      alter table ballots add column seal_hash text;
      create trigger ballots_were_sealed before insert on ballots
      when not exists (select 1 from sealed_ballots s where s.vote_id = new.vote_id
        and s.account_id = new.account_id and s.seal_hash = new.seal_hash)
      begin select raise(abort, 'only a sealed ballot is opened'); end;

      alter table decisions add column moral_sanction_id text;
      alter table decisions add column quorum_present integer;
      alter table decisions add column quorum_needed integer;
      alter table decisions add column inside_band integer check (inside_band in (0, 1));
      alter table decisions add column band_reason text;
      create trigger decisions_of_closed_votes before insert on decisions
      when not exists (select 1 from votes v where v.id = new.vote_id and v.state = 'closed'
        and v.plenary_id = new.plenary_id and v.case_id = new.case_id and v.respondent_id = new.respondent_id)
      begin select raise(abort, 'a decision belongs to its closed vote'); end;
      create trigger decisions_count_their_ballots before insert on decisions
      when (select json_extract(v.question, '$.holders') from votes v where v.id = new.vote_id) is not null
        and ((select count(*) from ballots b where b.vote_id = new.vote_id) < new.quorum_needed
          or exists (select 1 from json_each(new.tally) t where t.value <> (select count(*) from ballots b
            where b.vote_id = new.vote_id and b.verdict = t.key))
          or (select sum(t.value) from json_each(new.tally) t)
            <> (select count(*) from ballots b where b.vote_id = new.vote_id))
      begin select raise(abort, 'a decision rests on its ballots'); end;
      create trigger decisions_need_quorum before insert on decisions
      when new.quorum_present is null or new.quorum_needed is null or new.quorum_present < new.quorum_needed
        or new.quorum_present > (select count(*) from plenary_attendance t
          where t.plenary_id = new.plenary_id
            and (t.present = 1 or exists (select 1 from sealed_ballots s
              where s.vote_id = new.vote_id and s.account_id = t.account_id))
            and not exists (select 1 from recusals q
            where q.plenary_id = t.plenary_id and q.case_id = new.case_id and q.account_id = t.account_id))
        or new.quorum_needed < (
          select max(1, coalesce(json_extract(i.pack, '$.quorum.rule.minimum'),
            (n.base * json_extract(i.pack, '$.quorum.rule.numerator')
              + case when json_extract(i.pack, '$.quorum.rule.over') then 0
                else json_extract(i.pack, '$.quorum.rule.denominator') - 1 end)
              / json_extract(i.pack, '$.quorum.rule.denominator')
              + case when json_extract(i.pack, '$.quorum.rule.over') then 1 else 0 end))
          from plenaries p join institution_versions i on i.version = p.institution_version
            join (select count(*) as base, p2.id as plenary_id from plenaries p2
              join plenary_attendance t on t.plenary_id = p2.id
              join institution_versions i2 on i2.version = p2.institution_version
              where p2.id = new.plenary_id
                and (json_extract(i2.pack, '$.quorum.base') <> 'withoutRecused' or not exists (
                  select 1 from recusals q where q.plenary_id = t.plenary_id and q.case_id = new.case_id
                    and q.account_id = t.account_id))) n on n.plenary_id = p.id
          where p.id = new.plenary_id)
      begin select raise(abort, 'no decision without quorum'); end;
      create trigger decisions_inside_band before insert on decisions
      when new.sanction_id is not null and (new.inside_band is null
        or (new.inside_band = 0 and length(trim(coalesce(new.band_reason, ''))) < 20)
        or (new.inside_band = 1 and not exists (select 1 from votes v, json_each(v.question, '$.sanctions') s
          where v.id = new.vote_id and s.value = new.sanction_id)))
      begin select raise(abort, 'outside the band only with a reason'); end;
      create trigger decisions_sanction_only_proven before insert on decisions
      when new.outcome <> 'proven' and (new.sanction_id is not null or new.moral_sanction_id is not null)
      begin select raise(abort, 'a sanction belongs to what is proven'); end;
      create trigger decisions_proven_by_findings before insert on decisions
      when new.outcome = 'proven' and not exists (select 1 from findings f
        where f.respondent_id = new.respondent_id and f.case_id = new.case_id and f.conclusion = 'proven'
          and f.state = 'reviewed' and f.withdrawn_at is null)
      begin select raise(abort, 'proven only on a proven and reviewed finding'); end;
    `)
  },
}

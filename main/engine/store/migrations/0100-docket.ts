import { sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/**
 * What the docket and the search need to be quick on 100,000 cases: the next step and the nearest
 * due date kept with each person, a column of folded word stems in the full-text index, and the
 * reason of a person who chose between two readings of the law.
 */
export const docket: Migration = {
  number: 100,
  name: 'docket',
  up(db) {
    db.script(sql`
      alter table cases add column rulebook_reason text not null default '';
      alter table case_respondents add column next_step text not null default 'assess';
      alter table case_respondents add column due_on text;
      update case_respondents set
        next_step = case stage
          when 'review' then 'review' when 'plenary' then 'schedulePlenary' when 'letter' then 'draftLetter'
          when 'followUp' then 'awaitSanctionDecision' when 'closed' then 'done' else 'assess' end,
        due_on = (select min(d.due_on) from deadlines d
          where d.case_id = case_respondents.case_id and d.done_at is null
            and (d.respondent_id is null or d.respondent_id = case_respondents.respondent_id));
      create index case_respondents_open on case_respondents (due_on, case_id, respondent_id, next_step)
        where next_step <> 'done';
      create table search_kept as select kind, entity_id, case_id, title, detail from search_index;
      drop table search_index;
      delete from search_rows;
      create virtual table search_index using fts5 (
        kind unindexed, entity_id unindexed, case_id unindexed, title, detail, stems,
        tokenize = "unicode61 remove_diacritics 2", prefix = '2 3', detail = column
      );
      insert into search_index (kind, entity_id, case_id, title, detail, stems)
        select kind, entity_id, case_id, title, detail, 'kind' || kind from search_kept;
      insert into search_rows (entity_id, row) select entity_id, rowid from search_index;
      drop table search_kept;
    `)
  },
}

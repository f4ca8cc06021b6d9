import type { WritableDb } from '../../main/engine/store/database.ts'
import { type Sql, sql } from '../../main/engine/store/sql.ts'
import type { Known, Step, World } from './history-world.ts'

const now = '2020-11-19T05:00:00.000Z'

/** Writes past the engine, as a merge of a foreign store would make them. */
const attacks: Record<string, (world: World, known: Known, step: Step) => Sql> = {
  'an element is proven': (_, { elements }, { a }) =>
    sql`update element_assessments set state = 'proven' where finding_id = ${at(elements, a)?.findingId ?? ''}
      and element_id = ${at(elements, a)?.elementId ?? ''}`,
  'all elements are proven': (_, { findings }, { a }) =>
    sql`update element_assessments set state = 'proven' where finding_id = ${at(findings, a) ?? ''}`,
  'an element is born proven': (_, { findings }, { a }) =>
    sql`insert into element_assessments (finding_id, element_id, ordinal, label, state, reasons, defence,
      defence_reply) values (${at(findings, a) ?? ''}, 'lain', 99, 'Unsur lain', 'proven', '', '', '')`,
  'the exhibits go': (_, { findings }, { a }) =>
    sql`delete from exhibit_links where finding_id = ${at(findings, a) ?? ''}`,
  'an exhibit changes sides': (_, { links }, { a }) =>
    sql`update exhibit_links set stance = 'contradicts' where id = ${at(links, a) ?? ''}`,
  'an exhibit is moved under its own id': (_, { links, elements }, { a, b }) =>
    sql`insert or replace into exhibit_links (id, finding_id, element_id, exhibit_id, stance, place, note, linked_by,
        linked_at) select id, ${at(elements, b)?.findingId ?? ''}, ${at(elements, b)?.elementId ?? ''}, exhibit_id,
        'contradicts', place, note, linked_by, linked_at from exhibit_links where id = ${at(links, a) ?? ''}`,
  'a finding is proven': (_, { findings }, { a }) =>
    sql`update findings set conclusion = 'proven' where id = ${at(findings, a) ?? ''}`,
  'a sanction without a reason': (_, { findings }, { a }) =>
    sql`update findings set sanction_id = 'pp53-2010/7/4/e', inside_band = 0, sanction_reason = ''
      where id = ${at(findings, a) ?? ''}`,
  'a sanction of no known band': (_, { findings }, { a }) =>
    sql`update findings set sanction_id = 'pp53-2010/7/4/e', inside_band = null where id = ${at(findings, a) ?? ''}`,
  'a reason is taken away': (_, { findings }, { a }) =>
    sql`update findings set sanction_reason = '' where id = ${at(findings, a) ?? ''}`,
  'a finding is approved': (_, { findings }, { a }) =>
    sql`update findings set state = 'reviewed' where id = ${at(findings, a) ?? ''}`,
  'a ballot is put in': ({ engine }, { votes, members }, { a, b }) =>
    sql`insert into ballots (vote_id, account_id, verdict, sanction_id, opinion, cast_at, body, signature, signer)
      values (${at(votes, a) ?? ''}, ${engine.account(at(members, b)!).id}, 'proven', null, '', ${now}, '{}',
        ${Buffer.alloc(64)}, ${Buffer.alloc(32)})`,
  'a ballot is changed': (_, { votes }, { a }) =>
    sql`update ballots set verdict = 'proven' where vote_id = ${at(votes, a) ?? ''}`,
  'a ballot is lost': (_, { votes }, { a }) => sql`delete from ballots where vote_id = ${at(votes, a) ?? ''}`,
  'a decision is changed': (_, { votes }, { a }) =>
    sql`update decisions set outcome = 'proven', sanction_id = 'pp53-2010/7/4/e' where vote_id = ${at(votes, a) ?? ''}`,
  'a decision is lost': (_, { votes }, { a }) =>
    sql`delete from decisions where vote_id = ${at(votes, a) ?? ''}`,
}

function at<T>(list: readonly T[], n: number): T | undefined {
  return list[n % Math.max(1, list.length)]
}

/** A vote that is closed by hand and decided without anybody. */
function forgeDecision(db: WritableDb, { file }: World, { votes }: Known, { a, b, c }: Step): void {
  const voteId = at(votes, a) ?? ''
  const vote = db.get<{ plenaryId: string; respondentId: string }>(
    sql`select plenary_id as plenaryId, respondent_id as respondentId from votes where id = ${voteId}`,
  )
  db.run(sql`update votes set state = 'closed', closed_at = ${now} where id = ${voteId} and state = 'open'`)
  const quorum = at([null, 0, 1, 3, 5], b) ?? null
  db.run(sql`insert into decisions (vote_id, plenary_id, case_id, respondent_id, outcome, tally, tie_broken,
    sanction_id, sentence, decided_at, quorum_present, quorum_needed, inside_band, band_reason)
    values (${voteId}, ${vote?.plenaryId ?? ''}, ${file.id}, ${vote?.respondentId ?? ''}, 'proven',
      ${c % 2 === 0 ? '{"proven":5,"notProven":0,"deferred":0}' : '{}'}, 0, 'pp53-2010/7/4/e', 'Diputus.', ${now},
      ${quorum}, ${quorum}, ${at([null, 0, 1], c) ?? null}, '')`)
}

export const ATTACKS = [...Object.keys(attacks), 'a decision is forged']

/** Runs one attack in a transaction of its own; true when the store let it through. */
export function attack(world: World, known: Known, step: Step): { name: string; through: boolean } {
  const name = at(ATTACKS, step.b)!
  try {
    world.engine.engine.session!.store.transaction(db => {
      const one = attacks[name]
      if (one) db.run(one(world, known, step))
      else forgeDecision(db, world, known, step)
    })
    return { name, through: true }
  } catch {
    return { name, through: false }
  }
}

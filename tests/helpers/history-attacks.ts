import type { WritableDb } from '../../main/engine/store/database.ts'
import { type Sql, sql } from '../../main/engine/store/sql.ts'
import type { Known, Step, World } from './history-world.ts'

const now = '2020-11-19T05:00:00.000Z'
/** As long as a reason must be. */
const REASON = 'Alasan yang ditulis tangan orang lain.'

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
  'a band is claimed': (_, { findings }, { a }) =>
    sql`update findings set sanction_id = 'pp53-2010/7/4/e', inside_band = 1, sanction_reason = ''
      where id = ${at(findings, a) ?? ''}`,
  'a sanction of no law': (_, { findings }, { a }) =>
    sql`update findings set sanction_id = 'denda', inside_band = 0, sanction_reason = ${REASON}
      where id = ${at(findings, a) ?? ''}`,
  'a band is widened': (_, __, { a }) =>
    sql`insert or replace into law_pack_bands (version, provision_id, sanction_id, level)
      values (${at(['1.0.0', '7.0.0'], a) ?? ''}, 'pp53-2010/4/15/d', 'pp53-2010/7/4/e', 'berat')`,
  'an element of the law is lost': () => sql`delete from law_pack_elements`,
  'an element is renamed': (_, { elements }, { a }) =>
    sql`update element_assessments set element_id = 'lain' where finding_id = ${at(elements, a)?.findingId ?? ''}
      and element_id = ${at(elements, a)?.elementId ?? ''}`,
  'a case gets another law': ({ file }) =>
    sql`update cases set law_pack_version = '7.0.0' where id = ${file.id}`,
  'a finding is approved': (_, { findings }, { a }) =>
    sql`update findings set state = 'reviewed' where id = ${at(findings, a) ?? ''}`,
  'a ballot is put in': ({ engine }, { votes, members }, { a, b }) =>
    sql`insert into ballots (vote_id, account_id, verdict, sanction_id, opinion, cast_at, body, signature, signer)
      values (${at(votes, a) ?? ''}, ${engine.account(at(members, b)!).id}, 'proven', null, '', ${now}, '{}',
        ${Buffer.alloc(64)}, ${Buffer.alloc(32)})`,
  'a ballot is changed': (_, { votes }, { a }) =>
    sql`update ballots set verdict = 'proven' where vote_id = ${at(votes, a) ?? ''}`,
  'a ballot is lost': (_, { votes }, { a }) => sql`delete from ballots where vote_id = ${at(votes, a) ?? ''}`,
  'a vote is closed by hand': (_, { votes }, { a }) =>
    sql`update votes set state = 'closed', closed_at = ${now} where id = ${at(votes, a) ?? ''}`,
  'a vote without a question': ({ file }, { plenaries }, { a, b, c, d }) =>
    sql`insert into votes (id, plenary_id, case_id, respondent_id, state, opened_at, closed_at, question)
      values (${`v-${a}-${b}-${c}-${d}`}, ${at(plenaries, a) ?? ''}, ${file.id}, ${at(file.respondents, c)!.id},
        ${c % 2 === 0 ? 'open' : 'closed'}, ${now}, ${c % 2 === 0 ? null : now}, ${at([null, '{}', '[]'], d) ?? null})`,
  'a member is left out': (_, { plenaries }, { a }) =>
    sql`delete from plenary_attendance where plenary_id = ${at(plenaries, a) ?? ''}`,
  'a member withdraws late': ({ engine, file }, { votes, members }, { a, b }) =>
    sql`insert into recusals (plenary_id, case_id, account_id, reason, at) select plenary_id, ${file.id},
      ${engine.account(at(members, b)!).id}, 'lain', ${now} from votes
      where id = ${at(votes, a) ?? ''} and state <> 'annulled'`,
  'the quorum is changed': () =>
    sql`update institution_versions set pack = json_set(pack, '$.quorum.rule', json('{"minimum":1}'))`,
  'a register is taken over': ({ engine }) =>
    sql`insert or replace into register_takeovers (id, source, begun_by, begun_at)
      values (1, 'Buku register lama', ${engine.account('sari').id}, ${now})`,
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

/** A finding with the first of its elements alone, which an exhibit of the case supports. */
function forgeFinding(
  db: WritableDb,
  { engine, file, exhibits }: World,
  _: Known,
  { a, b, c, d }: Step,
): void {
  const id = `f-${a}-${b}-${c}-${d}`
  const rina = engine.account('rina').id
  const provisionId = at(['pp53-2010/3/1', 'pp53-2010/4/14', 'lain'], c) ?? ''
  db.run(sql`insert into findings (id, case_id, respondent_id, provision_id, law_pack_version, state, conclusion,
      consideration, sanction_id, sanction_reason, author_id, created_at, updated_at, withdrawn_at)
    values (${id}, ${file.id}, ${at(file.respondents, a)!.id}, ${provisionId}, '1.0.0', 'draft', 'undecided', '',
      null, '', ${rina}, ${now}, ${now}, null)`)
  db.run(sql`insert into element_assessments (finding_id, element_id, ordinal, label, state, reasons, defence,
      defence_reply) values (${id}, ${at(['subjek', 'perbuatan', 'lain'], d) ?? ''}, 1, 'Unsur', 'notAssessed', '',
        '', '')`)
  db.run(sql`insert into exhibit_links (id, finding_id, element_id, exhibit_id, stance, place, note, linked_by,
      linked_at) select ${id}, finding_id, element_id, ${at(exhibits, b)!.id}, 'supports', '{}', '', ${rina}, ${now}
      from element_assessments where finding_id = ${id}`)
  db.run(sql`update element_assessments set state = 'proven' where finding_id = ${id}`)
  db.run(sql`update findings set conclusion = 'proven' where id = ${id}`)
}

/** A sanction inside its band, then a level that does not have it. */
function moveLevel(db: WritableDb, _: World, { findings }: Known, { a, c }: Step): void {
  const id = at(findings, a) ?? ''
  db.run(
    sql`update findings set sanction_id = 'pp53-2010/7/3/b', inside_band = 1, level = null where id = ${id}`,
  )
  db.run(sql`update findings set level = ${at(['ringan', 'berat', 'moral'], c) ?? ''} where id = ${id}`)
}

/** A decision by a vote of its own that nobody cast a ballot in, also as if a register had it. */
function decideWithoutBallots(db: WritableDb, { file }: World, { plenaries }: Known, step: Step): void {
  const { a, b, c, d } = step
  const id = `d-${a}-${b}-${c}-${d}`
  const plenaryId = at(plenaries, a) ?? ''
  const respondentId = at(file.respondents, c)!.id
  const register = d % 2 === 0 ? 'Buku register lama' : null
  db.run(sql`insert into votes (id, plenary_id, case_id, respondent_id, state, opened_at, closed_at)
    values (${id}, ${plenaryId}, ${file.id}, ${respondentId}, 'closed', ${now}, ${now})`)
  db.run(sql`insert into decisions (vote_id, plenary_id, case_id, respondent_id, outcome, tally, tie_broken,
      sentence, decided_at, quorum_present, quorum_needed, register_source)
    values (${id}, ${plenaryId}, ${file.id}, ${respondentId}, 'notProven',
      '{"proven":0,"notProven":5,"deferred":0}', 0, 'Menurut Buku register lama.', ${now}, 5, 3, ${register})`)
}

/** One member's ballot, sealed and opened by hand, decides for all. */
function decideAlone(db: WritableDb, { file }: World, { votes }: Known, { a, b, c }: Step): void {
  const voteId = at(votes, a) ?? ''
  const vote = db.get<{ plenaryId: string; respondentId: string; holders: string }>(
    sql`select plenary_id as plenaryId, respondent_id as respondentId, question -> '$.holders' as holders
      from votes where id = ${voteId}`,
  )
  const holder = at(JSON.parse(vote?.holders ?? '[]') as { accountId: string; voteKey: string }[], b)
  const accountId = holder?.accountId ?? ''
  const { plenaryId = '', respondentId = '' } = vote ?? {}
  const verdict = 'notProven'
  const body = {
    voteId,
    accountId,
    respondentId,
    verdict,
    sanctionId: null,
    moralSanctionId: null,
    opinion: '',
  }
  const signature = Buffer.alloc(64)
  db.run(sql`insert into sealed_ballots (vote_id, account_id, serial, seal_hash, header, signature, cipher, shares,
      received_at) values (${voteId}, ${accountId}, 1, ${`seal-${voteId}`},
      ${JSON.stringify({ voteId, accountId, serial: 1 })}, ${signature}, ${signature}, '[]', ${now})`)
  db.run(sql`insert into ballots (vote_id, account_id, verdict, opinion, cast_at, body, signature, signer, seal_hash)
    values (${voteId}, ${accountId}, ${verdict}, '', ${now}, ${JSON.stringify(body)}, ${signature},
      ${Buffer.from(holder?.voteKey ?? '', 'hex')}, ${`seal-${voteId}`})`)
  db.run(sql`update votes set state = 'closed', closed_at = ${now} where id = ${voteId}`)
  const quorum = at([1, 3, 0], c) ?? 1
  db.run(sql`insert into decisions (vote_id, plenary_id, case_id, respondent_id, outcome, tally, tie_broken,
      sentence, decided_at, quorum_present, quorum_needed)
    values (${voteId}, ${plenaryId}, ${file.id}, ${respondentId}, ${verdict},
      '{"proven":0,"notProven":1,"deferred":0}', 0, 'Diputus.', ${now}, ${quorum}, ${quorum})`)
}

const forgeries: Record<string, (db: WritableDb, world: World, known: Known, step: Step) => void> = {
  'a decision is forged': forgeDecision,
  'a finding with an element missing': forgeFinding,
  'a level is moved under its sanction': moveLevel,
  'a decision without ballots': decideWithoutBallots,
  'a decision below the quorum': decideAlone,
}

export const ATTACKS = [...Object.keys(attacks), ...Object.keys(forgeries)]
/** What is aimed at meetings, votes and decisions: mostly this once a case has come so far. */
const LATE = ATTACKS.filter(name => /ballot|decision|vote|member|quorum|register/.test(name))

/** Runs one attack in a transaction of its own; true when the store let it through. */
export function attack(world: World, known: Known, step: Step): { name: string; through: boolean } {
  const examined = world.stage === 'fresh' || world.stage === 'proven'
  const name = at(examined || step.d % 3 === 0 ? ATTACKS : LATE, step.b)!
  try {
    world.engine.engine.session!.store.transaction(db => {
      const one = attacks[name]
      if (one) db.run(one(world, known, step))
      else forgeries[name]?.(db, world, known, step)
    })
    return { name, through: true }
  } catch {
    return { name, through: false }
  }
}

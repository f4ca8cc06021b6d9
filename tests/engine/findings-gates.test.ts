import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Sql } from '../../main/engine/store/sql.ts'
import { sql } from '../../main/engine/store/sql.ts'
import {
  ALL_CHECKS,
  buildCase,
  type CaseFile,
  type Finding,
  proveFinding,
  reviewedFindings,
  takeExhibits,
} from '../helpers/build-case.ts'
import { refused } from '../helpers/refused.ts'
import { asDatabaseOwner } from '../helpers/sealed-vote.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

const REASON = 'Pembelaan ini mengulang butir yang sudah dijawab pada unsur pertama.'

let engine: TestEngine
let file: CaseFile

beforeAll(async () => {
  engine = await startTestEngine()
  file = await buildCase(engine, 3)
})
afterAll(() => engine.close())

const write = (statement: Sql) => engine.engine.session!.store.transaction(db => db.run(statement))
const read = <Row>(statement: Sql) => engine.engine.session!.store.read.get<Row>(statement)
describe('a store that is written past the program', () => {
  it('takes no finding that is born submitted, proven or with a sanction, or about a stranger', async () => {
    const columns = sql`findings (id, case_id, respondent_id, provision_id, law_pack_version, state, conclusion,
      consideration, sanction_id, sanction_reason, author_id, created_at, updated_at, withdrawn_at)`
    const other = await buildCase(engine, 1)
    const insert = (parts: { state?: string; conclusion?: string; sanction?: string; person?: string }) =>
      write(sql`insert into ${columns} values ('bebas', ${file.id}, ${parts.person ?? file.respondents[2]!.id},
        'pp53-2010/4/14', '1', ${parts.state ?? 'draft'}, ${parts.conclusion ?? 'undecided'}, '',
        ${parts.sanction ?? null}, '', ${engine.account('rina').id}, '', '', null)`)
    expect(() => insert({ state: 'reviewed' })).toThrow('begins as a draft')
    expect(() => insert({ conclusion: 'proven' })).toThrow('only when every element')
    expect(() => insert({ sanction: 'pp53-2010/7/3/a' })).toThrow('begins as a draft')
    expect(() => insert({ person: other.respondents[0]!.id })).toThrow('a person of its case')
    insert({})
    // Without any element nothing can be proven.
    expect(() => write(sql`update findings set conclusion = 'proven' where id = 'bebas'`)).toThrow(
      'only when every element',
    )
    expect(() => write(sql`delete from findings where id = 'bebas'`)).toThrow('never deleted')
    write(sql`update findings set withdrawn_at = 'x' where id = 'bebas'`)
  })

  it('keeps a proven finding on proven elements with exhibits of its own case', async () => {
    const finding = await proveFinding(engine, file)
    const other = await buildCase(engine, 1)
    const [foreign] = await takeExhibits(engine, other.id)
    const element = sql`finding_id = ${finding.id} and element_id = ${finding.assessments[0]!.elementId}`
    expect(() => write(sql`update element_assessments set state = 'notProven' where ${element}`)).toThrow(
      'only when every element',
    )
    expect(() => write(sql`delete from element_assessments where ${element}`)).toThrow('never deleted')
    expect(() =>
      write(sql`insert into element_assessments (finding_id, element_id, ordinal, label, state, reasons, defence,
        defence_reply) values (${finding.id}, 'baru', 9, 'Baru', 'notAssessed', '', '', '')`),
    ).toThrow('has its elements')
    expect(() =>
      write(sql`insert into exhibit_links (id, finding_id, element_id, exhibit_id, stance, place, note, linked_by,
        linked_at) values ('t', ${finding.id}, ${finding.assessments[0]!.elementId}, ${foreign!.id}, 'supports',
        '{}', '', ${engine.account('rina').id}, '')`),
    ).toThrow('of its own case')
    // `replace` takes the old row away: the triggers see that too.
    const [link] = finding.assessments[0]!.links
    expect(() =>
      write(sql`insert or replace into exhibit_links (id, finding_id, element_id, exhibit_id, stance, place, note,
        linked_by, linked_at) select id, finding_id, ${finding.assessments[1]!.elementId}, exhibit_id, stance,
        place, note, linked_by, linked_at from exhibit_links where id = ${link!.id}`),
    ).toThrow('proven needs an exhibit')
    const elsewhere = file.respondents[1]!.id
    expect(() =>
      write(sql`update findings set respondent_id = ${elsewhere} where id = ${finding.id}`),
    ).toThrow('stays with its person')
  })

  it('takes no sanction outside the band without a sentence of reason, and none for what is not proven', async () => {
    const finding = await proveFinding(engine, file, 1)
    const propose = (reason: string, inside: number | null) => () =>
      write(sql`update findings set sanction_id = 'pp53-2010/7/4/a', sanction_reason = ${reason},
        inside_band = ${inside} where id = ${finding.id}`)
    expect(propose('', 0)).toThrow('needs a reason')
    expect(propose(' '.repeat(40), 0)).toThrow('needs a reason')
    expect(propose('terlalu berat', 0)).toThrow('needs a reason')
    expect(propose('', null)).toThrow('needs a reason')
    propose('Terlapor mengulangi perbuatan yang sama.', 0)()
    expect(() => write(sql`update findings set sanction_reason = 'x' where id = ${finding.id}`)).toThrow(
      'needs a reason',
    )
    expect(() => write(sql`update findings set conclusion = 'undecided' where id = ${finding.id}`)).toThrow(
      'what is proven',
    )
    const id = { findingId: finding.id }
    const falls = await engine.call('findings.assess', {
      ...id,
      elementId: finding.assessments[1]!.elementId,
      state: 'insufficient',
      reasons: '',
    })
    expect(falls).toMatchObject({ conclusion: 'undecided', proposal: null })
  })

  it('hands nothing on that is undecided, unanswered or not approved by a second person', async () => {
    const finding = await proveFinding(engine, file, 2)
    const state = (to: string) => () => write(sql`update findings set state = ${to} where id = ${finding.id}`)
    const elementId = finding.assessments[0]!.elementId
    const defend = (parts: object) =>
      engine.call('findings.assess', {
        findingId: finding.id,
        elementId,
        state: 'proven',
        reasons: 'Terlihat.',
        ...parts,
      })
    await defend({ defence: 'Bukan akun saya.' })
    expect(state('submitted')).toThrow('defence answered')
    await refused(engine.call('findings.submit', { findingId: finding.id }), 'findings.defenceUnanswered')
    await refused(
      defend({ defence: 'Bukan akun saya.', defenceUnansweredReason: 'tidak perlu' }),
      'findings.unansweredReasonShort',
    )
    expect(() =>
      write(sql`update element_assessments set defence_unanswered_reason = 'tidak perlu'
        where finding_id = ${finding.id} and element_id = ${elementId}`),
    ).not.toThrow()
    expect(state('submitted')).toThrow('defence answered')
    await defend({ defence: 'Bukan akun saya.', defenceUnansweredReason: REASON })
    expect(state('reviewed')).toThrow('second person')
    expect((await engine.call('findings.submit', { findingId: finding.id })).state).toBe('submitted')
    const own = sql`insert into finding_reviews (id, finding_id, reviewer_id, at, outcome, checks, comment)
      values ('own', ${finding.id}, ${engine.account('rina').id}, '', 'approved', '[]', '')`
    expect(() => write(own)).toThrow('own finding')
    expect(state('reviewed')).toThrow('second person')
    expect(() => write(sql`update findings set consideration = 'lain' where id = ${finding.id}`)).toThrow(
      'under review',
    )
    expect(() =>
      write(sql`update element_assessments set reasons = 'lain' where finding_id = ${finding.id}`),
    ).toThrow('under review')
    expect(() => write(sql`delete from exhibit_links where finding_id = ${finding.id}`)).toThrow(
      'under review',
    )
  })

  it('keeps reviews and history as they were written', async () => {
    const reviewed = await buildCase(engine, 1)
    await reviewedFindings(engine, reviewed)
    const [finding] = await engine.call('findings.listByCase', { caseId: reviewed.id })
    expect(finding?.reviews[0]?.checks.toSorted()).toEqual([...ALL_CHECKS].toSorted())
    const of = sql`finding_id = ${finding!.id}`
    expect(() => write(sql`update finding_reviews set outcome = 'returned' where ${of}`)).toThrow(
      'never changed',
    )
    expect(() => write(sql`delete from finding_reviews where ${of}`)).toThrow('never deleted')
    expect(() => write(sql`update finding_changes set after = 'lain' where ${of}`)).toThrow('never changed')
    expect(() => write(sql`delete from finding_changes where ${of}`)).toThrow('never deleted')
    expect(
      read<{ n: number }>(sql`select count(*) as n from finding_changes where ${of}`)?.n,
    ).toBeGreaterThan(10)
  })
})

describe('the tier of a provision', () => {
  it('is chosen by a person with a reason, and holds the proposal in its level', async () => {
    const own = await buildCase(engine, 1)
    const finding = await proveFinding(engine, own, 0, 'pp53-2010/3/4')
    const id = { findingId: finding.id }
    expect(finding).toMatchObject({ level: null, band: { levels: ['ringan', 'sedang', 'berat'] } })
    expect(finding.tiers.map(tier => tier.condition).every(text => text.length > 10)).toBe(true)
    const propose = (sanctionId: string, reason = '') =>
      engine.call('findings.propose', { ...id, sanctionId: sanctionId as never, reason })
    const choose = (level: Finding['level'], reason: string) =>
      engine.call('findings.chooseLevel', { ...id, level, reason })
    await refused(propose('pp53-2010/7/3/b'), 'findings.levelRequired')
    await refused(choose('sedang', 'dampak'), 'findings.levelReasonShort')
    await refused(choose('moral', REASON), 'findings.levelUnknown')
    const chosen = await choose('sedang', 'Dampaknya terbukti pada seluruh instansi.')
    expect(chosen).toMatchObject({
      level: 'sedang',
      levelReason: 'Dampaknya terbukti pada seluruh instansi.',
    })
    expect(chosen.band.sanctions.filter(option => option.insideBand).map(option => option.level)).toEqual([
      'sedang',
      'sedang',
      'sedang',
    ])
    expect((await propose('pp53-2010/7/3/b')).legalBasis).toBe('Pasal 3 angka 4 jo. Pasal 9 angka 4')
    await refused(propose('pp53-2010/7/4/a'), 'findings.outsideBandNeedsReason')
    const moved = await choose('ringan', 'Dampaknya ternyata hanya pada unit kerja.')
    expect(moved.proposal).toBeNull()
    expect((await choose(null, '')).levelReason).toBe('')
  })

  it('refuses a proposal outside the band whatever the store says of it, on handing over and on approval', async () => {
    const file = await buildCase(engine, 1)
    const { id, band } = await proveFinding(engine, file)
    const outside = band.sanctions.find(option => !option.insideBand)!
    const forged = (reason: string) =>
      sql`update findings set sanction_id = ${outside.id}, sanction_reason = ${reason}, inside_band = 1
        where id = ${id}`
    // The store knows the band itself; these rows come from one that did not.
    expect(() => write(forged('terlalu ringan'))).toThrow('outside the band')
    const forge = (reason: string) => asDatabaseOwner(engine, db => db.run(forged(reason)))
    forge('terlalu ringan')
    const submit = () => engine.call('findings.submit', { findingId: id })
    await refused(submit(), 'findings.outsideBandNeedsReason')
    forge('Terlapor mengulangi perbuatan yang sama.')
    await submit()
    write(sql`update findings set state = 'returned' where id = ${id}`)
    forge('')
    write(sql`update findings set state = 'submitted' where id = ${id}`)
    await engine.as('arman')
    const review = (outcome: 'approved' | 'returned', comment: string) =>
      engine.call('findings.review', { findingId: id, outcome, checks: [...ALL_CHECKS], comment })
    await refused(review('approved', ''), 'findings.outsideBandNeedsReason')
    expect((await review('returned', 'Alasan di luar rentang belum ada.')).state).toBe('returned')
    await engine.as('rina')
  })
})

describe('the history of a finding', () => {
  it('keeps every change with both texts, by whom, newest first, and also of exhibits', async () => {
    const own = await buildCase(engine, 1)
    const finding = await proveFinding(engine, own)
    const elementId = finding.assessments[0]!.elementId
    const assess = (reasons: string) =>
      engine.call('findings.assess', { findingId: finding.id, elementId, state: 'proven', reasons })
    await assess('Alasan pertama.')
    await engine.as('darma')
    await assess('Alasan kedua.')
    await assess('Alasan kedua.')
    await engine.as('rina')
    await engine.call('findings.submit', { findingId: finding.id })
    await engine.as('arman')
    const comment = 'Lengkapi alasan unsur kedua.'
    await engine.call('findings.review', { findingId: finding.id, outcome: 'returned', checks: [], comment })
    const changes = await engine.call('findings.changes', { findingId: finding.id })
    expect(changes[0]).toMatchObject({ field: 'review', after: comment, byName: 'Arman Cobaan' })
    expect(changes[1]).toMatchObject({ field: 'standing', before: 'submitted', after: 'returned' })
    const reasons = changes.filter(entry => entry.field === 'reasons' && entry.elementId === elementId)
    expect(reasons.map(({ before, after, byName }) => ({ before, after, byName }))).toEqual([
      { before: 'Alasan pertama.', after: 'Alasan kedua.', byName: 'Darma Barangkali' },
      { before: 'Terlihat jelas pada bukti.', after: 'Alasan pertama.', byName: 'Rina Ibaratnya' },
      { before: '', after: 'Terlihat jelas pada bukti.', byName: 'Rina Ibaratnya' },
    ])
    const links = changes.filter(entry => entry.field === 'exhibit')
    expect(links).toHaveLength(finding.assessments.length)
    expect(JSON.parse(links[0]!.after)).toMatchObject({ number: 'P-1', stance: 'supports' })
    expect(changes.at(-1)).toMatchObject({ field: 'finding', before: '', after: finding.citation })
    await engine.as('sari')
    await refused(engine.call('findings.changes', { findingId: finding.id }), 'access.denied')
    await engine.as('rina')
    const stranger = '00000000-0000-4000-8000-000000000000'
    await refused(engine.raw('findings.changes', { findingId: stranger }), 'findings.unknown')
  })
})

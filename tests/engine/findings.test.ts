import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingsNotReady, findingsReady } from '../../main/engine/features/findings/index.ts'
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
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

const PROVISION = 'pp53-2010/4/15/d'
const STRANGER = '00000000-0000-4000-8000-000000000000'

let engine: TestEngine

beforeAll(async () => {
  engine = await startTestEngine()
})
afterAll(() => engine.close())

async function newFinding(file: CaseFile, respondent = 0): Promise<Finding> {
  const respondentId = file.respondents[respondent]!.id
  return engine.call('findings.add', { caseId: file.id, respondentId, provisionId: PROVISION })
}

const assess = (finding: Finding, n: number, state: Finding['assessments'][number]['state'], defence = '') =>
  engine.call('findings.assess', {
    findingId: finding.id,
    elementId: finding.assessments[n]!.elementId,
    state,
    reasons: 'Menurut bukti.',
    defence,
  })

describe('provisions of a case', () => {
  it('puts the suggested first and offers every prohibition and obligation of the rulebook', async () => {
    const file = await buildCase(engine, 1)
    const { choices } = await engine.call('findings.listProvisions', { caseId: file.id })
    expect(choices[0]).toMatchObject({ id: PROVISION, suggested: true, citation: 'Pasal 4 angka 15 huruf d' })
    expect(choices[0]?.levels).toEqual(['sedang'])
    const own = choices.filter(choice => choice.id.startsWith('pp53-2010/'))
    expect(own).toHaveLength(39)
    expect(choices.some(choice => choice.id.startsWith('pp94-2021/'))).toBe(false)
    const foreign = { caseId: file.id, respondentId: file.respondents[0]!.id, provisionId: 'pp94-2021/5/n/6' }
    await refused(engine.call('findings.add', foreign), 'findings.otherRulebook')
    const unknown = { ...foreign, provisionId: "pp53' or 1=1 --" }
    await refused(engine.call('findings.add', unknown), 'law.unknownProvision')
  })

  it('follows the rulebook of a later act', async () => {
    const later = { actOn: '2023-11-28', receivedOn: '2023-12-05', designatedOn: '2023-11-03' } as const
    const file = await buildCase(engine, 1, { ...later, electionScope: 'presiden' })
    const { choices } = await engine.call('findings.listProvisions', { caseId: file.id })
    expect(choices.some(choice => choice.id.startsWith('pp94-2021/'))).toBe(true)
    expect(choices.some(choice => choice.id.startsWith('pp53-2010/'))).toBe(false)
  })
})

describe('a finding', () => {
  it('carries the elements, citation, chain of basis and band of the law pack', async () => {
    const finding = await newFinding(await buildCase(engine, 1))
    expect(finding).toMatchObject({
      citation: 'Pasal 4 angka 15 huruf d',
      legalBasis: 'Pasal 4 angka 15 huruf d jo. Pasal 12 angka 9',
      state: 'draft',
      conclusion: 'undecided',
      authoredByMe: true,
    })
    expect(finding.assessments).toHaveLength(5)
    expect(finding.assessments.every(entry => entry.state === 'notAssessed')).toBe(true)
    expect(finding.band.levels).toEqual(['sedang'])
    expect(finding.band.sanctions.filter(option => option.insideBand)).toHaveLength(3)
    expect(finding.provenBlockedBy.map(reason => reason.code)).toContain('findings.exhibitRequired')
  })

  it('is made once per person and provision, and for persons of the case alone', async () => {
    const file = await buildCase(engine, 2)
    const other = await buildCase(engine, 1)
    await newFinding(file)
    await refused(newFinding(file), 'findings.alreadyAdded')
    await newFinding(file, 1)
    const foreign = { caseId: file.id, respondentId: other.respondents[0]!.id, provisionId: PROVISION }
    await refused(engine.call('findings.add', foreign), 'findings.respondentOfOtherCase')
  })

  it('can be withdrawn before any review and made anew', async () => {
    const file = await buildCase(engine, 1)
    const finding = await newFinding(file)
    await engine.call('findings.withdraw', { findingId: finding.id, reason: 'Salah ketentuan' })
    expect(await engine.call('findings.listByCase', { caseId: file.id })).toEqual([])
    await refused(assess(finding, 0, 'notProven'), 'findings.unknown')
    expect((await newFinding(file)).id).not.toBe(finding.id)
  })
})

describe('nothing is proven without an exhibit (rule 1)', () => {
  it('refuses proven without a supporting exhibit, also with one that only contradicts', async () => {
    const file = await buildCase(engine, 1)
    const finding = await newFinding(file)
    const [exhibit] = await takeExhibits(engine, file.id)
    const elementId = finding.assessments[0]!.elementId
    await refused(assess(finding, 0, 'proven'), 'findings.exhibitRequired')
    const link = { findingId: finding.id, elementId, exhibitId: exhibit!.id, place: {} }
    await engine.call('findings.link', { ...link, stance: 'contradicts' })
    await refused(assess(finding, 0, 'proven'), 'findings.exhibitRequired')
    await engine.call('findings.link', { ...link, stance: 'supports' })
    expect((await assess(finding, 0, 'proven')).assessments[0]?.state).toBe('proven')
    const conclude = { findingId: finding.id, conclusion: 'proven' as const, consideration: 'x' }
    await refused(engine.call('findings.conclude', conclude), 'findings.elementsOpen')
  })

  it('keeps the last support of a proven element', async () => {
    const file = await buildCase(engine, 1)
    const finding = await proveFinding(engine, file)
    const linkId = finding.assessments[0]!.links[0]!.id
    await refused(engine.call('findings.unlink', { linkId }), 'findings.lastExhibit')
    await assess(finding, 0, 'insufficient')
    const free = await engine.call('findings.unlink', { linkId })
    expect(free.assessments[0]?.links).toEqual([])
    expect(free.conclusion).toBe('undecided')
    await refused(engine.call('findings.unlink', { linkId }), 'findings.unknownLink')
  })

  it('takes back the conclusion and the proposal when an element falls', async () => {
    const file = await buildCase(engine, 1)
    const finding = await proveFinding(engine, file)
    const inside = finding.band.sanctions.find(option => option.insideBand)!
    await engine.call('findings.propose', { findingId: finding.id, sanctionId: inside.id, reason: '' })
    const fallen = await assess(finding, 2, 'notProven')
    expect(fallen).toMatchObject({ conclusion: 'undecided', proposal: null })
    const conclude = {
      findingId: finding.id,
      conclusion: 'notProven' as const,
      consideration: 'Unsur gugur.',
    }
    expect((await engine.call('findings.conclude', conclude)).conclusion).toBe('notProven')
    expect((await assess(finding, 2, 'proven')).conclusion).toBe('undecided')
  })

  it('refuses an exhibit of another case, a changed one, and the same link twice', async () => {
    const file = await buildCase(engine, 1)
    const other = await buildCase(engine, 1)
    const finding = await newFinding(file)
    const elementId = finding.assessments[0]!.elementId
    const [foreign] = await takeExhibits(engine, other.id)
    const [own, spoilt] = await takeExhibits(engine, file.id, 2)
    const link = (exhibitId: string, parts = {}) =>
      engine.raw('findings.link', {
        findingId: finding.id,
        elementId,
        exhibitId,
        stance: 'supports',
        place: {},
        ...parts,
      })
    await refused(link(foreign!.id), 'findings.exhibitOfOtherCase')
    await refused(link(STRANGER), 'evidence.unknown')
    await refused(link("'; drop table exhibits; --"), 'input.invalid')
    await refused(link(own!.id, { elementId: 'tidak-ada' }), 'findings.unknownElement')
    const wide = { page: 1, box: { x: 0.5, y: 0, width: 0.6, height: 0.1 } }
    await refused(link(own!.id, { place: wide }), 'findings.placeOutside')
    await link(own!.id)
    await refused(link(own!.id), 'findings.alreadyLinked')
    await link(own!.id, { note: 'Lihat baris kedua.' })
    await refused(link(own!.id, { note: 'Lihat baris kedua.' }), 'findings.alreadyLinked')
    const noted = (await engine.call('findings.listByCase', { caseId: file.id }))[0]!.assessments[0]!.links
    expect(noted.map(entry => entry.note)).toEqual(['Lihat baris kedua.'])
    await link(own!.id, { place: { page: 2, box: { x: 0.1, y: 0.1, width: 0.2, height: 0.2 } } })
    spoil(spoilt!.sha256)
    await engine.call('evidence.verify', { caseId: file.id })
    await refused(link(spoilt!.id), 'evidence.changed')
  })

  it('does not approve a finding whose exhibit changed while it waited', async () => {
    const file = await buildCase(engine, 1)
    const finding = await proveFinding(engine, file)
    await engine.call('findings.submit', { findingId: finding.id })
    const [exhibit] = await engine.call('evidence.list', { caseId: file.id })
    spoil(exhibit!.sha256)
    await engine.as('arman')
    await engine.call('evidence.verify', { caseId: file.id })
    const approve = {
      findingId: finding.id,
      outcome: 'approved' as const,
      checks: [...ALL_CHECKS],
      comment: '',
    }
    await refused(engine.call('findings.review', approve), 'findings.exhibitRequired')
    await engine.as('rina')
  })
})

/** Flips a bit of the newest sealed file whose exhibit has this hash. */
function spoil(sha256: string): void {
  const rows = engine.engine.session!.store.read.all<{ blob: string; sha: string }>({
    text: 'select blob_id as blob, sha256 as sha from exhibits order by rowid',
    values: [],
  } as never)
  const blob = rows.filter(row => row.sha === sha256).at(-1)!.blob
  const path = join(engine.dir, 'vault', blob.slice(0, 2), `${blob}.age`)
  const bytes = readFileSync(path)
  bytes[bytes.length - 1] = bytes.at(-1)! ^ 1
  writeFileSync(path, bytes)
}

describe('the proposal', () => {
  it('stays in the band, or says in a sentence why it leaves it', async () => {
    const file = await buildCase(engine, 1)
    const draft = await newFinding(file)
    const inside = draft.band.sanctions.find(option => option.insideBand)!
    const outside = draft.band.sanctions.find(option => !option.insideBand)!
    const propose = (findingId: string, sanctionId: string | null, reason = '') =>
      engine.raw('findings.propose', { findingId, sanctionId, reason }) as Promise<Finding>
    await refused(propose(draft.id, inside.id), 'findings.notProven')
    await engine.call('findings.withdraw', { findingId: draft.id, reason: 'ganti' })
    const finding = await proveFinding(engine, file)
    expect((await propose(finding.id, inside.id)).proposal?.sanction.insideBand).toBe(true)
    await refused(propose(finding.id, outside.id, 'terlalu ringan'), 'findings.outsideBandNeedsReason')
    await refused(propose(finding.id, outside.id, ' '.repeat(40)), 'findings.outsideBandNeedsReason')
    const reason = 'Terlapor mengulangi perbuatan yang sama.'
    expect((await propose(finding.id, outside.id, reason)).proposal).toMatchObject({ reason })
    await refused(propose(finding.id, 'pp94-2021/8/4/a'), 'law.unknownSanction')
    expect((await propose(finding.id, null)).proposal).toBeNull()
  })
})

describe('the review by a second person (rule 5)', () => {
  it('needs a conclusion, answers to the defence and known provenance', async () => {
    const file = await buildCase(engine, 1)
    const finding = await proveFinding(engine, file)
    const id = { findingId: finding.id }
    await assess(finding, 0, 'proven', 'Akun itu bukan milik saya.')
    await refused(engine.call('findings.submit', id), 'findings.defenceUnanswered')
    await assess(finding, 0, 'proven')
    const [exhibit] = await engine.call('evidence.list', { caseId: file.id })
    const provenance = { ...exhibit!.provenance, obtainedFrom: '' }
    await engine.call('evidence.describe', { exhibitId: exhibit!.id, title: 'Foto', provenance })
    await refused(engine.call('findings.submit', id), 'findings.provenanceIncomplete')
    const marked = { ...provenance, unknown: [...provenance.unknown, 'obtainedFrom'] }
    await engine.call('evidence.describe', { exhibitId: exhibit!.id, title: 'Foto', provenance: marked })
    expect((await engine.call('findings.submit', id)).state).toBe('submitted')
    const [listed] = await engine.call('findings.listByCase', { caseId: file.id })
    expect(listed).toMatchObject({ mayReview: false, mayReviewReason: 'findings.ownReview' })
  })

  it('is closed to everybody who wrote any part', async () => {
    const file = await buildCase(engine, 1)
    const finding = await proveFinding(engine, file)
    await engine.as('darma')
    await assess(finding, 1, 'proven')
    await engine.call('findings.submit', { findingId: finding.id })
    const approve = {
      findingId: finding.id,
      outcome: 'approved' as const,
      checks: [...ALL_CHECKS],
      comment: '',
    }
    const refusals = {
      darma: 'findings.ownReview',
      rina: 'findings.ownReview',
      sari: 'access.denied',
      surya: 'access.notAssigned',
    }
    for (const [who, code] of Object.entries(refusals)) {
      await engine.as(who)
      await refused(engine.call('findings.review', approve), code)
    }
    await engine.as('arman')
    const [open] = await engine.call('findings.listByCase', { caseId: file.id })
    expect(open).toMatchObject({ mayReview: true, mayReviewReason: null })
    await refused(
      engine.call('findings.review', { ...approve, checks: ['elements'] }),
      'findings.checksMissing',
    )
    const repeated = { ...approve, checks: ALL_CHECKS.map(() => 'elements' as const) }
    await refused(engine.call('findings.review', repeated), 'findings.checksMissing')
    const back = { ...approve, outcome: 'returned' as const, comment: '  ' }
    await refused(engine.call('findings.review', back), 'findings.commentRequired')
    expect((await engine.call('findings.review', approve)).state).toBe('reviewed')
    await refused(engine.call('findings.review', approve), 'findings.notSubmitted')
    await engine.as('rina')
  })

  it('freezes the finding while it lasts and after approval; a return opens it again with its comment', async () => {
    const file = await buildCase(engine, 1)
    const finding = await proveFinding(engine, file)
    const id = { findingId: finding.id }
    const link = finding.assessments[0]!.links[0]!
    const edits = [
      () => assess(finding, 0, 'insufficient'),
      () => engine.call('findings.unlink', { linkId: link.id }),
      () =>
        engine.call('findings.link', {
          ...id,
          elementId: finding.assessments[0]!.elementId,
          exhibitId: link.exhibitId,
          stance: 'contradicts',
          place: {},
        }),
      () => engine.call('findings.conclude', { ...id, conclusion: 'undecided', consideration: '' }),
      () => engine.call('findings.propose', { ...id, sanctionId: null, reason: '' }),
      () => engine.call('findings.withdraw', { ...id, reason: 'x' }),
      () => engine.call('findings.submit', id),
    ]
    await engine.call('findings.submit', id)
    for (const edit of edits) await refused(edit(), 'findings.underReview')
    await engine.as('laksmi')
    const returned = await engine.call('findings.review', {
      ...id,
      outcome: 'returned',
      checks: [],
      comment: 'Alasan unsur kedua belum jelas.',
    })
    expect(returned.reviews).toMatchObject([{ outcome: 'returned', reviewerName: 'Laksmi Andaiani' }])
    await engine.as('rina')
    await refused(engine.call('findings.withdraw', { ...id, reason: 'x' }), 'findings.hasReview')
    await assess(finding, 1, 'proven')
    await engine.call('findings.submit', id)
    await engine.as('laksmi')
    await engine.call('findings.review', { ...id, outcome: 'approved', checks: [...ALL_CHECKS], comment: '' })
    await engine.as('rina')
    for (const edit of edits) await refused(edit(), 'findings.reviewed')
    const [kept] = await engine.call('findings.listByCase', { caseId: file.id })
    expect(kept?.reviews.map(entry => entry.outcome)).toEqual(['returned', 'approved'])
  })

  it('tells the plenary who is ready', async () => {
    const file = await buildCase(engine, 2)
    const read = () => engine.engine.session!.store.read
    expect(findingsReady(read(), file.id)).toEqual(['noFindings'])
    await proveFinding(engine, file, 0)
    expect(findingsNotReady(read(), file.id).map(entry => entry.code)).toEqual(['notReviewed', 'noFindings'])
    const other = await buildCase(engine, 2)
    await reviewedFindings(engine, other)
    expect(findingsReady(read(), other.id)).toEqual([])
  })
})

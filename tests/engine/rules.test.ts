import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../../main/engine/store/sql.ts'
import { ROLES } from '../../shared/contract/define.ts'
import { contract } from '../../shared/contract/index.ts'
import { ALL_CHECKS, buildCase, type CaseFile, reviewedFindings } from '../helpers/build-case.ts'
import {
  AFTERWARDS,
  approvedLetter,
  cast,
  decideCases,
  issueLetter,
  MEMBERS,
  openMeeting,
  openVote,
  readyCase,
  trustAuthority,
} from '../helpers/decide-case.ts'
import { EACH_ROLE, refused, refusedForAll } from '../helpers/refused.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

// One hostile window against the engine: for each rule of the product, in every role, the calls that
// would break it. Rules 5 and 6 are in rules-four-eyes.test.ts; rule 8 is that of the exhibits' tests;
// rule 9 is held by `refused`, which asks for a sentence.

const STRANGER = '00000000-0000-4000-8000-000000000000'

let engine: TestEngine
let trust: Awaited<ReturnType<typeof trustAuthority>>

beforeAll(async () => {
  engine = await startTestEngine()
  engine.setClock(AFTERWARDS)
  trust = await trustAuthority(engine)
})
afterAll(() => engine.close())

const write = (query: ReturnType<typeof sql>) =>
  engine.engine.session!.store.transaction(db => {
    db.run(query)
  })

describe('the door', () => {
  it('answers nothing about cases while locked, whatever is called', async () => {
    const file = await readyCase(engine)
    await engine.call('session.lock', {})
    const closed = Object.entries(contract).filter(([, method]) => method.roles !== 'lockedToo')
    expect(closed.length).toBeGreaterThan(60)
    for (const [name] of closed) {
      await refused(engine.raw(name, { caseId: file.id }), 'session.locked')
    }
    for (const name of ['__proto__', 'constructor', 'toString', 'cases.nothing', '', 'Cases.get']) {
      await expect(engine.raw(name, {})).rejects.toMatchObject({ code: 'method.unknown' })
    }
  })

  it('refuses each role every call that its contract does not name', async () => {
    const byRole = {
      assistant: 'rina',
      commissioner: 'laksmi',
      chair: 'bakti',
      deputyChair: 'ningsih',
      secretariat: 'sari',
    }
    let tried = 0
    for (const role of ROLES) {
      await engine.as(byRole[role])
      for (const [name, method] of Object.entries(contract)) {
        if (method.roles === 'lockedToo' || (method.roles as readonly string[]).includes(role)) continue
        await refused(engine.raw(name, {}), 'access.denied')
        tried += 1
      }
    }
    expect(tried).toBeGreaterThan(80)
  })

  it('shows the secretariat no case, by no call', async () => {
    const file = await readyCase(engine)
    await engine.as('sari')
    for (const [name, method] of Object.entries(contract)) {
      if (
        method.roles === 'lockedToo' ||
        !/^(cases|reports|evidence|findings|plenaries|letters|followUps|persons)\./.test(name)
      )
        continue
      await refused(engine.raw(name, { caseId: file.id, query: 'Umpama' }), 'access.denied')
    }
    const hits = await engine.raw('docket.search', { query: 'Umpama' }).catch(() => [])
    expect(JSON.stringify(hits)).not.toContain(file.id)
  })
})

describe('rule 1: nothing is proven without an exhibit', () => {
  let file: CaseFile
  it('no role marks an element or a finding proven without one', async () => {
    file = await buildCase(engine, 1)
    const respondentId = file.respondents[0]!.id
    const provisionId = 'pp53-2010/4/15/d'
    const finding = await engine.call('findings.add', { caseId: file.id, respondentId, provisionId })
    const findingId = finding.id
    const { elementId } = finding.assessments[0]!
    const assess = () =>
      engine.call('findings.assess', { findingId, elementId, state: 'proven', reasons: 'Sudah jelas.' })
    await refusedForAll(engine, EACH_ROLE, assess, 'findings.exhibitRequired', 'access.notAssigned')
    const conclude = () =>
      engine.call('findings.conclude', { findingId, conclusion: 'proven', consideration: 'Sudah jelas.' })
    await refusedForAll(
      engine,
      EACH_ROLE,
      conclude,
      'findings.elementsOpen',
      'findings.exhibitRequired',
      'access.notAssigned',
    )
    await engine.as('rina')
    const bare = sql`update element_assessments set state = 'proven' where finding_id = ${findingId}`
    expect(() => write(bare)).toThrow()
    expect(() => write(sql`update findings set conclusion = 'proven' where id = ${findingId}`)).toThrow()
  })

  it('the plenary does not hold proven what no reviewed finding holds proven', async () => {
    const other = await buildCase(engine, 1)
    const finding = await engine.call('findings.add', {
      caseId: other.id,
      respondentId: other.respondents[0]!.id,
      provisionId: 'pp53-2010/4/15/d',
    })
    for (const { elementId } of finding.assessments) {
      const state = 'notProven' as const
      await engine.call('findings.assess', {
        findingId: finding.id,
        elementId,
        state,
        reasons: 'Tidak terlihat.',
      })
    }
    const consideration = 'Tidak ada unsur yang terpenuhi.'
    await engine.call('findings.conclude', { findingId: finding.id, conclusion: 'notProven', consideration })
    await engine.call('findings.submit', { findingId: finding.id })
    await engine.as('arman')
    const review = {
      findingId: finding.id,
      outcome: 'approved' as const,
      checks: [...ALL_CHECKS],
      comment: '',
    }
    await engine.call('findings.review', review)
    const { voteId } = await openVote(engine, await openMeeting(engine, [other.id]))
    for (const member of MEMBERS) await refused(cast(engine, voteId, member), 'plenaries.provenUnsupported')
  })
})

describe('rule 2: the law is dated data', () => {
  it('an act of another time takes no provision of this rulebook', async () => {
    const on = async (actOn: string, receivedOn: string) => {
      const file = await buildCase(engine, 1, { actOn, receivedOn, senderLetterOn: receivedOn } as never)
      return engine.call('findings.add', {
        caseId: file.id,
        respondentId: file.respondents[0]!.id,
        provisionId: 'pp94-2021/5/n/6',
      })
    }
    await refused(on('2020-08-30', '2020-10-20'), 'findings.otherRulebook')
    expect((await on('2021-08-31', '2021-09-05')).legalBasis).toContain('Pasal 5 huruf n')
  })
})

describe('rule 3: the institution is data', () => {
  it('only the secretariat changes it, and the next number follows it', async () => {
    await engine.as('rina')
    const pack = await engine.call('institution.get', {})
    const changed = { ...pack, minutesNumberFormat: 'RISALAH-{n}/{yyyy}', version: '1.0.1' }
    const update = () => engine.call('institution.update', changed)
    await refusedForAll(
      engine,
      EACH_ROLE.filter(name => name !== 'sari'),
      update,
    )
    await engine.as('sari')
    await update()
    const file = await readyCase(engine)
    expect((await openMeeting(engine, [file.id])).number).toMatch(/^RISALAH-\d+\/2020$/)
    await engine.as('sari')
    await engine.call('institution.update', { ...pack, version: '1.0.2' })
  })
})

describe('rule 4: reports, cases, persons and letters are four numbers', () => {
  it('one report on three persons is one report, one case and no letter', async () => {
    await engine.as('rina')
    const before = await engine.call('reports.counts', {})
    await buildCase(engine, 3)
    const after = await engine.call('reports.counts', {})
    expect(after.reports - before.reports).toBe(1)
    expect(after.cases - before.cases).toBe(1)
    expect(after.letters - before.letters).toBe(0)
    expect(after.asOf).toBe(AFTERWARDS)
  })
})

describe('rule 7: the reporter is protected', () => {
  it('the name is in no reading, search, letter, minutes or event; seeing it needs a reason that is kept', async () => {
    const name = 'Kenanga Rahasiawati'
    const parts = {
      senderKind: 'public' as const,
      senderOffice: '',
      reporterName: name,
      reporterContact: '0811-2222-3333',
    }
    const file = await buildCase(engine, 1, parts)
    await reviewedFindings(engine, file)
    const plenary = await decideCases(engine, [file.id])
    const letter = await approvedLetter(engine, file)
    const issued = await issueLetter(engine, letter.id, trust.ticket)
    const seen: unknown[] = [
      await engine.call('cases.get', { caseId: file.id }),
      await engine.call('cases.history', { caseId: file.id }),
      await engine.call('reports.list', {}),
      await engine.call('reports.get', { reportId: file.report.id }),
      await engine.call('findings.listByCase', { caseId: file.id }),
      await engine.call('plenaries.get', { plenaryId: plenary.id }),
      await engine.call('letters.get', { letterId: letter.id }),
      await engine.call('followUps.list', { caseId: file.id }),
      await engine.call('docket.search', { query: 'Kenanga' }),
      await engine.call('docket.search', { query: 'Rahasiawati' }),
      engine.events,
    ]
    for (const value of seen) expect(JSON.stringify(value)).not.toMatch(/Kenanga|2222-3333/)
    const { pdf } = await engine.call('letters.open', { letterId: issued.id })
    const minutes = await engine.call('plenaries.minutes', { plenaryId: plenary.id })
    for (const bytes of [pdf, minutes.pdf]) expect(streamsOf(Buffer.from(bytes))).not.toMatch(/Kenanga/)
    expect(streamsOf(Buffer.from(pdf))).toContain('adjudikasn.keputusan')
    await refused(
      engine.call('reports.revealReporter', { reportId: file.report.id, reason: 'ingin' }),
      'input.invalid',
    )
    const reason = 'Klarifikasi tambahan atas permintaan pleno.'
    // A closed case opens nothing to those who never worked on it.
    const setStage = (to: string) =>
      engine.engine.session!.store.transaction(db =>
        db.run(sql`update cases set stage = ${to} where id = ${file.id}`),
      )
    const { stage } = await engine.call('cases.get', { caseId: file.id })
    setStage('closed')
    await engine.as('surya')
    await refused(
      engine.call('reports.revealReporter', { reportId: file.report.id, reason }),
      'access.notAssigned',
    )
    setStage(stage)
    await engine.as('sari')
    await refused(
      engine.call('reports.revealReporter', { reportId: file.report.id, reason }),
      'access.denied',
    )
    await engine.as('rina')
    expect(await engine.call('reports.revealReporter', { reportId: file.report.id, reason })).toMatchObject({
      name,
    })
    const kept = engine.engine.session!.store.read.get<{ body: string }>(
      sql`select body from audit_entries where method = 'reports.revealReporter' order by seq desc limit 1`,
    )
    expect(kept?.body).toContain('Klarifikasi')
    expect(kept?.body).not.toContain('Kenanga')
  })
})

/** All streams of a PDF in the clear; text on pages is glyph numbers, the attachment is JSON. */
function streamsOf(pdf: Buffer): string {
  const found: string[] = [pdf.toString('latin1')]
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    try {
      found.push(inflateSync(pdf.subarray(at + 7)).toString('utf8'))
    } catch {
      // fonts and pictures are packed in other ways
    }
  }
  return found.join('\n')
}

describe('a hostile window', () => {
  it('cannot work on a case that is not its own, nor mix up cases', async () => {
    const [one, two] = [await readyCase(engine), await readyCase(engine)]
    const plenary = await openMeeting(engine, [one.id])
    const respondentId = two.respondents[0]!.id
    const mixed = { plenaryId: plenary.id, caseId: one.id, respondentId }
    await refused(engine.call('plenaries.openVote', mixed), 'cases.unknownRespondent')
    await refused(engine.call('plenaries.openVote', { ...mixed, caseId: two.id }), 'plenaries.notOnAgenda')
    await engine.as('rina')
    await refused(engine.call('letters.draft', { caseId: one.id, respondentId }), 'cases.unknownRespondent')
    await refused(engine.raw('letters.get', { letterId: "' or 1=1 --" }), 'input.invalid')
    await refused(engine.raw('letters.get', { letterId: STRANGER, extra: 1 }), 'input.invalid')
    await refused(engine.raw('plenaries.get', { plenaryId: STRANGER }), 'plenaries.unknown')
    const opinion = 'x'.repeat(9000)
    const huge = {
      voteId: STRANGER,
      accountId: STRANGER,
      passphrase: 'x',
      verdict: 'proven',
      sanctionId: null,
      opinion,
    }
    await engine.as('laksmi')
    await refused(engine.raw('plenaries.castVote', huge), 'input.invalid')
  })
})

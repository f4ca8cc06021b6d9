import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../../main/engine/store/sql.ts'
import { ROLES } from '../../shared/contract/define.ts'
import { contract } from '../../shared/contract/index.ts'
import { errorSentence } from '../../shared/strings/id/errors.ts'
import {
  ALL_CHECKS,
  buildCase,
  type CaseFile,
  proveFinding,
  reviewedFindings,
} from '../helpers/build-case.ts'
import {
  AFTERWARDS,
  approvedLetter,
  CERTIFICATE_PASSWORD,
  cast,
  certificateOf,
  decideCases,
  issueLetter,
  MEMBERS,
  openMeeting,
  openVote,
  readyCase,
  SANCTION,
  trustAuthority,
} from '../helpers/decide-case.ts'
import { PASSPHRASE, Refused, startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

// One hostile window against the engine: for each rule of the product, in every role, the calls that
// would break it. A refusal counts only when it has a sentence for the person who meets it (rule 9).

/** One account of each role; surya is a commissioner who is not assigned to any case. */
const EACH_ROLE = ['sari', 'rina', 'laksmi', 'bakti', 'ningsih', 'surya']
const STRANGER = '00000000-0000-4000-8000-000000000000'

let engine: TestEngine
let trust: Awaited<ReturnType<typeof trustAuthority>>

beforeAll(async () => {
  engine = await startTestEngine()
  engine.setClock(AFTERWARDS)
  trust = await trustAuthority(engine)
})
afterAll(() => engine.close())

async function refused(run: Promise<unknown>, ...codes: string[]) {
  const error = await run.then(
    () => null,
    (cause: unknown) => cause,
  )
  if (!(error instanceof Refused)) throw new Error(`was not refused: expected ${codes.join(' or ')}`)
  expect(codes).toContain(error.code)
  if (error.code !== 'input.invalid') {
    expect(errorSentence(error.code, error.facts), error.code).not.toMatch(/\(kode |undefined/)
  }
}

/** The same call by every role; each must be refused with one of the codes. */
async function refusedForAll(names: readonly string[], run: () => Promise<unknown>, ...codes: string[]) {
  for (const name of names) {
    await engine.as(name)
    await refused(run(), 'access.denied', ...codes)
  }
}

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
    await refusedForAll(EACH_ROLE, assess, 'findings.exhibitRequired', 'access.notAssigned')
    const conclude = () =>
      engine.call('findings.conclude', { findingId, conclusion: 'proven', consideration: 'Sudah jelas.' })
    await refusedForAll(
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
      const file = await buildCase(engine, 1, { actOn, receivedOn, senderLetterOn: null } as never)
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

describe('rule 5: four eyes', () => {
  it('nobody reviews a finding of his own', async () => {
    const file = await buildCase(engine, 1)
    const finding = await proveFinding(engine, file)
    await engine.call('findings.submit', { findingId: finding.id })
    const review = () =>
      engine.call('findings.review', {
        findingId: finding.id,
        outcome: 'approved',
        checks: [...ALL_CHECKS],
        comment: '',
      })
    await refused(review(), 'findings.ownReview')
    await refusedForAll(['sari', 'surya'], review, 'access.notAssigned')
  })

  it('nobody reviews or approves a letter of his own, and each step waits for the one before', async () => {
    const file = await readyCase(engine)
    await decideCases(engine, [file.id])
    await engine.as('rina')
    const draft = { caseId: file.id, respondentId: file.respondents[0]!.id }
    await refusedForAll(['bakti', 'laksmi', 'sari'], () => engine.call('letters.draft', draft))
    await engine.as('rina')
    const { id: letterId, header, body } = await engine.call('letters.draft', draft)
    const review = () => engine.call('letters.review', { letterId, outcome: 'approved', comment: '' })
    const approve = () => engine.call('letters.approve', { letterId })
    const finalise = () => engine.call('letters.finalise', { letterId, datedOn: '2020-11-20' as never })
    const sign = () =>
      engine.call('letters.sign', { letterId, file: trust.ticket(), password: CERTIFICATE_PASSWORD })
    await refusedForAll(EACH_ROLE, review, 'letters.ownReview', 'letters.notInReview', 'access.notAssigned')
    await refusedForAll(EACH_ROLE, approve, 'letters.notReviewed', 'access.notAssigned')
    await refusedForAll(EACH_ROLE, finalise, 'letters.notApproved', 'access.notAssigned')
    await refusedForAll(EACH_ROLE, sign, 'letters.notFinalised')
    // Arman writes a version as well: from then on he is an author, too.
    await engine
      .call('cases.assign', {
        caseId: file.id,
        accountId: engine.account('arman').id,
        kind: 'assistant',
      } as never)
      .catch(() => undefined)
    await engine.as('arman')
    await engine.call('letters.save', { letterId, version: 1, header, body } as never)
    await engine.as('rina')
    await engine.call('letters.submit', { letterId })
    await refused(review(), 'letters.ownReview')
    await engine.as('arman')
    await refused(review(), 'letters.ownReview')
    await engine.as('laksmi')
    await review()
    await refusedForAll(['rina', 'arman'], approve)
    await refusedForAll(EACH_ROLE, finalise, 'letters.notApproved', 'access.notAssigned')
    await engine.as('bakti')
    await approve()
    await refusedForAll(EACH_ROLE, sign, 'letters.notFinalised')
    await engine.as('rina')
    await finalise()
    // Only the chair, for whom it was prepared, signs; and only with the chair's own certificate.
    await refusedForAll(
      ['sari', 'rina', 'arman', 'laksmi', 'surya', 'ningsih'],
      sign,
      'letters.otherSignatory',
    )
    await engine.as('bakti')
    const foreign = certificateOf(engine, trust.authority, 'Rina Ibaratnya')()
    await refused(
      engine.call('letters.sign', { letterId, file: foreign, password: CERTIFICATE_PASSWORD }),
      'signing.otherPerson',
    )
    expect((await sign()).state).toBe('issued')
  })

  it('only the plenary decides: no letter before it, no number before its minutes', async () => {
    const file = await readyCase(engine)
    const respondentId = file.respondents[0]!.id
    const draft = () => engine.call('letters.draft', { caseId: file.id, respondentId })
    await refused(draft(), 'letters.notDecided')
    const plenary = await openMeeting(engine, [file.id])
    const { voteId } = await openVote(engine, plenary)
    for (const member of MEMBERS) await cast(engine, voteId, member)
    await engine.as('rina')
    await refused(draft(), 'letters.notDecided')
    await refusedForAll(['rina', 'laksmi', 'sari'], () => engine.call('plenaries.closeVote', { voteId }))
    await engine.as('bakti')
    await engine.call('plenaries.closeVote', { voteId })
    // Decided, but the meeting is still open: the letter can be prepared and goes no further.
    const { id: letterId, checks } = await approvedLetter(engine, file)
    expect(checks.find(check => check.code === 'letters.plenaryOpen')?.severity).toBe('error')
    const finalise = () => engine.call('letters.finalise', { letterId, datedOn: '2020-11-20' as never })
    await refusedForAll(EACH_ROLE, finalise, 'letters.plenaryOpen', 'access.notAssigned')
  })

  it('a vote is cast once, by its owner, present and not recused', async () => {
    const file = await readyCase(engine)
    const plenary = await openMeeting(engine, [file.id], ['bakti', 'ningsih', 'laksmi', 'darma'])
    const accountId = engine.account('darma').id
    const reason = 'Kerabat terlapor.'
    await engine.call('plenaries.recuse', { plenaryId: plenary.id, caseId: file.id, accountId, reason })
    const { voteId } = await openVote(engine, plenary)
    await cast(engine, voteId, 'laksmi', { verdict: 'notProven' })
    const twice = () => cast(engine, voteId, 'laksmi')
    await refusedForAll(EACH_ROLE, twice, 'plenaries.alreadyVoted')
    await refusedForAll(EACH_ROLE, () => cast(engine, voteId, 'darma'), 'plenaries.recused')
    await refusedForAll(EACH_ROLE, () => cast(engine, voteId, 'surya'), 'plenaries.absent')
    await refusedForAll(EACH_ROLE, () => cast(engine, voteId, 'rina'), 'plenaries.notAMember')
    await engine.as('laksmi')
    const forged = {
      voteId,
      accountId: engine.account('ningsih').id,
      passphrase: 'bukan sandinya',
      opinion: '',
    }
    await refused(
      engine.call('plenaries.castVote', { ...forged, verdict: 'proven', sanctionId: SANCTION }),
      'keys.wrongPassphrase',
    )
    await refused(
      engine.call('plenaries.castVote', {
        ...forged,
        voteId: STRANGER as never,
        passphrase: PASSPHRASE,
        verdict: 'notProven',
        sanctionId: null,
      }),
      'plenaries.voteUnknown',
    )
  })
})

describe('rule 6: nothing is silently overwritten', () => {
  it('an issued letter, a ballot and a decision are never changed, by call or by SQL', async () => {
    const file = await readyCase(engine)
    await decideCases(engine, [file.id])
    const { id: letterId, version, header, body } = await approvedLetter(engine, file)
    const issued = await issueLetter(engine, letterId, trust.ticket)
    const before = await engine.call('letters.open', { letterId })
    const attempts: (() => Promise<unknown>)[] = [
      () => engine.call('letters.save', { letterId, version, header, body } as never),
      () => engine.call('letters.confirmTrace', { letterId, trace: 'decision', choice: 'useSource' }),
      () => engine.call('letters.submit', { letterId }),
      () => engine.call('letters.review', { letterId, outcome: 'returned', comment: 'Ulangi.' }),
      () => engine.call('letters.approve', { letterId }),
      () => engine.call('letters.finalise', { letterId, datedOn: '2020-12-01' as never }),
      () => engine.call('letters.sign', { letterId, file: trust.ticket(), password: CERTIFICATE_PASSWORD }),
      () => engine.call('letters.draft', { caseId: file.id, respondentId: file.respondents[0]!.id }),
    ]
    for (const attempt of attempts) {
      await refusedForAll(
        EACH_ROLE,
        attempt,
        'letters.notEditable',
        'letters.notInReview',
        'letters.ownReview',
        'letters.notReviewed',
        'letters.notApproved',
        'letters.alreadyIssued',
        'letters.alreadyDrafted',
        'access.notAssigned',
      )
    }
    await engine.as('bakti')
    for (const query of [
      sql`update letters set number = 'X' where id = ${letterId}`,
      sql`update letters set state = 'draft' where id = ${letterId}`,
      sql`delete from letters where id = ${letterId}`,
      sql`update decisions set outcome = 'notProven' where case_id = ${file.id}`,
      sql`delete from decisions where case_id = ${file.id}`,
      sql`update ballots set verdict = 'notProven'`,
      sql`delete from ballots`,
      sql`update audit_entries set method = 'x'`,
      sql`delete from audit_entries`,
    ]) {
      expect(() => write(query), query.text).toThrow()
    }
    const after = await engine.call('letters.open', { letterId })
    expect(Buffer.from(after.pdf).equals(Buffer.from(before.pdf))).toBe(true)
    expect((await engine.call('letters.get', { letterId })).number).toBe(issued.number)
  })

  it('no number is used twice, and a failed attempt burns none', async () => {
    const files = [await readyCase(engine), await readyCase(engine)]
    await decideCases(
      engine,
      files.map(file => file.id),
    )
    const ids = [(await approvedLetter(engine, files[0]!)).id, (await approvedLetter(engine, files[1]!)).id]
    await engine.as('bakti')
    const last = () =>
      engine.engine.session!.store.read.get<{ n: number }>(
        sql`select last_number as n from number_sequences where kind = 'letter' and year = 2020`,
      )?.n ?? 0
    const before = last()
    const finalise = (letterId: string, datedOn = '2020-11-20') =>
      engine.call('letters.finalise', { letterId, datedOn } as never)
    await refused(finalise(ids[0]!, '2020-01-01'), 'letters.datedBeforePlenary')
    await refused(finalise(ids[0]!, '2020-13-45'), 'input.invalid')
    await refused(finalise(STRANGER), 'letters.unknown')
    expect(last()).toBe(before)
    const [first, second] = await Promise.all(ids.map(id => finalise(id)))
    expect(first!.number).not.toBe(second!.number)
    expect(last()).toBe(before + 2)
    await refused(finalise(ids[0]!), 'letters.notApproved')
    expect(() => write(sql`update letters set number = ${first!.number} where id = ${ids[1]!}`)).toThrow()
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
    await engine.as('sari')
    const reason = 'Klarifikasi tambahan atas permintaan pleno.'
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

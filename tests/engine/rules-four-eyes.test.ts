import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../../main/engine/store/sql.ts'
import { ALL_CHECKS, buildCase, proveFinding } from '../helpers/build-case.ts'
import {
  AFTERWARDS,
  approvedLetter,
  CERTIFICATE_PASSWORD,
  cast,
  certificateOf,
  closeVotes,
  decideCases,
  issueLetter,
  MEMBERS,
  openMeeting,
  openVote,
  readyCase,
  SANCTION,
  trustAuthority,
} from '../helpers/decide-case.ts'
import { EACH_ROLE, refused, refusedForAll } from '../helpers/refused.ts'
import { PASSPHRASE, startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

// Rules 5 and 6 of the product against a hostile window, in every role.

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

describe('rule 5: four eyes', { timeout: 120_000 }, () => {
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
    await refusedForAll(engine, ['sari', 'surya'], review, 'access.notAssigned')
  })

  it('nobody reviews or approves a letter of his own, and each step waits for the one before', async () => {
    const file = await readyCase(engine)
    await decideCases(engine, [file.id])
    await engine.as('rina')
    const draft = { caseId: file.id, respondentId: file.respondents[0]!.id }
    await refusedForAll(engine, ['bakti', 'laksmi', 'sari'], () => engine.call('letters.draft', draft))
    await engine.as('rina')
    const { id: letterId, header, body } = await engine.call('letters.draft', draft)
    const review = () => engine.call('letters.review', { letterId, outcome: 'approved', comment: '' })
    const approve = () => engine.call('letters.approve', { letterId })
    const finalise = () => engine.call('letters.finalise', { letterId, datedOn: '2020-11-20' as never })
    const sign = () =>
      engine.call('letters.sign', { letterId, file: trust.ticket(), password: CERTIFICATE_PASSWORD })
    await refusedForAll(
      engine,
      EACH_ROLE,
      review,
      'letters.ownReview',
      'letters.notInReview',
      'access.notAssigned',
    )
    await refusedForAll(engine, EACH_ROLE, approve, 'letters.notReviewed', 'access.notAssigned')
    await refusedForAll(engine, EACH_ROLE, finalise, 'letters.notApproved', 'access.notAssigned')
    await refusedForAll(engine, EACH_ROLE, sign, 'letters.notFinalised')
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
    await refusedForAll(engine, ['rina', 'arman'], approve)
    await refusedForAll(engine, EACH_ROLE, finalise, 'letters.notApproved', 'access.notAssigned')
    await engine.as('bakti')
    await approve()
    await refusedForAll(engine, EACH_ROLE, sign, 'letters.notFinalised')
    await engine.as('rina')
    await finalise()
    // Only the chair, for whom it was prepared, signs; and only with the chair's own certificate.
    await refusedForAll(
      engine,
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
    await refusedForAll(engine, ['rina', 'laksmi', 'sari'], () => closeVotes(engine, [voteId]))
    await engine.as('bakti')
    await closeVotes(engine, [voteId])
    // Decided, but the meeting is still open: the letter can be prepared and goes no further.
    const { id: letterId, checks } = await approvedLetter(engine, file)
    expect(checks.find(check => check.code === 'letters.plenaryOpen')?.severity).toBe('error')
    const finalise = () => engine.call('letters.finalise', { letterId, datedOn: '2020-11-20' as never })
    await refusedForAll(engine, EACH_ROLE, finalise, 'letters.plenaryOpen', 'access.notAssigned')
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
    await refusedForAll(engine, EACH_ROLE, twice, 'plenaries.alreadyVoted')
    await refusedForAll(engine, EACH_ROLE, () => cast(engine, voteId, 'darma'), 'plenaries.recused')
    await refusedForAll(engine, EACH_ROLE, () => cast(engine, voteId, 'surya'), 'plenaries.absent')
    await refusedForAll(engine, EACH_ROLE, () => cast(engine, voteId, 'rina'), 'plenaries.notAMember')
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

describe('rule 6: nothing is silently overwritten', { timeout: 120_000 }, () => {
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
        engine,
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

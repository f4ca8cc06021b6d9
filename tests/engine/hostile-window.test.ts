import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildCase, FULL_CARD, reportInput, takeExhibits } from '../helpers/build-case.ts'
import {
  AFTERWARDS,
  approvedLetter,
  cast,
  decideCases,
  issueLetter,
  openMeeting,
  openVote,
  readyCase,
  trustAuthority,
} from '../helpers/decide-case.ts'
import { refused } from '../helpers/refused.ts'
import { PASSPHRASE, startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

// Holes that a review of the contract found: calls that overlap a lock or each other, copies written where
// they do harm, and names that came out on a side way.

let engine: TestEngine
beforeEach(async () => {
  engine = await startTestEngine()
  engine.setClock(AFTERWARDS)
})
afterEach(() => engine.close())

const newPerson = (signInName: string) => ({
  displayName: `Orang Baru ${signInName}`,
  signInName,
  role: 'assistant' as const,
  position: 'Asisten',
  passphrase: PASSPHRASE,
})

describe('a lock that comes while keys are being made', () => {
  it.each([
    ['accounts.add', () => engine.call('accounts.add', newPerson('baru'))],
    [
      'session.changePassphrase',
      () =>
        engine.call('session.changePassphrase', { current: PASSPHRASE, next: 'kalimat lain yang panjang' }),
    ],
    [
      'session.replaceRecoveryKey',
      () => engine.call('session.replaceRecoveryKey', { passphrase: PASSPHRASE }),
    ],
  ] as const)('changes no key file: %s', async (_name, run) => {
    await engine.as('sari')
    const file = join(engine.dir, 'keyring.json')
    const before = readFileSync(file)
    const running = run()
    engine.engine.lock('idle')
    await refused(running, 'session.locked')
    expect(readFileSync(file).equals(before)).toBe(true)
    await engine.as('sari')
    await engine.as('rina')
  })

  it('also when somebody else has signed in by then', async () => {
    await engine.as('sari')
    const adding = refused(engine.call('accounts.add', newPerson('baru')), 'session.locked')
    await engine.as('rina')
    await adding
    await engine.as('sari')
  })
})

it('two changes of the keys at once: none undoes the other', async () => {
  await engine.as('sari')
  const first = engine.call('accounts.add', newPerson('satu'))
  const second = engine.call('accounts.add', newPerson('dua'))
  const ends = await Promise.allSettled([first, second])
  const added = ['satu', 'dua'].filter((_, n) => ends[n]?.status === 'fulfilled')
  expect(added.length).toBeGreaterThan(0)
  const names = (await engine.call('accounts.list', {})).map(account => account.signInName)
  expect(names.filter(name => name === 'satu' || name === 'dua').sort()).toEqual(added.sort())
  for (const name of added) await engine.as(name)
  await engine.as('sari')
})

it('guessing the own passphrase in an open session meets the growing delay', async () => {
  await engine.as('rina')
  const guess = () =>
    engine.call('session.changePassphrase', { current: 'bukan ini', next: 'kalimat lain yang panjang' })
  for (let n = 0; n < 5; n++) await refused(guess(), 'keys.wrongPassphrase')
  await refused(guess(), 'keys.waitBeforeTrying')
})

describe('copies', { timeout: 120_000 }, () => {
  it('are never written into the store: letters, minutes, the recovery sheet', async () => {
    const file = await readyCase(engine)
    const { id: plenaryId } = await decideCases(engine, [file.id])
    const trust = await trustAuthority(engine)
    const approved = await approvedLetter(engine, file)
    const letter = await issueLetter(engine, approved.id, trust.ticket)
    const database = join(engine.dir, 'adjudikasn.db')
    for (const path of [database, join(engine.dir, 'vault', 'surat.pdf')]) {
      const target = () => engine.ticket(path)
      const size = existsSync(path) ? readFileSync(path).length : -1
      await engine.as('rina')
      const purpose = 'Untuk arsip'
      const copy = engine.call('letters.export', { letterId: letter.id, target: target(), purpose })
      await refused(copy, 'evidence.exportIntoStore')
      await refused(
        engine.call('plenaries.exportMinutes', { plenaryId, target: target() }),
        'evidence.exportIntoStore',
      )
      await engine.as('sari')
      const { recoveryKey } = engine
      await refused(
        engine.call('session.saveRecoverySheet', { target: target(), recoveryKey }),
        'evidence.exportIntoStore',
      )
      expect(existsSync(path) ? readFileSync(path).length : -1).toBeGreaterThanOrEqual(size)
    }
    await engine.as('rina')
  })

  it('that are not entered leave what stood in their place', async () => {
    const file = await readyCase(engine)
    await decideCases(engine, [file.id])
    const trust = await trustAuthority(engine)
    const letter = await issueLetter(engine, (await approvedLetter(engine, file)).id, trust.ticket)
    const path = join(engine.root, 'lama.pdf')
    writeFileSync(path, 'lama')
    const copy = engine.call('letters.export', {
      letterId: letter.id,
      target: engine.ticket(path),
      purpose: 'Untuk arsip',
    })
    // The copy is written beside its place while this laptop is locked.
    engine.engine.lock('idle')
    await refused(copy, 'session.locked', 'call.cancelled', 'vault.cancelled', 'internal')
    expect(readFileSync(path, 'utf8')).toBe('lama')
  })
})

describe('the protected reporter', () => {
  it('is not found by the provenance card, title or name of an exhibit', async () => {
    const name = 'Ratnasari Pelaporwati'
    const file = await buildCase(engine, 1, { reporterName: name, reporterContact: 'ratnasari@contoh.test' })
    const [exhibit] = await takeExhibits(engine, file.id)
    await engine.call('evidence.describe', {
      exhibitId: exhibit!.id,
      title: `Foto dari ${name}`,
      provenance: { ...FULL_CARD, obtainedFrom: name, note: 'surel ratnasari@contoh.test' },
    })
    for (const query of ['Ratnasari', 'Pelaporwati', name]) {
      expect(await engine.call('docket.search', { query, limit: 50 })).toEqual([])
    }
    expect(await engine.call('docket.search', { query: 'P-1', limit: 50 })).not.toEqual([])
  })
})

describe('the protected reporter of a report', () => {
  it('is not found by a sender or place that names him', async () => {
    const name = 'Ratnasari Pelaporwati'
    const parts = { reporterName: name, senderOffice: `Ibu ${name}`, place: `Rumah ${name}` }
    const file = await buildCase(engine, 1, parts)
    expect(await engine.call('docket.search', { query: name, limit: 50 })).toEqual([])
    expect((await engine.call('reports.list', { query: name })).total).toBe(0)
    expect(await engine.call('docket.search', { query: file.registerNumber, limit: 50 })).not.toEqual([])
  })
})

describe('the secretariat', () => {
  it('reads no name and no reason of a report or meeting in the audit trail', async () => {
    await engine.as('rina')
    const report = await engine.call(
      'reports.register',
      reportInput(1, { reporterName: 'Ratnasari', reporterContact: '' }),
    )
    const reason = 'Alasan yang menyebut perkara'
    await engine.call('reports.revealReporter', { reportId: report.id, reason })
    await engine.as('sari')
    const seen = JSON.stringify(await engine.call('audit.latest', { limit: 50 }))
    for (const secret of ['Orang Umpama', reason, report.registerNumber]) expect(seen).not.toContain(secret)
    expect(seen).toContain('session.unlock')
  })
})

describe('while a vote is open', { timeout: 60_000 }, () => {
  it('nobody changes a finding on which it rests', async () => {
    const file = await readyCase(engine)
    await decideCases(engine, [file.id], { verdict: 'deferred', opinion: 'Perlu saksi.' })
    const [finding] = await engine.call('findings.listByCase', { caseId: file.id })
    const plenary = await openMeeting(engine, [file.id])
    const { voteId, respondentId } = await openVote(engine, plenary)
    await cast(engine, voteId, 'bakti')
    await engine.as('rina')
    const reopen = { findingId: finding!.id, reason: 'Dibuka saat pemungutan suara.' }
    await refused(engine.call('findings.reopen', reopen), 'findings.voteOpen')
    const another = { caseId: file.id, respondentId: respondentId as never, provisionId: 'pp53-2010/3/4' }
    await refused(engine.call('findings.add', another), 'findings.voteOpen')
  })
})

describe('a letter', { timeout: 60_000 }, () => {
  it('is not reviewed by who confirmed a paragraph of it', async () => {
    const file = await readyCase(engine)
    await engine.as('bakti')
    const kind = 'assistant' as const
    await engine.call('cases.assign', { caseId: file.id, accountId: engine.account('arman').id, kind })
    await decideCases(engine, [file.id])
    await engine.as('rina')
    const respondentId = file.respondents[0]!.id
    const { id: letterId } = await engine.call('letters.draft', { caseId: file.id, respondentId })
    await engine.as('arman')
    await engine.call('letters.confirmTrace', { letterId, trace: 'exhibits', choice: 'keep' })
    await engine.as('rina')
    await engine.call('letters.submit', { letterId })
    await engine.as('arman')
    const review = engine.call('letters.review', { letterId, outcome: 'approved', comment: '' })
    await refused(review, 'letters.ownReview')
  })
})

it('an event that cannot be told does not take back what was committed', async () => {
  await engine.as('rina')
  const publish = engine.engine.publish
  engine.engine.publish = () => {
    throw new Error('the window is gone')
  }
  const report = await engine.call('reports.register', reportInput(1)).finally(() => {
    engine.engine.publish = publish
  })
  expect(report.registerNumber).not.toBe('')
})

it('the public list of trusted roots is written anew when the store is opened', async () => {
  await trustAuthority(engine)
  const path = join(engine.dir, 'trusted-roots.pem')
  const own = readFileSync(path, 'utf8')
  engine.engine.lock('idle')
  writeFileSync(path, '')
  await engine.as('rina')
  expect(readFileSync(path, 'utf8')).toBe(own)
})

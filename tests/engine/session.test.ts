import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PASSPHRASE, Refused, startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
beforeEach(async () => {
  engine = await startTestEngine()
})
afterEach(() => engine.close())

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: unknown) => (error instanceof Refused ? error.code : String(error)),
  )

it('opens with the passphrase of each account and with no other', async () => {
  for (const person of engine.people) await engine.as(person.signInName)
  const wrong = engine.call('session.unlock', { signInName: 'rina', passphrase: 'kalimat yang salah' })
  expect(await codeOf(wrong)).toBe('keys.wrongPassphrase')
})

it('answers nothing about cases while it is locked', async () => {
  await engine.call('session.lock', {})
  expect(await codeOf(engine.call('cases.list', {}))).toBe('session.locked')
  expect(await codeOf(engine.call('accounts.list', {}))).toBe('session.locked')
  expect((await engine.call('session.status', {})).state).toBe('locked')
})

it('keeps a draft of one account from every other', async () => {
  await engine.as('rina')
  await engine.call('drafts.save', { key: 'reports/new', content: '{"place":"Balai Desa"}' })
  await engine.as('arman')
  expect(await engine.call('drafts.get', { key: 'reports/new' })).toBeNull()
  await engine.as('rina')
  expect((await engine.call('drafts.get', { key: 'reports/new' }))?.content).toContain('Balai Desa')
})

it('changes a passphrase: the new one opens, the old one does not', async () => {
  await engine.as('rina')
  await engine.call('session.changePassphrase', { current: PASSPHRASE, next: 'kalimat lain yang panjang' })
  await engine.call('session.lock', {})
  expect(await codeOf(engine.as('rina'))).toBe('keys.wrongPassphrase')
  const unlocking = { signInName: 'rina', passphrase: 'kalimat lain yang panjang' }
  expect((await engine.call('session.unlock', unlocking)).state).toBe('unlocked')
})

it('gives a lost account a new passphrase with the recovery key, and the chain stays whole', async () => {
  const { recoveryKey } = engine
  const recovering = { recoveryKey, signInName: 'rina', passphrase: 'kalimat baru setelah lupa' }
  expect((await engine.call('session.recover', recovering)).account?.signInName).toBe('rina')
  await engine.call('drafts.save', { key: 'a', content: 'b' })
  await engine.as('sari')
  expect((await engine.call('audit.check', {})).whole).toBe(true)
})

it('replaces the recovery key: the old sheet opens nothing any more', async () => {
  await engine.as('sari')
  const wrong = engine.call('session.replaceRecoveryKey', { passphrase: 'bukan frasa sandi saya' })
  expect(await codeOf(wrong)).toBe('keys.wrongPassphrase')
  const { recoveryKey } = await engine.call('session.replaceRecoveryKey', { passphrase: PASSPHRASE })
  const next = { signInName: 'rina', passphrase: 'kalimat baru setelah lupa' }
  const old = engine.call('session.recover', { recoveryKey: engine.recoveryKey, ...next })
  expect(await codeOf(old)).toBe('keys.wrongRecoveryCode')
  expect((await engine.call('session.recover', { recoveryKey, ...next })).state).toBe('unlocked')
  await engine.as('sari')
  expect((await engine.call('audit.check', {})).whole).toBe(true)
})

it('writes the recovery sheet only for the key that opens this store', async () => {
  await engine.as('sari')
  const target = engine.ticket(join(engine.root, 'lembar.pdf'))
  const typo = engine.call('session.saveRecoverySheet', { target, recoveryKey: 'AAAA-BBBB-CCCC-DDDD' })
  expect(await codeOf(typo)).not.toBe('accepted')
  const path = join(engine.root, 'lembar.pdf')
  await engine.call('session.saveRecoverySheet', {
    target: engine.ticket(path),
    recoveryKey: engine.recoveryKey,
  })
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
})

it('adds an account that can sign in at once, and retires it for good', async () => {
  await engine.as('sari')
  const added = await engine.call('accounts.add', {
    displayName: 'Yusuf Perumpama',
    signInName: 'yusuf',
    role: 'assistant',
    position: 'Asisten Komisioner',
    region: '',
    passphrase: PASSPHRASE,
  })
  await engine.as('yusuf')
  expect(await codeOf(engine.call('accounts.retire', { accountId: added.id }))).toBe('access.denied')
  await engine.as('sari')
  await engine.call('accounts.retire', { accountId: added.id })
  await engine.call('session.lock', {})
  expect(await codeOf(engine.as('yusuf'))).toBe('keys.wrongPassphrase')
  await engine.as('rina')
  expect((await engine.call('audit.check', {})).whole).toBe(true)
})

it('never retires the last secretariat or the own account', async () => {
  await engine.as('sari')
  const own = engine.call('accounts.retire', { accountId: engine.account('sari').id })
  expect(await codeOf(own)).toBe('accounts.ownAccount')
})

it('warns when an older head file was put back', async () => {
  const file = join(engine.dir, 'audit-head.json')
  const old = readFileSync(file)
  await engine.as('rina')
  await engine.as('arman')
  await engine.call('session.lock', {})
  writeFileSync(file, old)
  const status = await engine.call('session.unlock', { signInName: 'rina', passphrase: PASSPHRASE })
  expect(status.auditWarning).toBe('older')
})

it('refuses calls that are no calls', async () => {
  for (const method of ['__proto__', 'constructor', 'session', 'session.', 'cases.drop table cases', '']) {
    expect(await codeOf(engine.raw(method, {}))).toBe('method.unknown')
  }
  expect(await codeOf(engine.raw('drafts.get', JSON.parse('{"key":"a","__proto__":{"x":1}}')))).toBe(
    'input.invalid',
  )
  expect(await codeOf(engine.raw('drafts.get', null))).toBe('input.invalid')
  expect(await codeOf(engine.raw('drafts.save', { key: 'a', content: 'x'.repeat(3_000_000) }))).toBe(
    'input.invalid',
  )
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { PUBLIC_METHODS, PUBLIC_TOPICS } from '../../shared/contract/public-scope.ts'
import { type ForkedEngine, forkEngine } from '../helpers/forked-engine.ts'
import { PASSPHRASE, PEOPLE } from '../helpers/test-engine.ts'

let root = ''
let engine: ForkedEngine
let display: ReturnType<ForkedEngine['publicPort']>

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'adjudikasn-public-'))
  engine = await forkEngine(root)
  display = engine.publicPort()
  const institution = await engine.call('institution.example', {})
  const folder = engine.ticket(join(root, 'store'))
  await engine.call('session.createStore', { folder, institution, accounts: [...PEOPLE] })
})
afterAll(async () => {
  await engine.stop()
  rmSync(root, { recursive: true, force: true })
})

const refusal = { code: 'access.denied', facts: { reason: 'publicPort' } }
const others = Object.keys(contract).filter(name => !PUBLIC_METHODS.some(allowed => allowed === name))

describe('the port of the public display, whoever is signed in', () => {
  it('answers the public pane and whether the store is open', async () => {
    await engine.call('session.unlock', { signInName: 'bakti', passphrase: PASSPHRASE })
    expect(await display.ask('session.status', {})).toMatchObject({ state: 'unlocked' })
    expect(await display.ask('plenaries.publicPane', {})).toBeNull()
  })

  it('refuses every other call of the contract before it looks at the input', async () => {
    expect(others.length).toBeGreaterThan(100)
    const answers = await Promise.allSettled(others.map(name => display.ask(name, {})))
    const letThrough = others.filter((_, n) => {
      const answer = answers[n]
      return answer?.status !== 'rejected' || answer.reason.code !== refusal.code
    })
    expect(letThrough).toEqual([])
    // The store is still open: a lock by the audience was refused too.
    expect(await display.ask('session.status', {})).toMatchObject({ state: 'unlocked' })
  })

  it.each(['', 'plenaries.publicPane ', 'PLENARIES.PUBLICPANE', '__proto__', 'constructor', 'no.such'])(
    'refuses what is no call at all: %s',
    async name => {
      await expect(display.ask(name, {})).rejects.toMatchObject(refusal)
    },
  )

  it('hears that something changed, and nothing of what', async () => {
    const before = display.received.length
    await engine.call('drafts.save', { key: 'reports/new', content: 'Rahasia' }).catch(() => undefined)
    await engine.call('session.lock', {})
    await engine.call('session.unlock', { signInName: 'bakti', passphrase: PASSPHRASE })
    await expect.poll(() => display.received.length).toBeGreaterThan(before)
    const events = display.received.filter(message => message.t === 'event')
    expect(events.length).toBeGreaterThan(0)
    for (const event of events) {
      expect(PUBLIC_TOPICS).toContain(event.topic)
      expect(event.facts).toEqual({})
    }
  })

  it.each([undefined, null, 'FULL', 'any', 1, {}])(
    'is what every port gets that is not plainly full: %s',
    async scope => {
      const port = engine.publicPort(scope)
      await expect(port.ask('plenaries.list', {})).rejects.toMatchObject(refusal)
    },
  )

  it('gives nothing while the store is locked', async () => {
    await engine.call('session.lock', {})
    await expect(display.ask('plenaries.publicPane', {})).rejects.toMatchObject({ code: 'session.locked' })
  })
})

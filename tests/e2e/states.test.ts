import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { migrations } from '../../main/engine/store/migrations/index.ts'
import { sql } from '../../main/engine/store/sql.ts'
import { errorSentence, t } from '../../shared/strings/index.ts'
import { PASSPHRASE, startTestEngine, type TestEngine } from '../helpers/test-engine.ts'
import { accessibilityFaults } from './harness/axe.ts'
import { untilLocked } from './harness/engine-port.ts'
import { answerDialog } from './harness/files.ts'
import { enginePid, type Launched, launch } from './harness/launch.ts'

/** A format that no program knows yet. */
const FUTURE = 9_999
const newest = migrations.at(-1)?.number ?? 0

let root = ''
let whole = ''
let program: Launched

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'adjudikasn-states-'))
  whole = await storeIn('utuh')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))
beforeEach(async () => {
  program = await launch()
})
afterEach(() => program?.close())

describe('the lock screen', () => {
  it('says that a passphrase is wrong, without a counter, and waits after five', async () => {
    await choose(copyOf(whole))
    const wrong = errorSentence('keys.wrongPassphrase', {})
    for (let n = 1; n <= 5; n += 1) {
      await signInAs('rina', `salah sama sekali ${n}`)
      // The field is emptied by the answer; the sentence of the try before may still stand there.
      const field = program.page.getByLabel(t.session.lock.passphrase, { exact: true })
      await expect.poll(() => field.inputValue()).toBe('')
      await program.page.getByText(wrong).waitFor()
      expect(await screenText()).not.toMatch(/percobaan|tersisa|\b[1-5] kali/i)
    }
    await signInAs('rina', PASSPHRASE)
    const [, before = '', after = ''] = /^(.*)77(.*)$/.exec(t.session.lock.wait(77)) ?? []
    const sentence = program.page.getByText(new RegExp(`^${before}\\d+${after.replaceAll('.', '\\.')}$`))
    await sentence.waitFor()
    const first = seconds(await sentence.innerText())
    // Less by what a busy machine took for the last two tries.
    expect(first).toBeGreaterThan(5)
    expect(first).toBeLessThanOrEqual(30)
    await expect.poll(async () => seconds(await sentence.innerText())).toBeLessThan(first)
    expect(await accessibilityFaults(program.page)).toEqual([])
    // Another account is not made to wait.
    await signInAs('arman', PASSPHRASE)
    await unlockedFrame()
  })

  it('asks for what is missing instead of trying', async () => {
    await choose(copyOf(whole))
    await signInAs('rina', '')
    await program.page.getByText(t.ui.fieldEmpty).first().waitFor()
  })
})

describe('a store that cannot be opened', () => {
  it.each([
    ['is cut short', 'store.damaged', (store: string) => writeFileSync(join(store, 'adjudikasn.db'), '')],
    [
      'is overwritten',
      'store.keyMismatch',
      (store: string) => writeFileSync(join(store, 'adjudikasn.db'), Buffer.alloc(400_000, 7)),
    ],
    [
      'has a broken keyring',
      'keyring.damaged',
      (store: string) => writeFileSync(join(store, 'keyring.json'), '{'),
    ],
    ['has lost its keyring', 'keyring.missing', (store: string) => rmSync(join(store, 'keyring.json'))],
    ['has lost its database', 'store.missing', (store: string) => rmSync(join(store, 'adjudikasn.db'))],
    ['is gone', 'keyring.missing', (store: string) => renameSync(store, `${store}-dicabut`)],
  ])('because it %s is named with what to do', async (_name, code, spoil) => {
    const store = copyOf(whole)
    await choose(store)
    spoil(store)
    await signInAs('rina', PASSPHRASE)
    await program.page.getByText(errorSentence(code, {})).waitFor()
    expect(program.problems).toEqual([])
    expect(await accessibilityFaults(program.page)).toEqual([])
  })

  it('because a newer program made it is named with both formats', async () => {
    const store = await storeIn('newer', engine => {
      engine.engine.session?.store.transaction(db => db.script(sql`pragma user_version = 9999`))
    })
    await choose(store)
    await signInAs('rina', PASSPHRASE)
    await program.page.getByText(errorSentence('store.newer', { found: FUTURE, known: newest })).waitFor()
  })

  it('because its place is read-only is named', async ctx => {
    const mount = mkdtempSync(join(root, 'kepingan-'))
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', mount], { stdio: 'pipe' })
    } catch {
      ctx.skip('needs the right to mount')
    }
    try {
      cpSync(whole, join(mount, 'penyimpanan'), { recursive: true })
      execFileSync('mount', ['-o', 'remount,ro', mount])
      await choose(join(mount, 'penyimpanan'))
      await signInAs('rina', PASSPHRASE)
      await program.page.getByText(errorSentence('store.readOnly', {})).waitFor()
    } finally {
      // Lazily: the program that looked at it still runs.
      execFileSync('umount', ['-l', mount])
    }
  })

  it('because the folder is no store is said before anything is typed', async () => {
    const empty = join(root, 'kosong')
    mkdirSync(empty, { recursive: true })
    await answerDialog(program.app, [empty])
    await program.page.getByRole('button', { name: t.session.start.open }).click()
    await program.page.getByText(errorSentence('store.notAStore', {})).waitFor()
    expect(await accessibilityFaults(program.page)).toEqual([])
  })
})

describe('a form that is being filled', () => {
  const office = 'Pengawas Pemilihan Kabupaten Rekaan'

  it.each([
    [
      'the engine is killed',
      async (): Promise<boolean> => process.kill(enginePid(program.app)!, 'SIGKILL'),
      true,
    ],
    [
      'the laptop goes to sleep',
      (): Promise<boolean> => program.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend')),
      false,
    ],
    ['nobody touches the laptop for ten minutes', idleForTenMinutes, false],
  ] as const)('is there again after an unlock when %s', async (_name, happen, engineGone) => {
    await choose(copyOf(whole))
    await signInAs('rina', PASSPHRASE)
    await unlockedFrame()
    await program.page.evaluate(() => Object.assign(location, { hash: '#/laporan/baru' }))
    const field = program.page.getByLabel(t.reports.form.senderOffice)
    await field.fill(office)
    // At once: the pause after typing has not passed, so the store has not got it yet.
    await happen()
    const passphrase = program.page.getByLabel(t.session.lock.passphrase, { exact: true })
    await passphrase.waitFor()
    await expect.poll(screenText).not.toContain(office)
    if (engineGone) await program.page.getByText(t.app.engineGone.title).waitFor()
    // The page covers itself a moment before the store is locked, or the fresh engine runs.
    await untilLocked(program.page)
    await passphrase.fill(PASSPHRASE)
    await passphrase.press('Enter')
    await field.waitFor()
    await expect.poll(() => field.inputValue()).toBe(office)
  })
})

describe('nothing yet', () => {
  it('is said on each list with what to do next', async () => {
    await choose(copyOf(whole))
    await signInAs('rina', PASSPHRASE)
    await unlockedFrame()
    const texts: [string, string][] = [
      ['#/pekerjaan', t.docket.empty.title],
      ['#/laporan', t.reports.empty.title],
      ['#/perkara', t.cases.empty.title],
      ['#/pegawai', t.persons.empty.title],
      ['#/surat', t.letters.empty.title],
    ]
    for (const [address, title] of texts) {
      await program.page.evaluate(hash => Object.assign(location, { hash }), address)
      await program.page.getByText(title).waitFor()
      expect(await accessibilityFaults(program.page), address).toEqual([])
    }
    expect(program.problems).toEqual([])
  })

  it('tells the secretariat where its own work is', async () => {
    await choose(copyOf(whole))
    await signInAs('sari', PASSPHRASE)
    await unlockedFrame()
    await program.page.getByText(t.docket.empty.secretariat).waitFor()
    await program.page.getByText(t.docket.empty.secretariatNext).waitFor()
  })
})

/** The first screen of a new window opens the folder; it stays locked. */
async function choose(store: string): Promise<void> {
  await answerDialog(program.app, [store])
  await program.page.getByRole('button', { name: t.session.start.open }).click()
  await program.page.getByLabel(t.session.lock.signInName).waitFor()
}

async function signInAs(signInName: string, passphrase: string): Promise<void> {
  await program.page.getByLabel(t.session.lock.signInName).fill(signInName)
  const field = program.page.getByLabel(t.session.lock.passphrase, { exact: true })
  await field.fill(passphrase)
  await field.press('Enter')
}

const unlockedFrame = (): Promise<void> => program.page.locator('nav').first().waitFor()
const screenText = () => program.page.evaluate(() => document.body.innerText)
const seconds = (sentence: string) => Number(/\d+/.exec(sentence)?.[0])

/** Moves the shell's clock and the system's idle time on; only these two are stood in for. */
async function idleForTenMinutes(): Promise<void> {
  await program.app.evaluate(({ powerMonitor }) => {
    const now = Date.now
    Date.now = () => now() + 11 * 60_000
    powerMonitor.getSystemIdleTime = () => 11 * 60
  })
}

let copies = 0
function copyOf(store: string): string {
  copies += 1
  const copy = join(root, `salinan-${copies}`)
  cpSync(store, copy, { recursive: true })
  return copy
}

/** A locked store made by the real engine, in a folder of its own. */
async function storeIn(
  name: string,
  change: (engine: TestEngine) => void = () => undefined,
): Promise<string> {
  const engine = await startTestEngine()
  try {
    change(engine)
    engine.engine.lock('closing')
    const folder = join(mkdtempSync(join(root, `${name}-`)), 'penyimpanan')
    cpSync(engine.dir, folder, { recursive: true })
    return folder
  } finally {
    engine.close()
  }
}

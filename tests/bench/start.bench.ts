import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { launchPlan } from '../../scripts/launch-plan.ts'
import { t } from '../../shared/strings/index.ts'
import { sharedDisplay, stopSharedDisplay } from '../e2e/harness/display.ts'
import { answerDialog } from '../e2e/harness/files.ts'
import { type Launched, launch } from '../e2e/harness/launch.ts'
import { benchStore, PASSPHRASE } from './bench-store.ts'
import { measurePair, median, printTable } from './measure.ts'

// From the spawn of the program to rows of the docket that can be worked on: window, engine, passphrase (typed at
// once, stretched at its real cost), store of 100,000 cases opened, first page shown. The floor is a window of the
// same runtime with one line of text. Both are driven alike, so the driver costs both the same.

const RUNS = 5

const { directory, cases } = await benchStore()
const empty = bareProgram()
const { userData } = await firstUnlock()
const phases: { locked: number[]; unlocked: number[]; rows: number[] } = {
  locked: [],
  unlocked: [],
  rows: [],
}

const start = await measurePair({
  name: `start to usable docket (${cases} cases)`,
  floorIs: 'bare Electron window of the same runtime, one line of text',
  runs: RUNS,
  warmUp: 1,
  ours: startAndUnlock,
  floor: startBare,
})
printTable([start])
const middle = (name: keyof typeof phases) => Math.round(median(phases[name]))
console.log(
  `of which: lock screen usable after ${middle('locked')} ms, unlocked after ${middle('unlocked')} ms more (passphrase stretched with Argon2id, on purpose slow), rows after ${middle('rows')} ms more`,
)
rmSync(empty, { recursive: true })
await stopSharedDisplay()

async function startAndUnlock(): Promise<number> {
  const began = performance.now()
  const program = await launch({ userData })
  const { page } = program
  const passphrase = page.getByLabel(t.session.lock.passphrase, { exact: true })
  await passphrase.waitFor()
  const locked = performance.now()
  await unlock(program)
  const unlocked = performance.now()
  await page
    .locator(
      '[role=treegrid] [role=row][aria-level="2"], [role=grid] [role=rowgroup] + [role=rowgroup] [role=row]',
    )
    .first()
    .waitFor()
  const rows = performance.now()
  await program.close()
  phases.locked.push(locked - began)
  phases.unlocked.push(unlocked - locked)
  phases.rows.push(rows - unlocked)
  return rows - began
}

async function startBare(): Promise<number> {
  const { exe, args, env } = launchPlan()
  const began = performance.now()
  const app = await _electron.launch({
    executablePath: exe,
    args: [...args.slice(0, -1), '--disable-gpu', empty],
    env: { ...env, DISPLAY: await sharedDisplay(), DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
  })
  const page = await app.firstWindow()
  await page.getByText('usable').waitFor()
  const shown = performance.now()
  await app.close()
  return shown - began
}

/** Lets the program remember the store and the person, as it does from the second day on. */
async function firstUnlock(): Promise<Launched> {
  const program = await launch()
  await answerDialog(program.app, [directory])
  await program.page.getByRole('button', { name: t.session.start.open }).click()
  await program.page.getByLabel(t.session.lock.signInName).fill('rina')
  await unlock(program)
  await program.close()
  return program
}

async function unlock({ page }: Launched): Promise<void> {
  await page.getByLabel(t.session.lock.passphrase, { exact: true }).fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.locator('nav').first().waitFor()
}

function bareProgram(): string {
  const folder = mkdtempSync(join(tmpdir(), 'adjudikasn-bare-'))
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'bare', version: '0.0.0', main: 'main.cjs' }),
  )
  writeFileSync(join(folder, 'index.html'), '<!doctype html><p>usable</p>')
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
app.setPath('userData', __dirname + '/data')
app.whenReady().then(() => new BrowserWindow({ width: 1366, height: 768 }).loadFile('index.html'))`,
  )
  return folder
}

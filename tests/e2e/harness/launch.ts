import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { buildProgram } from '../../../scripts/build.ts'
import { launchPlan } from '../../../scripts/launch-plan.ts'
import { calmKeys } from './at-rest.ts'
import { sharedDisplay } from './display.ts'

const LAUNCH_MS = 60_000
const CLOSE_MS = 10_000
/** How long anything may take to appear before the test fails; a wait ends as soon as it is there. */
const PATIENCE_MS = 60_000

export type LaunchOptions = {
  /** A folder from an earlier launch, to start again with the same settings; a new one otherwise. */
  userData?: string
  env?: Record<string, string>
  /** Inner size of the window; 1366×768 unless told. */
  size?: { width: number; height: number } | 'asRemembered'
  theme?: 'light' | 'dark'
}

export type Launched = {
  app: ElectronApplication
  page: Page
  userData: string
  /** Errors and warnings of the page's console and uncaught errors, CSP violations among them. */
  problems: string[]
  close(): Promise<void>
  /** Kills the whole program as a power cut would. */
  kill(): void
}

/** Builds what changed, opens the real window on the virtual display and waits until the page is loaded. */
export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  if (!process.env.ADJUDIKASN_TEST_BUILT) await buildProgram({ quiet: true })
  const userData = options.userData ?? fs.mkdtempSync(path.join(os.tmpdir(), 'adjudikasn-e2e-'))
  const plan = launchPlan()
  const env: Record<string, string> = {
    ...plan.env,
    DISPLAY: await sharedDisplay(),
    ADJUDIKASN_USER_DATA: userData,
    // No session bus on test machines; without this Chromium prints an error for each try.
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    ...options.env,
  }
  delete env.WAYLAND_DISPLAY
  const args = [...plan.args.slice(0, -1), '--disable-gpu', ...plan.args.slice(-1)]
  const start = () => _electron.launch({ executablePath: plan.exe, args, env, timeout: LAUNCH_MS })
  // The driver now and then misses the debugger of a program that started well on a busy machine.
  const app = await start().catch((error: unknown) => {
    if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error
    console.error('[harness] the window did not answer; started once more')
    return start()
  })
  app.context().setDefaultTimeout(PATIENCE_MS)
  const page = await app.firstWindow({ timeout: LAUNCH_MS })
  calmKeys(page)
  const problems: string[] = []
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
  })
  page.on('pageerror', error => problems.push(`${error.name}: ${error.message}`))
  await page.waitForLoadState('domcontentloaded')
  if (options.theme) await page.emulateMedia({ colorScheme: options.theme })
  const size = options.size ?? { width: 1366, height: 768 }
  if (size !== 'asRemembered') await resize(app, size)
  const program = app.process()
  return {
    app,
    page,
    userData,
    problems,
    close: () => closeProgram(app),
    kill: () => void program.kill('SIGKILL'),
  }
}

/** Sets the inner size of the program's own window, not of the audience's beside it. */
export async function resize(
  app: ElectronApplication,
  size: { width: number; height: number },
): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()
      .find(window => !window.webContents.getURL().endsWith('/public.html'))
      ?.setContentSize(width, height)
  }, size)
}

/** The engine's process id while one runs; null otherwise. Linux only. */
export function enginePid(app: ElectronApplication): number | null {
  const parent = app.process().pid
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const status = fs.readFileSync(`/proc/${name}/status`, 'utf8')
      const command = fs.readFileSync(`/proc/${name}/cmdline`, 'utf8')
      if (status.includes(`PPid:\t${parent}\n`) && command.includes('engine.cjs')) return Number(name)
    } catch {} // ended while we looked
  }
  return null
}

async function closeProgram(app: ElectronApplication): Promise<void> {
  const program = app.process()
  const timer = setTimeout(() => program.kill('SIGKILL'), CLOSE_MS)
  try {
    await app.close()
  } finally {
    clearTimeout(timer)
  }
}

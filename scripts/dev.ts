import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { buildProgram } from './build.ts'
import { connectPage } from './cdp.ts'
import { launchPlan } from './launch-plan.ts'
import { ROOT } from './project.ts'

// `npm run dev`: the program with a window that reloads when its files change and that starts anew when the
// shell, the preload or the engine change. Everything goes through the same bundles and content policy as in
// the real program; the older chunk hashes stay valid, so a form that is open survives until it is reloaded.

const WATCHED = ['shared', 'renderer', 'main', 'preload']
const SETTLE_MS = 150
const PORT = 20_000 + (process.pid % 20_000)

let program: ChildProcess | null = null
let timer: NodeJS.Timeout | undefined
let building = false
let again = false

await buildProgram()
start()
for (const folder of WATCHED) fs.watch(path.join(ROOT, folder), { recursive: true }, changed)

function changed(): void {
  clearTimeout(timer)
  timer = setTimeout(() => void rebuild(), SETTLE_MS)
}

async function rebuild(): Promise<void> {
  if (building) {
    again = true
    return
  }
  building = true
  try {
    const built = await buildProgram()
    if (built.some(part => part !== 'renderer')) restart()
    else if (built.length > 0) await reload()
  } catch (error) {
    // A half-typed line: the next change builds again.
    console.error(error instanceof Error ? error.message : error)
  }
  building = false
  if (again) {
    again = false
    await rebuild()
  }
}

function start(): void {
  const plan = launchPlan()
  const child = spawn(plan.exe, [`--remote-debugging-port=${PORT}`, ...plan.args], {
    stdio: 'inherit',
    env: plan.env,
  })
  program = child
  child.on('exit', () => {
    // Closed by its user, not by a restart.
    if (program === child) process.exit(0)
  })
}

function restart(): void {
  const old = program
  program = null
  if (!old) return start()
  old.once('exit', start)
  old.kill('SIGTERM')
}

async function reload(): Promise<void> {
  const page = await connectPage(PORT)
  await page.evaluate('location.reload()').catch(() => undefined)
  page.close()
}

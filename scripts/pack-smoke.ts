import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type CdpPage, connectPage } from './cdp.ts'
import { ROOT } from './project.ts'
import { startDisplay } from './virtual-display.ts'

// `npm run pack:smoke`: starts the packed program and tries, as far as its runtime allows, what a user does first.
// Prints one line per attempt and says plainly what could not be tried. Exit code 1 when an attempt failed.

const FIRST_OFFICIAL_MAJOR = 45
const exe = path.join(ROOT, 'release/linux-unpacked/adjudikasn')
if (!fs.existsSync(exe)) {
  console.log('release/linux-unpacked belum ada: jalankan npm run pack lebih dahulu.')
  process.exit(2)
}
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'adjudikasn-smoke-'))
const store = path.join(home, 'penyimpanan')
fs.mkdirSync(store)
let failed = 0
const untried: string[] = []

refusesToBeNode()
const display = await startDisplay()
const port = 20_000 + (process.pid % 20_000)
const program = start(port)
try {
  const page = await connectPage(port)
  await tryWindow(page)
  page.close()
} catch (error) {
  report(false, 'jendela program yang dipaketkan terbuka', String(error))
} finally {
  program.kill('SIGTERM')
  await new Promise(resolve => setTimeout(resolve, 1_500))
  program.kill('SIGKILL')
  display.stop()
  fs.rmSync(home, { recursive: true, force: true })
}
for (const what of untried) console.log(`TIDAK DICOBA  ${what}`)
process.exit(failed > 0 ? 1 : 0)

async function tryWindow(page: CdpPage): Promise<void> {
  const text = String(await until(page, 'document.body.innerText.trim()'))
  report(text.includes('AdjudikASN'), 'jendela menampilkan layar pertama')
  const info = (await page.evaluate('bridge.shell("info", {})')) as { electron: string; sandboxed: boolean }
  report(true, `bridge menjawab: Electron ${info.electron}`)
  report(
    info.sandboxed === (process.getuid?.() !== 0),
    `sandbox ${info.sandboxed ? 'menyala' : 'mati (root)'}`,
  )
  report((await page.evaluate('typeof require')) === 'undefined', 'tidak ada Node di halaman')
  const font = await page.evaluate(
    'fetch("/index.html").then(answer => answer.headers.get("content-security-policy"))',
  )
  report(String(font).includes("default-src 'none'"), 'kebijakan isi halaman terpasang')
  if (Number(info.electron.split('.')[0]) < FIRST_OFFICIAL_MAJOR) {
    untried.push(
      `membuat dan membuka penyimpanan di program yang dipaketkan: basis data memerlukan Node 24, sedangkan Electron ${info.electron} membawa Node yang lebih lama. Ulangi dengan Electron resmi.`,
    )
    return
  }
  await tryStore(page)
}

/** Makes the example docket in a folder that the settings name, so that no dialog is needed, and unlocks it. */
async function tryStore(page: CdpPage): Promise<void> {
  const ask = (method: string, input: string) =>
    page.evaluate(`new Promise((resolve, reject) => {
      addEventListener('message', function take(event) {
        const port = event.data === 'engine-port' && event.ports[0]
        if (!port) return
        removeEventListener('message', take)
        port.addEventListener('message', ({ data }) => {
          if (data.t === 'reply' && data.id === 7e6) data.ok ? resolve(data.value) : reject(new Error(data.error.code))
        })
        port.start()
        port.postMessage({ t: 'call', id: 7e6, method: ${JSON.stringify(method)}, input: ${input} })
      })
      bridge.requestEnginePort()
    })`)
  const ticket = await page.evaluate('bridge.shell("lastStoreTicket", {}).then(found => found.ticket)')
  const made = (await ask('session.openExample', JSON.stringify({ folder: ticket }))) as {
    passphrase: string
    accounts: { signInName: string }[]
  }
  report(made.accounts.length > 0, 'map contoh dibuat di penyimpanan terenkripsi')
  await ask('session.lock', '{}')
  const input = { signInName: made.accounts[0]?.signInName, passphrase: made.passphrase }
  const status = (await ask('session.unlock', JSON.stringify(input))) as { state: string }
  report(status.state === 'unlocked', 'penyimpanan terbuka dengan frasa sandi')
}

function start(debuggingPort: number): ChildProcess {
  const userData = path.join(home, 'data')
  fs.mkdirSync(userData)
  fs.writeFileSync(path.join(userData, 'settings.json'), JSON.stringify({ lastStorePath: store }))
  const switches = [
    `--remote-debugging-port=${debuggingPort}`,
    `--user-data-dir=${userData}`,
    '--disable-gpu',
    '--log-level=3',
  ]
  if (process.getuid?.() === 0) {
    console.log(
      'Dijalankan sebagai root: uji ini sendiri menambahkan --no-sandbox; program tidak pernah melakukannya.',
    )
    switches.push('--no-sandbox')
  }
  const env = { ...process.env, DISPLAY: display.name, DBUS_SESSION_BUS_ADDRESS: 'disabled:' }
  return spawn(exe, switches, { env, stdio: 'ignore' })
}

/** With the fuse off the variable has no effect: the program must not print what a Node would. */
function refusesToBeNode(): void {
  const env = { PATH: process.env.PATH ?? '', ELECTRON_RUN_AS_NODE: '1' }
  const result = spawnSync(exe, ['-e', 'console.log("NODE")'], { env, encoding: 'utf8', timeout: 5_000 })
  report(!result.stdout.includes('NODE'), 'ELECTRON_RUN_AS_NODE tidak berpengaruh')
}

async function until(page: CdpPage, expression: string): Promise<unknown> {
  for (let attempt = 0; attempt < 50; attempt++) {
    // Right after the start the page may still be loading, and its context be replaced.
    const value = await page.evaluate(expression).catch(() => null)
    if (value) return value
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  return ''
}

function report(ok: boolean, what: string, why = ''): void {
  if (!ok) failed += 1
  console.log(`${ok ? 'BERHASIL    ' : 'GAGAL       '}  ${what}${why ? `: ${why}` : ''}`)
}

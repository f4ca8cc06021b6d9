import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { beforeAll, describe, expect } from 'vitest'
import { runTool } from '../../main/engine/tool/run-tool.ts'
import type { Output } from '../../shared/contract/index.ts'
import { errorSentence, t } from '../../shared/strings/index.ts'
import { sampleReport } from '../helpers/sample-report.ts'
import { PASSPHRASE } from '../helpers/test-engine.ts'
import { askEngine } from './harness/engine-port.ts'
import { answerDialog } from './harness/files.ts'
import { journey } from './harness/journey.ts'
import { enginePid, type Launched, launch } from './harness/launch.ts'
import { copyOfStore, preparedStore, signInAgain, unlockStore } from './harness/prepared-store.ts'
import { powerCut } from './tour/room-steps.ts'

const COMMITS = 200
/** What is killed once so many writes have been acknowledged. */
const KILLS = [
  { after: 20, victim: 'engine' },
  { after: 45, victim: 'program' },
  { after: 70, victim: 'engine' },
  { after: 95, victim: 'both' },
  { after: 120, victim: 'engine' },
  { after: 145, victim: 'program' },
  { after: 170, victim: 'both' },
] as const

let program: Launched
let prepared = ''
let folder = ''
/** Number by id. */
const acknowledged = new Map<string, string>()
const refusals: string[] = []

beforeAll(async () => {
  prepared = (await preparedStore(async () => undefined)).folder
}, 300_000)
const step = journey({
  async begin() {
    folder = copyOfStore(prepared)
    acknowledged.clear()
    refusals.length = 0
    program = await open()
    await unlockStore(program, folder, 'rina')
  },
  async end() {
    await program?.close()
    rmSync(dirname(folder), { recursive: true, force: true, maxRetries: 3 })
  },
})

describe('killed in the middle of its work', () => {
  step(`loses no acknowledged write of ${COMMITS}, whatever is killed`, async () => {
    for (const { after, victim } of [...KILLS, { after: COMMITS, victim: 'nothing' as const }]) {
      await registerReports(after)
      if (victim === 'nothing') break
      if (victim !== 'program') process.kill(enginePid(program.app)!, 'SIGKILL')
      if (victim !== 'engine') {
        await powerCut(program)
        program = await open(program.userData)
      }
      await unlockAgain()
    }
    const kept = await allReports()
    expect(refusals).toEqual([])
    expect(acknowledged.size).toBeGreaterThanOrEqual(COMMITS)
    expect([...acknowledged].filter(([id, number]) => kept.get(id) !== number)).toEqual([])
    expect(new Set(kept.values()).size).toBe(kept.size)
  })

  step('keeps the audit chain whole, for the engine and for the independent tool', async () => {
    expect(await ask<Output<'audit.check'>>('audit.check', {})).toMatchObject({
      whole: true,
      firstBroken: null,
    })
    await ask('session.lock', {})
    const tool = await runTool({
      args: ['audit', folder, '--json'],
      readInput: async () => `rina\n${PASSPHRASE}\n`,
      now: new Date(),
    })
    expect(tool.exitCode).toBe(0)
    expect(JSON.parse(tool.output).entries).toBeGreaterThan(COMMITS)
    await unlockAgain()
  })

  step('lets no second program into the store meanwhile, and says so', async () => {
    const second = await launch()
    try {
      await answerDialog(second.app, [folder])
      await second.page.getByRole('button', { name: t.session.start.open }).click()
      await second.page.getByLabel(t.session.lock.signInName).fill('arman')
      const field = second.page.getByLabel(t.session.lock.passphrase, { exact: true })
      await field.fill(PASSPHRASE)
      await field.press('Enter')
      await second.page.getByText(errorSentence('store.inUse', {})).waitFor()
    } finally {
      await second.close()
    }
    expect((await ask<Output<'session.status'>>('session.status', {})).state).toBe('unlocked')
  })
})

/** Opens the program and notes every write that the engine acknowledged to its page. */
async function open(userData?: string): Promise<Launched> {
  const opened = await launch(userData === undefined ? {} : { userData })
  opened.page.on('console', message => {
    const [word, id = '', number = ''] = message.text().split(' ')
    if (word === 'acknowledged') acknowledged.set(id, number)
    if (word === 'refused') refusals.push(id)
  })
  return opened
}

/**
 * Registers reports from inside the page, six calls under way at once so that a kill falls anywhere in them.
 * Comes back when `enough` are acknowledged in all; before a kill the loop never ends by itself.
 */
async function registerReports(enough: number): Promise<void> {
  const last = enough === COMMITS ? COMMITS - acknowledged.size : 10_000
  const loop = program.page.evaluate(
    ({ report, last }) => {
      const firstId = 2_000_000
      let sent = 0
      window.addEventListener('message', function take(event) {
        const port = event.data === 'engine-port' ? event.ports[0] : undefined
        if (!port) return
        window.removeEventListener('message', take)
        const send = () => {
          if (sent === last) return
          sent += 1
          port.postMessage({ t: 'call', id: firstId + sent, method: 'reports.register', input: report })
        }
        port.addEventListener('message', ({ data }) => {
          if (data.t !== 'reply' || data.id <= firstId) return
          if (data.ok) console.log('acknowledged', data.value.id, data.value.registerNumber)
          else console.log('refused', data.error.code)
          send()
        })
        port.start()
        for (let n = 0; n < 6; n += 1) send()
      })
      window.bridge.requestEnginePort()
    },
    { report: sampleReport(), last },
  )
  loop.catch(() => undefined) // the page may go with the program
  await expect.poll(() => acknowledged.size, { timeout: 120_000, interval: 5 }).toBeGreaterThanOrEqual(enough)
}

async function unlockAgain(): Promise<void> {
  await signInAgain(program)
}

async function allReports(): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (;;) {
    const page = await ask<Output<'reports.list'>>('reports.list', { offset: found.size, limit: 100 })
    for (const row of page.rows) found.set(row.id, row.registerNumber)
    if (page.rows.length === 0 || found.size >= page.total) return found
  }
}

let lastId = 0
async function ask<T>(method: string, input: unknown): Promise<T> {
  lastId += 1
  const reply = await askEngine(program.page, { t: 'call', id: 3_000_000 + lastId, method, input })
  if (!reply.ok) throw new Error(`${method}: ${reply.error.code}`)
  return reply.value as T
}

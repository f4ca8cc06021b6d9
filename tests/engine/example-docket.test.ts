import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ProgressCount } from '../../shared/contract/define.ts'
import type { Output } from '../../shared/contract/index.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
let opened: Output<'session.openExample'>
const progress: ProgressCount[] = []

beforeAll(async () => {
  engine = await startTestEngine()
  const folder = join(engine.root, 'contoh')
  mkdirSync(folder)
  opened = await engine.call('session.openExample', { folder: engine.ticket(folder) }, value =>
    progress.push(value as ProgressCount),
  )
  await engine.raw('session.unlock', { signInName: 'rina', passphrase: opened.passphrase })
}, 120_000)
afterAll(() => engine.close())

it('replays the invented docket through the contract, with cases in every stage it names', async () => {
  const { rows } = await engine.call('cases.list', {})
  const stages = new Set(rows.map(row => row.stage))
  for (const stage of ['examination', 'plenary', 'letter', 'followUp', 'closed'] as const) {
    expect(stages).toContain(stage)
  }
})

it('counts what it is doing while it loads', () => {
  expect(progress.at(-1)?.done).toBe(progress.at(-1)?.total)
  expect(progress.length).toBeGreaterThan(10)
})

it('leaves an audit chain that is whole and signed by those who acted', async () => {
  const check = await engine.call('audit.check', {})
  expect(check.whole).toBe(true)
  expect(check.entries).toBeGreaterThan(200)
})

it('numbers letters by year without a gap', async () => {
  const { rows } = await engine.call('letters.list', { state: 'issued' })
  const numbers = rows.map(row => row.number ?? '').sort()
  expect(numbers).toEqual([
    'R-1/NT.01/03/2019',
    'R-1/NT.01/10/2020',
    'R-2/NT.01/03/2019',
    'R-2/NT.01/10/2020',
  ])
})

it('closes a case whose sanction decisions have all come', async () => {
  const closed = await engine.call('followUps.list', { state: 'closed' })
  expect(closed.map(entry => entry.closure?.difference).sort()).toEqual(['lighter', 'same'])
})

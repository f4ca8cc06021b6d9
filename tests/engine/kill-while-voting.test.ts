import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '../../main/engine/store/sql.ts'
import { AFTERWARDS, closeVotes, MEMBERS, openers, SANCTION } from '../helpers/decide-case.ts'
import { forkEngine } from '../helpers/forked-engine.ts'
import { castAll, openVotes, voteOf } from '../helpers/sealed-vote.ts'
import { PASSPHRASE, startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

/** Milliseconds after which the engine is killed: before, in and after the opening of two votes. */
const KILLS = [0, 60, 150, 400]
let engine: TestEngine

beforeAll(async () => {
  engine = await startTestEngine()
  engine.setClock(AFTERWARDS)
})
afterAll(() => engine.close())

/** The same store in a process of its own that can be killed. */
async function forked() {
  await engine.call('session.lock', {})
  const other = await forkEngine(engine.root)
  await other.call('session.chooseStore', { folder: other.ticket(engine.dir) })
  await other.call('session.unlock', { signInName: 'bakti', passphrase: PASSPHRASE })
  return other
}

it('keeps an acknowledged ballot, and opens all votes or none, wherever the engine is killed', async () => {
  const { plenary, voteIds } = await openVotes(engine, MEMBERS, 2)
  await castAll(engine, voteIds, MEMBERS.slice(1))
  const first = await forked()
  for (const voteId of voteIds) {
    await first.call('plenaries.castVote', {
      voteId: voteId as never,
      accountId: engine.account('bakti').id,
      passphrase: PASSPHRASE,
      verdict: 'proven',
      sanctionId: SANCTION as never,
    })
  }
  await first.kill()
  await engine.as('bakti')
  for (const voteId of voteIds) expect((await voteOf(engine, plenary, voteId)).castCount).toBe(5)

  const seen: string[] = []
  for (const after of KILLS) {
    const other = await forked()
    const input = { voteIds: voteIds as never, openers: openers(engine, ['ningsih', 'laksmi']) }
    const closing = other.call('plenaries.closeVotes', input).catch(() => undefined)
    await Promise.race([closing, new Promise(resolve => setTimeout(resolve, after))])
    await other.kill()
    await closing
    await engine.as('bakti')
    const states = new Set<string>()
    for (const voteId of voteIds) {
      const { state, decision } = await voteOf(engine, plenary, voteId)
      expect(decision !== null).toBe(state === 'closed')
      states.add(state)
    }
    expect([...states]).toHaveLength(1)
    const [state = ''] = states
    const opened = engine.engine.session!.store.read.get<{ n: number }>(
      sql`select count(*) as n from ballots`,
    )
    expect(opened!.n).toBe(state === 'closed' ? 10 : 0)
    seen.push(state)
    if (state === 'closed') break
  }
  expect(seen[0]).toBe('open')
  if (seen.at(-1) === 'open') await closeVotes(engine, voteIds)
  expect((await engine.call('audit.check', {})).whole).toBe(true)
}, 110_000)

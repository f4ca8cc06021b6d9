import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { forkEngine } from '../helpers/forked-engine.ts'
import { PASSPHRASE, PEOPLE } from '../helpers/test-engine.ts'

const COMMITS = 200
const KILLS = 8
let root = ''

afterEach(() => rmSync(root, { recursive: true, force: true }))

it(`loses no acknowledged write when the engine is killed ${KILLS} times during ${COMMITS} commits`, async () => {
  root = mkdtempSync(join(tmpdir(), 'adjudikasn-kill-'))
  const dir = join(root, 'store')
  let engine = await forkEngine(root)
  const institution = await engine.call('institution.example', {})
  await engine.call('session.createStore', { folder: engine.ticket(dir), institution, accounts: [...PEOPLE] })

  let acknowledged = 0
  let kills = 0
  while (acknowledged < COMMITS) {
    const killAt = acknowledged + 5 + ((kills * 37) % 40)
    const writes: Promise<unknown>[] = []
    // Several calls are under way at once, so that the kill falls between commit and reply too.
    for (let n = acknowledged + 1; n <= Math.min(COMMITS, killAt + 6); n++) {
      const write = engine.call('institution.update', { ...institution, name: `Komisi Uji ${n}` })
      writes.push(
        write.then(
          () => {
            acknowledged = Math.max(acknowledged, n)
            if (n === killAt && kills < KILLS) void engine.kill()
          },
          () => undefined,
        ),
      )
    }
    await Promise.all(writes)
    if (acknowledged >= COMMITS) break
    kills += 1
    await engine.kill()
    engine = await forkEngine(root)
    await engine.call('session.chooseStore', { folder: engine.ticket(dir) })
    const status = await engine.call('session.unlock', { signInName: 'sari', passphrase: PASSPHRASE })
    expect(status.auditWarning).toBeNull()
    const kept = Number((await engine.call('institution.get', {})).name.replace('Komisi Uji ', ''))
    expect(kept).toBeGreaterThanOrEqual(acknowledged)
    acknowledged = kept
  }

  expect(kills).toBeGreaterThanOrEqual(4)
  const check = await engine.call('audit.check', {})
  expect(check.whole).toBe(true)
  await engine.stop()
}, 110_000)

import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDispatcher } from '../../main/engine/dispatcher.ts'
import { createEngineState, type Engine } from '../../main/engine/engine-state.ts'
import { registry } from '../../main/engine/features/index.ts'
import { EXAMPLE_PASSPHRASE } from '../../main/engine/features/session/open-example.ts'
import { signIn } from '../../main/engine/keys/sign-in.ts'
import { databaseKeyOf } from '../../main/engine/keys/unlocked-keys.ts'
import { loadLawPack } from '../../main/engine/law/index.ts'
import { seedStore } from '../../main/engine/seed/seed-store.ts'
import { applyKey } from '../../main/engine/store/connection.ts'
import { openNative } from '../../main/engine/store/native.ts'
import { storePaths } from '../../main/engine/store/paths.ts'
import { CACHE, filesUnder, ROOT } from '../../scripts/project.ts'
import type { Input, MethodName, Output } from '../../shared/contract/index.ts'
import type { ToWindow } from '../../shared/wire.ts'

const CASES = Number(process.env.ADJUDIKASN_BENCH_CASES ?? 100_000)
const resourcesDir = join(ROOT, 'resources')

export { EXAMPLE_PASSPHRASE as PASSPHRASE }

/**
 * Folder of a seeded store; made once for each version of the seed and the tables and kept in node_modules/.cache.
 * Beside it lies `plain.db`: the same rows in the same tables without encryption.
 */
export async function benchStore(
  cases = CASES,
): Promise<{ directory: string; plain: string; cases: number }> {
  const parts = ['main/engine/seed', 'main/engine/store/migrations']
  const files = parts.flatMap(part => filesUnder(part)).filter(file => !file.endsWith('.test.ts'))
  const digest = createHash('sha256')
  for (const file of files) digest.update(readFileSync(join(ROOT, file)))
  const all = join(CACHE, 'bench')
  const version = digest.digest('hex').slice(0, 12)
  const place = join(all, `${version}-${cases}`)
  const directory = join(place, 'store')
  const plain = join(place, 'plain.db')
  if (!existsSync(plain)) {
    const stale = (existsSync(all) ? readdirSync(all) : []).filter(old => !old.startsWith(version))
    for (const old of stale) rmSync(join(all, old), { recursive: true })
    rmSync(place, { recursive: true, force: true })
    mkdirSync(place, { recursive: true })
    await seed(directory, cases)
    await copyPlain(directory, plain, { signInName: 'rina', passphrase: EXAMPLE_PASSPHRASE })
  }
  return { directory, plain, cases }
}

/** The real dispatcher over the store; everything but the process boundary. */
export async function openBench(directory: string) {
  const engine = newEngine()
  const dispatcher = createDispatcher(engine, registry, { redeem: async () => directory })
  let id = 0
  const call = <K extends MethodName>(method: K, input: Input<K>): Promise<Output<K>> =>
    new Promise((resolve, reject) => {
      id += 1
      void dispatcher.handle(1, { t: 'call', id, method, input }, (message: ToWindow) => {
        if (message.t !== 'reply') return
        if (message.ok) resolve(message.value as Output<K>)
        else reject(new Error(`${method}: ${message.error.code}`))
      })
    })
  await call('session.chooseStore', { folder: 'the-folder-of-the-bench' })
  const as = (signInName: string) => call('session.unlock', { signInName, passphrase: EXAMPLE_PASSPHRASE })
  return { engine, call, as, close: () => engine.lock('closing') }
}

function newEngine(): Engine {
  const start = { resourcesDir, deviceName: 'LAPTOP-UJI', appVersion: '0.0.0', tempDir: tmpdir() }
  const law = loadLawPack(join(resourcesDir, 'law', 'law-pack.json'))
  return createEngineState(start, law, { publish: () => undefined, locked: () => undefined })
}

async function seed(directory: string, cases: number): Promise<void> {
  const progress = (done: number, total: number) => {
    process.stderr.write(`\rmaking the store of the bench, once: ${done} / ${total} `)
  }
  const seeded = await seedStore(newEngine(), { directory, cases, progress })
  seeded.session.store.close()
  process.stderr.write('\n')
}

/** Decrypts a copy of the database and packs it, as plain SQLite would have written it. */
export async function copyPlain(
  directory: string,
  plain: string,
  account: { signInName: string; passphrase: string },
): Promise<void> {
  const { keys } = await signIn(directory, account, new Date())
  const unfinished = `${plain}.new`
  copyFileSync(storePaths(directory).database, unfinished)
  const db = openNative(unfinished)
  applyKey(db, databaseKeyOf(keys.masters.current))
  db.pragma('journal_mode = DELETE')
  db.pragma("rekey = ''")
  db.exec('vacuum')
  db.close()
  renameSync(unfinished, plain)
}

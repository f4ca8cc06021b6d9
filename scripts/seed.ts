import { hostname, tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createEngineState } from '../main/engine/engine-state.ts'
import { CodedError } from '../main/engine/errors.ts'
import { loadLawPack } from '../main/engine/law/index.ts'
import { DEFAULT_AS_OF, seedStore } from '../main/engine/seed/seed-store.ts'
import { parseCivilDate } from '../shared/dates.ts'
import { errorSentence } from '../shared/strings/index.ts'
import { ROOT } from './project.ts'

const usage = `npm run seed -- DIR --cases N [--as-of YYYY-MM-DD]
  DIR      folder of the new store (must not hold one yet)
  --cases  number of cases, 1 to 500000 (default 1000)
  --as-of  day on which the docket stands; running deadlines lie around it (default ${DEFAULT_AS_OF})
  --quick  cheap passphrase stretching, for benchmarks only
`

/** Fills a new store with the invented docket; prints accounts, passphrase and recovery key as JSON. */
async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      cases: { type: 'string', default: '1000' },
      'as-of': { type: 'string', default: DEFAULT_AS_OF },
      quick: { type: 'boolean', default: false },
    },
  })
  const [directory] = positionals
  const cases = Number(values.cases)
  const asOf = parseCivilDate(values['as-of'])
  if (
    !directory ||
    !Number.isInteger(cases) ||
    cases < 1 ||
    cases > 500_000 ||
    !asOf ||
    asOf < '2018-06-30'
  ) {
    process.stderr.write(usage)
    return 2
  }
  const resourcesDir = resolve(ROOT, 'resources')
  const start = {
    resourcesDir,
    deviceName: hostname(),
    appVersion: '0.1.0',
    tempDir: tmpdir(),
    ...(values.quick ? { kdfCost: { memoryKib: 8192, passes: 1 } } : {}),
  }
  const silent = { publish: () => undefined, locked: () => undefined }
  const engine = createEngineState(start, loadLawPack(resolve(resourcesDir, 'law', 'law-pack.json')), silent)
  const began = Date.now()
  const progress = (done: number, total: number) => {
    process.stderr.write(`\r${done} / ${total} (${Math.round((Date.now() - began) / 1000)} s)`)
  }
  const seeded = await seedStore(engine, { directory: resolve(directory), cases, asOf, progress })
  seeded.session.store.close()
  process.stderr.write('\n')
  const report = {
    directory: resolve(directory),
    cases,
    seconds: (Date.now() - began) / 1000,
    passphrase: seeded.passphrase,
    recoveryKey: seeded.recoveryKey,
    accounts: seeded.accounts.map(({ displayName, signInName, role }) => ({ displayName, signInName, role })),
  }
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  return 0
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const known = error instanceof CodedError
  process.stderr.write(`${known ? errorSentence(error.code, error.facts) : String(error)}\n`)
  process.exitCode = 1
}

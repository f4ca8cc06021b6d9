import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runTimed } from './run-timed.ts'
import { addCounts, type Counts, countVitest, NO_COUNTS, summaryLine } from './test-counts.ts'

// `npm test`: every check, each with a time-out, all of them even when one fails. A static check counts as one
// test. The very last line sums all suites. `npm test -- unit e2e` runs only the suites named.

const MINUTE_MS = 60_000
const BIN = path.join(import.meta.dirname, '../node_modules/.bin')
const BIOME = [
  '--config-path=scripts/biome.json',
  '--diagnostic-level=error',
  '--no-errors-on-unmatched',
  '.',
]

type Suite = { name: string; command: string; args: string[]; minutes: number; vitest?: true }

const SUITES: Suite[] = [
  { name: 'format', command: 'biome', args: ['check', '--linter-enabled=false', ...BIOME], minutes: 3 },
  { name: 'lint', command: 'biome', args: ['lint', ...BIOME], minutes: 3 },
  { name: 'types', command: 'tsc', args: ['-b'], minutes: 5 },
  vitestSuite('architecture', 3, ['--config', 'scripts/vitest.config.ts', 'tests/architecture.test.ts']),
  vitestSuite('unit', 20, [
    '--config',
    'scripts/vitest.config.ts',
    '--exclude',
    'tests/architecture.test.ts',
  ]),
  vitestSuite('e2e', 45, ['--config', 'scripts/vitest.e2e.config.ts']),
]

const wanted = process.argv.slice(2)
const chosen = SUITES.filter(suite => wanted.length === 0 || wanted.includes(suite.name))
const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'adjudikasn-check-'))
let total: Counts = NO_COUNTS
const lines: string[] = []
for (const suite of chosen) {
  console.log(`\n=== ${suite.name}`)
  const started = Date.now()
  const counts = await runSuite(suite)
  total = addCounts(total, counts)
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  lines.push(`${suite.name.padEnd(14)}${summaryLine(counts)} (${seconds} s)`)
}
fs.rmSync(reports, { recursive: true, force: true })
console.log(`\n${lines.join('\n')}`)
// Nothing that ran is no success.
if (total.passed + total.failed === 0) total = { ...total, failed: 1 }
process.exitCode = total.failed > 0 ? 1 : 0
console.log(summaryLine(total))

async function runSuite(suite: Suite): Promise<Counts> {
  const report = path.join(reports, `${suite.name}.json`)
  const reporters = suite.vitest
    ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    : []
  const command = path.join(BIN, process.platform === 'win32' ? `${suite.command}.cmd` : suite.command)
  const result = await runTimed(command, [...suite.args, ...reporters], suite.minutes * MINUTE_MS)
  if (result.timedOut) console.log(`${suite.name}: stopped after ${suite.minutes} minutes`)
  if (!suite.vitest) return { ...NO_COUNTS, [result.ok ? 'passed' : 'failed']: 1 }
  return countVitest(readReport(report), result.ok)
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

function vitestSuite(name: string, minutes: number, args: string[]): Suite {
  return { name, command: 'vitest', args: ['run', ...args], minutes, vitest: true }
}

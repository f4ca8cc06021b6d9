import path from 'node:path'
import { buildProgram } from './build.ts'
import { filesUnder, ROOT } from './project.ts'
import { runTimed } from './run-timed.ts'
import { startDisplay } from './virtual-display.ts'

// `npm run bench [NAME…]`: runs tests/bench/NAME.bench.ts one after the other, alone on the machine as far as we
// can. Each prints its own table. Exit code 1 when one of them fails or there is none.

const LIMIT_MS = 20 * 60_000

const wanted = process.argv.slice(2)
const all = filesUnder('tests/bench', name => name.endsWith('.bench.ts'))
const chosen = all.filter(file => wanted.length === 0 || wanted.includes(path.basename(file, '.bench.ts')))
await buildProgram()
const display = await startDisplay()
process.env.ADJUDIKASN_TEST_DISPLAY = display.name
process.env.ADJUDIKASN_TEST_BUILT = '1'
let failed = chosen.length === 0
for (const file of chosen) {
  console.log(`\n=== ${path.basename(file, '.bench.ts')}`)
  const result = await runTimed(process.execPath, [path.join(ROOT, file)], LIMIT_MS)
  failed ||= !result.ok
}
display.stop()
process.exitCode = failed ? 1 : 0

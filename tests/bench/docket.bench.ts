import { benchStore, openBench } from './bench-store.ts'
import { floorOf, openPlain, type Wanted, wanted } from './call-floor.ts'
import { type Measured, measurePair, printTable } from './measure.ts'

// Whole calls through the dispatcher (role, parse, SQL, reasons, parse of the answer) on the encrypted store,
// against the very SQL of that call on a plain file with the same rows and the same cache.

const FLOOR = 'the same SQL on a plain, unencrypted better-sqlite3 file'
const RUNS = 9

const { directory, plain, cases } = await benchStore()
const bench = await openBench(directory)
const file = openPlain(plain)
console.log(`${cases} cases`)

const rows: Measured[] = []
await bench.as('rina')
const some = await bench.call('cases.list', { offset: 40, limit: 1 })
const [aCase] = some.rows
if (!aCase) throw new Error('the store of the bench is empty')
const { nip } = (await bench.call('cases.get', { caseId: aCase.id })).report.respondents[0] ?? { nip: '' }

await measure([
  wanted('docket page, assistant', 'docket.list', { limit: 200 }),
  wanted('docket page 10, assistant', 'docket.list', { offset: 2000, limit: 200 }),
  wanted('docket page filtered by words', 'docket.list', { query: 'kepala dinas', limit: 200 }),
  wanted('search, common word', 'docket.search', { query: 'kabupaten' }),
  wanted('search, two words', 'docket.search', { query: 'camat spanduk' }),
  wanted('search, first letters', 'docket.search', { query: 'ka' }),
  wanted('search, NIP', 'docket.search', { query: nip }),
  wanted('cases, first page', 'cases.list', { limit: 200 }),
  wanted('cases, page 400', 'cases.list', { offset: 80_000, limit: 200 }),
  wanted('cases found by words', 'cases.list', { query: 'kepala dinas', limit: 200 }),
  wanted('reports, first page', 'reports.list', { limit: 200 }),
  wanted('persons, first page', 'persons.list', { limit: 200 }),
  wanted('case opened', 'cases.get', { caseId: aCase.id }),
])
await bench.as('bakti')
await measure([wanted('docket page, chair', 'docket.list', { limit: 200 })])

printTable(rows)
bench.close()
file.close()

async function measure(all: readonly Wanted[]): Promise<void> {
  for (const call of all) {
    const floor = await floorOf(bench.engine, file, [call])
    rows.push(
      await measurePair({
        name: call.name,
        runs: RUNS,
        ours: () => bench.call(call.method, call.input),
        floor: floor.run,
        floorIs: `${FLOOR} (${floor.count})`,
      }),
    )
  }
}

import { prepareContext } from '../../main/engine/call-context.ts'
import type { PrepareContext } from '../../main/engine/context.ts'
import { registry } from '../../main/engine/features/index.ts'
import type { ReadHandler } from '../../main/engine/handlers.ts'
import { openNative } from '../../main/engine/store/native.ts'
import type { Sql } from '../../main/engine/store/sql.ts'
import { contract, type Input, type MethodName } from '../../shared/contract/index.ts'
import { benchStore, openBench } from './bench-store.ts'
import { type Measured, measurePair, printTable } from './measure.ts'

// Whole calls through the dispatcher (role, parse, SQL, reasons, parse of the answer) on the encrypted store,
// against the very SQL of that call on a plain file with the same rows and the same cache.

const FLOOR = 'the same SQL on a plain, unencrypted better-sqlite3 file'
const RUNS = 9

const { directory, plain, cases } = await benchStore()
const bench = await openBench(directory)
const file = openNative(plain, { readonly: true })
file.pragma('cache_size = -131072')
file.pragma('temp_store = MEMORY')
console.log(`${cases} cases`)

type Wanted<K extends MethodName> = { name: string; method: K; input: Input<K> }
const wanted = <K extends MethodName>(name: string, method: K, input: Input<K>): Wanted<K> => ({
  name,
  method,
  input,
})

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

async function measure(all: readonly Wanted<MethodName>[]): Promise<void> {
  for (const { name, method, input } of all) {
    const statements = await recordSql(method, input)
    const prepared = statements.map(({ text, values }) => ({
      run: file.prepare(text),
      values: bound(values),
    }))
    rows.push(
      await measurePair({
        name,
        runs: RUNS,
        ours: () => bench.call(method, input),
        floor: () => {
          for (const { run, values } of prepared) run.all(...values)
        },
        floorIs: `${FLOOR} (${statements.length})`,
      }),
    )
  }
}

/** The statements that one call runs, with their values. */
async function recordSql(method: MethodName, input: unknown): Promise<Sql[]> {
  const { engine } = bench
  const signal = new AbortController().signal
  const call = {
    name: method,
    engine,
    outside: { redeem: async () => '' },
    signal,
    progress: () => undefined,
  }
  const ctx = prepareContext(call)
  const said: Sql[] = []
  const noted = (query: Sql) => {
    said.push(query)
    return query
  }
  const { db } = ctx
  const recorder: typeof db = {
    ...db,
    get: query => db.get(noted(query)),
    all: query => db.all(noted(query)),
    iterate: query => db.iterate(noted(query)),
  }
  const watched: PrepareContext = Object.create(ctx, { db: { value: recorder } })
  const run = registry[method] as ReadHandler<unknown, unknown>
  await run(contract[method].input.parse(input), watched)
  return said
}

function bound(values: Sql['values']): unknown[] {
  return values.map(value => (typeof value === 'boolean' ? Number(value) : value))
}

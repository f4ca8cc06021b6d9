import { benchStore, openBench } from './bench-store.ts'
import { floorOf, openPlain, wanted } from './call-floor.ts'
import { type Measured, measurePair, printTable } from './measure.ts'

// What is on record about a NIP, over all cases, while it is typed, and the proposal that rests on it: whole calls
// on the encrypted store against their own SQL on a plain file.

const FLOOR = 'the same SQL on a plain, unencrypted better-sqlite3 file'
const LOOK_UPS = 200
/** Enough for 50,000 persons. */
const CASES = Number(process.env.ADJUDIKASN_BENCH_CASES ?? 32_000)

const { directory, plain } = await benchStore(CASES)
const bench = await openBench(directory)
await bench.as('rina')
const file = openPlain(plain)
const persons = (file.prepare('select count(*) as n from persons').get() as { n: number }).n
console.log(`${persons} persons in ${CASES} cases`)

const spread = file
  .prepare(`select nip from persons where rowid % ${Math.max(1, Math.floor(persons / LOOK_UPS))} = 0 limit ?`)
  .all(LOOK_UPS) as { nip: string }[]
const [busiest] = file
  .prepare(`select p.nip, count(*) as n from persons p join respondents q on q.person_id = p.id
    group by p.id order by n desc limit 1`)
  .all() as { nip: string; n: number }[]
const decided = file
  .prepare(`select d.respondent_id as id from decisions d where d.outcome = 'proven' limit ?`)
  .all(LOOK_UPS) as { id: string }[]

const rows: Measured[] = []
await measure(
  `${spread.length} look-ups by NIP, spread`,
  spread.map(({ nip }) => wanted('', 'persons.lookUp', { nip })),
)
await measure(`one look-up, ${busiest?.n ?? 0} reports of one person`, [
  wanted('', 'persons.lookUp', { nip: busiest?.nip ?? '' }),
])
await measure('one look-up, nobody', [wanted('', 'persons.lookUp', { nip: '199912312025011999' })])
await measure(
  `${decided.length} proposals with the record of the person`,
  decided.map(({ id }) => wanted('', 'findings.proposalOf', { respondentId: id as never })),
)
printTable(rows)

const single: number[] = []
for (const { nip } of spread) {
  const began = performance.now()
  await bench.call('persons.lookUp', { nip })
  single.push(performance.now() - began)
}
single.sort((a, b) => a - b)
const [middle, late, slowest] = [0.5, 0.98, 1].map(part => single[Math.ceil(single.length * part) - 1] ?? 0)
console.log(
  `single look-ups: median ${middle?.toFixed(2)} ms, 98 of 100 within ${late?.toFixed(2)} ms, slowest ${slowest?.toFixed(1)} ms`,
)
bench.close()
file.close()

async function measure(name: string, calls: readonly ReturnType<typeof wanted>[]): Promise<void> {
  if (calls.length === 0) return
  const floor = await floorOf(bench.engine, file, calls)
  rows.push(
    await measurePair({
      name,
      floorIs: `${FLOOR} (${floor.count})`,
      ours: async () => {
        for (const { method, input } of calls) await bench.call(method, input)
      },
      floor: floor.run,
    }),
  )
}

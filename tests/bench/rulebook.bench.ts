import { join } from 'node:path'
import { bandOf, loadLawPack, proposeSanction, rulebookFor } from '../../main/engine/law/index.ts'
import type { EarlierOutcome, ProposalFacts } from '../../main/engine/law/sanction-proposal.ts'
import { ROOT } from '../../scripts/project.ts'
import { addDays, type CivilDate, civilDate } from '../../shared/dates.ts'
import { measurePair, printTable } from './measure.ts'

// Which rulebook, which sanction, and why, for many persons: against a loop that compares the same dates and
// looks the same bands up in tables made beforehand, and explains nothing.

const PERSONS = Number(process.env.ADJUDIKASN_BENCH_PERSONS ?? 100_000)
const pack = loadLawPack(join(ROOT, 'resources/law/law-pack.json'))
const CUT = civilDate.parse('2021-08-31')

type Person = {
  actOn: CivilDate
  actEndOn: CivilDate | null
  examinedOn: CivilDate | null
  decidedOn: CivilDate | null
  designatedOn: CivilDate
  provisions: string[]
  earlier: EarlierOutcome[]
}
const persons = Array.from({ length: PERSONS }, (_, n) => person(n))

function person(n: number): Person {
  const actOn = addDays(civilDate.parse('2018-01-01'), (n * 37) % 2300)
  const examinedOn = n % 3 === 0 ? null : addDays(actOn, 10 + (n % 90))
  const isOld = actOn < CUT
  const own = isOld
    ? ['pp53-2010/4/15/d', 'pp53-2010/4/15/b', 'pp53-2010/4/14', 'pp53-2010/3/4']
    : ['pp94-2021/5/n/6', 'pp94-2021/5/n/2', 'pp94-2021/5/n/4', 'pp94-2021/3/d']
  return {
    actOn,
    actEndOn: n % 11 === 0 ? addDays(actOn, 20) : null,
    examinedOn,
    decidedOn: examinedOn === null || n % 4 === 0 ? null : addDays(examinedOn, 30),
    designatedOn: addDays(actOn, (n % 40) - 30),
    provisions: [own[n % 4]!, ...(n % 5 === 0 ? [own[(n + 1) % 4]!] : [])],
    earlier:
      n % 10 === 0
        ? [
            {
              state: 'sanctioned',
              provisionIds: ['pp53-2010/4/15/d'],
              sanctionId: 'pp53-2010/7/3/b',
              decidedOn: civilDate.parse('2017-05-01'),
              actKey: null,
              source: '1/2017',
            },
          ]
        : [],
  }
}

function choose(entry: Person) {
  const { actOn, actEndOn, examinedOn, decidedOn, designatedOn } = entry
  return rulebookFor({ actOn, actEndOn, examinedOn, decidedOn, designatedOn, status: 'PNS' }, pack)
}
function factsOf(entry: Person, rulebook: string, track: 'discipline' | 'ethics'): ProposalFacts {
  return {
    rulebook,
    track,
    status: 'PNS',
    electionScope: 'kepala-daerah',
    violations: entry.provisions.map((provisionId, n) => ({
      key: String(n),
      provisionId,
      actKey: 'act',
      level: null,
    })),
    earlier: entry.earlier,
    actOn: entry.actOn,
  }
}

// The floor: comparisons and lookups, as one would write them for a table that needs no reasons.
const bandTable = new Map(
  pack.provisions.map(provision => {
    const { levels, sanctions } = bandOf(provision, pack)
    const top = sanctions.reduce((rank, kind) => Math.max(rank, kind.rank ?? 0), 0)
    return [provision.id, { levels, kinds: sanctions.map(kind => [kind.id, kind.rank ?? 0] as const), top }]
  }),
)
function bare(entry: Person): { rulebook: string; kinds: string[]; ethics: boolean } {
  const { actOn, actEndOn, examinedOn, decidedOn, designatedOn } = entry
  let rulebook = actOn < '2010-06-06' ? 'pp30-1980' : actOn < CUT ? 'pp53-2010' : 'pp94-2021'
  if (actOn < CUT && !(decidedOn !== null && decidedOn < CUT)) {
    rulebook = examinedOn !== null && examinedOn < CUT ? 'pp53-2010' : 'pp94-2021'
  }
  const ethics = actOn < designatedOn && (actEndOn === null || actEndOn < designatedOn)
  let heaviest = bandTable.get(entry.provisions[0]!)!
  for (const id of entry.provisions) {
    const band = bandTable.get(id)!
    if (band.top > heaviest.top) heaviest = band
  }
  const last = entry.earlier.length > 0 ? 5 : 0
  const kinds: string[] = []
  for (const [id, rank] of heaviest.kinds) if (rank > last) kinds.push(id)
  return { rulebook, kinds, ethics }
}

let seen = 0
const rows = [
  await measurePair({
    name: `rulebook of ${PERSONS} persons, with readings and trace`,
    floorIs: 'a loop of comparisons, no reasons',
    runs: 5,
    ours: () => {
      for (const entry of persons) seen += choose(entry).readings.length
    },
    floor: () => {
      for (const entry of persons) seen += bare(entry).rulebook.length
    },
  }),
  await measurePair({
    name: `rulebook and proposal of ${PERSONS} persons, with every step as a sentence`,
    floorIs: 'the same loop with bands in a table, no reasons',
    runs: 5,
    ours: () => {
      for (const entry of persons) {
        const { rulebook, track } = choose(entry)
        seen += proposeSanction(factsOf(entry, rulebook, track), pack).trace.length
      }
    },
    floor: () => {
      for (const entry of persons) seen += bare(entry).kinds.length
    },
  }),
]
printTable(rows)
const [, whole] = rows
console.log(`${((whole!.oursMs * 1000) / PERSONS).toFixed(1)} µs for one person (${seen > 0 ? 'done' : ''})`)

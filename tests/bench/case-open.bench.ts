import { join } from 'node:path'
import { sql } from '../../main/engine/store/sql.ts'
import { buildCase, reportInput, takeExhibits } from '../helpers/build-case.ts'
import { PASSPHRASE, startTestEngine } from '../helpers/test-engine.ts'
import { copyPlain } from './bench-store.ts'
import { floorOf, openPlain, wanted } from './call-floor.ts'
import { type Measured, measurePair, printTable } from './measure.ts'

// Opening a case as large as they come: every exhibit is tied to every element of every person. Whole calls on the
// encrypted store against their own SQL on a plain file.

const [PERSONS, EXHIBITS] = [7, 40]
/** Six elements. */
const PROVISION = 'pp53-2010/4/12/b'
const FLOOR = 'the same SQL on a plain, unencrypted better-sqlite3 file'

const engine = await startTestEngine({ kdfCost: { memoryKib: 64, passes: 1 } })
engine.setClock('2020-11-19T06:00:00.000Z')
const [someone] = reportInput(1).respondents
const respondents = Array.from({ length: PERSONS }, (_, n) => ({
  ...someone!,
  name: `Orang Umpama ${n + 1}`,
  nip: `1986092620150510${String(10 + n)}`,
}))
const file = await buildCase(engine, PERSONS, { electionScope: 'dprd', respondents })
for (const { id } of file.respondents) {
  const dates = { examinedOn: '2020-10-21', decidedOn: '2020-11-02' }
  await engine.raw('cases.recordDates', { caseId: file.id, respondentId: id, ...dates })
}
const exhibits = await takeExhibits(engine, file.id, EXHIBITS)
for (const { id: respondentId } of file.respondents) {
  await engine.call('findings.add', { caseId: file.id, respondentId, provisionId: PROVISION })
}
const links = engine.engine.session!.store.transaction(db => {
  const author = engine.account('rina').id
  return db.run(sql`insert into exhibit_links
    (id, finding_id, element_id, exhibit_id, stance, place, note, linked_by, linked_at)
    select lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8'
        || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
      e.finding_id, e.element_id, x.id, 'supports', '{}', '', ${author}, '2020-11-19T05:00:00.000Z'
    from element_assessments e join findings f on f.id = e.finding_id, exhibits x
    where f.case_id = ${file.id} and x.case_id = ${file.id}`)
})
const findings = await engine.call('findings.listByCase', { caseId: file.id })
const elements = findings.reduce((sum, finding) => sum + finding.assessments.length, 0)
console.log(`${findings.length} persons, ${elements} elements, ${exhibits.length} exhibits`, links)

const plain = join(engine.root, 'plain.db')
// Closed, the file holds every row; open, some lie in its write-ahead log.
await engine.call('session.lock', {})
await copyPlain(engine.dir, plain, { signInName: 'rina', passphrase: PASSPHRASE })
await engine.as('rina')
const copy = openPlain(plain)
const opening = [
  wanted('cases.get', 'cases.get', { caseId: file.id }),
  wanted('findings.listByCase', 'findings.listByCase', { caseId: file.id }),
  wanted('evidence.list', 'evidence.list', { caseId: file.id }),
]
const rows: Measured[] = []
for (const call of opening) await measure(call.name, [call])
await measure('the three together: the case open with its matrix', opening)
await measure('proposal for one person', [
  wanted('', 'findings.proposalOf', { respondentId: file.respondents[0]!.id }),
])
printTable(rows)
copy.close()
engine.close()

async function measure(name: string, calls: readonly ReturnType<typeof wanted>[]): Promise<void> {
  const floor = await floorOf(engine.engine, copy, calls)
  rows.push(
    await measurePair({
      name,
      runs: 15,
      floorIs: `${FLOOR} (${floor.count})`,
      ours: async () => {
        for (const { method, input } of calls) await engine.call(method, input as never)
      },
      floor: floor.run,
    }),
  )
}

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ProgressCount } from '../../shared/contract/define.ts'
import type { Output } from '../../shared/contract/index.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
let opened: Output<'session.openExample'>
const progress: ProgressCount[] = []

beforeAll(async () => {
  engine = await startTestEngine()
  const folder = join(engine.root, 'contoh')
  mkdirSync(folder)
  opened = await engine.call('session.openExample', { folder: engine.ticket(folder) }, value =>
    progress.push(value as ProgressCount),
  )
  await engine.raw('session.unlock', { signInName: 'rina', passphrase: opened.passphrase })
}, 300_000)
afterAll(() => engine.close())

const caseOf = async (name: string) => {
  const { rows } = await engine.call('cases.list', { query: name })
  return engine.call('cases.get', { caseId: rows[0]!.id })
}
const letterAbout = async (name: string) => {
  const { rows } = await engine.call('letters.list', { query: name })
  return Promise.all(rows.map(row => engine.call('letters.get', { letterId: row.id })))
}

it('replays the invented docket through the contract, with cases in every stage it names', async () => {
  const { rows } = await engine.call('cases.list', {})
  const stages = new Set(rows.map(row => row.stage))
  for (const stage of ['examination', 'plenary', 'letter', 'followUp', 'closed'] as const) {
    expect(stages).toContain(stage)
  }
})

it('counts what it is doing while it loads', () => {
  expect(progress.at(-1)?.done).toBe(progress.at(-1)?.total)
  expect(progress.length).toBeGreaterThan(10)
})

it('leaves an audit chain that is whole and signed by those who acted', async () => {
  const check = await engine.call('audit.check', {})
  expect(check.whole).toBe(true)
  expect(check.entries).toBeGreaterThan(700)
})

it('numbers letters by year without a gap, letters to senders among them', async () => {
  const { rows } = await engine.call('letters.list', { state: 'issued' })
  const { rows: reports } = await engine.call('reports.list', {})
  const intakes = await Promise.all(
    reports.map(({ id: reportId }) => engine.call('reports.intake', { reportId })),
  )
  const numbers = [
    ...rows.map(row => row.number ?? ''),
    ...intakes.flatMap(intake => intake.returns.map(letter => letter.number)),
  ]
  for (const year of new Set(numbers.map(number => number.slice(-4)))) {
    const list = numbers.filter(number => number.endsWith(year))
    const serials = list.map(number => Number(number.match(/-(\d+)\//)?.[1])).toSorted((a, b) => a - b)
    expect(serials, year).toEqual(serials.map((_, n) => n + 1))
  }
})

it('closes a case whose sanction decisions have all come', async () => {
  const closed = await engine.call('followUps.list', { state: 'closed' })
  const decided = closed.filter(entry => entry.closure?.kind === 'sanctionDecision')
  expect(decided.map(entry => entry.closure?.difference).sort()).toEqual(['lighter', 'same'])
})

describe('each path of the program can be looked at', () => {
  it('a choice between rulebooks, in the letter as far as wished', async () => {
    const { respondents } = await caseOf('Qomar')
    expect(respondents[0]?.rulebook).toMatchObject({ undecided: false, choice: { inLetter: true } })
    const [letter] = await letterAbout('Qomar')
    expect(JSON.stringify(letter?.body)).toContain('Yang diterapkan ialah')
  })

  it('a decision that was corrected, and the letter that cites it', async () => {
    const letters = await letterAbout('Candra')
    expect(letters.map(letter => letter.replacedBy !== null).sort()).toEqual([false, true])
    expect(letters.find(letter => letter.cites)?.cites).toMatch(/^Putusan Rapat Pleno Nomor/)
  })

  it('a moral sanction beside the disciplinary one, a reason outside the band, and an opinion', async () => {
    const texts = await Promise.all(
      ['Rahayu', 'Kartika', 'Gunawan'].map(async name => JSON.stringify((await letterAbout(name))[0]?.body)),
    )
    expect(texts[0]).toContain('di samping hukuman disiplin tersebut')
    expect(texts[1]).toContain('di luar rentang sanksi')
    expect(texts[2]).toContain('pendapat berbeda')
  })

  it('a criminal side that is referred, not judged', async () => {
    const [letter] = await letterAbout('Hendra')
    expect(JSON.stringify(letter?.body)).toContain('Penilaian tentang hal itu bukan wewenang lembaga kami')
  })

  it('an authority that is a candidate, and the letter to whoever stands above it', async () => {
    const [letter] = await letterAbout('Samsul')
    expect(letter).toMatchObject({ addressedTo: 'higher', state: 'issued' })
    expect(letter?.header.addressee[0]).toBe('Yth. Gubernur Jawa Tengah')
  })

  it('a report that waits for its sender, and one that came back complete', async () => {
    const { rows } = await engine.call('reports.list', {})
    expect(rows.filter(row => row.returned)).toHaveLength(1)
    const { report } = await caseOf('Nanda')
    const intake = await engine.call('reports.intake', { reportId: report.id })
    expect(intake.returns[0]?.takenUpAt).not.toBeNull()
    expect(intake.amendments.length).toBeGreaterThan(1)
  })

  it('two cases about one act, linked, and no other double', async () => {
    const file = await caseOf('Vicky')
    const { rows } = await engine.call('reports.related', { reportId: file.report.id })
    expect(new Set(rows.map(row => row.why))).toEqual(new Set(['sameAct', 'sameExhibit']))
    expect(rows.every(row => row.linked)).toBe(true)
    const { rows: all } = await engine.call('cases.list', {})
    const doubles = await Promise.all(all.map(row => engine.call('evidence.elsewhere', { caseId: row.id })))
    expect(doubles.filter(list => list.length > 0)).toHaveLength(2)
  })

  it('a deferred person beside a decided one, and a person with an earlier sanction', async () => {
    const { respondents } = await caseOf('Endah')
    expect(respondents.map(person => person.decided).sort()).toEqual(['deferred', 'proven'])
    const { earlier } = await engine.call('persons.lookUp', { nip: '198407172009031990' })
    expect(earlier).toHaveLength(2)
  })
})

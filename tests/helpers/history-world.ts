import fc from 'fast-check'
import { sql } from '../../main/engine/store/sql.ts'
import { buildCase, type CaseFile, type Exhibit, reportInput, takeExhibits } from './build-case.ts'
import { answerPrompts, MEMBERS, openMeeting, openVote } from './decide-case.ts'
import { approveAll, proveWith } from './prove-quickly.ts'
import type { TestEngine } from './test-engine.ts'

/** One call of a history: which one, and numbers that pick its arguments among what is there at that moment. */
export type Step = { call: number; a: number; b: number; c: number; d: number }
/** A short run of calls by one person. */
export type History = { actor: number; steps: Step[] }
/** How far the case has come when the histories begin. */
export type Stage = 'fresh' | 'proven' | 'reviewed' | 'meeting' | 'voting'
export type Script = { stage: Stage; histories: History[] }

const number = fc.nat({ max: 0xffff })
const step = fc.record({ call: number, a: number, b: number, c: number, d: number })
const history = fc.record({ actor: number, steps: fc.array(step, { minLength: 1, maxLength: 4 }) })

/** Scripts of `most` histories or half as many. */
export function scripts(most: number): fc.Arbitrary<Script> {
  return fc.record({
    stage: fc.constantFrom<Stage>('fresh', 'proven', 'proven', 'reviewed', 'meeting', 'voting', 'voting'),
    histories: fc.array(history, { minLength: Math.floor(most / 2), maxLength: most, size: 'max' }),
  })
}

/** A case of its own in the shared store, with what the histories may name. */
export type World = {
  engine: TestEngine
  file: CaseFile
  stage: Stage
  exhibits: Exhibit[]
  foreign: Foreign
}
/** A case that nobody of a history may touch. */
export type Foreign = { exhibitId: string; findingId: string; caseId: string }

/** A case at that stage. Every world has persons of its own, so that no earlier case weighs on it. */
export async function makeWorld(
  engine: TestEngine,
  stage: Stage,
  foreign: Foreign,
  n: number,
): Promise<World> {
  const people = reportInput(2).respondents.map((person, at) => ({ ...person, nip: nipOf(n * 2 + at) }))
  const file = await buildCase(engine, 2, { respondents: people })
  const dates = { examinedOn: '2020-10-21', decidedOn: '2020-11-02' }
  for (const { id: respondentId } of file.respondents.filter(person => person.rulebook.undecided)) {
    await engine.raw('cases.recordDates', { caseId: file.id, respondentId, ...dates })
  }
  const exhibits = await takeExhibits(engine, file.id, 2)
  const world = { engine, file, stage, exhibits, foreign }
  const findings: Parameters<typeof approveAll>[1][number][] = []
  for (const person of file.respondents) {
    findings.push(await proveWith(engine, file, person.id, exhibits[0]!.id, stage))
  }
  if (stage !== 'fresh' && stage !== 'proven') await approveAll(engine, findings)
  if (stage === 'meeting' || stage === 'voting') {
    const plenary = await openMeeting(engine, [file.id])
    // Every second meeting has its recusal prompts still to answer.
    if (stage === 'meeting' && n % 2 === 0) await answerPrompts(engine, plenary.id, file.id)
    if (stage === 'voting')
      for (const person of file.respondents.keys()) await openVote(engine, plenary, 0, person)
  }
  return world
}

/** Who acts: at the beginning of a case its examiners, later mostly those who preside. */
export function actorsOf(stage: Stage): readonly string[] {
  if (stage === 'fresh') return ['rina', 'rina', 'laksmi', 'arman', 'surya', 'sari']
  if (stage === 'proven') return ['rina', 'arman', 'laksmi', 'darma', 'bakti', 'surya']
  return ['bakti', 'ningsih', 'bakti', 'bakti', 'rina', 'laksmi']
}

/** A valid NIP that no other number gives: one birthday for each. */
function nipOf(n: number): string {
  const born = new Date(Date.UTC(1970, 0, 1 + n)).toISOString().slice(0, 10).replaceAll('-', '')
  return `${born}2010011001`
}

/** What is in the store about the world's case now, stale things included. */
export function knownOf({ engine, file }: World) {
  const db = engine.engine.session!.store.read
  const ids = (query: ReturnType<typeof sql>) => db.all<{ id: string }>(query).map(row => row.id)
  return {
    findings: ids(sql`select id from findings where case_id = ${file.id} order by rowid`),
    elements: db.all<{ findingId: string; elementId: string }>(sql`select e.finding_id as findingId,
      e.element_id as elementId from element_assessments e join findings f on f.id = e.finding_id
      where f.case_id = ${file.id} order by e.rowid`),
    links: ids(sql`select l.id from exhibit_links l join findings f on f.id = l.finding_id
      where f.case_id = ${file.id} order by l.rowid`),
    plenaries: ids(sql`select plenary_id as id from agenda_items where case_id = ${file.id} order by rowid`),
    votes: ids(sql`select id from votes where case_id = ${file.id} order by rowid`),
    members: MEMBERS,
  }
}
export type Known = ReturnType<typeof knownOf>

import { existsSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { LawPack } from '../../shared/law-pack.ts'
import { buildCase, takeExhibits } from '../helpers/build-case.ts'
import { AFTERWARDS } from '../helpers/decide-case.ts'
import { ATTACKS, attack } from '../helpers/history-attacks.ts'
import { CALLS, callOf } from '../helpers/history-calls.ts'
import { faultsOf } from '../helpers/history-invariants.ts'
import {
  actorsOf,
  type Foreign,
  knownOf,
  makeWorld,
  type Script,
  scripts,
  type World,
} from '../helpers/history-world.ts'
import { Refused, startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

// ADJUDIKASN_SEED=… repeats a run; ADJUDIKASN_HISTORIES=… makes it shorter or longer.
const SEED = Number(process.env.ADJUDIKASN_SEED ?? 20_201_014)
const HISTORIES = Number(process.env.ADJUDIKASN_HISTORIES ?? 10_000)
/** Histories of one case, and how many in a row one person makes: a sign-in costs as much as many calls. */
const [PER_CASE, PER_SIGN_IN] = [240, 60]
const ATTACK_EVERY = 6

let engine: TestEngine
let foreign: Foreign
let law: LawPack
const done: Record<string, number> = {}
const refusals: Record<string, number> = {}
const stopped: Record<string, number> = {}
let histories = 0
let calls = 0
let worlds = 0

beforeAll(async () => {
  // The passphrases of this test are no secret: the least cost that a key file may have.
  engine = await startTestEngine({ kdfCost: { memoryKib: 64, passes: 1 }, inMemory: existsSync('/dev/shm') })
  engine.setClock(AFTERWARDS)
  law = engine.engine.law
  const file = await buildCase(engine, 1)
  const [exhibit] = await takeExhibits(engine, file.id)
  const respondentId = file.respondents[0]!.id
  const finding = await engine.call('findings.add', {
    caseId: file.id,
    respondentId,
    provisionId: 'pp53-2010/4/15/d',
  })
  foreign = { exhibitId: exhibit!.id, findingId: finding.id, caseId: file.id }
})
afterAll(() => engine.close())

/** What happened on one case: the broken rule with the history that broke it, and every call as told. */
type Played = { fault: string | null; at: number; told: string[] }

/** Plays a script on a case of its own, up to the first broken rule. */
async function play({ stage, histories: list }: Script): Promise<Played> {
  worlds += 1
  const world = await makeWorld(engine, stage, foreign, worlds)
  const actors = actorsOf(stage)
  const told: string[] = []
  for (const [at, { actor, steps }] of list.entries()) {
    if (at === 0 || actor % PER_SIGN_IN === 0) {
      const name = actors[Math.floor(actor / PER_SIGN_IN) % actors.length]!
      await engine.as(name)
      told.push(`as ${name}`)
    }
    for (const step of steps) {
      const broken = await take(world, step, told)
      if (broken !== null) return { fault: broken, at, told }
    }
    histories += 1
    const faults = faultsOf(world, law)
    if (faults.length > 0) return { fault: faults.join('; '), at, told }
  }
  return { fault: null, at: list.length, told }
}

/** Makes one call or attack; gives what went wrong with the engine itself. */
async function take(
  world: World,
  step: Parameters<typeof callOf>[2],
  told: string[],
): Promise<string | null> {
  calls += 1
  // No two calls in one moment: the clock of the store goes on.
  engine.setClock(new Date(Date.parse(AFTERWARDS) + calls * 100).toISOString())
  const known = knownOf(world)
  if (step.call % ATTACK_EVERY === 0) {
    const { name, through } = attack(world, known, step)
    told.push(`attack: ${name} ${through ? 'went through' : 'refused'}`)
    if (!through) stopped[name] = (stopped[name] ?? 0) + 1
    return null
  }
  const { method, input } = callOf(world, known, step)
  try {
    await engine.raw(method, input)
    done[method] = (done[method] ?? 0) + 1
    told.push(`${method} ${JSON.stringify(input)}`)
  } catch (error) {
    told.push(`${method} ${JSON.stringify(input)} refused: ${String(error)}`)
    if (!(error instanceof Refused) || error.code === 'internal')
      return `a fault of the engine: ${String(error)}`
    refusals[error.code] = (refusals[error.code] ?? 0) + 1
  }
  return null
}

/** Leaves out histories, first many then few, as long as the same rule still breaks; at most two minutes. */
async function shrink(script: Script, first: Played): Promise<Played> {
  const until = Date.now() + 120_000
  let best = first
  let list = script.histories.slice(0, first.at + 1)
  for (let size = Math.ceil(list.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < list.length && Date.now() < until; ) {
      const less = list.toSpliced(from, size)
      const played = less.length > 0 ? await play({ ...script, histories: less }) : first
      if (less.length > 0 && played.fault === first.fault) {
        list = less.slice(0, played.at + 1)
        best = played
      } else from += size
    }
  }
  return best
}

it(`finds no way round the gates in ${HISTORIES} random histories`, async () => {
  for (let round = 0; histories < HISTORIES; round += 1) {
    const [script] = fc.sample(scripts(PER_CASE), { seed: SEED + round, numRuns: 1 })
    const played = await play(script!)
    if (played.fault === null) continue
    const least = await shrink(script!, played)
    expect.fail(
      `${least.fault}\nADJUDIKASN_SEED=${SEED + round}, a case that was ${script!.stage}:\n${least.told.join('\n')}`,
    )
  }
  console.log(
    `${histories} histories on ${worlds} cases, ${calls} calls, seed ${SEED}`,
    JSON.stringify({ done, refusals, stopped }, null, 1),
  )
  expect(histories).toBeGreaterThanOrEqual(HISTORIES)
  if (HISTORIES < 10_000) return
  // The game was really played: every call came through at least once, and every gate refused by name.
  expect(CALLS.filter(method => !done[method])).toEqual([])
  for (const code of [
    'findings.exhibitRequired',
    'findings.lastExhibit',
    'findings.outsideBandNeedsReason',
    'findings.ownReview',
    'plenaries.noQuorum',
    'plenaries.votesMissing',
    'plenaries.outsideBandNeedsReason',
    'access.notAssigned',
  ]) {
    expect(refusals[code], code).toBeGreaterThan(0)
  }
  expect(ATTACKS.filter(name => !stopped[name])).toEqual([])
}, 1_800_000)

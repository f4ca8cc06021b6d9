import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { RecountReport } from '../../main/engine/tool/recount-command.ts'
import type { RecountFile } from '../../main/engine/tool/recount-file.ts'
import { runTool } from '../../main/engine/tool/run-tool.ts'
import { AFTERWARDS, type Ballot, cast, closeVotes, MEMBERS, openVote, SANCTION } from './decide-case.ts'
import { openVotes } from './sealed-vote.ts'
import { startTestEngine, type TestEngine } from './test-engine.ts'

export const MORAL = 'pp42-2004/15/3/a'
export const HEAVY = 'pp53-2010/7/4/a'
const REASON = 'Perbuatan berulang dan berdampak luas.'
/** One line for each vote: the ballots of bakti, ningsih, laksmi, darma, surya. */
const CHOICES: Ballot[][] = [
  [
    { verdict: 'proven', sanctionId: SANCTION, moralSanctionId: MORAL, opinion: 'Pendapat sendiri.' },
    { verdict: 'proven', sanctionId: SANCTION, moralSanctionId: MORAL },
    { verdict: 'proven', sanctionId: SANCTION, moralSanctionId: MORAL },
    { verdict: 'notProven', opinion: 'Bukti tidak cukup.' },
    { verdict: 'deferred' },
  ],
  [
    { verdict: 'proven', sanctionId: HEAVY, opinion: REASON },
    { verdict: 'proven', sanctionId: SANCTION },
    { verdict: 'notProven' },
    { verdict: 'notProven' },
    { verdict: 'deferred' },
  ],
  [
    { verdict: 'proven', sanctionId: HEAVY, opinion: REASON },
    { verdict: 'proven', sanctionId: HEAVY, opinion: REASON },
    { verdict: 'proven', sanctionId: SANCTION },
    { verdict: 'proven', moralSanctionId: MORAL },
    { verdict: 'notProven' },
  ],
]

export type RecountKit = Awaited<ReturnType<typeof recountKit>>

/**
 * A meeting of four persons with its export: three decided, one given up. Laksmi replaced her ballot in the
 * first vote.
 */
export async function recountKit() {
  const engine: TestEngine = await startTestEngine()
  engine.setClock(AFTERWARDS)
  const { plenary, voteIds } = await openVotes(engine, MEMBERS, 4)
  for (const [n, choices] of CHOICES.entries()) {
    for (const [m, ballot] of choices.entries()) await cast(engine, voteIds[n]!, MEMBERS[m]!, ballot)
  }
  await cast(engine, voteIds[0]!, 'laksmi', { verdict: 'proven', sanctionId: SANCTION }, true)
  await cast(engine, voteIds[3]!, 'darma', { verdict: 'notProven' })
  const given = { voteId: voteIds[3] as never, reason: 'Suara seorang anggota rusak.' }
  await engine.call('plenaries.annulVote', given)
  await openVote(engine, plenary, 0, 3)
  await closeVotes(engine, voteIds.slice(0, 3))
  const path = join(engine.root, 'hitung-ulang.json')
  const target = engine.ticket(path)
  const done = await engine.call('plenaries.exportRecount', { plenaryId: plenary.id, target })
  expect(done.votes).toBe(3)
  const exported = JSON.parse(readFileSync(path, 'utf8')) as RecountFile
  const fileOf = (content: unknown) => {
    const file = join(engine.root, `berkas-${Math.random()}.json`)
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
    return file
  }
  return {
    engine,
    plenaryId: plenary.id,
    exported,
    fileOf,
    nameOf: (name: string) => engine.account(name).displayName,
    async recount(content: unknown, keys?: unknown) {
      const args = ['recount', fileOf(content), ...(keys === undefined ? [] : ['--keys', fileOf(keys)])]
      const outside = { readInput: async () => '', now: new Date(AFTERWARDS) }
      const { exitCode, output } = await runTool({ args: [...args, '--json'], ...outside })
      const { output: text } = await runTool({ args, ...outside })
      return { exitCode, text, report: JSON.parse(output) as RecountReport }
    },
  }
}

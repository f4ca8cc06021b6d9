import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide } from '../../main/engine/features/plenaries/plenaries.rules.ts'
import { count } from '../../main/engine/tool/recount-count.ts'
import type { Body, RecountFile } from '../../main/engine/tool/recount-file.ts'
import { MEMBERS, SANCTION } from '../helpers/decide-case.ts'
import { HEAVY, MORAL, type RecountKit, recountKit } from '../helpers/recount-kit.ts'
import { refused } from '../helpers/refused.ts'
import { openVotes } from '../helpers/sealed-vote.ts'
import type { TestEngine } from '../helpers/test-engine.ts'

let kit: RecountKit
let engine: TestEngine
let exported: RecountFile

beforeAll(async () => {
  kit = await recountKit()
  engine = kit.engine
  exported = kit.exported
}, 120_000)
afterAll(() => engine.close())

const nameOf = (name: string) => kit.nameOf(name)
const recount = (content: unknown, keys?: unknown) => kit.recount(content, keys)
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

describe('a recount of a whole export', () => {
  it('gives the decisions of the plenary, names who replaced, and leaves what was replaced sealed', async () => {
    const { exitCode, text, report } = await recount(exported)
    expect(report.votes.flatMap(vote => vote.faults)).toEqual([])
    expect(exitCode).toBe(0)
    expect(text).toContain('SAMA')
    expect(report.votes.map(vote => vote.counted?.outcome ?? vote.state)).toEqual([
      'proven',
      'notProven',
      'proven',
      'annulled',
    ])
    expect(report.votes[0]).toMatchObject({
      replaced: 1,
      counted: { sanctionId: SANCTION, moralSanctionId: MORAL },
    })
    expect(report.votes[2]!.counted).toMatchObject({ sanctionId: HEAVY, moralSanctionId: null })
    expect(exported.votes[0]!.sealed).toHaveLength(6)
    expect(exported.votes[0]!.openings).toHaveLength(5)
    expect(exported.votes[3]!.openings).toEqual([])
  })

  it('is done by hand with a hash and a key: the steps of the README', () => {
    const [vote] = exported.votes
    const seal = vote!.sealed.find(row => vote!.openings.some(other => other.sealHash === row.sealHash))
    const header = JSON.parse(seal!.header) as { accountId: string; commitment: string; questionHash: string }
    expect(hashOf(vote!.question)).toBe(header.questionHash)
    const opening = vote!.openings.find(row => row.sealHash === seal!.sealHash)
    expect(hashOf(opening!.body)).toBe(header.commitment)
    const member = exported.members.find(row => row.accountId === header.accountId)!
    const der = Buffer.from(`302a300506032b6570032100${member.key}`, 'hex')
    const pem = `-----BEGIN PUBLIC KEY-----\n${der.toString('base64')}\n-----END PUBLIC KEY-----\n`
    const message = join(engine.root, 'pesan')
    writeFileSync(message, `adjudikasn-ballot\n${seal!.header}`)
    writeFileSync(join(engine.root, 'tanda'), Buffer.from(seal!.signature, 'base64'))
    writeFileSync(join(engine.root, 'kunci.pem'), pem)
    const args = [
      'pkeyutl',
      '-verify',
      '-pubin',
      '-inkey',
      'kunci.pem',
      '-rawin',
      '-in',
      'pesan',
      '-sigfile',
      'tanda',
    ]
    expect(execFileSync('openssl', args, { cwd: engine.root }).toString()).toContain('Verified Successfully')
  })

  it('checks the keys against another source: fingerprints of the minutes, or another export', async () => {
    const { members } = await engine.call('plenaries.get', { plenaryId: kit.plenaryId })
    const fromMinutes = Object.fromEntries(members.map(row => [row.displayName, row.keyFingerprint]))
    const checked = await recount(exported, fromMinutes)
    expect(checked).toMatchObject({ exitCode: 0, report: { keysFrom: 'keysFile', unknownKeys: [] } })
    expect(await recount(exported, { members: exported.members })).toMatchObject({ exitCode: 0 })
    const forged = await recount(exported, { ...fromMinutes, [nameOf('darma')]: 'ffff ffff ffff ffff' })
    expect(forged.exitCode).toBe(1)
    expect(forged.report.votes[0]!.faults).toMatchObject([{ code: 'key', name: nameOf('darma') }])
    const { [nameOf('surya')]: _, ...fewer } = fromMinutes
    expect(await recount(exported, fewer)).toMatchObject({
      exitCode: 2,
      report: { unknownKeys: [nameOf('surya')] },
    })
  })

  it('loads neither a store nor a native module', () => {
    const script = `
      const { runTool } = await import(${JSON.stringify(join(import.meta.dirname, '../../main/engine/tool/run-tool.ts'))})
      const { exitCode } = await runTool({ args: ['recount', process.argv[1]], readInput: async () => '', now: new Date() })
      const native = process.report.getReport().sharedObjects.filter(name => name.endsWith('.node'))
      console.log(JSON.stringify({ exitCode, native }))`
    const args = ['--input-type=module', '-e', script, kit.fileOf(exported)]
    const printed = execFileSync(process.execPath, args, { encoding: 'utf8' })
    expect(JSON.parse(printed)).toEqual({ exitCode: 0, native: [] })
  })
})

describe('the two implementations', () => {
  const sanction = fc.constantFrom(null, 'a', 'b', 'c')
  const ballot = fc.record({
    verdict: fc.constantFrom('proven' as const, 'notProven' as const, 'deferred' as const),
    sanctionId: sanction,
    moralSanctionId: fc.constantFrom(null, 'm', 'n'),
  })
  it('count 20,000 random sets of ballots alike, in any order', () => {
    const ranks: Record<string, number> = { a: 2, b: 1, c: 2, m: 0, n: 0 }
    const rankOf = (id: string) => ranks[id] ?? 0
    fc.assert(
      fc.property(
        fc.array(ballot, { minLength: 0, maxLength: 9 }),
        fc.constantFrom('rejected' as const, 'chairDecides' as const, 'voteAgain' as const),
        fc.constantFrom('m0', 'm3', 'nobody', null),
        (choices, tieRule, presiderId) => {
          const ballots = choices.map((row, n) =>
            row.verdict === 'proven'
              ? { accountId: `m${n}`, ...row }
              : { accountId: `m${n}`, verdict: row.verdict, sanctionId: null, moralSanctionId: null },
          )
          const decided = decide(ballots, tieRule, presiderId, rankOf)
          expect(count(ballots as unknown as Body[], { tieRule, presiderId }, rankOf)).toEqual(decided)
          expect(decide(ballots.toReversed(), tieRule, presiderId, rankOf)).toEqual(decided)
        },
      ),
      { numRuns: 20_000 },
    )
  })
})

describe('the export', () => {
  it('is for those of the case, and not before a vote was opened', async () => {
    const { plenary } = await openVotes(engine, MEMBERS)
    const target = () => engine.ticket(join(engine.root, 'x.json'))
    const early = () => engine.call('plenaries.exportRecount', { plenaryId: plenary.id, target: target() })
    await refused(early(), 'plenaries.nothingToRecount')
    await engine.as('sari')
    await refused(early(), 'access.denied')
    await engine.as('bakti')
  })
})

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide } from '../../main/engine/features/plenaries/plenaries.rules.ts'
import type { RecountReport } from '../../main/engine/tool/recount-command.ts'
import { count } from '../../main/engine/tool/recount-count.ts'
import type { Body, RecountFile } from '../../main/engine/tool/recount-file.ts'
import { runTool } from '../../main/engine/tool/run-tool.ts'
import {
  AFTERWARDS,
  type Ballot,
  cast,
  closeVotes,
  MEMBERS,
  openVote,
  SANCTION,
} from '../helpers/decide-case.ts'
import { refused } from '../helpers/refused.ts'
import { openVotes } from '../helpers/sealed-vote.ts'
import { startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
let exported: RecountFile
let plenaryId: string

const MORAL = 'pp42-2004/15/3/a'
const HEAVY = 'pp53-2010/7/4/a'
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

beforeAll(async () => {
  engine = await startTestEngine()
  engine.setClock(AFTERWARDS)
  const { plenary, voteIds } = await openVotes(engine, MEMBERS, 4)
  plenaryId = plenary.id
  for (const [n, choices] of CHOICES.entries()) {
    for (const [m, ballot] of choices.entries()) await cast(engine, voteIds[n]!, MEMBERS[m]!, ballot)
  }
  await cast(engine, voteIds[0]!, 'laksmi', { verdict: 'proven', sanctionId: SANCTION }, true)
  await cast(engine, voteIds[3]!, 'darma', { verdict: 'notProven' })
  const given = { voteId: voteIds[3] as never, reason: 'Suara seorang anggota rusak.' }
  await engine.call('plenaries.annulVote', given)
  await openVote(engine, plenary, 0, 3)
  await closeVotes(engine, voteIds.slice(0, 3))
  exported = await exportFile()
}, 120_000)
afterAll(() => engine.close())

async function exportFile(): Promise<RecountFile> {
  const path = join(engine.root, `hitung-ulang-${Math.random()}.json`)
  const input = { plenaryId: plenaryId as never, target: engine.ticket(path) }
  const done = await engine.call('plenaries.exportRecount', input)
  expect(done.votes).toBe(3)
  return JSON.parse(readFileSync(path, 'utf8')) as RecountFile
}

function fileOf(content: unknown): string {
  const path = join(engine.root, `berkas-${Math.random()}.json`)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

async function recount(content: unknown, keys?: unknown) {
  const args = ['recount', fileOf(content), ...(keys === undefined ? [] : ['--keys', fileOf(keys)])]
  const outside = { readInput: async () => '', now: new Date(AFTERWARDS) }
  const { exitCode, output } = await runTool({ args: [...args, '--json'], ...outside })
  const { output: text } = await runTool({ args, ...outside })
  return { exitCode, text, report: JSON.parse(output) as RecountReport }
}

const nameOf = (name: string) => engine.account(name).displayName
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
    const { members } = await engine.call('plenaries.get', { plenaryId: plenaryId as never })
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
    const args = ['--input-type=module', '-e', script, fileOf(exported)]
    const printed = execFileSync(process.execPath, args, { encoding: 'utf8' })
    expect(JSON.parse(printed)).toEqual({ exitCode: 0, native: [] })
  })
})

type Change = (file: RecountFile) => void
const seal = (file: RecountFile, name: string, vote = 0) =>
  file.votes[vote]!.sealed.findLast(row => row.header.includes(engine.account(name).id))!
const opening = (file: RecountFile, name: string, vote = 0) =>
  file.votes[vote]!.openings.find(row => row.accountId === engine.account(name).id)!

describe('a recount of a changed export', () => {
  it.each<[string, string, string, Change]>([
    [
      'a choice',
      'commitment',
      'darma',
      file => {
        const own = opening(file, 'darma')
        own.body = own.body.replace('"notProven"', '"deferred"')
      },
    ],
    [
      'an opinion',
      'commitment',
      'darma',
      file => {
        const own = opening(file, 'darma')
        own.body = own.body.replace('tidak cukup', 'sudah cukup')
      },
    ],
    [
      'a choice with its commitment',
      'signature',
      'darma',
      file => {
        const own = opening(file, 'darma')
        const sealed = seal(file, 'darma')
        const before = hashOf(own.body)
        own.body = own.body.replace('"notProven"', '"deferred"')
        sealed.header = sealed.header.replace(before, hashOf(own.body))
        sealed.sealHash = hashOf(sealed.header)
        own.sealHash = sealed.sealHash
      },
    ],
    [
      'a signature',
      'signature',
      'surya',
      file => {
        const own = seal(file, 'surya')
        own.signature = own.signature.replace(/^..../, 'AAAA')
      },
    ],
    [
      'a seal',
      'sealHash',
      'surya',
      file => {
        seal(file, 'surya').sealHash = 'f'.repeat(64)
      },
    ],
    [
      'the hour',
      'sealHash',
      'surya',
      file => {
        const own = seal(file, 'surya')
        own.header = own.header.replace('T06', 'T05')
      },
    ],
    [
      'the order of a header',
      'headerDamaged',
      '',
      file => {
        const own = seal(file, 'surya')
        own.header = own.header.replace('{', '{ ')
      },
    ],
    [
      'an opening away',
      'openingMissing',
      'surya',
      file => {
        file.votes[0]!.openings = file.votes[0]!.openings.filter(row => row !== opening(file, 'surya'))
      },
    ],
    [
      'the last ballot of one who replaced away',
      'openingForeign',
      'laksmi',
      file => {
        const { sealed } = file.votes[0]!
        sealed.splice(sealed.indexOf(seal(file, 'laksmi')), 1)
      },
    ],
    [
      'the replaced ballot away',
      'chain',
      'laksmi',
      file => {
        const { sealed } = file.votes[0]!
        sealed.splice(
          sealed.findIndex(row => row.header.includes(engine.account('laksmi').id)),
          1,
        )
      },
    ],
    [
      'a ballot twice',
      'chain',
      'darma',
      file => {
        file.votes[0]!.sealed.push({ ...seal(file, 'darma') })
      },
    ],
    [
      'a ballot and its opening away',
      'decisionDiffers',
      '',
      file => {
        const [vote] = file.votes
        vote!.sealed = vote!.sealed.filter(row => row !== seal(file, 'darma'))
        vote!.openings = vote!.openings.filter(row => row !== opening(file, 'darma'))
      },
    ],
    [
      'two ballots away, below the quorum',
      'quorum',
      '',
      file => {
        const [vote] = file.votes
        for (const name of ['darma', 'surya', 'laksmi']) {
          const gone = engine.account(name).id
          vote!.sealed = vote!.sealed.filter(row => !row.header.includes(gone))
          vote!.openings = vote!.openings.filter(row => row.accountId !== gone)
        }
      },
    ],
    [
      'a ballot from another vote',
      'otherVote',
      'surya',
      file => {
        const { sealed, openings } = file.votes[0]!
        sealed[sealed.indexOf(seal(file, 'surya'))] = seal(file, 'surya', 1)
        openings[openings.indexOf(opening(file, 'surya'))] = opening(file, 'surya', 1)
      },
    ],
    [
      'the outcome',
      'decisionDiffers',
      '',
      file => {
        file.votes[0]!.decision!.outcome = 'notProven'
      },
    ],
    [
      'the sanction',
      'decisionDiffers',
      '',
      file => {
        file.votes[0]!.decision!.sanctionId = HEAVY
      },
    ],
    [
      'the moral sanction',
      'decisionDiffers',
      '',
      file => {
        file.votes[0]!.decision!.moralSanctionId = null
      },
    ],
    [
      'the tie rule in the question',
      'questionDamaged',
      '',
      file => {
        file.votes[1]!.question = file.votes[1]!.question.replace('"rejected"', '"chairDecides"')
      },
    ],
    [
      'the tie rule with its hash',
      'otherVote',
      'darma',
      file => {
        const vote = file.votes[1]!
        vote.question = vote.question.replace('"rejected"', '"chairDecides"')
        vote.questionHash = hashOf(vote.question)
      },
    ],
    [
      'the decision away',
      'decisionMissing',
      '',
      file => {
        file.votes[0]!.decision = null
      },
    ],
    [
      'a vote twice',
      'questionTwice',
      '',
      file => {
        file.votes.push(structuredClone(file.votes[0]!))
      },
    ],
    [
      'the key of a member',
      'key',
      'darma',
      file => {
        file.members.find(row => row.name === nameOf('darma'))!.key = 'a'.repeat(64)
      },
    ],
    [
      'the quorum of a decision',
      'quorum',
      '',
      file => {
        file.votes[0]!.decision!.quorumNeeded = 1
      },
    ],
    [
      'an opening of an annulled vote',
      'openingForeign',
      '',
      file => {
        file.votes[3]!.openings.push({ ...opening(file, 'darma') })
      },
    ],
  ])('%s: exit 1 and “%s”', async (_what, code, name, change) => {
    const file = structuredClone(exported)
    change(file)
    const { exitCode, report, text } = await recount(file)
    expect(exitCode).toBe(1)
    const faults = report.votes.flatMap(vote => vote.faults)
    expect(faults).toContainEqual(
      expect.objectContaining({ code, ...(name === '' ? {} : { name: nameOf(name) }) }),
    )
    expect(text).toMatch(/BERBEDA[\s\S]*SALAH/)
  })

  it('cannot tell from what is no export: exit 2', async () => {
    for (const content of [
      '',
      '{}',
      '[]',
      'bukan JSON',
      { ...exported, version: 2 },
      { ...exported, votes: [] },
    ]) {
      expect((await recount(content)).exitCode).toBe(2)
    }
    const missing = { args: ['recount', '/tidak/ada.json'], readInput: async () => '', now: new Date() }
    expect(await runTool(missing)).toMatchObject({ exitCode: 2 })
    expect((await recount(exported, 'bukan daftar kunci')).exitCode).toBe(2)
  })

  it('never opens a ballot that counts for nothing, whatever bytes are changed', async () => {
    const text = JSON.stringify(exported)
    const start = text.indexOf('"votes"')
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: start, max: text.length - 1 }),
        fc.integer({ min: 33, max: 126 }),
        async (at, code) => {
          const changed = text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1)
          fc.pre(changed !== text)
          const { exitCode, report } = await recount(changed)
          if (exitCode !== 0) return
          // What may be changed without a fault is text that nobody signed: sentences, reasons, names of the rejected.
          expect(report.votes.map(vote => vote.counted)).toEqual(
            (await recount(exported)).report.votes.map(vote => vote.counted),
          )
        },
      ),
      { numRuns: 200 },
    )
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

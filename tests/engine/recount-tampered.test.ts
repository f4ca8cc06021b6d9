import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecountFile } from '../../main/engine/tool/recount-file.ts'
import { runTool } from '../../main/engine/tool/run-tool.ts'
import { HEAVY, type RecountKit, recountKit } from '../helpers/recount-kit.ts'
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

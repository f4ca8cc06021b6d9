import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { questionOf } from '../../main/engine/features/plenaries/ballot-question.ts'
import { sealBallot } from '../../main/engine/features/plenaries/ballot-seal.ts'
import { sealedBallotsOf } from '../../main/engine/features/plenaries/ballots.queries.ts'
import { voteById } from '../../main/engine/features/plenaries/plenaries.queries.ts'
import { signKeysOf } from '../../main/engine/keys/account-slot.ts'
import { unlockAccount } from '../../main/engine/keys/keyring.ts'
import { readKeyring } from '../../main/engine/keys/keyring-file.ts'
import { sodium } from '../../main/engine/store/native.ts'
import { storePaths } from '../../main/engine/store/paths.ts'
import {
  AFTERWARDS,
  cast,
  closeVotes,
  MEMBERS,
  openMeeting,
  openVote,
  PROVEN,
  readyCase,
} from '../helpers/decide-case.ts'
import { refused } from '../helpers/refused.ts'
import { castAll, openVotes, voteOf } from '../helpers/sealed-vote.ts'
import { PASSPHRASE, startTestEngine, type TestEngine } from '../helpers/test-engine.ts'

let presider: TestEngine
let other: TestEngine
let copies = 0

beforeAll(async () => {
  presider = await startTestEngine()
  other = await startTestEngine()
  for (const engine of [presider, other]) engine.setClock(AFTERWARDS)
})
afterAll(() => {
  presider.close()
  other.close()
})

/** The second laptop gets a copy of the store folder as it is now. */
async function copyStore(as = 'laksmi') {
  await presider.call('session.lock', {})
  copies += 1
  const folder = join(other.root, `salinan-${copies}`)
  cpSync(presider.dir, folder, { recursive: true })
  if (other.engine.session) await other.call('session.lock', {})
  await other.call('session.chooseStore', { folder: other.ticket(folder) })
  other.people = presider.people
  await other.as(as)
  await presider.as('bakti')
}

async function carry(plenaryId: string, change: (text: string) => string = text => text) {
  const path = join(other.root, `suara-${Math.random()}.json`)
  const target = other.ticket(path)
  const done = await other.call('plenaries.exportBallots', { plenaryId: plenaryId as never, target })
  const text = change(readFileSync(path, 'utf8'))
  return { ...done, text, take: () => take(plenaryId, text) }
}

async function take(plenaryId: string, text: string) {
  const path = join(presider.root, `dari-laptop-lain-${Math.random()}.json`)
  writeFileSync(path, text)
  return presider.call('plenaries.importBallots', {
    plenaryId: plenaryId as never,
    file: presider.ticket(path),
  })
}

const nameOf = (name: string) => presider.account(name).displayName
const reasons = (rejected: readonly { displayName: string; reason: string }[]) =>
  rejected.map(row => `${row.displayName}: ${row.reason}`).sort()

it('takes ballots of another laptop, knows them the second time, and decides with them', async () => {
  const { plenary, voteIds } = await openVotes(presider, MEMBERS)
  const [voteId] = voteIds as [string]
  await copyStore()
  await cast(other, voteId, 'laksmi', { verdict: 'notProven', opinion: 'Bukti belum cukup menurut saya.' })
  await cast(other, voteId, 'laksmi', { verdict: 'deferred' }, true)
  await cast(other, voteId, 'darma')
  // The file is for another laptop, not for the store.
  const inside = other.ticket(join(other.engine.directory!, 'suara.json'))
  await refused(
    other.call('plenaries.exportBallots', { plenaryId: plenary.id, target: inside }),
    'evidence.exportIntoStore',
  )
  const file = await carry(plenary.id)
  expect(file.count).toBe(3)
  expect(file.text).not.toMatch(/notProven|deferred|belum cukup/)
  const first = await file.take()
  expect(first.accepted.map(row => row.displayName).sort()).toEqual([
    nameOf('darma'),
    nameOf('laksmi'),
    nameOf('laksmi'),
  ])
  expect(first).toMatchObject({ known: 0, rejected: [] })
  expect(await file.take()).toMatchObject({ accepted: [], known: 3, rejected: [] })
  await castAll(presider, voteIds, ['bakti', 'ningsih', 'surya'])
  await closeVotes(presider, voteIds)
  const vote = await voteOf(presider, plenary, voteId)
  expect(vote.decision!.tally).toEqual({ proven: 4, notProven: 0, deferred: 1 })
  expect(vote.ballots.find(row => row.displayName === nameOf('laksmi'))!.replacedCount).toBe(1)
  // The same file after the close changes nothing; a new ballot in it is late.
  expect(await file.take()).toMatchObject({ known: 3, rejected: [] })
  await cast(other, voteId, 'surya')
  const late = await (await carry(plenary.id)).take()
  expect(late.known).toBe(3)
  expect(reasons(late.rejected)).toEqual([`${nameOf('surya')}: late`])
})

it('names the second ballot of a lost laptop that comes back, and counts the first', async () => {
  const { plenary, voteIds } = await openVotes(presider, MEMBERS)
  const [voteId] = voteIds as [string]
  await copyStore()
  await cast(other, voteId, 'laksmi', { verdict: 'notProven' })
  await cast(other, voteId, 'laksmi', { verdict: 'notProven' }, true)
  // The laptop is lost; its owner votes at the presider's.
  await cast(presider, voteId, 'laksmi', PROVEN)
  const file = await carry(plenary.id)
  const back = await file.take()
  expect(back.accepted).toEqual([])
  expect(reasons(back.rejected)).toEqual([`${nameOf('laksmi')}: duplicate`, `${nameOf('laksmi')}: duplicate`])
  expect(await file.take()).toMatchObject({ accepted: [], known: 2, rejected: [] })
  await castAll(
    presider,
    voteIds,
    MEMBERS.filter(name => name !== 'laksmi'),
  )
  await closeVotes(presider, voteIds)
  const vote = await voteOf(presider, plenary, voteId)
  expect(vote.decision!.tally).toEqual({ proven: 5, notProven: 0, deferred: 0 })
  expect(vote.rejected).toHaveLength(2)
  expect(vote.rejected[0]).toMatchObject({ displayName: nameOf('laksmi'), reason: 'duplicate' })
})

it('rejects what was changed on the way, and still takes the whole one', async () => {
  const { plenary, voteIds } = await openVotes(presider, MEMBERS)
  const [voteId] = voteIds as [string]
  await copyStore()
  await cast(other, voteId, 'darma')
  const whole = (await carry(plenary.id)).text
  const changes: [string, (text: string) => string][] = [
    ['cipher', text => text.replace(/"cipher": "..../, '"cipher": "AAAA')],
    ['signature', text => text.replace(/"signature": "..../, '"signature": "AAAA')],
    ['share', text => text.replace(/box\\":\\"..../, 'box\\":\\"AAAA')],
    ['time', text => text.replace(/castAt\\":\\"2020/, 'castAt\\":\\"2019')],
    ['serial', text => text.replace(/serial\\":1/, 'serial\\":2')],
    ['space', text => text.replace(/"header": "\{/, '"header": "{ ')],
  ]
  for (const [what, change] of changes) {
    const text = change(whole)
    expect(text, what).not.toBe(whole)
    const result = await take(plenary.id, text)
    expect(reasons(result.rejected), what).toEqual([`${nameOf('darma')}: tampered`])
  }
  // Somebody else's name over a true ballot is a changed one too.
  const swapped = whole.replaceAll(presider.account('darma').id, presider.account('surya').id)
  expect((await take(plenary.id, swapped)).rejected).toMatchObject([{ reason: 'tampered' }])
  expect((await take(plenary.id, whole)).accepted).toMatchObject([{ displayName: nameOf('darma') }])
  expect((await voteOf(presider, plenary, voteId)).rejected).toHaveLength(changes.length + 1)
})

it('rejects ballots of the absent, those without a vote, another key and another vote, by name', async () => {
  const { plenary, voteIds, file } = await openVotes(presider, ['bakti', 'ningsih', 'laksmi', 'darma'])
  const [voteId] = voteIds as [string]
  const question = questionOf(voteById(presider.engine.session!.store.read, voteId))!
  const place = { serial: 1, replaces: null, castAt: AFTERWARDS as never, device: 'LAPTOP-LAIN' }
  const choice = { verdict: 'notProven' as const, sanctionId: null, moralSanctionId: null, opinion: '' }
  const keyring = readKeyring(storePaths(presider.dir).keyring)
  const signerOf = async (name: string) => {
    const keys = await unlockAccount(keyring, presider.account(name).id, PASSPHRASE)
    return (message: Uint8Array) => signed(message, keys.signer.secretKey)
  }
  const ballotOf = async (name: string, sign: (message: Uint8Array) => Buffer) => {
    const accountId = presider.account(name).id
    const { header, signature, shares, cipher } = await sealBallot(
      question,
      choice,
      { accountId, sign },
      place,
    )
    return { header, signature: signature.toString('base64'), shares, cipher: cipher.toString('base64') }
  }
  const own = signKeysOf(Buffer.alloc(32, 7))
  const ballots = [
    await ballotOf('surya', await signerOf('surya')),
    await ballotOf('rina', await signerOf('rina')),
    await ballotOf('laksmi', await signerOf('darma')),
    await ballotOf('darma', message => signed(message, own.secretKey)),
  ]
  const head = {
    format: 'adjudikasn-ballots',
    version: 1,
    plenaryId: plenary.id,
    plenaryNumber: plenary.number,
  }
  const text = (list: unknown[]) =>
    JSON.stringify({ ...head, device: 'x', exportedAt: AFTERWARDS, ballots: list }, null, 1)
  const result = await take(plenary.id, text(ballots))
  expect(result.accepted).toEqual([])
  expect(reasons(result.rejected)).toEqual([
    ': notAMember',
    `${nameOf('darma')}: tampered`,
    `${nameOf('laksmi')}: unknownKey`,
    `${nameOf('surya')}: absent`,
  ])
  // A ballot of another meeting's vote.
  const elsewhere = await openVotes(presider, MEMBERS)
  await cast(presider, elsewhere.voteIds[0]!, 'bakti')
  const foreign = sealedBallotsOf(presider.engine.session!.store.read, elsewhere.voteIds[0]!).map(row => ({
    header: row.header,
    signature: row.signature.toString('base64'),
    shares: row.shares,
    cipher: row.cipher.toString('base64'),
  }))
  expect((await take(plenary.id, text(foreign))).rejected).toMatchObject([{ reason: 'unknownVote' }])
  const history = await presider.call('cases.history', { caseId: file.id })
  expect(history.filter(entry => entry.method === 'plenaries.rejectBallot')).toHaveLength(4)
})

it('does not wait for one who has left, and says so of a ballot that comes after', async () => {
  const { plenary, voteIds } = await openVotes(presider, MEMBERS)
  await copyStore()
  await cast(other, voteIds[0]!, 'surya')
  const present = MEMBERS.filter(name => name !== 'surya').map(name => presider.account(name).id)
  await presider.call('plenaries.recordAttendance', { plenaryId: plenary.id, present })
  expect(reasons((await (await carry(plenary.id)).take()).rejected)).toEqual([`${nameOf('surya')}: absent`])
})

it('rejects the ballot of one who is recused', async () => {
  const file = await readyCase(presider)
  const plenary = await openMeeting(presider, [file.id])
  const recusal = { plenaryId: plenary.id, caseId: file.id, reason: 'Pernah satu kantor dengan terlapor.' }
  await presider.call('plenaries.recuse', { ...recusal, accountId: presider.account('surya').id })
  const { voteId } = await openVote(presider, plenary)
  await copyStore()
  await cast(other, voteId, 'darma')
  // A ballot of the recused cannot be cast, so it is made of another's.
  const ids = { darma: presider.account('darma').id, surya: presider.account('surya').id }
  const forge = (text: string) => text.replace(`accountId\\":\\"${ids.darma}`, `accountId\\":\\"${ids.surya}`)
  const file1 = await carry(plenary.id, forge)
  expect(reasons((await file1.take()).rejected)).toEqual([`${nameOf('surya')}: recused`])
  expect((await voteOf(presider, plenary, voteId)).castCount).toBe(0)
})

it('names the line of a file that is no file of ballots', async () => {
  const { plenary, voteIds } = await openVotes(presider, MEMBERS)
  await copyStore()
  await refused(carry(plenary.id), 'plenaries.noBallots')
  await cast(other, voteIds[0]!, 'darma')
  const whole = (await carry(plenary.id)).text
  const lineOf = async (text: string) => {
    const failed = await take(plenary.id, text).catch(
      (error: { code: string; facts: { line: number } }) => error,
    )
    expect(failed).toMatchObject({ code: 'plenaries.ballotFileInvalid' })
    return (failed as { facts: { line: number } }).facts.line
  }
  const at = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length
  expect(await lineOf('')).toBe(1)
  expect(await lineOf('bukan JSON')).toBe(1)
  expect(await lineOf(whole.replace('"version": 1', '"version": 2'))).toBe(at(whole, '"version"'))
  expect(await lineOf(whole.replace('"signature": "', '"signature": "###'))).toBe(at(whole, '"signature"'))
  expect(await lineOf(whole.slice(0, whole.indexOf('"cipher"')))).toBeGreaterThan(5)
  await refused(
    take(plenary.id, JSON.stringify({ format: 'adjudikasn-recount' })),
    'plenaries.ballotFileInvalid',
  )
  await presider.as('laksmi')
  await refused(take(plenary.id, whole), 'access.denied')
  await presider.as('bakti')
  expect((await take(plenary.id, whole)).accepted).toHaveLength(1)
})

it('takes nothing over from a vote that the other laptop opened by itself', async () => {
  const { plenary } = await openVotes(presider, MEMBERS, 2)
  const votes = plenary.agenda[0]!.persons.map(person => person.respondentId)
  expect(votes).toHaveLength(2)
  await copyStore('bakti')
  const [first] = (await other.call('plenaries.get', { plenaryId: plenary.id })).agenda[0]!.persons
  const reason = 'Dibuka ulang di laptop ini sendiri.'
  await other.call('plenaries.annulVote', { voteId: first!.vote!.voteId, reason })
  const own = await openVote(other, plenary, 0, 0)
  await cast(other, own.voteId, 'darma')
  const result = await (await carry(plenary.id)).take()
  expect(reasons(result.rejected)).toEqual([`${nameOf('darma')}: unknownVote`])
})

function signed(message: Uint8Array, secretKey: Buffer): Buffer {
  const signature = Buffer.alloc(64)
  sodium.crypto_sign_detached(signature, Buffer.from(message), secretKey)
  return signature
}

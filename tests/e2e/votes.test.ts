import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import type { Input } from '../../shared/contract/index.ts'
import { errorSentence, t } from '../../shared/strings/index.ts'
import { AFTERWARDS, cast, MEMBERS, openMeeting, openVote, readyCase } from '../helpers/decide-case.ts'
import { PASSPHRASE, PEOPLE, startTestEngine } from '../helpers/test-engine.ts'
import { byKeyboard } from './harness/by-keyboard.ts'
import { focusIn } from './harness/focus.ts'
import { journey } from './harness/journey.ts'
import { type Launched, launch } from './harness/launch.ts'
import { copyOfStore, unlockStore } from './harness/prepared-store.ts'
import { engineOf } from './harness/room-calls.ts'
import { roomPictures } from './harness/room-pictures.ts'
import { button, choose, pick, press, startingWith, textField } from './tour/fields.ts'
import { enterRoom, fillBallot, openBallots, throughMenu } from './tour/room-steps.ts'

const words = t.plenaries
const says = words.vote.dialog
const prompts = words.presenting.prompts
const SANCTION_NAME = 'Penundaan kenaikan pangkat selama 1 tahun'
const REASON = 'Sudah dua kali dibina dan tetap mengulanginya.'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'adjudikasn-votes-'))
const store = path.join(folder, 'penyimpanan')
const ballotFile = path.join(folder, 'suara-laptop-lain.json')
const pictures = roomPictures('votes')
const nameOf = (signInName: string) => PEOPLE.find(row => row.signInName === signInName)?.displayName ?? ''
const voters = MEMBERS.map(signInName => ({ name: nameOf(signInName), passphrase: PASSPHRASE }))
const [bakti, ningsih, laksmi, darma] = voters as [Voter, Voter, Voter, Voter]
type Voter = (typeof voters)[number]

/** Who is voted on in which test, and the votes that are open from the beginning. */
const at = { plenary: '', alone: '', carried: '', outside: '', twice: '', votes: [] as string[] }
let program: Launched
let page: Page
let keys: ReturnType<typeof byKeyboard>

/** A meeting with two cases; three votes are open, and a second laptop has sealed two ballots for the first of them. */
async function prepare(): Promise<void> {
  const engine = await startTestEngine()
  engine.setClock(AFTERWARDS)
  const [first, second] = [await readyCase(engine), await readyCase(engine, 4)]
  const meeting = await openMeeting(engine, [first.id, second.id])
  const opened = []
  for (const person of [1, 2, 3]) opened.push(await openVote(engine, meeting, 1, person))
  at.plenary = meeting.id
  at.alone = first.respondents[0]?.id ?? ''
  at.votes = opened.map(entry => entry.voteId)
  ;[at.carried, at.outside, at.twice] = opened.map(entry => entry.respondentId as string) as [
    string,
    string,
    string,
  ]
  await engine.call('session.lock', {})
  fs.cpSync(engine.dir, store, { recursive: true })
  // From here on this store is the other laptop.
  await engine.as('bakti')
  for (const name of ['laksmi', 'darma']) await cast(engine, at.votes[0] ?? '', name)
  await engine.call('plenaries.exportBallots', { plenaryId: meeting.id, target: engine.ticket(ballotFile) })
  const file = JSON.parse(fs.readFileSync(ballotFile, 'utf8'))
  const damaged = file.ballots.find((row: { header: string }) =>
    row.header.includes(engine.account('laksmi').id),
  )
  damaged.cipher = `AAAA${damaged.cipher.slice(4)}`
  fs.writeFileSync(ballotFile, JSON.stringify(file, null, 1))
  engine.close()
}

beforeAll(prepare, 300_000)
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
const step = journey({
  async begin() {
    program = await launch({ size: { width: 1366, height: 768 } })
    page = program.page
    keys = byKeyboard(page)
    await unlockStore(program, copyOfStore(store), 'bakti')
    await enterRoom(program, at.plenary)
  },
  end: () => program.close(),
})

const look = (name: string) => pictures.look(program, name)
const side = () => page.getByRole('complementary', { name: words.vote.question })
const ballot = () => page.getByRole('dialog', { name: startingWith('Suara untuk') })
const sealing = (voter: Voter) => page.getByRole('dialog', { name: says.sealTitle(voter.name) })
const sealed = (n: number) => side().getByText(words.vote.sealed(n, 5), { exact: true }).waitFor()
const result = () => page.getByRole('list', { name: words.vote.ballots, exact: true })
const calls = () => engineOf(page)
const meeting = () => calls().call('plenaries.get', { plenaryId: at.plenary as never })
async function voteOn(respondentId: string) {
  const { agenda } = await meeting()
  const person = agenda
    .flatMap(item => item.persons)
    .find(row => (row.respondentId as string) === respondentId)
  return person?.vote ?? null
}

/** Shows a person by the room's own address. */
async function goTo(respondentId: string): Promise<void> {
  await page.evaluate(to => {
    location.hash = to
  }, `#/sidang/${at.plenary}?orang=${respondentId}`)
  const { agenda } = await meeting()
  const turn = agenda.flatMap(item => item.persons.map(person => ({ item, person })))
  const found = turn.find(({ person }) => (person.respondentId as string) === respondentId)
  await page.getByRole('heading', { name: found?.person.name ?? '', level: 2 }).waitFor()
}

/** The ballots that are still missing for a person, past the window: what a test is not about. */
async function castRest(respondentId: string): Promise<void> {
  const vote = await voteOn(respondentId)
  for (const { accountId } of vote?.ballots.filter(row => !row.cast) ?? []) {
    await calls().call('plenaries.castVote', {
      voteId: vote?.voteId as never,
      accountId,
      passphrase: PASSPHRASE,
      verdict: 'notProven',
      sanctionId: null,
    })
  }
}

describe('a vote with the keyboard alone', () => {
  step('is opened after the questions, and takes ballots with two kinds of sanction', async () => {
    await goTo(at.alone)
    await keys.pressOn(button(side(), prompts.noKinship))
    for (const { name } of [laksmi, darma]) {
      await keys.pressOn(button(side(), prompts.stayOf(name)))
      await keys.typeInto(prompts.stayReason(name), 'Ditugaskan, tanpa kepentingan pribadi.', side())
      await keys.pressOn(side().getByRole('button', { name: prompts.save, exact: true }))
      await textField(side(), prompts.stayReason(name)).waitFor({ state: 'detached' })
    }
    await page.getByText(prompts.allAnswered).waitFor()
    await keys.pressOn(button(side(), words.vote.open))
    await sealed(0)
    for (const [n, voter] of voters.entries()) {
      await keys.pressOn(button(side(), words.vote.cast))
      await focusIn(ballot())
      if (n > 0) await keys.chooseIn(says.member, voter.name, ballot())
      await keys.pickIn(says.verdict, says.verdicts.proven, ballot())
      await keys.pickIn(says.sanction, SANCTION_NAME, ballot())
      await keys.chooseIn(says.moral, 0, ballot())
      if (n === 0) await look('two-sanctions')
      await keys.pressOn(button(ballot(), says.next))
      await focusIn(sealing(voter))
      await keys.typeInto(says.passphrase(voter.name), PASSPHRASE, sealing(voter))
      if (n === 0) await look('sealing')
      await page.keyboard.press('Enter')
      await sealed(n + 1)
    }
    await look('all-sealed')
  })

  step('lets one member replace a ballot and add an opinion, and is opened together', async () => {
    await keys.pressOn(button(side(), words.ballots.seatMenu(darma.name)))
    const replace = page.getByRole('menuitem', { name: words.ballots.replace })
    await replace.waitFor()
    await focusIn(replace)
    await page.keyboard.press('Enter')
    await focusIn(ballot())
    await keys.pickIn(says.verdict, says.verdicts.notProven, ballot())
    await keys.typeInto(says.opinion, 'Akun itu dipakai bersama oleh beberapa orang.', ballot())
    await look('replacing')
    await keys.pressOn(button(ballot(), says.next))
    await focusIn(sealing(darma))
    await keys.typeInto(says.passphrase(darma.name), PASSPHRASE, sealing(darma))
    await page.keyboard.press('Enter')
    await side().getByText(words.ballots.replaced(1)).waitFor()
    await look('replaced')
    await keys.pressOn(button(side(), words.opening.action))
    const opening = page.getByRole('dialog', { name: words.opening.title })
    await focusIn(opening)
    for (const opener of [ningsih, laksmi]) {
      await keys.chooseIn(words.opening.member, opener.name, opening)
      await keys.typeInto(words.opening.passphrase(opener.name), PASSPHRASE, opening)
      await page.keyboard.press('Enter')
      await opening.getByRole('listitem').filter({ hasText: opener.name }).waitFor()
    }
    await look('opening')
    await keys.pressOn(opening.getByRole('button', { name: words.opening.open, exact: true }))
    await result().waitFor()
    await side()
      .getByText(words.vote.tally(4, 1, 0))
      .waitFor()
    const { decision } = (await voteOn(at.alone)) ?? {}
    expect(decision?.sanctionName).toBe(SANCTION_NAME)
    expect(decision?.moralSanctionName).toBeTruthy()
    await side()
      .getByText(decision?.moralSanctionName ?? '', { exact: true })
      .waitFor()
    await side().getByText(words.vote.opinion.dissenting(1, darma.name)).waitFor()
    await look('result')
  })
})

describe('a vote that meets trouble', () => {
  step('names a ballot that was damaged on the way, and counts the whole one', async () => {
    await goTo(at.carried)
    await sealed(0)
    await throughMenu(program, words.ballots.files.import, ballotFile)
    const came = page.getByRole('dialog', { name: words.ballots.files.title })
    const { respondentName } = (await voteOn(at.carried))!
    await came.getByText(words.ballots.files.accepted(1)).waitFor()
    const rejected = came.getByRole('region', { name: words.ballots.rejected }).getByRole('listitem')
    await rejected.getByText(words.ballots.rejectedBallot(laksmi.name, respondentName)).waitFor()
    await rejected.getByText(words.ballots.reasons.tampered).waitFor()
    expect(await rejected.count()).toBe(1)
    await look('damaged-ballot')
    await press(came, words.ballots.files.done)
    await sealed(1)
    await side().getByText(words.ballots.reasons.tampered).waitFor()
    await look('damaged-in-the-room')
  })

  step('refuses a sanction outside the band without a reason, and takes it with one', async () => {
    await goTo(at.outside)
    await press(side(), words.vote.cast)
    await pick(ballot(), says.verdict, says.verdicts.proven)
    await press(ballot(), says.showOutside)
    const field = ballot().getByRole('combobox', { name: startingWith(says.outside) })
    await choose(page, ballot(), says.outside, 'Pemberhentian')
    const name = await field.inputValue()
    const next = button(ballot(), says.next)
    await ballot().getByText(says.reasonMissing(20)).waitFor()
    await next.click({ force: true })
    expect(await next.getAttribute('aria-disabled')).toBe('true')
    expect(await ballot().count()).toBe(1)
    await textField(ballot(), says.opinion).fill('Terlalu pendek.')
    await ballot().getByText(says.reasonMissing(20)).waitFor()
    await look('outside-without-reason')
    // The engine does not take it either, whoever asks.
    const { agenda, members } = await meeting()
    const { caseId } = agenda[1]!
    const findings = await calls().call('findings.listByCase', { caseId })
    const sanctionId = findings.flatMap(row => row.band.sanctions).find(row => row.name === name)?.id
    const past: Input<'plenaries.castVote'> = {
      voteId: at.votes[1] as never,
      accountId: members.find(row => row.displayName === bakti.name)?.accountId as never,
      passphrase: PASSPHRASE,
      verdict: 'proven',
      sanctionId: sanctionId ?? '',
      opinion: 'Terlalu pendek.',
    }
    await expect(calls().call('plenaries.castVote', past)).rejects.toThrow('plenaries.outsideBandNeedsReason')
    expect(errorSentence('plenaries.outsideBandNeedsReason')).toMatch(/di luar rentang.*Tulis alasannya/)
    await textField(ballot(), says.opinion).fill(REASON)
    await next.click()
    // Back once more: the choice is still there.
    await press(sealing(bakti), says.back)
    expect(await field.inputValue()).toBe(name)
    await look('outside-with-reason')
    await next.click()
    await textField(sealing(bakti), says.passphrase(bakti.name)).fill(PASSPHRASE)
    await page.keyboard.press('Enter')
    await sealed(1)
  })

  step('is annulled with a reason and asked again', async () => {
    await press(side(), words.ballots.annul)
    const asking = page.getByRole('dialog', { name: startingWith('Batalkan pemungutan suara') })
    await textField(asking, words.ballots.annulReason).fill('salah')
    await press(asking, words.ballots.annul)
    await asking.getByText(errorSentence('plenaries.reasonShort')).waitFor()
    await look('annulling')
    const reason = 'Pertanyaannya dibuka untuk orang yang keliru.'
    await textField(asking, words.ballots.annulReason).fill(reason)
    await press(asking, words.ballots.annul)
    await side().getByText(words.ballots.annulled).waitFor()
    await side().getByText(words.ballots.annulledWhy(reason)).waitFor()
    await look('annulled')
    await press(side(), words.vote.open)
    await sealed(0)
    const vote = await voteOn(at.outside)
    expect(vote).toMatchObject({ state: 'open', castCount: 0 })
    expect(vote?.voteId).not.toBe(at.votes[1])
  })
})

describe('a second click', () => {
  step('makes no second ballot', async () => {
    await goTo(at.twice)
    await button(side(), words.vote.cast).dblclick()
    await fillBallot(page, bakti, { verdict: 'notProven' })
    await textField(sealing(bakti), says.passphrase(bakti.name)).fill(PASSPHRASE)
    await button(sealing(bakti), says.seal).dblclick()
    await sealing(bakti).waitFor({ state: 'detached' })
    await sealed(1)
    const own = (await voteOn(at.twice))?.ballots.find(row => row.displayName === bakti.name)
    expect(own).toMatchObject({ cast: true, replacedCount: 0 })
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  step('makes no second decision', async () => {
    await castRest(at.twice)
    await sealed(5)
    await openBallots(page, [ningsih, laksmi], { twice: true })
    const decisions = await calls().call('plenaries.decisionsOf', { respondentId: at.twice as never })
    expect(decisions).toHaveLength(1)
    await look('result-of-twice')
  })

  step('does not close the meeting unasked', async () => {
    await castRest(at.carried)
    await castRest(at.outside)
    await goTo(at.outside)
    await openBallots(page, [ningsih, laksmi], {
      scope: words.opening.case((await meeting()).agenda[1]!.caseNumber, 2),
    })
    await button(side(), words.close.action).dblclick()
    const persons = (await meeting()).agenda.flatMap(item => item.persons)
    const undecided = persons.filter(person => !person.vote?.decision).length
    await side().getByText(words.close.question(undecided)).waitFor()
    await look('closing')
    expect((await meeting()).state).toBe('open')
    await button(side(), words.close.action).dblclick()
    await page.getByRole('region', { name: words.minutes.title }).locator('canvas').first().waitFor()
    expect((await meeting()).state).toBe('closed')
    expect(pictures.faults).toEqual({})
    expect(program.problems).toEqual([])
  })
})

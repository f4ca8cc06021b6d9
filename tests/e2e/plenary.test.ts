import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { runTool } from '../../main/engine/tool/run-tool.ts'
import type { AgendaItem, Plenary } from '../../shared/contract/plenaries.ts'
import { t } from '../../shared/strings/index.ts'
import { PASSPHRASE } from '../helpers/test-engine.ts'
import { askEngine } from './harness/engine-port.ts'
import { written } from './harness/files.ts'
import { journey } from './harness/journey.ts'
import { enginePid, type Launched, launch } from './harness/launch.ts'
import {
  BALI_CASE,
  CASES,
  nameOf,
  PLENARY_PEOPLE,
  plenaryDocket,
  REPORTED_CASE,
  REPORTER,
  SEVEN,
} from './harness/plenary-docket.ts'
import { copyOfStore, preparedStore, signInAgain, unlockStore } from './harness/prepared-store.ts'
import { decideRest, engineOf } from './harness/room-calls.ts'
import { roomPictures } from './harness/room-pictures.ts'
import { button, press, startingWith, textField } from './tour/fields.ts'
import {
  agendaRow,
  answerQuestions,
  castBallot,
  enterRoom,
  fillBallot,
  openBallots,
  planMeeting,
  powerCut,
  throughMenu,
  withdraw,
} from './tour/room-steps.ts'

const words = t.plenaries
// A page of a PDF is painted a moment after its canvas is there; the picture alone depends on it.
const PAINTED_MS = 1_000
const LONG_MS = 300_000
const voters = SEVEN.map(signInName => ({ name: nameOf(signInName), passphrase: PASSPHRASE }))
const others = voters.slice(1)
const SANCTION_NAME = 'Penundaan kenaikan pangkat selama 1 tahun'

let prepared = ''
let pictures = roomPictures('plenary')
let outside = ''
let folder = ''
let program: Launched
/** Other windows of the program, so that none outlives a step that failed. */
let laptops: Launched[] = []
let audience: Page
let plenaryId = ''

beforeAll(async () => {
  prepared = (await preparedStore(plenaryDocket, { people: PLENARY_PEOPLE })).folder
}, LONG_MS)
afterAll(() => console.log(`pictures: ${pictures.folder}`))
const step = journey({
  async begin() {
    outside = mkdtempSync(path.join(tmpdir(), 'adjudikasn-plenary-files-'))
    pictures = roomPictures('plenary')
    folder = copyOfStore(prepared)
    program = await launch()
    await unlockStore(program, folder, 'bakti')
  },
  async end() {
    for (const laptop of laptops.splice(0)) await laptop.close().catch(() => undefined)
    await program?.close()
    rmSync(path.dirname(folder), { recursive: true, force: true, maxRetries: 3 })
    rmSync(outside, { recursive: true, force: true })
  },
})

const page = () => program.page
const side = () => page().getByRole('complementary', { name: words.vote.question })
const textOf = (shown: Page) => shown.evaluate(() => document.body.innerText)
const status = (place: Page, text: string) => place.getByText(text, { exact: true }).first().waitFor()
const meeting = () => engineOf(page()).call('plenaries.get', { plenaryId: plenaryId as never })
const personOf = (plenary: Plenary, n: number) => plenary.agenda[n]!.persons[0]!

/** Shows a case by its place on the agenda. */
async function goTo(n: number): Promise<AgendaItem> {
  const { agenda } = await meeting()
  const item = agenda[n]!
  await agendaRow(page(), item.persons[0]!.name).click()
  await page().getByRole('heading', { name: item.persons[0]!.name, level: 2 }).waitFor()
  return item
}

/** The program once more, on a laptop of its own. */
async function launchBeside(userData?: string): Promise<Launched> {
  const laptop = await launch(userData ? { userData } : {})
  laptops.push(laptop)
  return laptop
}

/** Goes back into the room after the program or its engine was started anew. */
async function comeBack(): Promise<void> {
  await signInAgain(program)
  await enterRoom(program, plenaryId)
}

describe('a plenary of fourteen cases with seven members', () => {
  step('is planned and opened by keyboard and mouse, with its quorum on screen', async () => {
    await page().evaluate(() => {
      location.hash = '#/sidang/baru'
    })
    await planMeeting(page(), CASES)
    await pictures.look(program, 'plan')
    await page().keyboard.press('Control+Enter')
    await page().getByRole('complementary', { name: words.attendance.title }).waitFor()
    plenaryId = (await page().evaluate(() => location.hash)).match(/sidang\/([\w-]+)/)?.[1] ?? ''
    await press(page(), words.attendance.all)
    await page()
      .getByRole('checkbox', { name: startingWith('Tirta'), checked: true })
      .waitFor()
    await pictures.look(program, 'attendance')
    await press(page(), words.attendance.open)
    await page().getByText(words.presenting.attendance(7, 7)).waitFor()
    await page().getByText(words.presenting.quorumMet).first().waitFor()
    await pictures.look(program, 'questions')
    // Fourteen rows and one more person are in reach without a scroll bar that hides half of them.
    const rows = page().getByRole('navigation', { name: words.room.agenda }).getByRole('button')
    await expect.poll(() => rows.count()).toBe(CASES + 1)
    expect((await rows.nth(CASES - 1).boundingBox())!.y).toBeLessThan(700)
  })

  step('shows the audience the public pane in a window of its own that can do nothing else', async () => {
    const opened = program.app.waitForEvent('window')
    await page().keyboard.press('u')
    audience = await opened
    await audience.getByRole('heading', { name: 'Wayan Semisal, S.Sos.' }).waitFor()
    await pictures.lookAt(audience, 'audience')
    for (const method of ['plenaries.list', 'reports.list', 'session.lock', 'plenaries.showPublicly']) {
      const answer = await askEngine(audience, { t: 'call', id: 900_001, method, input: {} })
      expect(answer).toMatchObject({ ok: false, error: { code: 'access.denied' } })
    }
    const shell = await audience.evaluate(() =>
      window.bridge.shell('lastStoreTicket', {}).then(
        () => 'answered',
        (error: Error) => error.message,
      ),
    )
    expect(shell).toContain('shell.senderRefused')
    expect(await audience.evaluate(() => typeof Reflect.get(globalThis, 'require'))).toBe('undefined')
  })

  step('follows the presenter, goes dark with a point, and never names the reporter', async () => {
    await goTo(REPORTED_CASE)
    await audience.getByRole('heading', { name: 'Agus Sekiranya' }).waitFor()
    for (const shown of [page(), audience]) {
      await expect.poll(() => textOf(shown)).toContain('grup percakapan')
      const text = await textOf(shown)
      expect(text).not.toContain('Rahasiawan')
      expect(text).not.toContain(REPORTER.contact)
    }
    await page().getByRole('region', { name: words.room.label }).focus()
    await page().keyboard.press('.')
    await page().getByText(words.presenting.display.blanked).waitFor()
    await expect.poll(async () => (await textOf(audience)).trim()).toBe('')
    await page().keyboard.press('.')
    await audience.getByRole('heading', { name: 'Agus Sekiranya' }).waitFor()
    await page().keyboard.press('ArrowRight')
    await audience.getByRole('heading', { name: 'Lestari Kalau' }).waitFor()
    await page().keyboard.press('e')
    const theatre = page().getByRole('region', { name: startingWith('Bukti perkara') })
    await theatre.locator('canvas').first().waitFor()
    await page().waitForTimeout(PAINTED_MS)
    await pictures.look(program, 'exhibits')
    await page().keyboard.press('Escape')
    await theatre.waitFor({ state: 'detached' })
  })

  step('seals seven ballots, takes a mistaken one back, and opens them together', async () => {
    await goTo(0)
    await answerQuestions(page())
    await press(side(), words.vote.open)
    for (const [n, voter] of voters.entries()) {
      const look = (step: string) => pictures.look(program, step)
      await castBallot(page(), voter, {
        verdict: 'proven',
        sanction: SANCTION_NAME,
        ...(n === 0 && { look }),
      })
      await status(page(), words.vote.sealed(n + 1, 7))
    }
    await expect.poll(() => textOf(audience)).toContain('Tersegel 7 dari 7')
    // Darma had meant the opposite; a wrong passphrase first.
    const darma = voters[3]!
    await side()
      .getByRole('button', { name: words.ballots.seatMenu(darma.name) })
      .click()
    await page().getByRole('menuitem', { name: words.ballots.replace }).click()
    await fillBallot(page(), darma, { verdict: 'notProven', opinion: 'Ajakan itu dibaca orang lain.' })
    const sealing = page().getByRole('dialog', { name: words.vote.dialog.sealTitle(darma.name) })
    await textField(sealing, words.vote.dialog.passphrase(darma.name)).fill('bukan sandinya')
    await page().keyboard.press('Enter')
    await sealing.getByRole('alert').waitFor()
    await textField(sealing, words.vote.dialog.passphrase(darma.name)).fill(PASSPHRASE)
    await page().keyboard.press('Enter')
    await sealing.waitFor({ state: 'detached' })
    await side().getByText(words.ballots.replaced(1)).waitFor()
    await pictures.look(program, 'replaced')
    await openBallots(page(), others, { look: step => pictures.look(program, `opening-${step}`) })
    await side()
      .getByText(words.vote.tally(6, 1, 0))
      .waitFor()
    await pictures.look(program, 'result')
    await expect.poll(() => textOf(audience)).toContain('6 suara terbukti')
    await pictures.lookAt(audience, 'audience-decision')
  })

  step('greys who withdrew, counts the quorum again, and tells of a tie', async () => {
    await goTo(BALI_CASE)
    await side()
      .getByText(words.vote.caseQuorum(7, 7, 4))
      .waitFor()
    await withdraw(page(), nameOf('ketut'), words.recusal.sameRegion)
    await side()
      .getByText(words.vote.caseQuorum(6, 6, 4))
      .waitFor()
    await answerQuestions(page())
    await press(side(), words.vote.open)
    for (const [n, voter] of voters.slice(0, 6).entries()) {
      const choice =
        n < 3 ? { verdict: 'proven' as const, sanction: SANCTION_NAME } : { verdict: 'notProven' as const }
      await castBallot(page(), voter, choice)
      await status(page(), words.vote.sealed(n + 1, 6))
      if (n === 2) await pictures.look(program, 'three-of-six')
    }
    await openBallots(page(), others)
    await side().getByText(words.vote.tieBroken).waitFor()
    await pictures.look(program, 'tie')
  })

  step('covers the audience when the engine dies, and shows the same case after it came back', async () => {
    process.kill(enginePid(program.app)!, 'SIGKILL')
    // The engine is gone before the page hears of it.
    await page().getByText(t.app.engineGone.title).waitFor()
    await page().getByLabel(t.session.lock.passphrase, { exact: true }).waitFor()
    await expect.poll(() => textOf(audience)).not.toContain('Nyoman')
    await pictures.lookAt(audience, 'audience-covered')
    await comeBack()
    await audience.getByRole('heading', { name: 'Nyoman Ibarat, M.Si.' }).waitFor()
  })

  step(
    'loses no sealed ballot to a power cut in mid-vote, and rejects the lost laptop’s as a second one',
    async () => {
      const lost = 4
      const item = await goTo(lost)
      await answerQuestions(page())
      await press(side(), words.vote.open)
      for (const [n, voter] of voters.slice(0, 2).entries()) {
        await castBallot(page(), voter, { verdict: 'proven', sanction: SANCTION_NAME })
        await status(page(), words.vote.sealed(n + 1, 7))
      }
      await powerCut(program)
      // Surya's laptop carries the store as it stands now.
      const copy = path.join(outside, 'laptop-surya')
      cpSync(folder, copy, { recursive: true })
      program = await launch({ userData: program.userData })
      await comeBack()
      await goTo(lost)
      await status(page(), words.vote.sealed(2, 7))

      const surya = voters[4]!
      let laptop = await launchBeside()
      await unlockStore(laptop, copy, 'surya')
      await enterRoom(laptop, plenaryId)
      await laptop.page.getByRole('heading', { name: item.persons[0]!.name, level: 2 }).waitFor()
      await castBallot(laptop.page, surya, { verdict: 'deferred' })
      await status(laptop.page, words.vote.sealed(3, 7))
      await pictures.look(laptop, 'own-laptop')
      await powerCut(laptop)

      // Its owner votes on the first laptop; so do the others.
      for (const [n, voter] of voters.slice(2).entries()) {
        await castBallot(page(), voter, { verdict: 'proven', sanction: SANCTION_NAME })
        await status(page(), words.vote.sealed(n + 3, 7))
      }

      // The lost laptop comes to life again and hands its ballot over.
      laptop = await launchBeside(laptop.userData)
      await signInAgain(laptop)
      await enterRoom(laptop, plenaryId)
      const file = path.join(outside, 'suara-surya.json')
      await throughMenu(laptop, words.ballots.files.export, file)
      await written(file)
      await laptop.close()
      laptops = []

      await throughMenu(program, words.ballots.files.import, file)
      const result = page().getByRole('dialog', { name: words.ballots.files.title })
      await result.getByText(words.ballots.files.known(2)).waitFor()
      await result.getByText(words.ballots.rejectedBallot(surya.name, item.persons[0]!.name)).waitFor()
      await result.getByText(words.ballots.reasons.duplicate).waitFor()
      await pictures.look(program, 'second-ballot')
      await press(result, words.ballots.files.done)
      await openBallots(page(), others)
      await side()
        .getByText(words.vote.tally(7, 0, 0))
        .waitFor()
      await side().getByText(words.ballots.reasons.duplicate).waitFor()
    },
  )

  step('does not wait for a member who left', async () => {
    const item = await goTo(CASES - 1)
    await answerQuestions(page())
    await press(side(), words.vote.open)
    for (const [n, voter] of voters.slice(0, 5).entries()) {
      await castBallot(page(), voter, { verdict: 'notProven' })
      await status(page(), words.vote.sealed(n + 1, 7))
    }
    const tirta = nameOf('tirta')
    await side()
      .getByRole('button', { name: words.ballots.seatMenu(tirta) })
      .click()
    await page().getByRole('menuitem', { name: words.ballots.left }).click()
    await page().getByText(words.ballots.leftQuestion(tirta)).waitFor()
    await pictures.look(program, 'leaving')
    await button(side(), words.ballots.left).last().click()
    await status(page(), words.vote.sealed(5, 6))
    await castBallot(page(), voters[6]!, { verdict: 'notProven' })
    await status(page(), words.vote.sealed(6, 6))
    expect(item.persons).toHaveLength(1)
    await openBallots(page(), others)
    await side()
      .getByText(words.vote.tally(0, 6, 0))
      .waitFor()
  })

  step('opens the sealed votes of the remaining cases in one ceremony', async () => {
    await decideRest(page(), plenaryId, n => (n === 1 ? 'deferred' : 'proven'))
    await goTo(2)
    await side().getByText(words.vote.sealed(6, 6), { exact: true }).waitFor()
    const left = (await meeting()).agenda
      .flatMap(item => item.persons)
      .filter(row => row.vote?.state === 'open')
    await openBallots(page(), others, {
      scope: words.opening.meeting(left.length),
      look: async step => (step === 'enough' ? pictures.look(program, 'opening-all') : undefined),
    })
    const after = await meeting()
    const outcomes = after.agenda.flatMap(item => item.persons.map(row => row.vote?.decision?.outcome))
    expect(outcomes.filter(Boolean)).toHaveLength(CASES + 1)
    expect(personOf(after, 1).vote?.decision?.outcome).toBe('deferred')
    await page()
      .getByText(words.presenting.decided(CASES + 1, CASES + 1))
      .waitFor()
    await pictures.look(program, 'all-decided')
  })

  step('closes with minutes that anybody can count again', async () => {
    await press(side(), words.close.action)
    await page().getByText(words.close.question(1)).waitFor()
    await pictures.look(program, 'closing')
    await press(side(), words.close.action)
    await page().getByRole('region', { name: words.minutes.title }).locator('canvas').first().waitFor()
    await page().waitForTimeout(PAINTED_MS)
    await pictures.look(program, 'minutes')
    const file = path.join(outside, 'hitung-ulang.json')
    await throughMenu(program, words.ballots.files.recount, file)
    await written(file)
    const tool = await runTool({
      args: ['recount', file, '--json'],
      readInput: async () => '',
      now: new Date(),
    })
    const report = JSON.parse(tool.output)
    expect(tool.exitCode).toBe(0)
    expect(report.outcome).toBe('same')
    expect(report.votes).toHaveLength(CASES + 1)
  })

  step('takes the audience’s window away with the lock, and leaves no fault behind', async () => {
    if (audience.isClosed()) {
      const opened = program.app.waitForEvent('window')
      await page()
        .getByRole('button', { name: startingWith(words.presenting.keys.display) })
        .click()
      audience = await opened
    }
    const away = audience.waitForEvent('close')
    await page().keyboard.press('Control+l')
    await away
    await page().getByLabel(t.session.lock.passphrase, { exact: true }).waitFor()
    await expect.poll(() => program.app.windows().length).toBe(1)
    expect(pictures.faults).toEqual({})
    expect(program.problems).toEqual([])
  })
})

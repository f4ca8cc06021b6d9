import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Verdict } from '../../../shared/contract/plenaries.ts'
import { t } from '../../../shared/strings/index.ts'
import { answerDialog } from '../harness/files.ts'
import { focusIn } from '../harness/focus.ts'
import { enginePid, type Launched } from '../harness/launch.ts'
import { button, choose, labelled, pick, press, startingWith, textField, type } from './fields.ts'

const words = t.plenaries
const prompts = words.presenting.prompts
const LOOK_MS = 50
const STAYS = 'Ditugaskan memimpin pemeriksaan; tanpa kepentingan pribadi.'

export type Voter = { name: string; passphrase: string }
export type Choice = {
  verdict: Verdict
  sanction?: string
  moral?: string
  opinion?: string
  /** Called while the choice is on screen, and while the passphrase is. */
  look?: (step: 'choosing' | 'sealing') => Promise<void>
}

const side = (page: Page) => page.getByRole('complementary', { name: words.vote.question })

/** The row of a person's case on the agenda of the room. */
export const agendaRow = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: words.room.agenda })
    .getByRole('button', { name: new RegExp(name.replace(/[.*+?()]/g, '\\$&')) })

/** Chooses all ready cases, moves the last one by keyboard a step up and down again, and names the place. */
export async function planMeeting(page: Page, cases: number): Promise<void> {
  const boxes = page.getByRole('checkbox', { name: startingWith('Perkara') })
  await expect.poll(() => boxes.count()).toBe(cases)
  await press(page, words.plan.chooseAll(cases))
  const order = page.getByRole('region', { name: words.plan.order }).getByRole('listitem')
  const last = String(cases).padStart(4, '0')
  await order.nth(cases - 1).waitFor()
  await order.last().focus()
  await focusIn(order.last())
  await page.keyboard.press('Alt+ArrowUp')
  await order
    .nth(cases - 2)
    .getByText(last)
    .waitFor()
  await page.keyboard.press('Alt+ArrowDown')
  await order
    .nth(cases - 1)
    .getByText(last)
    .waitFor()
  await type(page, words.plan.place, 'Ballroom Hotel Contoh')
}

/** A member withdraws, as the question on screen suggests. */
export async function withdraw(page: Page, name: string, reason: string): Promise<void> {
  await button(page, prompts.recuseOf(name)).first().click()
  const dialog = page.getByRole('dialog', { name: words.recusal.title })
  await textField(dialog, words.recusal.reason).fill(reason)
  await press(dialog, words.recusal.submit)
  await page.getByText(words.recusal.recused(name, reason)).waitFor()
}

/** Answers every question that is still open for the case on screen: nobody is related, everybody stays. */
export async function answerQuestions(page: Page): Promise<void> {
  const stay = button(side(page), words.presenting.prompts.stay)
  const related = button(side(page), prompts.noKinship)
  const done = page.getByText(prompts.allAnswered)
  await stay.or(related).or(done).first().waitFor()
  if (await related.isVisible()) {
    await related.click()
    await related.waitFor({ state: 'detached' })
  }
  while (!(await done.isVisible())) {
    const left = await stay.count()
    await stay.first().click()
    const box = side(page).getByRole('textbox').first()
    await box.fill(STAYS)
    await side(page).getByRole('button', { name: prompts.save, exact: true }).click()
    await box.waitFor({ state: 'detached' })
    if (left > 1) await stay.first().waitFor()
    else await done.waitFor()
  }
}

/** One ballot: the choice, then the seal with the voter's own passphrase. */
export async function castBallot(page: Page, voter: Voter, choice: Choice): Promise<void> {
  const says = words.vote.dialog
  await press(side(page), words.vote.cast)
  await fillBallot(page, voter, choice)
  const sealing = page.getByRole('dialog', { name: says.sealTitle(voter.name) })
  await textField(sealing, says.passphrase(voter.name)).fill(voter.passphrase)
  await choice.look?.('sealing')
  await press(sealing, says.seal)
  await sealing.waitFor({ state: 'detached' })
}

/** Fills in the ballot that is open and goes on to its seal. */
export async function fillBallot(page: Page, voter: Voter, choice: Choice): Promise<void> {
  const says = words.vote.dialog
  const ballot = page.getByRole('dialog', { name: startingWith('Suara untuk') })
  const member = ballot.getByRole('combobox', { name: labelled(says.member) })
  if ((await member.inputValue()) !== voter.name) await choose(page, ballot, says.member, voter.name)
  await pick(ballot, says.verdict, says.verdicts[choice.verdict])
  if (choice.moral) await choose(page, ballot, says.moral, choice.moral)
  if (choice.sanction) await pick(ballot, says.sanction, choice.sanction)
  if (choice.opinion) await textField(ballot, says.opinion).fill(choice.opinion)
  await choice.look?.('choosing')
  await press(ballot, says.next)
}

/** The ceremony: holders come forward until there are enough, then the ballots are opened together. */
export async function openBallots(
  page: Page,
  openers: readonly Voter[],
  options: { scope?: string; twice?: boolean; look?: (step: 'begun' | 'enough') => Promise<void> } = {},
): Promise<void> {
  const says = words.opening
  await press(side(page), says.action)
  const dialog = page.getByRole('dialog', { name: says.title })
  await dialog.waitFor()
  if (options.scope) await pick(dialog, says.scope, options.scope)
  await options.look?.('begun')
  const enough = dialog.getByText(says.enough)
  for (const opener of openers) {
    if (await enough.isVisible()) break
    await choose(page, dialog, says.member, opener.name)
    await textField(dialog, says.passphrase(opener.name)).fill(opener.passphrase)
    await press(dialog, says.add)
    await dialog.getByRole('list', { name: says.openers }).getByText(opener.name).waitFor()
  }
  await enough.waitFor()
  await options.look?.('enough')
  await dialog
    .getByRole('button', { name: says.open, exact: true })
    .click({ clickCount: options.twice ? 2 : 1 })
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('list', { name: words.vote.ballots, exact: true }).waitFor()
}

/** A step of the room's menu that asks for a file; the dialog answers with this one. */
export async function throughMenu({ app, page }: Launched, step: string, file: string): Promise<void> {
  await answerDialog(app, [file])
  await page.getByRole('button', { name: words.presenting.more }).click()
  await page.getByRole('menuitem', { name: step }).click()
}

/** Goes into the room of a meeting. An engine that died leaves the address as it was, the person on screen included. */
export async function enterRoom({ page }: Launched, plenaryId: string): Promise<void> {
  await page.evaluate(id => {
    if (!location.hash.includes(id)) location.hash = `#/sidang/${id}`
  }, plenaryId)
  await page.getByRole('navigation', { name: words.room.agenda }).waitFor()
}

/** Kills the whole program, and comes back when it is gone, its engine with it. */
export async function powerCut({ app, kill }: Launched): Promise<void> {
  const engine = enginePid(app)
  const gone = new Promise(resolve => app.process().once('exit', resolve))
  kill()
  await gone
  while (engine !== null && existsSync(`/proc/${engine}/exe`)) {
    await new Promise(resolve => setTimeout(resolve, LOOK_MS))
  }
}

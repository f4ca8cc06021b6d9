import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { t } from '../../shared/strings/index.ts'
import { reportInput } from '../helpers/build-case.ts'
import { PASSPHRASE } from '../helpers/test-engine.ts'
import { answerDialog } from './harness/files.ts'
import { type Launched, launch } from './harness/launch.ts'
import { preparedStore } from './harness/prepared-store.ts'
import { button, labelled, startingWith } from './tour/fields.ts'

const MOST_TABS = 120
const words = t.reports.form
let program: Launched
let page: Page

beforeAll(async () => {
  const { folder } = await preparedStore(async engine => {
    await engine.as('rina')
    for (const place of ['Balai Desa Andaian', 'Lapangan Umpama']) {
      await engine.call('reports.register', reportInput(2, { place }))
    }
  })
  program = await launch()
  page = program.page
  page.setDefaultTimeout(15_000)
  await answerDialog(program.app, [folder])
})
afterAll(() => program.close())

const focused = (target: Locator) => target.evaluate(element => element === document.activeElement)

/** Presses Tab until the element has the focus, as somebody without a mouse does. */
async function tabTo(target: Locator): Promise<void> {
  await target.waitFor()
  for (let n = 0; n < MOST_TABS; n++) {
    if (await focused(target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`not reached with Tab: ${target}`)
}

async function typeInto(label: string, text: string, place: Page | Locator = page): Promise<void> {
  const field = place.getByRole('textbox', { name: labelled(label) })
  await tabTo(field)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

/** Opens a list of choices with an arrow, types to find when it lets one, and takes the marked choice. */
async function chooseIn(label: string, steps: number, place: Page | Locator = page): Promise<void> {
  await tabTo(place.getByRole('combobox', { name: labelled(label) }))
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option').first().waitFor()
  for (let n = 0; n < steps; n++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('option').first().waitFor({ state: 'hidden' })
}

const rows = () => page.getByRole('row').filter({ has: page.getByRole('gridcell') })
const activeRow = () => page.locator('[role="row"][aria-selected="true"]')
/** What a row is about; the other cells give way when the inspector opens beside the list. */
const numberOf = (row: Locator) => row.getByRole('gridcell').first().innerText()

describe('with the keyboard alone', () => {
  it('opens the store and unlocks it', async () => {
    await tabTo(page.getByRole('button', { name: startingWith(t.session.start.open) }))
    await page.keyboard.press('Enter')
    await typeInto(t.session.lock.signInName, 'rina')
    await typeInto(t.session.lock.passphrase, PASSPHRASE)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation', { name: t.app.rail.label }).waitFor()
  })

  it('goes to a part of the program by the palette', async () => {
    await page.keyboard.press('Control+k')
    const field = page.getByPlaceholder(t.app.palette.placeholder)
    await field.waitFor()
    expect(await focused(field)).toBe(true)
    await page.keyboard.type(t.app.palette.open(t.app.rail.reports))
    await page.getByRole('dialog').getByText(t.app.palette.open(t.app.rail.reports)).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => rows().count()).toBe(2)
  })

  it('walks the list with J and K and opens a row with Enter', async () => {
    await activeRow().waitFor()
    const first = await numberOf(rows().nth(0))
    const second = await numberOf(rows().nth(1))
    expect(await numberOf(activeRow())).toBe(first)
    await page.keyboard.press('j')
    await expect.poll(() => numberOf(activeRow())).toBe(second)
    await page.keyboard.press('k')
    await expect.poll(() => numberOf(activeRow())).toBe(first)
    await page.keyboard.press('Enter')
    await button(page, t.reports.detail.openCase).waitFor()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(() => rows().count()).toBe(2)
  })

  it('fills a new report field by field and registers it with Ctrl+Enter', async () => {
    await page.keyboard.press('Control+n')
    await page.getByRole('heading', { name: words.source }).waitFor()
    await typeInto(words.receivedOn, '20-10-2020')
    await page.keyboard.press('Escape')
    await typeInto(words.senderOffice, 'Pengawas Pemilihan Kabupaten Contoh')
    await typeInto(words.nip, '19861005 201001 1 991')
    await typeInto(words.name, 'Papan Tiksari')
    await typeInto(words.position, 'Camat Papan Tik')
    await typeInto(words.agencyName, 'Pemerintah Kabupaten Contoh')
    await chooseIn(words.violationForm, 1)
    await typeInto(words.actOn, '14-10-2020')
    await page.keyboard.press('Escape')
    await typeInto(words.place, 'Kantor Camat')
    await typeInto(words.narrative, 'Diketik tanpa tetikus.')
    await page.keyboard.press('Control+Enter')
    await button(page, t.reports.detail.openCase).waitFor()
    await page.getByText('Papan Tiksari').first().waitFor()
  })

  it('returns to the list by its number, and locks with Ctrl+L', async () => {
    await page.keyboard.press('Control+2')
    await expect.poll(() => rows().count()).toBe(3)
    await page.keyboard.press('Control+l')
    await button(page, t.session.lock.unlock).waitFor()
    await expect.poll(() => page.getByText('Papan Tiksari').count()).toBe(0)
    expect(program.problems).toEqual([])
  })
})

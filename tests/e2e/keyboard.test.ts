import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect } from 'vitest'
import { t } from '../../shared/strings/index.ts'
import { reportInput } from '../helpers/build-case.ts'
import { PASSPHRASE } from '../helpers/test-engine.ts'
import { byKeyboard } from './harness/by-keyboard.ts'
import { answerDialog } from './harness/files.ts'
import { focusIn } from './harness/focus.ts'
import { journey } from './harness/journey.ts'
import { type Launched, launch } from './harness/launch.ts'
import { copyOfStore, preparedStore } from './harness/prepared-store.ts'
import { button, startingWith } from './tour/fields.ts'

const words = t.reports.form
let prepared: string
let program: Launched
let page: Page
let keys: ReturnType<typeof byKeyboard>

beforeAll(async () => {
  const made = await preparedStore(async engine => {
    await engine.as('rina')
    for (const place of ['Balai Desa Andaian', 'Lapangan Umpama']) {
      await engine.call('reports.register', reportInput(2, { place }))
    }
  })
  prepared = made.folder
}, 300_000)
const step = journey({
  async begin() {
    program = await launch()
    page = program.page
    keys = byKeyboard(page)
    await answerDialog(program.app, [copyOfStore(prepared)])
  },
  end: () => program?.close(),
})

const rows = () => page.getByRole('row').filter({ has: page.getByRole('gridcell') })
const activeRow = () => page.locator('[role="row"][aria-selected="true"]')
/** What a row is about; the other cells give way when the inspector opens beside the list. */
const numberOf = (row: Locator) => row.getByRole('gridcell').first().innerText()

describe('with the keyboard alone', () => {
  step('opens the store and unlocks it', async () => {
    await keys.tabTo(page.getByRole('button', { name: startingWith(t.session.start.open) }))
    await page.keyboard.press('Enter')
    await keys.typeInto(t.session.lock.signInName, 'rina')
    await keys.typeInto(t.session.lock.passphrase, PASSPHRASE)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation', { name: t.app.rail.label }).waitFor()
  })

  step('goes to a part of the program by the palette', async () => {
    await page.keyboard.press('Control+k')
    const field = page.getByPlaceholder(t.app.palette.placeholder)
    await focusIn(field)
    await page.keyboard.type(t.app.palette.open(t.app.rail.reports))
    await page.getByRole('dialog').getByText(t.app.palette.open(t.app.rail.reports)).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => rows().count()).toBe(2)
  })

  step('walks the list with J and K and opens a row with Enter', async () => {
    await activeRow().waitFor()
    const first = await numberOf(rows().nth(0))
    const second = await numberOf(rows().nth(1))
    await expect.poll(() => numberOf(activeRow())).toBe(first)
    await page.keyboard.press('j')
    await expect.poll(() => numberOf(activeRow())).toBe(second)
    await page.keyboard.press('k')
    await expect.poll(() => numberOf(activeRow())).toBe(first)
    await page.keyboard.press('Enter')
    await button(page, t.reports.detail.openCase).waitFor()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(() => rows().count()).toBe(2)
  })

  step('fills a new report field by field and registers it with Ctrl+Enter', async () => {
    await page.keyboard.press('Control+n')
    await page.getByRole('heading', { name: words.source }).waitFor()
    await keys.typeInto(words.receivedOn, '20-10-2020')
    await page.keyboard.press('Escape')
    await keys.typeInto(words.senderOffice, 'Pengawas Pemilihan Kabupaten Contoh')
    await keys.typeInto(words.nip, '19861005 201001 1 991')
    await keys.typeInto(words.name, 'Papan Tiksari')
    await keys.typeInto(words.position, 'Camat Papan Tik')
    await keys.typeInto(words.agencyName, 'Pemerintah Kabupaten Contoh')
    await keys.chooseIn(words.violationForm, 1)
    await keys.typeInto(words.actOn, '14-10-2020')
    await page.keyboard.press('Escape')
    await keys.typeInto(words.place, 'Kantor Camat')
    await keys.typeInto(words.narrative, 'Diketik tanpa tetikus.')
    await page.keyboard.press('Control+Enter')
    await button(page, t.reports.detail.openCase).waitFor()
    await page.getByText('Papan Tiksari').first().waitFor()
  })

  step('returns to the list by its number, and locks with Ctrl+L', async () => {
    await page.keyboard.press('Control+2')
    await expect.poll(() => rows().count()).toBe(3)
    await page.keyboard.press('Control+l')
    await button(page, t.session.lock.unlock).waitFor()
    await expect.poll(() => page.getByText('Papan Tiksari').count()).toBe(0)
    expect(program.problems).toEqual([])
  })
})

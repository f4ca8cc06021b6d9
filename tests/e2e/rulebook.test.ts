import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect } from 'vitest'
import { t } from '../../shared/strings/index.ts'
import { buildCase, type CaseFile } from '../helpers/build-case.ts'
import { AFTERWARDS, readyCase } from '../helpers/decide-case.ts'
import { accessibilityFaults } from './harness/axe.ts'
import { journey } from './harness/journey.ts'
import { type Launched, launch, resize } from './harness/launch.ts'
import { copyOfStore, lockStore, preparedStore, signIn, unlockStore } from './harness/prepared-store.ts'
import { screenshot } from './harness/screenshot.ts'
import { typeDate } from './tour/fields.ts'

const words = t.cases.rulebook
/** Pictures of each state go here when the variable names a folder. */
const pictures = process.env.ADJUDIKASN_PICTURES ?? path.join(os.tmpdir(), 'adjudikasn-rulebook')

let prepared: string
let open: CaseFile
let ready: CaseFile
let program: Launched
let page: Page

beforeAll(async () => {
  const made = await preparedStore(async engine => {
    engine.setClock(AFTERWARDS)
    ready = await readyCase(engine, 2)
    engine.setClock('2022-03-01T02:00:00Z')
    open = await buildCase(engine, 3, {
      actOn: '2021-08-10',
      receivedOn: '2021-10-01',
      senderLetterOn: '2021-10-01',
    } as never)
  })
  prepared = made.folder
}, 300_000)
const step = journey({
  async begin() {
    program = await launch({ size: { width: 1366, height: 768 } })
    page = program.page
    await unlockStore(program, copyOfStore(prepared), 'rina')
  },
  end: () => program?.close(),
})

async function go(address: string): Promise<void> {
  await page.evaluate(to => {
    location.hash = `#${to}`
  }, address)
}

async function as(name: string): Promise<void> {
  await lockStore(program)
  const change = page.getByRole('button', { name: t.session.lock.change })
  if (await change.isVisible()) await change.click()
  await signIn({ page }, name)
}

/** The same state on both screens and in both themes, without an accessibility fault in either. */
async function look(name: string): Promise<void> {
  for (const [theme, width, height] of [
    ['light', 1366, 768],
    ['dark', 1366, 768],
    ['light', 1920, 1080],
    ['dark', 1920, 1080],
  ] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await resize(program.app, { width, height })
    await screenshot(page, path.join(pictures, `${name}-${theme}-${width}.png`))
    if (width === 1366) expect(await accessibilityFaults(page), `${name} ${theme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await resize(program.app, { width: 1366, height: 768 })
}

const section = (n: number) =>
  page.getByRole('region', { name: words.chipFor(words.title, open.respondents[n]!.name) })

describe('the rulebook of each person in the window', () => {
  step('says in words that a choice is open, and leaves it to a commissioner', async () => {
    await go(`/perkara/${open.id}`)
    const chip = page.getByRole('button', { name: /belum dipilih/ })
    await chip.waitFor()
    await section(0).getByText(words.undecided).waitFor()
    await section(0).getByText(words.choice.onlyDeciders).waitFor()
    await section(0).getByRole('listitem').filter({ hasText: 'Lebih berat' }).first().waitFor()
    await expect.poll(() => page.getByRole('button', { name: words.choice.choose }).count()).toBe(0)
    await section(0).scrollIntoViewIfNeeded()
    await look('belum-dipilih')
  })

  step('notes the dates of one person, who then differs from the others', async () => {
    await section(2).getByRole('button', { name: words.dates.change }).click()
    const dialog = page.getByRole('dialog')
    await typeDate(dialog, words.dates.examinedOn, '15-08-2021')
    await typeDate(dialog, words.dates.decidedOn, '14-08-2021')
    await dialog.getByRole('button', { name: words.dates.save }).click()
    await dialog.getByText(/mendahului/).waitFor()
    await typeDate(dialog, words.dates.decidedOn, '20-08-2021')
    await look('tanggal')
    await dialog.getByRole('button', { name: words.dates.save }).click()
    await dialog.waitFor({ state: 'hidden' })
    await section(2).getByText('20 Agustus 2021').first().waitFor()
    await expect.poll(() => page.getByRole('button', { name: /PP (53|94).* · Orang/ }).count()).toBe(2)
    await go(`/perkara/${open.id}/orang`)
    await page.getByRole('heading', { name: /^3\. / }).waitFor()
    await look('orang')
  })

  step('is chosen by a commissioner with a reason, for all who stand before the same question', async () => {
    await as('laksmi')
    await go(`/perkara/${open.id}`)
    await section(0).getByRole('button', { name: words.choice.choose }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: /PP 53\/2010/ }).check({ force: true })
    await dialog.getByLabel(words.choice.reason).fill('Terlalu singkat')
    await dialog.getByRole('button', { name: words.choice.submit }).click()
    await dialog.getByText(/20 karakter\.$/).waitFor()
    await dialog
      .getByLabel(words.choice.reason)
      .fill('Perbuatan selesai ketika PP 53/2010 masih berlaku, dan aturan itu lebih ringan bagi terlapor.')
    await dialog.getByRole('checkbox', { name: /yang sama untuk/ }).check()
    await look('memilih')
    await dialog.getByRole('button', { name: words.choice.submit }).click()
    await dialog.waitFor({ state: 'hidden' })
    await section(1)
      .getByText(/Dipilih Laksmi Andaiani/)
      .waitFor()
    await section(0).scrollIntoViewIfNeeded()
    await expect.poll(() => page.getByRole('button', { name: /belum dipilih/ }).count()).toBe(0)
    await look('sudah-dipilih')
  })

  step('shows what the other rulebook says by one key on every tab', async () => {
    for (const tab of ['', '/orang', '/bukti', '/unsur', '/sidang', '/surat', '/tindak-lanjut', '/riwayat']) {
      await go(`/perkara/${ready.id}${tab}`)
      await page.getByRole('navigation', { name: t.cases.tabs.label }).waitFor()
      await page
        .getByRole('button', { name: /PP 53\/2010/ })
        .first()
        .waitFor()
      await page.keyboard.press('Alt+r')
      const dialog = page.getByRole('dialog', { name: words.compare.title })
      await dialog.getByRole('table').first().waitFor()
      await dialog.getByText(words.compare.effect.heavier).first().waitFor()
      if (tab === '/unsur') await look('buku-aturan-lain')
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
    }
    await page.keyboard.press('F1')
    const sheet = page.getByRole('dialog', { name: t.app.keys.title })
    await sheet.getByText(words.compare.key).waitFor()
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder(t.app.palette.placeholder).fill(words.compare.command)
    await page.getByRole('dialog').getByText(words.compare.command, { exact: true }).waitFor()
    await page.keyboard.press('Enter')
    const compared = page.getByRole('dialog', { name: words.compare.title })
    await compared.waitFor()
    await page.keyboard.press('Escape')
    await compared.waitFor({ state: 'hidden' })
    await go(`/perkara/${open.id}`)
    await section(0).waitFor()
    await page.keyboard.press('Alt+r')
    await page
      .getByText(/^Belum ada temuan; ini anjuran/)
      .first()
      .waitFor()
    await look('belum-ada-temuan')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  step('is read-only, with the reason, for a commissioner who does not work on the case', async () => {
    await as('surya')
    await go(`/perkara/${open.id}`)
    await section(0).waitFor()
    await section(0)
      .getByText(t.cases.reasons['access.notAssigned'] ?? '')
      .first()
      .waitFor()
    await section(0).scrollIntoViewIfNeeded()
    await look('hanya-baca')
    expect(program.problems).toEqual([])
  })
})

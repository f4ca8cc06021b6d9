import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { t } from '../../shared/strings/index.ts'
import { buildCase } from '../helpers/build-case.ts'
import { accessibilityFaults } from './harness/axe.ts'
import { type Launched, launch } from './harness/launch.ts'
import { preparedStore, unlockStore } from './harness/prepared-store.ts'

const words = t.app.palette
let program: Launched
let page: Page
let caseNumber: string

beforeAll(async () => {
  const { folder, filled } = await preparedStore(engine => buildCase(engine, 1))
  caseNumber = filled.registerNumber
  program = await launch()
  page = program.page
  page.setDefaultTimeout(15_000)
  await unlockStore(program, folder, 'rina')
})
afterAll(() => program?.close())

const dialog = () => page.getByRole('dialog')
const first = () => dialog().locator('[data-action]').first()
const marked = () => dialog().locator('[data-action][data-selected]')

/** Opens the palette and types; the field takes the keys at once. */
async function type(text: string): Promise<void> {
  await isClosed()
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder(words.placeholder).waitFor()
  await page.keyboard.type(text)
}

async function isClosed(): Promise<void> {
  await dialog().waitFor({ state: 'hidden' })
}

const address = () => page.evaluate(() => decodeURIComponent(location.hash.slice(1)))

describe('the palette finds', () => {
  it('a provision by its citation, and opens it with Enter', async () => {
    await type('pp 94 2021 5 n')
    await first().getByText('PP 94/2021 Pasal 5 huruf n angka 1').waitFor()
    await expect.poll(() => marked().count()).toBe(1)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText(t.law.provision.elements).waitFor()
    await expect.poll(() => address()).toBe('/hukum/pp94-2021/5/n/2')
  })

  it('what was typed last, when Enter comes before the answer', async () => {
    await type('pasal 4 angka 15 huruf d')
    await page.keyboard.press('Enter')
    await expect.poll(address).toBe('/hukum/pp53-2010/4/15/d')
    await isClosed()
  })

  it('a regulation by its number, and a provision by words of its text', async () => {
    await type('53/2010')
    await first().getByText('PP 53/2010').first().waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(address).toBe('/hukum?bagian=peraturan&baris=pp53-2010')
    await type('mengerahkan PNS')
    await dialog().getByText('PP 94/2021 Pasal 5 huruf n angka 3').waitFor()
    await page.keyboard.press('Escape')
    await isClosed()
  })

  it('cases and people above the law', async () => {
    await type(caseNumber)
    await first().getByText(caseNumber).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(address).toMatch(/^\/perkara\/[^/]+$/)
    await type('orang')
    await dialog()
      .locator('[data-action]')
      .filter({ hasText: /Pasal \d/ })
      .first()
      .waitFor()
    await expect.poll(() => first().innerText()).toContain('Orang Umpama A')
    await page.keyboard.press('Escape')
    await type('198609262015051001')
    await first().getByText('Orang Umpama A').waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(address).toMatch(/^\/pegawai\//)
  })

  it('a command above everything where its words were typed', async () => {
    await type('buka hukum')
    await first().getByText(words.open(t.app.rail.law)).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(address).toBe('/hukum')
    await type('zzzz')
    await dialog().getByText(words.nothing).waitFor()
    await page.keyboard.press('Escape')
    await isClosed()
    expect(program.problems).toEqual([])
  })
})

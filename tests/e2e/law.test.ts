import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorSentence, t } from '../../shared/strings/index.ts'
import { still } from './harness/at-rest.ts'
import { accessibilityFaults } from './harness/axe.ts'
import { answerDialog } from './harness/files.ts'
import { focusIn } from './harness/focus.ts'
import { type Launched, launch } from './harness/launch.ts'
import { preparedStore, unlockStore } from './harness/prepared-store.ts'

const words = t.law
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'adjudikasn-law-'))
const shipped = path.join(import.meta.dirname, '../../resources/law/law-pack.json')
const { version } = JSON.parse(fs.readFileSync(shipped, 'utf8')) as { version: string }
let program: Launched
let page: Page

beforeAll(async () => {
  const store = await preparedStore(async () => undefined)
  program = await launch({ theme: 'light', size: { width: 1366, height: 768 } })
  page = program.page
  await unlockStore(program, store.folder, 'sari')
})
afterAll(async () => {
  await program?.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

/** A file to choose, made of the shipped pack with one change. */
function packFile(name: string, change: (text: string) => string): string {
  const file = path.join(folder, name)
  fs.writeFileSync(file, change(fs.readFileSync(shipped, 'utf8')))
  return file
}

const grid = () => page.getByRole('treegrid')
const find = () => page.getByRole('textbox', { name: words.find })

describe('the law', () => {
  it('is read with the keyboard alone: number, list, provision, neighbour, back', async () => {
    await page.getByRole('navigation', { name: t.app.rail.label }).waitFor()
    // Second in the rail of the secretariat, after Pekerjaan.
    await page.keyboard.press('Control+2')
    await grid().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.getByRole('button', { name: words.provision.open }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText(words.provision.elements).waitFor()
    const first = await page.getByRole('heading', { level: 1 }).textContent()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.keyboard.press('j')
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).not.toBe(first)
    await page.keyboard.press('Escape')
    await grid().waitFor()
  })

  it('opens one provision by its address, with its chain and where it came from', async () => {
    await openAddress('/hukum/pp94-2021%2F5%2Fn%2F6')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByText('Pasal 5 huruf n angka 6 jo. Pasal 14', { exact: false }).first().waitFor()
    await page.getByRole('link', { name: 'PP 53/2010 Pasal 4 angka 15 huruf d' }).click()
    await page.getByText('Pasal 4 angka 15 huruf d jo. Pasal 12 angka 9', { exact: true }).waitFor()
    await openAddress('/hukum/tidak-ada')
    await page.getByText(words.empty.unknown).waitFor()
  })

  it('finds words with any affix, and opens what was found in its place', async () => {
    await openAddress('/hukum')
    await grid().waitFor()
    await page.keyboard.press('Control+f')
    await focusIn(find())
    await page.keyboard.type('menyimak')
    await page.getByRole('treegrid', { name: words.search.title }).waitFor()
    const hit = page.getByText('Hadir menyimak kampanye tanpa atribut')
    await hit.first().waitFor()
    await still(page)
    await hit.first().dblclick()
    await page.getByRole('tab', { name: words.tabs.bentuk, selected: true }).waitFor()
    await page.getByRole('heading', { name: 'Hadir menyimak kampanye tanpa atribut' }).waitFor()
    await page.keyboard.press('Control+f')
    await focusIn(find())
    await page.keyboard.type('zzzz')
    await page.getByText(words.search.none('zzzz')).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => find().inputValue()).toBe('')
    await focusIn(find())
    await page.keyboard.type('angka 15 huruf d')
    const found = page.getByText('PP 53/2010 Pasal 4 angka 15 huruf d')
    await found.first().waitFor()
    await still(page)
    await found.first().dblclick()
    await page.getByText(words.provision.elements).waitFor()
    // The way back leads to what was found.
    await page.keyboard.press('Alt+ArrowLeft')
    await page.getByRole('treegrid', { name: words.search.title }).waitFor()
    await expect.poll(() => find().inputValue()).toBe('angka 15 huruf d')
  })

  it('shows every part without a fault of accessibility', async () => {
    for (const section of [
      'peraturan',
      'hukuman',
      'bentuk',
      'perbarengan',
      'prosedur',
      'pemilihan',
      'aturan',
      'peringatan',
    ]) {
      await openAddress(`/hukum?bagian=${section}`)
      await page.getByRole('tab', { name: words.tabs[section as 'aturan'], selected: true }).waitFor()
      expect(await accessibilityFaults(page), section).toEqual([])
    }
  })
})

describe('the packs in the settings', () => {
  it('names the line for which a pack is refused, and keeps what there was', async () => {
    await openAddress('/pengaturan?bagian=law')
    await page.getByText(words.packs.newest).first().waitFor()
    const broken = packFile('rusak.json', text =>
      text.replace('"regulation": "pp53-2010"', '"regulation": "pp99-2099"'),
    )
    const line =
      fs
        .readFileSync(broken, 'utf8')
        .split('\n')
        .findIndex(row => row.includes('pp99-2099')) + 1
    const facts = { file: 'rusak.json', reason: 'reference', line, at: '', id: 'pp99-2099' }
    await chooseFile(broken)
    await page.getByText(errorSentence('law.packInvalid', facts)).waitFor()
    expect(errorSentence('law.packInvalid', facts)).toContain(`baris ${line}`)
    expect(await accessibilityFaults(page)).toEqual([])

    await chooseFile(packFile('sama.json', text => text))
    await page.getByText(errorSentence('law.packKnown', { version })).waitFor()
    await page.getByRole('row').filter({ hasText: version }).first().waitFor()
    expect(program.problems).toEqual([])
  })
})

async function chooseFile(file: string): Promise<void> {
  await answerDialog(program.app, [file])
  await page.getByRole('button', { name: words.packs.add }).click()
}

async function openAddress(address: string): Promise<void> {
  await page.evaluate(to => {
    location.hash = `#${to}`
  }, address)
}

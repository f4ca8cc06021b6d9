import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { t } from '../../shared/strings/index.ts'
import { buildCase, proveFinding } from '../helpers/build-case.ts'
import { accessibilityFaults } from './harness/axe.ts'
import { type Launched, launch } from './harness/launch.ts'
import { preparedStore, unlockStore } from './harness/prepared-store.ts'
import { screenshot } from './harness/screenshot.ts'

const words = t.cases.rulebook.officials
const pictures = process.env.ADJUDIKASN_PICTURES ?? path.join(os.tmpdir(), 'adjudikasn-officials')
const HOME = 'Pemerintah Provinsi Contoh Raya'
let program: Launched
let page: Page
let caseId: string
let name: string

beforeAll(async () => {
  const { folder, filled } = await preparedStore(async engine => {
    const file = await buildCase(engine, 1)
    await proveFinding(engine, file)
    return file
  })
  caseId = filled.id
  name = filled.respondents[0]!.name
  program = await launch({ size: { width: 1366, height: 768 } })
  page = program.page
  page.setDefaultTimeout(15_000)
  await unlockStore(program, folder, 'rina')
})
afterAll(() => program?.close())

const dialog = () => page.getByRole('dialog', { name: words.dialog(name) })

async function openAddress(address: string): Promise<void> {
  await page.evaluate(to => {
    location.hash = `#${to}`
  }, address)
}

describe('the officials of a person', () => {
  it('are noted on the case beside the dates; what is wrong is said and the form stays', async () => {
    await openAddress(`/perkara/${caseId}`)
    await page.getByRole('button', { name: words.changeFor(name) }).click()
    await dialog().getByRole('checkbox', { name: words.seconded }).check()
    await dialog().getByRole('textbox', { name: words.agencyName }).fill(HOME)
    await dialog().getByRole('checkbox', { name: words.didNotSanction }).check()
    await dialog().getByRole('textbox', { name: words.post }).fill('Kepala Dinas Umpama')
    await dialog()
      .getByRole('textbox', { name: words.note })
      .fill('Surat Inspektorat tanggal 2 November 2020.')
    await dialog().getByRole('button', { name: words.save }).click()
    // A region without its province.
    await dialog().getByRole('alert').waitFor()
    await expect.poll(() => dialog().getByRole('textbox', { name: words.agencyName }).inputValue()).toBe(HOME)
    await dialog().getByRole('combobox', { name: words.province }).click()
    await page.getByRole('option').first().click()
    expect(await accessibilityFaults(page)).toEqual([])
    await screenshot(page, path.join(pictures, 'officials-dialog.png'))
    await dialog().getByRole('button', { name: words.save }).click()
    await dialog().waitFor({ state: 'hidden' })
    await page.getByText(HOME).first().waitFor()
    await page.getByText('Kepala Dinas Umpama').first().waitFor()
    await screenshot(page, path.join(pictures, 'officials-case.png'))
  })

  it('stand in the reasoning of the proposal with their rules', async () => {
    await openAddress(`/perkara/${caseId}/unsur`)
    const cell = page.getByRole('gridcell').first()
    await cell.waitFor()
    await cell.click()
    await page.keyboard.press('u')
    await page.getByRole('heading', { name: t.findings.proposal.trace }).waitFor()
    await page.getByText('PP 53/2010 Pasal 30 ayat (4)', { exact: false }).first().waitFor()
    await page.getByText('PP 53/2010 Pasal 21 ayat (2) dan (3)', { exact: false }).first().waitFor()
    expect(program.problems).toEqual([])
  })
})

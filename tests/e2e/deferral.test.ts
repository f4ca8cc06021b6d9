import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { t } from '../../shared/strings/index.ts'
import { decideCases, planMeeting, readyCase } from '../helpers/decide-case.ts'
import { accessibilityFaults } from './harness/axe.ts'
import { type Launched, launch } from './harness/launch.ts'
import { preparedStore, unlockStore } from './harness/prepared-store.ts'
import { screenshot } from './harness/screenshot.ts'

const NEED = 'Perlu keterangan saksi yang melihat unggahan.'
const words = t.docket
const pictures = process.env.ADJUDIKASN_PICTURES ?? path.join(os.tmpdir(), 'adjudikasn-deferral')
let program: Launched
let page: Page
let plenaryNumber: string

beforeAll(async () => {
  const { folder, filled } = await preparedStore(async engine => {
    const waiting = await readyCase(engine)
    const again = await readyCase(engine)
    const { number } = await decideCases(engine, [waiting.id, again.id], {
      verdict: 'deferred',
      opinion: NEED,
    })
    await planMeeting(engine, [again.id])
    return number
  })
  plenaryNumber = filled
  program = await launch({ size: { width: 1366, height: 768 } })
  page = program.page
  page.setDefaultTimeout(15_000)
  await unlockStore(program, folder, 'rina')
})
afterAll(() => program?.close())

describe('a deferral in the work list', () => {
  it('stands under what came back, with what was asked, the meeting and the day', async () => {
    await page.getByRole('tab', { name: words.group.returned }).click()
    const row = page.getByRole('row').filter({ hasText: words.nextStep.answerDeferral })
    await row.waitFor()
    // The other case is on an agenda again: it asks nothing more of the assistant.
    await expect.poll(() => row.count()).toBe(1)
    await row.click()
    const inspector = page.getByRole('complementary')
    await inspector.getByText(words.deferral.title).waitFor()
    await inspector.getByText(NEED, { exact: false }).first().waitFor()
    await inspector.getByText(plenaryNumber, { exact: false }).first().waitFor()
    await inspector.getByText(words.deferral.next).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await screenshot(page, path.join(pictures, 'deferral.png'))
  })

  it('leads to the findings with Enter', async () => {
    await page.getByRole('grid', { name: words.title }).focus()
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => location.hash.endsWith('/unsur'))
    expect(program.problems).toEqual([])
  })
})

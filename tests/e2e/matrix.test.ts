import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect } from 'vitest'
import { t } from '../../shared/strings/index.ts'
import { buildCase, proveFinding, takeExhibits } from '../helpers/build-case.ts'
import { decideCases, readyCase } from '../helpers/decide-case.ts'
import type { TestEngine } from '../helpers/test-engine.ts'
import { atRest, still } from './harness/at-rest.ts'
import { accessibilityFaults } from './harness/axe.ts'
import { answerDialog } from './harness/files.ts'
import { focusIn } from './harness/focus.ts'
import { journey } from './harness/journey.ts'
import { type Launched, launch, resize } from './harness/launch.ts'
import { copyOfStore, preparedStore, unlockStore } from './harness/prepared-store.ts'
import { screenshot } from './harness/screenshot.ts'

const words = t.findings
const SIX = 'pp53-2010/4/12/b'
const pictures = path.join(os.tmpdir(), 'adjudikasn-matrix')

/** An earlier decided case of the same persons, and one with findings of five, six and three elements. */
async function fill(engine: TestEngine) {
  const before = await readyCase(engine, 2)
  await decideCases(engine, [before.id])
  const file = await buildCase(engine, 3)
  const [, p2, p3] = await takeExhibits(engine, file.id, 3)
  await proveFinding(engine, file, 0)
  await proveFinding(engine, file, 0, 'pp42-2004/11/c')
  const person = file.respondents[0]!.id
  const ids = { caseId: file.id, respondentId: person }
  const six = await engine.call('findings.add', { ...ids, provisionId: SIX as never })
  for (const [n, { elementId }] of six.assessments.entries()) {
    const where = { findingId: six.id, elementId }
    const place = n === 3 ? { second: 251 } : { page: 1, box: { x: 0.1, y: 0.1, width: 0.3, height: 0.2 } }
    const stance = n === 3 ? ('contradicts' as const) : ('supports' as const)
    await engine.call('findings.link', { ...where, exhibitId: (n === 3 ? p3 : p2)!.id, stance, place })
    const state = n === 3 ? ('insufficient' as const) : ('proven' as const)
    const defence = n === 3 ? 'Saya hanya menonton.' : ''
    await engine.call('findings.assess', { ...where, state, reasons: 'Menurut rekaman.', defence })
  }
  const other = { caseId: file.id, respondentId: file.respondents[1]!.id }
  await engine.call('findings.add', { ...other, provisionId: 'pp53-2010/3/4' as never })
  return { caseId: file.id as string, sixId: six.id as string, before: before.registerNumber }
}

let window: Launched
let page: Page
let prepared: string
let made: Awaited<ReturnType<typeof fill>>

beforeAll(async () => {
  fs.mkdirSync(pictures, { recursive: true })
  const { folder, filled } = await preparedStore(fill)
  prepared = folder
  made = filled
}, 300_000)
const step = journey({
  async begin() {
    window = await launch({ theme: 'light', size: { width: 1366, height: 768 } })
    page = window.page
    await unlockStore(window, copyOfStore(prepared), 'rina')
    await page.evaluate(id => {
      location.hash = `#/perkara/${id}/unsur`
    }, made.caseId)
    await grid().waitFor()
  },
  end: () => window?.close(),
})

const grid = () => page.getByRole('grid', { name: words.matrix })
const cell = (column: number) => page.locator(`[data-cell="${made.sixId}.${column}"]`)
const key = (name: string) => page.keyboard.press(name)
async function look(name: string): Promise<void> {
  await screenshot(page, path.join(pictures, `${name}.png`))
  expect(await accessibilityFaults(page), name).toEqual([])
}
/** Walks by arrows alone from wherever the cursor is. */
async function walkTo(column: number): Promise<void> {
  const cursor = page.locator('[data-cell][tabindex="0"]')
  await cursor.focus()
  await focusIn(cursor)
  for (let n = 0; n < 12 && !(await inRow()); n += 1) await key('ArrowDown')
  await key('Home')
  for (let n = 0; n < column; n += 1) await key('ArrowRight')
  await focusIn(cell(column))
}
async function inRow(): Promise<boolean> {
  await atRest(page)
  return (await page.locator(`[data-cell^="${made.sixId}."]:focus`).count()) > 0
}

describe('the matrix by keys alone', () => {
  step('fits six elements at 1366 × 768 beside the open rail, with frozen headings', async () => {
    await still(page)
    const sizes = await grid().evaluate(table => {
      const box = table.parentElement as HTMLElement
      return { inside: box.scrollWidth, room: box.clientWidth, tall: box.scrollHeight > box.clientHeight }
    })
    expect(sizes.inside).toBeLessThanOrEqual(sizes.room)
    const clipped = await grid().evaluate(table =>
      [...table.querySelectorAll('td, th')]
        .filter(node => node.scrollWidth > node.clientWidth + 1)
        .map(node => node.textContent),
    )
    expect(clipped).toEqual([])
    expect(sizes.tall).toBe(true)
    const before = await page.getByRole('columnheader', { name: 'Unsur 6' }).boundingBox()
    await grid().evaluate(table => table.parentElement?.scrollTo(0, 200))
    expect(await page.getByRole('columnheader', { name: 'Unsur 6' }).boundingBox()).toEqual(before)
    await grid().evaluate(table => table.parentElement?.scrollTo(0, 0))
    await look('matrix-light-1366')
  })

  step('sets a state with a digit and refuses proven without an exhibit in its place', async () => {
    await walkTo(4)
    await key('2')
    await cell(4).getByText(words.state.notProven).waitFor()
    await key('1')
    await page.getByRole('alert').filter({ hasText: 'belum didukung bukti' }).waitFor()
    await cell(4).getByText(words.state.notProven).waitFor()
    await key('4')
    await cell(4).getByText(words.state.notAssessed).waitFor()
    await key('3')
    await cell(4).getByText(words.state.insufficient).waitFor()
  })

  step('ties an exhibit by typing its number and comes back to the cell', async () => {
    await walkTo(4)
    await page.keyboard.type('p')
    await focusIn(page.getByRole('textbox', { name: words.quickLink.label }))
    await page.keyboard.type('99')
    await key('Enter')
    await page.getByText(words.quickLink.unknown('P-99')).waitFor()
    await look('quick-link-light-1366')
    for (let n = 0; n < 2; n += 1) await key('Backspace')
    await page.keyboard.type('2')
    await key('Enter')
    await cell(4).getByText('P-2 · lawan P-3').waitFor()
    await focusIn(cell(4))
    await key('1')
    await cell(4).getByText(words.state.proven, { exact: true }).waitFor()
  })

  step(
    'opens the tray with Enter, where a point of the defence may be left unanswered for a reason',
    async () => {
      await walkTo(4)
      await key('Enter')
      await page.getByRole('heading', { name: 'Unsur 4 · Peserta' }).waitFor()
      const kinds = page.getByRole('group', { name: words.tray.answerKind })
      const none = kinds.getByRole('radio', { name: words.tray.answerKinds.none })
      await none.focus()
      await focusIn(none)
      await key('Space')
      const reason = page.getByRole('textbox', { name: words.tray.unansweredReason })
      await reason.fill('terlalu pendek')
      await key('Control+Enter')
      await page.getByRole('alert').filter({ hasText: 'paling sedikit 20 karakter' }).waitFor()
      await reason.fill('Pembelaan ini tidak menyangkut unsur mana pun dari ketentuan.')
      await key('Control+Enter')
      await page.getByText(words.defence.unanswered(0, 1)).waitFor()
      await look('tray-light-1366')
      await key('Escape')
    },
  )

  step('shows every change with both texts', async () => {
    await walkTo(4)
    await key('r')
    const dialog = page.getByRole('dialog', { name: words.changes.title })
    await dialog.getByRole('list', { name: words.changes.list }).waitFor()
    const first = dialog.getByRole('listitem').first()
    await first.getByText(words.changes.fields.defenceUnansweredReason).waitFor()
    await expect.poll(() => first.locator('ins').textContent()).toContain('tidak menyangkut unsur')
    await expect.poll(() => dialog.locator('del').count()).toBeGreaterThan(2)
    await look('history-light-1366')
    await key('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  step(
    'tells what may be proposed, the record by NIP and similar cases, and gives the keys back',
    async () => {
      await walkTo(1)
      await key('u')
      await page.getByRole('heading', { name: words.proposal.band }).waitFor()
      const record = page.getByRole('table', { name: words.proposal.record })
      await expect.poll(() => record.textContent()).toContain(made.before)
      await expect.poll(() => record.textContent()).toContain(words.proposal.states.proven)
      await page.getByRole('table', { name: words.proposal.similar }).waitFor()
      await page.getByRole('heading', { name: words.proposal.moral }).waitFor()
      await page.getByRole('heading', { name: words.proposal.trace }).waitFor()
      await look('proposal-light-1366')
      await key('Escape')
      await focusIn(cell(1))
    },
  )

  step('tells a provision before it is chosen, and finds it by its words', async () => {
    await key('Control+n')
    const dialog = page.getByRole('dialog', { name: words.add.title })
    const field = dialog.getByRole('combobox', { name: words.add.provision })
    await focusIn(dialog)
    await field.fill('71 ayat (1)')
    await page.getByRole('option', { name: /UU 10\/2016 Pasal 71 ayat \(1\)/ }).waitFor()
    await key('ArrowDown')
    await key('Enter')
    await dialog.getByText(words.add.warnings.criminal).waitFor()
    await dialog.getByText(words.add.elementCount(4)).waitFor()
    await look('add-light-1366')
    await key('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  step('prints one landscape page', async () => {
    await key('Control+p')
    const dialog = page.getByRole('dialog', { name: words.print.title })
    await dialog.getByRole('img', { name: words.print.page(1, 1) }).waitFor()
    await look('print-light-1366')
    await expect.poll(() => dialog.locator('canvas').count()).toBe(1)
    const saved = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'adjudikasn-matrix-')), 'matriks.pdf')
    await answerDialog(window.app, [saved])
    await dialog.getByRole('button', { name: words.print.save }).click()
    await page.getByText(words.print.saved('matriks.pdf')).waitFor()
    expect(fs.readFileSync(saved).subarray(0, 5).toString('latin1')).toBe('%PDF-')
    await key('Escape')
    await dialog.waitFor({ state: 'detached' })
  })
})

describe('the matrix on a large screen in the dark', () => {
  step('has no accessibility fault either', async () => {
    await resize(window.app, { width: 1920, height: 1080 })
    await page.evaluate(() => document.documentElement.setAttribute('data-mantine-color-scheme', 'dark'))
    await walkTo(2)
    await look('matrix-dark-1920')
    await key('u')
    await page.getByRole('heading', { name: words.proposal.band }).waitFor()
    await look('proposal-dark-1920')
    await key('Escape')
    await grid().waitFor()
    expect(window.problems).toEqual([])
  })
})

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import {
  AFTERWARDS,
  approvedLetter,
  decideCases,
  issueLetter,
  readyCase,
  trustAuthority,
} from '../helpers/decide-case.ts'
import { startTestEngine } from '../helpers/test-engine.ts'
import { accessibilityFaults } from './harness/axe.ts'
import { answerDialog, dropUntil } from './harness/files.ts'
import { focusIn } from './harness/focus.ts'
import { journey } from './harness/journey.ts'
import { type Launched, launch } from './harness/launch.ts'
import { copyOfStore, lockStore, signInAgain, unlockStore } from './harness/prepared-store.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'adjudikasn-letters-'))
const store = path.join(folder, 'penyimpanan')
const pdf = path.join(folder, 'surat.pdf')
const changed = path.join(folder, 'surat-diubah.pdf')
let letterId = ''
let program: Launched
let page: Page

/** A store with one letter in draft, and the bytes of an issued one. */
async function prepare(): Promise<void> {
  const engine = await startTestEngine()
  engine.setClock(AFTERWARDS)
  const trust = await trustAuthority(engine, '2026-01-01T00:00:00.000Z')
  const [first, second] = [await readyCase(engine), await readyCase(engine)]
  await decideCases(engine, [first.id, second.id])
  await engine.as('rina')
  const respondentId = first.respondents[0]?.id as never
  letterId = (await engine.call('letters.draft', { caseId: first.id, respondentId })).id
  engine.setClock(null)
  const issued = await issueLetter(engine, (await approvedLetter(engine, second)).id, trust.ticket)
  const { pdf: bytes } = await engine.call('letters.open', { letterId: issued.id })
  fs.writeFileSync(pdf, bytes)
  const flipped = Buffer.from(bytes)
  const at = Math.floor(flipped.length / 3)
  flipped[at] = (flipped[at] ?? 0) ^ 1
  fs.writeFileSync(changed, flipped)
  await engine.call('session.lock', {})
  fs.cpSync(engine.dir, store, { recursive: true })
  engine.close()
}

const open = (address: string) =>
  page.evaluate(to => {
    location.hash = `#${to}`
  }, address)
const editor = () => page.getByRole('textbox', { name: 'Teks surat' })

async function atLineEnd(): Promise<void> {
  await editor().click({ position: { x: 240, y: 20 } })
  await focusIn(editor())
  await page.keyboard.press('End')
}

async function openLetter(): Promise<void> {
  await open(`/surat/${letterId}`)
  await editor().waitFor()
  await page.getByRole('img', { name: /Halaman 1 dari/ }).waitFor()
}

beforeAll(prepare, 300_000)
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
const step = journey({
  async begin() {
    program = await launch({ size: { width: 1366, height: 768 } })
    page = program.page
    await unlockStore(program, copyOfStore(store), 'rina')
  },
  end: () => program?.close(),
})

describe('the letter page', () => {
  step('shows text, final pages, checks and the next step without an accessibility fault', async () => {
    await openLetter()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: /Kirim ke penelaah/ }).waitFor()
  })

  step('takes pasted text as plain structure: no link, picture or script', async () => {
    await atLineEnd()
    await page.keyboard.press('Enter')
    await editor().evaluate(target => {
      const clipboardData = new DataTransfer()
      const html =
        '<p onclick="x()"><b>Tebal</b> dan <a href="http://127.0.0.1:9/">taut</a></p><ul><li>satu</li></ul><script>alert(1)</script><img src="http://127.0.0.1:9/x.png">'
      clipboardData.setData('text/html', html)
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await editor().getByText('Tebal').waitFor()
    await expect.poll(() => editor().locator('strong').first().textContent()).toBe('Tebal')
    await expect.poll(() => editor().locator('ul > li').first().textContent()).toBe('satu')
    expect(await editor().locator('a, script, img[src]').count()).toBe(0)
  })

  step('keeps what was typed when the program locks at once', async () => {
    await atLineEnd()
    await page.keyboard.type(' Kata terakhir.')
    await lockStore(program)
    await signInAgain(program)
    await openLetter()
    await expect.poll(() => editor().textContent()).toContain('Kata terakhir.')
    await page.keyboard.press('Control+s')
    await page.getByText('Konsep ke-', { exact: false }).first().waitFor()
  })

  step('goes to the reviewer, and says to the writer why the review is not theirs', async () => {
    await page.keyboard.press('Control+Shift+Enter')
    await page.getByText('Menunggu telaah').first().waitFor()
    const review = page.getByRole('button', { name: /^Telaah/ })
    await expect.poll(() => review.getAttribute('aria-disabled')).toBe('true')
    await page.getByText(/Penyusun tidak dapat menjadi penelaah/).waitFor()
  })
})

describe('the verification page', () => {
  const verdict = (word: string) => page.getByRole('heading', { name: word, exact: true })

  step('says genuine and changed, also while the program is locked', async () => {
    await open('/verifikasi')
    await answerDialog(program.app, [pdf])
    await page.getByRole('button', { name: /Pilih berkas/ }).click()
    await verdict('Asli').waitFor()
    await lockStore(program)
    await page.getByRole('button', { name: 'Periksa surat tanpa membuka kunci' }).click()
    await page.getByRole('button', { name: /Pilih berkas/ }).waitFor()
    await dropUntil(page, 'main', [changed], verdict('Berubah'))
    expect(await accessibilityFaults(page)).toEqual([])
    expect(program.problems).toEqual([])
  })
})

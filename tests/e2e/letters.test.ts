import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  AFTERWARDS,
  approvedLetter,
  decideCases,
  issueLetter,
  readyCase,
  trustAuthority,
} from '../helpers/decide-case.ts'
import { PASSPHRASE, startTestEngine } from '../helpers/test-engine.ts'
import { accessibilityFaults } from './harness/axe.ts'
import { answerDialog, dropFiles } from './harness/files.ts'
import { type Launched, launch } from './harness/launch.ts'

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

async function unlock(signInName?: string): Promise<void> {
  if (signInName) await page.getByLabel(/Nama masuk/).fill(signInName)
  await page
    .getByLabel(/^Frasa sandi/)
    .first()
    .fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Utama' }).waitFor()
}
const open = (address: string) =>
  page.evaluate(to => {
    location.hash = `#${to}`
  }, address)
const editor = () => page.getByRole('textbox', { name: 'Teks surat' })

async function openLetter(): Promise<void> {
  await open(`/surat/${letterId}`)
  await editor().waitFor()
  await page.getByRole('img', { name: /Halaman 1 dari/ }).waitFor()
}

beforeAll(async () => {
  await prepare()
  program = await launch({ size: { width: 1366, height: 768 } })
  page = program.page
  await answerDialog(program.app, [store])
  await page.getByRole('button', { name: /Buka tempat/ }).click()
  await unlock('rina')
}, 180_000)
afterAll(async () => {
  await program.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

describe('the letter page', () => {
  it('shows text, final pages, checks and the next step without an accessibility fault', async () => {
    await openLetter()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: /Kirim ke penelaah/ }).waitFor()
  })

  it('takes pasted text as plain structure: no link, picture or script', async () => {
    await editor().click({ position: { x: 240, y: 20 } })
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await editor().evaluate(target => {
      const clipboardData = new DataTransfer()
      const html =
        '<p onclick="x()"><b>Tebal</b> dan <a href="http://127.0.0.1:9/">taut</a></p><ul><li>satu</li></ul><script>alert(1)</script><img src="http://127.0.0.1:9/x.png">'
      clipboardData.setData('text/html', html)
      target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await editor().getByText('Tebal').waitFor()
    expect(await editor().locator('strong').first().textContent()).toBe('Tebal')
    expect(await editor().locator('ul > li').first().textContent()).toBe('satu')
    expect(await editor().locator('a, script, img[src]').count()).toBe(0)
  })

  it('keeps what was typed when the program locks at once', async () => {
    await editor().click({ position: { x: 240, y: 20 } })
    await page.keyboard.press('End')
    await page.keyboard.type(' Kata terakhir.')
    await page.keyboard.press('Control+l')
    await unlock()
    await openLetter()
    await expect.poll(() => editor().textContent()).toContain('Kata terakhir.')
    await page.keyboard.press('Control+s')
    await page.getByText('Konsep ke-', { exact: false }).first().waitFor()
  })

  it('goes to the reviewer, and says to the writer why the review is not theirs', async () => {
    await page.keyboard.press('Control+Shift+Enter')
    await page.getByText('Menunggu telaah').first().waitFor()
    const review = page.getByRole('button', { name: /^Telaah/ })
    expect(await review.getAttribute('aria-disabled')).toBe('true')
    await page.getByText(/Penyusun tidak dapat menjadi penelaah/).waitFor()
  })
})

describe('the verification page', () => {
  const verdict = (word: string) => page.getByRole('heading', { name: word, exact: true }).waitFor()

  it('says genuine and changed, also while the program is locked', async () => {
    await open('/verifikasi')
    await answerDialog(program.app, [pdf])
    await page.getByRole('button', { name: /Pilih berkas/ }).click()
    await verdict('Asli')
    await page.keyboard.press('Control+l')
    await page.getByRole('button', { name: 'Periksa surat tanpa membuka kunci' }).click()
    await page.getByRole('button', { name: /Pilih berkas/ }).waitFor()
    await dropFiles(page, 'main', [changed])
    await verdict('Berubah')
    expect(await accessibilityFaults(page)).toEqual([])
    expect(program.problems).toEqual([])
  })
})

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { t } from '../../shared/strings/index.ts'
import {
  AFTERWARDS,
  CERTIFICATE_PASSWORD,
  cast,
  closeVotes,
  MEMBERS,
  openMeeting,
  openVote,
  readyCase,
  trustAuthority,
} from '../helpers/decide-case.ts'
import { startTestEngine } from '../helpers/test-engine.ts'
import { accessibilityFaults } from './harness/axe.ts'
import { answerDialog } from './harness/files.ts'
import { journey } from './harness/journey.ts'
import { type Launched, launch } from './harness/launch.ts'
import { copyOfStore, unlockStore } from './harness/prepared-store.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'adjudikasn-minutes-'))
const store = path.join(folder, 'penyimpanan')
const certificates = new Map<string, string>()
const at = { plenary: '', file: '' }
let program: Launched
let page: Page

/** A meeting with one person decided, not yet closed; certificates of two members that are valid today. */
async function prepare(): Promise<void> {
  const engine = await startTestEngine()
  engine.setClock(AFTERWARDS)
  const { authority } = await trustAuthority(engine, '2026-01-01T00:00:00.000Z')
  const file = await readyCase(engine)
  const meeting = await openMeeting(engine, [file.id])
  const { voteId } = await openVote(engine, meeting)
  for (const name of MEMBERS) {
    const opinion = name === 'darma' ? 'Akun itu jelas dipakai sendiri oleh terlapor.' : ''
    await cast(engine, voteId, name, { verdict: 'proven', sanctionId: 'pp53-2010/7/3/b', opinion })
  }
  await closeVotes(engine, [voteId])
  for (const name of ['Bakti Semoga', 'Ningsih Kiranya']) {
    const target = path.join(folder, `${name}.p12`)
    const person = { name, nip: null, organization: 'Komisi Contoh' }
    fs.writeFileSync(target, authority.issue(person, { password: CERTIFICATE_PASSWORD }).pkcs12)
    certificates.set(name, target)
  }
  at.plenary = meeting.id
  at.file = file.id
  await engine.call('session.lock', {})
  fs.cpSync(engine.dir, store, { recursive: true })
  engine.close()
}

const open = (address: string) =>
  page.evaluate(to => {
    location.hash = `#${to}`
  }, address)
const button = (name: string | RegExp) => page.getByRole('button', { name })

beforeAll(prepare, 300_000)
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
const step = journey({
  async begin() {
    const copy = copyOfStore(store)
    program = await launch({ size: { width: 1366, height: 768 } })
    page = program.page
    await unlockStore(program, copy, 'bakti')
  },
  end: () => program?.close(),
})

async function sign(name: string): Promise<void> {
  await answerDialog(program.app, [certificates.get(name) ?? ''])
  await button('Tanda tangani berita acara').click()
  await button('Pilih sertifikat').click()
  await page.getByLabel(/^Frasa sandi sertifikat/).fill(CERTIFICATE_PASSWORD)
  await button('Buka sertifikat').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(name, { exact: true }).waitFor()
  await dialog.getByRole('button', { name: 'Tanda tangani', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

describe('the minutes in the window', () => {
  step('take a sentence by hand, are closed, and signed by one member after the other', async () => {
    await open(`/sidang/${at.plenary}`)
    await button('Pratinjau berita acara').first().click()
    await page.getByRole('img', { name: /Halaman 1 dari/ }).waitFor()
    await page.getByRole('textbox', { name: 'Kalimat' }).fill('Rapat diskors lima menit.')
    await button('Tambahkan').click()
    // The field keeps its text until the engine has answered: the sentence counts when it stands in the list.
    await page.getByRole('listitem').filter({ hasText: 'Rapat diskors lima menit.' }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await button('Kembali ke sidang').click()
    await button('Tutup sidang').click()
    // The button of the question stands where the first one stood.
    await page.getByText(t.plenaries.close.question(0)).waitFor()
    await button('Tutup sidang').click()
    await page.getByText(/Menunggu tanda tangan: Bakti Semoga, Ningsih Kiranya/).waitFor()
    await sign('Bakti Semoga')
    await page.getByText(/Menunggu tanda tangan: Ningsih Kiranya, Darma/).waitFor()
    await expect.poll(() => page.getByText(/sertifikat Bakti Semoga/).count()).toBe(1)
    expect(await accessibilityFaults(page)).toEqual([])
  })

  step('show the decision of a person and let the plenary decide again with a reason', async () => {
    await open(`/perkara/${at.file}/sidang`)
    await page.getByText('Berlaku', { exact: true }).waitFor()
    await button('Putuskan kembali').click()
    await page.getByRole('radio', { name: /^Pembetulan/ }).check()
    await page.getByRole('textbox', { name: /^Alasan/ }).fill('Nama peraturan dalam putusan itu keliru.')
    await button('Minta putusan kembali').click()
    await page.getByText(/^Pembetulan diminta Bakti Semoga/).waitFor()
    await page.getByText(/Menunggu putusan baru/).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect(program.problems).toEqual([])
  })
})

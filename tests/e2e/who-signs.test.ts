import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect } from 'vitest'
import { t } from '../../shared/strings/index.ts'
import { reportInput } from '../helpers/build-case.ts'
import { CERTIFICATE_PASSWORD, trustAuthority } from '../helpers/decide-case.ts'
import { accessibilityFaults } from './harness/axe.ts'
import { answerDialog } from './harness/files.ts'
import { journey } from './harness/journey.ts'
import { type Launched, launch } from './harness/launch.ts'
import { copyOfStore, lockStore, preparedStore, signIn, unlockStore } from './harness/prepared-store.ts'

const words = t.intake.returned
const accounts = t.administration.accounts
const NIP = '196504121990031002'
const folder = mkdtempSync(join(tmpdir(), 'adjudikasn-signs-'))
const certificate = (kind: string) => join(folder, `${kind}.p12`)

let program: Launched
let prepared = ''
let report = { id: '', number: '' }

beforeAll(async () => {
  const made = await preparedStore(async engine => {
    const { authority } = await trustAuthority(engine, '2026-01-01T00:00:00.000Z')
    for (const [kind, nip] of [
      ['tanpa', null],
      ['lain', '197001012000011001'],
      ['sendiri', NIP],
    ] as const) {
      const person = { name: 'Bakti Semoga', nip, organization: 'Komisi Contoh' }
      writeFileSync(certificate(kind), authority.issue(person, { password: CERTIFICATE_PASSWORD }).pkcs12)
    }
    await engine.as('rina')
    const input = reportInput(1, { senderLetterNumber: '', senderLetterOn: null, initialEvidence: '' })
    const { id, registerNumber } = await engine.call('reports.register', input)
    await engine.call('reports.returnToSender', { reportId: id })
    return { id, number: registerNumber }
  })
  prepared = made.folder
  report = made.filled
}, 300_000)

const step = journey({
  async begin() {
    program = await launch()
    await unlockStore(program, copyOfStore(prepared), 'sari')
  },
  end: () => program?.close(),
})

const go = async (address: string) => {
  await program.page.evaluate(to => {
    location.hash = `#${to}`
  }, address)
}

describe('who signs', () => {
  step('the secretariat enters the NIP of the chair and sees what its digits say', async () => {
    const { page } = program
    await go('/pengaturan')
    await page.getByText('Bakti Semoga', { exact: true }).click()
    await page.getByText(accounts.nipWhy.none).waitFor()
    await page.getByRole('button', { name: accounts.enterNip }).click()
    const dialog = page.getByRole('dialog')
    const field = dialog.getByLabel(accounts.facts.nip)
    await field.fill('19650412')
    await dialog.getByRole('button', { name: accounts.saveNip }).click()
    await dialog.getByText(/^NIP terdiri atas 18 angka/).waitFor()
    await field.fill('19650412 199003 1 002')
    await dialog.getByText(/12 April 1965/).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await field.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByText(accounts.nipWhy.known).waitFor()
    await page.getByRole('button', { name: accounts.changeNip }).waitFor()
  })

  step(
    'the chair signs the letter with which a report went back, with the own certificate alone',
    async () => {
      const { page, app } = program
      await lockStore(program)
      await page.getByRole('button', { name: t.session.lock.change, exact: true }).click()
      await signIn(program, 'bakti')
      await go('/laporan')
      await page.getByText(words.toSign(1)).waitFor()
      await page.getByRole('button', { name: words.toSignOpen(report.number) }).click()
      await page.getByText(words.unsigned).waitFor()
      await page.getByRole('button', { name: words.sign, exact: true }).click()
      const dialog = page.getByRole('dialog')
      const open = async (kind: string) => {
        await answerDialog(app, [certificate(kind)])
        await dialog
          .getByRole('button', { name: /^Pilih/ })
          .first()
          .click()
        await dialog.getByLabel(/^Frasa sandi sertifikat/).fill(CERTIFICATE_PASSWORD)
        await dialog.getByRole('button', { name: t.letters.sign.inspect }).click()
      }
      await open('lain')
      await dialog.getByText(t.letters.sign.nipOther).waitFor()
      expect(await accessibilityFaults(page)).toEqual([])
      await open('tanpa')
      await dialog.getByText(t.letters.sign.nipAbsent).waitFor()
      await open('sendiri')
      await dialog.getByText(NIP).waitFor()
      await dialog.getByRole('button', { name: words.signSubmit, exact: true }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.getByText(/^Surat ditandatangani oleh Bakti Semoga/).waitFor()
      await expect.poll(() => page.getByRole('button', { name: words.sign, exact: true }).count()).toBe(0)
    },
  )

  step('a copy of the signed letter is taken along', async () => {
    const { page, app } = program
    await page.getByRole('button', { name: words.show }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/^Ditandatangani secara elektronik oleh Bakti Semoga/).waitFor()
    const target = join(folder, 'pengembalian.pdf')
    await answerDialog(app, [target])
    await dialog.getByRole('button', { name: t.intake.giveBack.save }).click()
    await expect.poll(() => existsSync(target)).toBe(true)
    expect(program.problems).toEqual([])
  })
})

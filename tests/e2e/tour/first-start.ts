import fs from 'node:fs'
import { t } from '../../../shared/strings/index.ts'
import { choose, press, startingWith, textField, tick, type } from './fields.ts'
import { everybody, type TourPerson } from './people.ts'
import type { Tour } from './tour.ts'

/** First start: place, institution, accounts, recovery sheet. Ends at work as the secretariat. */
export async function firstStart(tour: Tour): Promise<void> {
  const { page } = tour
  await tour.step('welcome', 'Program dibuka pertama kali; belum ada tempat penyimpanan.', async () => {
    await page.getByRole('button', { name: startingWith(t.session.start.create) }).waitFor()
    await tour.look('selamat-datang')
    await press(page, t.session.start.create)
  })
  await tour.step('place', 'Folder kosong dipilih sebagai tempat penyimpanan.', async () => {
    fs.mkdirSync(tour.at('store'))
    await tour.answer(tour.at('store'))
    await press(page, t.session.place.choose)
    await page.getByText('store', { exact: true }).waitFor()
    await tour.look('tempat')
    await press(page, t.common.next)
  })
  await tour.step('institution', 'Lembaga diisi dari formulir contoh.', async () => {
    await textField(page, t.session.institution.name).waitFor()
    await tour.look('lembaga')
    await press(page, t.common.next)
  })
  await tour.step('accounts', `${everybody.length} akun dibuat, masing-masing dengan frasa sandinya.`, () =>
    createAccounts(tour),
  )
  await tour.step('recoverySheet', 'Lembar pemulihan disimpan sebagai PDF.', async () => {
    const code = page.getByRole('status', { name: t.session.sheet.code })
    tour.report.recoveryKey = (await code.innerText()).trim()
    await tour.answer(tour.at('recovery-sheet.pdf'))
    await press(page, t.session.sheet.save)
    await page.getByText(t.session.sheet.saved('recovery-sheet.pdf')).waitFor()
    await tick(page, t.session.sheet.confirm)
    await tour.look('lembar-pemulihan')
    await press(page, t.session.sheet.enter)
    await page.getByRole('navigation', { name: t.app.rail.label }).waitFor()
  })
}

async function createAccounts(tour: Tour): Promise<void> {
  const { page } = tour
  const words = t.session.accounts
  for (const [index, person] of everybody.entries()) {
    const card = page.getByRole('region', { name: words.number(index + 1), exact: true })
    if ((await card.count()) === 0) await press(page, words.add)
    await fillAccount(tour, index + 1, person)
  }
  await tour.look('akun')
  await press(page, words.create)
  await page.getByRole('heading', { name: t.session.sheet.title }).waitFor({ timeout: 60_000 })
  for (const { name, role, signInName, passphrase } of everybody) {
    tour.report.accounts.push({ name, role, signInName, passphrase })
  }
}

async function fillAccount(tour: Tour, number: number, person: TourPerson): Promise<void> {
  const words = t.session.accounts
  const card = tour.page.getByRole('region', { name: words.number(number), exact: true })
  await choose(tour.page, card, words.role, t.session.role(person.role))
  await type(card, words.displayName, person.name)
  await type(card, words.signInName, person.signInName)
  await type(card, words.position, person.position)
  await type(card, words.region, person.region)
  await type(card, words.passphrase, person.passphrase)
}

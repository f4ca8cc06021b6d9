import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { errorSentence, t } from '../../../shared/strings/index.ts'
import type { TourCertificate } from './certificates.ts'
import { pick, press, type } from './fields.ts'
import { people } from './people.ts'
import type { TourRespondent } from './report-facts.ts'
import { handTo, openRoom } from './session.ts'
import type { Tour } from './tour.ts'

const words = t.letters
const ADDED = 'Atas perhatian dan kerja sama Saudara, kami mengucapkan terima kasih.'
const PDF_MS = 30_000

/** Draft to issued letter about one person, each step by the person whose turn it is. */
export async function writeLetter(
  tour: Tour,
  person: TourRespondent,
  certificate: TourCertificate,
): Promise<void> {
  const { page } = tour
  const about = person.name.split(' ')[0] ?? ''
  await tour.step(`letter.${about}`, `Surat untuk ${about} disusun dari temuan dan disunting.`, async () => {
    await handTo(tour, people.author)
    await openLetter(tour, person)
    await edit(tour)
    await tour.look('surat-disunting')
    await press(page, words.next.submit)
    await page.getByText(words.states.inReview, { exact: true }).first().waitFor()
    await page.getByText(errorSentence('letters.ownReview', {})).waitFor()
    await tour.look('surat-telaah-sendiri-ditolak')
  })
  await tour.step(`letterReview.${about}`, 'Penelaah membaca dan menyetujui surat.', async () => {
    await handTo(tour, people.reviewer)
    await openLetter(tour, person)
    await press(page, words.next.review)
    const dialog = page.getByRole('dialog', { name: words.review.title })
    await pick(dialog, words.review.question, words.review.approved)
    await tour.look('telaah-surat')
    await press(dialog, words.review.submit)
    await dialog.waitFor({ state: 'detached' })
  })
  await tour.step(`letterApproval.${about}`, 'Komisioner menyetujui surat.', async () => {
    await handTo(tour, people.lead)
    await openLetter(tour, person)
    await press(page, words.next.approve)
    await page.getByText(words.states.approved, { exact: true }).first().waitFor()
  })
  await tour.step(`letterNumber.${about}`, 'Ketua mengambil nomor; PDF ditetapkan.', async () => {
    await handTo(tour, people.chair)
    await openLetter(tour, person)
    await press(page, words.next.finalise)
    const dialog = page.getByRole('dialog', { name: words.finalise.title })
    await press(dialog, words.finalise.next)
    await tour.look('finalisasi')
    await press(dialog, words.finalise.confirm)
    await dialog.waitFor({ state: 'detached', timeout: PDF_MS })
  })
  await tour.step(`signature.${about}`, 'Ketua menandatangani dengan sertifikatnya; surat terbit.', () =>
    sign(tour, certificate),
  )
  await tour.step(`export.${about}`, 'Salinan surat disimpan di luar, keperluannya dicatat.', () =>
    exportLetter(tour),
  )
}

/** From the room of letters; a decided person without a letter gets a first draft. */
async function openLetter(tour: Tour, person: TourRespondent): Promise<void> {
  const { page } = tour
  await openRoom(tour, t.app.rail.letters)
  const row = page.getByRole('row').filter({ hasText: person.name }).first()
  await row.dblclick()
  await page.getByRole('heading', { name: words.letterTitle, level: 1 }).waitFor()
  await page.locator('canvas').first().waitFor()
}

/** Writes a sentence at the end of the text; it is kept as a new version by itself. */
async function edit({ page }: Tour): Promise<void> {
  const editor = page.getByRole('textbox', { name: words.editor.label })
  await editor.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(ADDED)
  await page.keyboard.press('Control+s')
  await page.getByText(words.page.version(2)).waitFor()
  // The pages beside the text are drawn anew after a pause.
  await page.waitForTimeout(1_500)
}

async function sign(tour: Tour, { file, password }: TourCertificate): Promise<void> {
  const { page } = tour
  await press(page, words.next.sign)
  const dialog = page.getByRole('dialog', { name: words.sign.title })
  await tour.answer(file)
  await press(dialog, words.sign.choose)
  await type(dialog, words.sign.password, password)
  await press(dialog, words.sign.inspect)
  await dialog.getByRole('region', { name: words.sign.certificate }).getByText(people.chair.name).waitFor()
  await tour.look('tanda-tangan')
  await press(dialog, words.sign.submit)
  await page.getByText(words.issued.title, { exact: true }).first().waitFor({ timeout: PDF_MS })
  await tour.look('surat-terbit')
}

async function exportLetter(tour: Tour): Promise<void> {
  const { page } = tour
  const number = await page
    .getByRole('definition')
    .filter({ hasText: /\d{4}$/ })
    .first()
    .innerText()
  const file = tour.at('letters', words.export.fileName(number.trim()))
  await press(page, words.next.export)
  const dialog = page.getByRole('dialog', { name: words.export.title })
  await type(dialog, words.export.purpose, 'Dikirim kepada PPK lewat kurir')
  await tour.answer(file)
  await press(dialog, words.export.choose)
  await dialog.waitFor({ state: 'detached' })
  const sha256 = createHash('sha256').update(fs.readFileSync(file)).digest('hex')
  // The window names the same fingerprint as the file that left the store.
  await page.getByText(sha256).first().waitFor()
  tour.report.letters.push({ file: path.relative(tour.folder, file), number: number.trim(), sha256 })
}

import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Locator } from 'playwright-core'
import { t } from '../../../shared/strings/index.ts'
import { dropFiles } from '../harness/files.ts'
import { openTab } from './case-file.ts'
import { filesOfOthers, fromReporter, fromRespondent, type TourExhibit } from './exhibit-files.ts'
import { choose, pick, press, startingWith, textField, type, typeDate } from './fields.ts'
import { reportFacts } from './report-facts.ts'
import type { Tour } from './tour.ts'

const words = t.evidence
const INTAKE_MS = 60_000
const DROP_MS = 8_000

/** Takes exhibits in, opens each of them, fills the cards of those that will prove something. */
export async function takeExhibits(tour: Tour): Promise<void> {
  const { page } = tour
  const reported = Object.values(fromReporter)
  await tour.step('exhibits', `${reported.length} bukti diseret ke jendela sekaligus.`, async () => {
    await openTab(tour, t.cases.tabs.evidence)
    await page.getByText(words.empty.title).waitFor()
    await tour.look('belum-ada-bukti')
    await dropExhibits(tour, reported)
    await confirmIntake(tour, reported, 'P', 'masukkan-bukti')
    await tour.look('bukti-masuk')
  })
  await tour.step('defence', 'Pembelaan terlapor dipilih lewat dialog berkas.', async () => {
    await tour.answer(fromRespondent.file)
    await page.getByRole('button', { name: startingWith(words.add) }).click()
    await confirmIntake(tour, [fromRespondent], 'T')
  })
  const others = filesOfOthers()
  if (others.length > 0) {
    await tour.step('hostile', `${others.length} foto dan berkas jahat orang lain dimasukkan.`, async () => {
      await dropExhibits(tour, others)
      await confirmIntake(tour, others, 'P')
    })
  }
}

/** Drops files on the window; again when the page was too busy to take them, as a person would. */
async function dropExhibits(tour: Tour, exhibits: readonly TourExhibit[]): Promise<void> {
  const dialog = tour.page.getByRole('dialog', { name: words.intake.title(exhibits.length) })
  for (let turn = 0; turn < 3; turn++) {
    await dropFiles(
      tour.page,
      'main',
      exhibits.map(exhibit => exhibit.file),
    )
    const came = dialog.waitFor({ timeout: DROP_MS }).then(
      () => true,
      () => false,
    )
    if (await came) return
  }
}

async function confirmIntake(
  tour: Tour,
  exhibits: readonly TourExhibit[],
  series: 'P' | 'T',
  picture?: string,
): Promise<void> {
  const { page } = tour
  const dialog = page.getByRole('dialog', { name: words.intake.title(exhibits.length) })
  await dialog.waitFor()
  await pick(dialog, words.intake.from, words.series[series])
  if (picture) await tour.look(picture)
  await press(dialog, words.intake.submit(exhibits.length))
  const had = tour.report.exhibits.filter(exhibit => exhibit.number.startsWith(series)).length
  const numbers = exhibits.map((_, index) => `${series}-${had + index + 1}`)
  const said = words.intake.taken(exhibits.length, numbers[0] ?? '', numbers.at(-1) ?? '')
  await page.getByText(said).waitFor({ timeout: INTAKE_MS })
  await press(page, words.intake.dismiss)
  for (const [index, { file, title }] of exhibits.entries()) {
    const sha256 = createHash('sha256').update(fs.readFileSync(file)).digest('hex')
    const name = path.basename(file)
    tour.report.exhibits.push({ number: numbers[index] ?? '', file: name, title: title ?? name, sha256 })
  }
}

/** Number of an exhibit by its file. */
export function numberOf(tour: Tour, { file }: TourExhibit): string {
  const found = tour.report.exhibits.find(exhibit => exhibit.file === path.basename(file))
  if (!found) throw new Error(`tour.noExhibit ${file}`)
  return found.number
}

const viewer = (tour: Tour): Locator => tour.page.getByRole('region', { name: words.viewer })

/** Chooses an exhibit in the list, waits until it is shown, and compares the hash on its card. */
export async function openExhibit(tour: Tour, number: string): Promise<void> {
  const { page } = tour
  const list = page.getByRole('listbox', { name: words.list })
  await list
    .getByRole('option', { name: startingWith(`${number} `) })
    .or(list.getByRole('option').filter({ has: page.getByText(number, { exact: true }) }))
    .first()
    .click()
  await viewer(tour)
    .getByRole('heading', { name: startingWith(`${number} ·`) })
    .waitFor()
  await viewer(tour).getByText(words.opening).waitFor({ state: 'detached' })
  const expected = tour.report.exhibits.find(exhibit => exhibit.number === number)?.sha256 ?? ''
  await viewer(tour).getByTitle(expected).waitFor()
}

/** Opens every exhibit once, so that the plenary can say that all were seen. */
export async function seeAllExhibits(tour: Tour): Promise<void> {
  const own = new Map(Object.entries(fromReporter).map(([kind, exhibit]) => [numberOf(tour, exhibit), kind]))
  await tour.step(
    'seeExhibits',
    `${tour.report.exhibits.length} bukti dibuka satu per satu; sidiknya cocok.`,
    async () => {
      for (const { number, file } of tour.report.exhibits) {
        await openExhibit(tour, number)
        const kind = own.get(number)
        // Viewers of libraries paint a moment after they are there.
        if (kind || SHOWN_OF_OTHERS.has(file)) await tour.page.waitForTimeout(400)
        if (kind) await tour.look(`bukti-${kind}`)
        else if (SHOWN_OF_OTHERS.has(file)) await tour.look(`bukti-jahat-${number.toLowerCase()}`)
      }
    },
  )
}
const SHOWN_OF_OTHERS = new Set(['active.svg', 'script.pdf', 'bomb-40000x40000.png', 'page.html.jpg'])

/** Fills title and provenance; what nobody knows is ticked as unknown. */
export async function fillCard(tour: Tour, exhibit: TourExhibit): Promise<void> {
  const { page } = tour
  const { card } = words
  const number = numberOf(tour, exhibit)
  await openExhibit(tour, number)
  await page.keyboard.press('F2')
  const dialog = page.getByRole('dialog', { name: card.dialogTitle(number) })
  await dialog.waitFor()
  if (exhibit.title) await type(dialog, card.title, exhibit.title)
  await type(dialog, card.fields.obtainedFrom, reportFacts.senderOffice)
  await type(dialog, card.fields.obtainedBy, 'Petugas pengawas lapangan')
  await typeDate(dialog, card.fields.obtainedOn, '15-10-2020')
  await type(dialog, card.fields.obtainedTime, '09.12')
  await choose(page, dialog, card.fields.zone, 'WITA')
  for (const field of ['url', 'accountHandle', 'device'] as const) {
    const answered = dialog.locator('div').filter({ has: textField(page, card.fields[field]) })
    // The innermost box that holds both the field and the answer beside it.
    const both = answered.filter({ has: page.getByRole('checkbox') }).last()
    await both.getByRole('checkbox').check()
  }
  await tour.look(`kartu-asal-${number.toLowerCase()}`)
  await press(dialog, t.common.save)
  await dialog.waitFor({ state: 'detached' })
}

import { t } from '../../../shared/strings/index.ts'
import { button, press, startingWith, tick, type } from './fields.ts'
import { people, type TourPerson } from './people.ts'
import { handTo, openRoom } from './session.ts'
import type { Tour } from './tour.ts'

const words = t.reports.openCase

/** Opens the case file of the report and says who works on it. */
export async function openCase(tour: Tour): Promise<void> {
  const { page } = tour
  await tour.step(
    'openCase',
    'Berkas perkara dibuka: asisten, penelaah, dan komisioner ditunjuk.',
    async () => {
      await press(page, t.reports.detail.openCase)
      const dialog = page.getByRole('dialog', { name: words.title })
      await assign(tour, words.reviewers, people.reviewer)
      for (const person of [people.lead, people.chair]) await assign(tour, words.commissioners, person)
      await tour.look('tunjuk-petugas')
      await press(dialog, words.submit)
      await page.getByRole('heading', { name: startingWith('Perkara') }).waitFor()
      await tour.look('berkas-perkara')
    },
  )
}

/** The rules changed after the act: a commissioner compares both readings and chooses, for all persons. */
export async function chooseRulebook(tour: Tour): Promise<void> {
  const { page } = tour
  const rulebook = t.cases.rulebook
  await tour.step(
    'rulebook',
    'Aturan berubah sesudah perbuatan: komisioner membandingkan kedua bacaan dan memilih dengan alasan.',
    async () => {
      await handTo(tour, people.lead)
      await openTab(tour, t.cases.tabs.summary)
      await button(page, rulebook.choice.choose).first().click()
      const dialog = page.getByRole('dialog', { name: startingWith(rulebook.title) })
      await dialog.getByRole('radio', { name: CHOSEN }).check({ force: true })
      await type(dialog, rulebook.choice.reason, WHY)
      await tick(dialog, /yang sama untuk/)
      await tour.look('pilih-buku-aturan')
      await press(dialog, rulebook.choice.submit)
      await dialog.waitFor({ state: 'hidden' })
      await handTo(tour, people.author)
    },
  )
}
const CHOSEN = 'PP 53/2010'
const WHY =
  'Perbuatan selesai jauh sebelum aturan baru berlaku, dan aturan lama lebih ringan bagi para terlapor.'

async function assign({ page }: Tour, group: string, person: TourPerson): Promise<void> {
  const set = page.getByRole('group', { name: group, exact: true })
  await set.getByRole('checkbox', { name: `${person.name}, ${person.position}` }).check()
}

/** Opens the case from the list of cases, on the tab with this label. */
export async function openTab(tour: Tour, tab: string): Promise<void> {
  const { page } = tour
  const tabs = page.getByRole('navigation', { name: t.cases.tabs.label })
  if (!(await tabs.isVisible())) {
    await openRoom(tour, t.app.rail.cases)
    await page.getByRole('row').nth(1).dblclick()
    await tabs.waitFor()
  }
  await tabs.getByRole('link', { name: startingWith(tab) }).click()
}

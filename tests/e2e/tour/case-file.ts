import { t } from '../../../shared/strings/index.ts'
import { press, startingWith } from './fields.ts'
import { people, type TourPerson } from './people.ts'
import { openRoom } from './session.ts'
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

import { civilDateAt, instantOf } from '../../../shared/dates.ts'
import { t } from '../../../shared/strings/index.ts'
import { fromReporter } from './exhibit-files.ts'
import { choose, press, type, typeDate } from './fields.ts'
import { people } from './people.ts'
import type { TourRespondent } from './report-facts.ts'
import { openRoom, unlock } from './session.ts'
import type { Tour } from './tour.ts'

const words = t.followUps

/** The answer of the supervising official comes in; the clock of the letter stops. Starts locked. */
export async function recordDecision(tour: Tour, person: TourRespondent): Promise<void> {
  const { page } = tour
  await tour.step('followUp', 'Tenggat tindak lanjut berjalan sejak surat terbit.', async () => {
    await unlock(tour, people.author)
    await openRoom(tour, t.app.rail.followUps)
    await page.getByRole('row').filter({ hasText: person.name }).first().click()
    await page.getByRole('button', { name: words.record.action }).waitFor()
    await tour.look('tindak-lanjut')
  })
  await tour.step('sanctionDecision', 'SK dicatat dan tindak lanjut selesai.', async () => {
    await press(page, words.record.action)
    const dialog = page.getByRole('dialog', { name: words.record.title })
    await type(dialog, words.record.number, 'SK.BUP/REKAAN/117/2026')
    await typeDate(dialog, words.record.on, today())
    await choose(page, dialog, words.record.sanction, 'Penundaan kenaikan pangkat')
    await tour.answer(fromReporter.decree.file)
    await press(dialog, words.record.chooseFile)
    await tour.look('catat-sk')
    await press(dialog, words.record.submit)
    await page.getByText(words.record.done('same')).waitFor()
    await tour.look('tindak-lanjut-selesai')
  })
}

/** Today as a person types it, on the clock of the laptop. */
function today(): string {
  return civilDateAt(instantOf(new Date()), 'WIB').split('-').reverse().join('-')
}

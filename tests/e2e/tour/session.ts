import { errorSentence, t } from '../../../shared/strings/index.ts'
import { atRest } from '../harness/at-rest.ts'
import { untilLocked } from '../harness/engine-port.ts'
import { button, press, type } from './fields.ts'
import type { TourPerson } from './people.ts'
import type { Tour } from './tour.ts'

/** Unlocks as a person; the lock screen may offer the one who worked here last. */
export async function unlock(tour: Tour, person: TourPerson): Promise<void> {
  const { page } = tour
  const words = t.session.lock
  await button(page, words.unlock).waitFor()
  await atRest(page)
  const change = button(page, words.change)
  if (await change.isVisible()) await change.click()
  await type(page, words.signInName, person.signInName)
  await type(page, words.passphrase, person.passphrase)
  await press(page, words.unlock)
  await page.getByRole('navigation', { name: t.app.rail.label }).waitFor()
}

export async function lock(tour: Tour): Promise<void> {
  await tour.page.keyboard.press('Control+l')
  await button(tour.page, t.session.lock.unlock).waitFor()
  // The page covers itself a moment before the store is locked.
  await untilLocked(tour.page)
}

/** Locks and hands the laptop to another person. */
export async function handTo(tour: Tour, person: TourPerson): Promise<void> {
  await lock(tour)
  await unlock(tour, person)
}

/** Opens a part of the program by its entry in the rail. */
export async function openRoom(tour: Tour, label: string): Promise<void> {
  const rail = tour.page.getByRole('navigation', { name: t.app.rail.label })
  await rail.getByRole('link', { name: label, exact: true }).click()
}

/** A wrong passphrase is refused with a sentence, and nothing is lost. */
export async function mistypePassphrase(tour: Tour, person: TourPerson): Promise<void> {
  const { page } = tour
  await button(page, t.session.lock.unlock).waitFor()
  await atRest(page)
  const change = button(page, t.session.lock.change)
  if (await change.isVisible()) await change.click()
  await type(page, t.session.lock.signInName, person.signInName)
  await type(page, t.session.lock.passphrase, 'bukan frasa yang benar')
  await press(page, t.session.lock.unlock)
  await page.getByText(errorSentence('keys.wrongPassphrase', {})).waitFor()
}

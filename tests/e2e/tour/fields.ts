import type { Locator, Page } from 'playwright-core'
import { t } from '../../../shared/strings/index.ts'

// Fields and buttons are found as a screen reader finds them: by role and by the label in shared/strings.

const FADE_MS = 1_500

/** Where to look: the whole page or a part of it. */
export type Place = Page | Locator

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A label, with or without the word 'wajib' behind it. */
export const labelled = (label: string): RegExp =>
  new RegExp(`^\\s*${escaped(label)}\\s*(${escaped(t.common.required)})?\\s*$`)

/** A name that begins with these words; keys may be shown behind them. */
export const startingWith = (words: string): RegExp => new RegExp(`^\\s*${escaped(words)}`)

export const button = (place: Place, name: string): Locator =>
  place.getByRole('button', { name: startingWith(name) })

export async function press(place: Place, name: string): Promise<void> {
  await button(place, name).first().click()
}

export const textField = (place: Place, label: string): Locator =>
  place.getByRole('textbox', { name: labelled(label) })

export async function type(place: Place, label: string, text: string): Promise<void> {
  await textField(place, label).fill(text)
}

/** Types a date and leaves the field; its calendar closes. */
export async function typeDate(place: Place, label: string, text: string): Promise<void> {
  const field = textField(place, label)
  await field.fill(text)
  await field.blur()
}

/** Opens a list of choices and takes the one with this text. */
export async function choose(page: Page, place: Place, label: string, choice: string): Promise<void> {
  await place.getByRole('combobox', { name: labelled(label) }).click()
  const exact = page.getByRole('option', { name: choice, exact: true })
  const options = page.getByRole('option', { name: startingWith(choice) })
  await options.first().waitFor()
  await ((await exact.count()) > 0 ? exact : options).first().click()
  // While it fades it would still take the next click; some lists open again by themselves.
  await options
    .first()
    .waitFor({ state: 'hidden', timeout: FADE_MS })
    .catch(() => undefined)
}

/** One of a few: a radio of the named group. */
export async function pick(place: Place, group: string, choice: string): Promise<void> {
  const radio = place
    .getByRole('group', { name: labelled(group) })
    .getByRole('radio', { name: startingWith(choice) })
  // The round button itself may be hidden behind its text.
  await radio.check({ force: true })
}

export async function tick(place: Place, label: string | RegExp): Promise<void> {
  await place.getByRole('checkbox', { name: label }).check()
}

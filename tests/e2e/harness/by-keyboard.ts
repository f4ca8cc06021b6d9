import type { Locator, Page } from 'playwright-core'
import { labelled } from '../tour/fields.ts'

const MOST_STEPS = 80

export const focused = (target: Locator): Promise<boolean> =>
  target.evaluate(element => element === document.activeElement)

/** What somebody without a mouse does; each step throws when it is not reached. `place` is a part of the page. */
export function byKeyboard(page: Page) {
  /** Presses Tab until the element has the focus. */
  async function tabTo(target: Locator): Promise<void> {
    await target.waitFor()
    for (let n = 0; n < MOST_STEPS; n++) {
      if (await focused(target)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`not reached with Tab: ${target}`)
  }

  async function pressOn(target: Locator): Promise<void> {
    await tabTo(target)
    await page.keyboard.press('Enter')
  }

  async function typeInto(label: string, text: string, place: Page | Locator = page): Promise<void> {
    await tabTo(place.getByRole('textbox', { name: labelled(label) }))
    await page.keyboard.press('Control+a')
    await page.keyboard.type(text)
  }

  /** Opens a list of choices with an arrow, goes down to the one with this text, or by so many, and takes it. */
  async function chooseIn(
    label: string,
    choice: string | number,
    place: Page | Locator = page,
  ): Promise<void> {
    await tabTo(place.getByRole('combobox', { name: labelled(label) }))
    await page.keyboard.press('ArrowDown')
    await page.getByRole('option').first().waitFor()
    if (typeof choice === 'number') {
      for (let n = 0; n < choice; n++) await page.keyboard.press('ArrowDown')
    } else {
      await arrowsTo(page.getByRole('option', { name: choice, exact: true }), option =>
        option.evaluate(element => element.hasAttribute('data-combobox-selected')),
      )
    }
    await page.keyboard.press('Enter')
    await page.getByRole('option').first().waitFor({ state: 'hidden' })
  }

  /** One radio button of a group: Tab to the group, arrows to the button. */
  async function pickIn(group: string, choice: string, place: Page | Locator = page): Promise<void> {
    const radios = place.getByRole('group', { name: labelled(group) })
    const checked = radios.getByRole('radio', { checked: true })
    await tabTo((await checked.count()) > 0 ? checked : radios.getByRole('radio').first())
    await arrowsTo(radios.getByRole('radio', { name: choice, exact: true }), focused)
    await page.keyboard.press('Space')
  }

  async function arrowsTo(target: Locator, reached: (target: Locator) => Promise<boolean>): Promise<void> {
    await target.waitFor()
    for (let n = 0; n < MOST_STEPS; n++) {
      if (await reached(target)) return
      await page.keyboard.press('ArrowDown')
    }
    throw new Error(`not reached with arrows: ${target}`)
  }

  return { tabTo, pressOn, typeInto, chooseIn, pickIn }
}

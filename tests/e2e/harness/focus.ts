import type { Locator } from 'playwright-core'

const PATIENCE_MS = 60_000
const LOOK_MS = 50

/** Whether the element, or something inside it, has the focus. */
export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate(element => element.contains(document.activeElement))

/** Waits until the focus is in the element: a dialog that just opened takes it a moment after it is shown. */
export async function focusIn(target: Locator): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  while (!(await hasFocus(target))) {
    if (Date.now() > end) throw new Error(`never had the focus: ${target}`)
    await new Promise(resolve => setTimeout(resolve, LOOK_MS))
  }
}

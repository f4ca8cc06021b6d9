import type { Page } from 'playwright-core'

const LISTENERS_MS = 500
const FADE_MS = 3_000

/**
 * Waits until the page has painted and has nothing left to do at once (half a second at most): what just appeared
 * then also listens to keys and has taken the focus.
 */
export function atRest(page: Page): Promise<void> {
  return page.evaluate(
    patience =>
      new Promise<void>(resolve => {
        setTimeout(resolve, patience * 2)
        requestAnimationFrame(() => requestIdleCallback(() => setTimeout(resolve, 0), { timeout: patience }))
      }),
    LISTENERS_MS,
  )
}

/** Waits until nothing fades or moves any more, so that colours and places are those that stay. */
export async function still(page: Page): Promise<void> {
  await atRest(page)
  await page.evaluate(patience => {
    const moving = document
      .getAnimations()
      .filter(({ playState, effect }) => {
        const end = effect?.getComputedTiming().endTime
        return playState === 'running' && end !== undefined && Number.isFinite(Number(end))
      })
      .map(animation => animation.finished.catch(() => undefined))
    return Promise.race([
      Promise.all(moving).then(() => undefined),
      new Promise<void>(resolve => setTimeout(resolve, patience)),
    ])
  }, FADE_MS)
  await atRest(page)
}

/** Keys of a test come no sooner than those of a person: only to a page that has come to rest. */
export function calmKeys(page: Page): void {
  const { keyboard } = page
  const press = keyboard.press.bind(keyboard)
  const type = keyboard.type.bind(keyboard)
  // A page that is just going away takes its keys as it is.
  const rest = () => atRest(page).catch(() => undefined)
  keyboard.press = async (key, options) => {
    await rest()
    await press(key, options)
  }
  keyboard.type = async (text, options) => {
    await rest()
    await type(text, options)
  }
}

import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { still } from './at-rest.ts'

const DROPS = 3
const DROP_MS = 20_000

/** From now on every open or save dialog answers with these absolute paths; an empty list means cancelled. */
export async function answerDialog(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    const [first] = chosen
    dialog.showOpenDialog = async () => ({ canceled: first === undefined, filePaths: [...chosen] })
    dialog.showSaveDialog = async () => ({ canceled: first === undefined, filePath: first ?? '' })
  }, paths)
}

/** Drops files from the operating system on the element, as a mouse would. */
export async function dropFiles(page: Page, selector: string, paths: readonly string[]): Promise<void> {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`drop target not visible: ${selector}`)
  const cdp = await page.context().newCDPSession(page)
  const data = { items: [], files: paths.map(file => path.resolve(file)), dragOperationsMask: 1 }
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp.send('Input.dispatchDragEvent', { type, ...place, data })
  }
  await cdp.detach()
}

/** Drops files and waits for what comes of it; again when a busy page did not take them, as a person would. */
export async function dropUntil(
  page: Page,
  selector: string,
  paths: readonly string[],
  answer: Locator,
): Promise<void> {
  for (let turn = 1; turn < DROPS; turn += 1) {
    await still(page)
    await dropFiles(page, selector, paths)
    const came = answer.waitFor({ timeout: DROP_MS }).then(
      () => true,
      () => false,
    )
    if (await came) return
    console.error('[harness] a drop was not taken; dropped once more')
  }
  await dropFiles(page, selector, paths)
  await answer.waitFor()
}

/** Waits until the JSON file is there as a whole; half of one is no JSON. */
export const written = (file: string) => expect.poll(() => isJson(file)).toBe(true)
function isJson(file: string): boolean {
  try {
    JSON.parse(readFileSync(file, 'utf8'))
    return true
  } catch {
    return false
  }
}

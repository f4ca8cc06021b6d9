import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { still } from './at-rest.ts'

/** Saves a picture of the window as PNG once fonts are loaded and nothing moves. Makes the folder. */
export async function screenshot(page: Page, file: string): Promise<void> {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await still(page)
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' })
}

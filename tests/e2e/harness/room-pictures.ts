import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { accessibilityFaults } from './axe.ts'
import { type Launched, resize } from './launch.ts'
import { screenshot } from './screenshot.ts'

const SMALL = { width: 1366, height: 768 }
const LARGE = { width: 1920, height: 1080 }
const SETTLE_MS = 150
// While the steps themselves are being worked on.
const NONE = 'none'

export type Pictures = {
  folder: string
  faults: Record<string, string[]>
  /** The window as it stands, at both sizes, light and dark; accessibility in both themes. */
  look(program: Launched, name: string): Promise<void>
  /** The audience's window as it stands. */
  lookAt(page: Page, name: string): Promise<void>
}

/**
 * Pictures of every state. With ADJUDIKASN_TEST_SCREENS=FOLDER all of them at both sizes, light and dark; without it
 * a few in a folder of their own under /tmp.
 */
export function roomPictures(prefix: string): Pictures {
  const given = process.env.ADJUDIKASN_TEST_SCREENS
  const folder = given ?? fs.mkdtempSync(path.join(os.tmpdir(), `adjudikasn-${prefix}-`))
  const faults: Record<string, string[]> = {}
  let count = 0
  const next = (name: string) => {
    count += 1
    return `${prefix}-${String(count).padStart(2, '0')}-${name}`
  }
  const check = async (page: Page, name: string) => {
    const found = await accessibilityFaults(page)
    if (found.length > 0) faults[name] = found
  }
  return {
    folder,
    faults,
    async look({ app, page }, name) {
      const title = next(name)
      if (given === NONE) return
      for (const [size, label] of [
        [SMALL, '1366'],
        [LARGE, '1920'],
      ] as const) {
        if (given !== undefined) await resize(app, size)
        for (const colorScheme of ['light', 'dark'] as const) {
          const dark = colorScheme === 'dark'
          // Kept for people: all four. For the test alone one is enough, and now and then the dark one.
          if (given === undefined && (size === LARGE || (dark && count % 4 !== 0))) continue
          await page.emulateMedia({ colorScheme })
          await page.waitForTimeout(SETTLE_MS)
          await screenshot(page, path.join(folder, `${title}-${label}-${colorScheme}.png`))
          // Colours differ between the themes, names and roles do not: the dark one is asked now and then.
          if (size === SMALL && (!dark || count % 4 === 0)) {
            await check(page, `${title}-${colorScheme}`)
          }
        }
      }
      await page.emulateMedia({ colorScheme: 'light' })
      if (given !== undefined) await resize(app, SMALL)
    },
    async lookAt(page, name) {
      const title = next(name)
      if (given === NONE) return
      await page.waitForTimeout(SETTLE_MS)
      await screenshot(page, path.join(folder, `${title}.png`))
      await check(page, title)
    },
  }
}

import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { still } from './at-rest.ts'

const TRIES = 3
const PAUSE_MS = 700
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Serious and critical accessibility faults of what the page shows now, one line each, with the elements.
 * Empty when there is none. A fault counts when it stands: what is gone a moment later was a fade or a page still
 * being filled. pdf.js's hidden measuring canvas is left out.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  for (let turn = 1; ; turn += 1) {
    await still(page)
    const faults = await faultsNow(page)
    if (faults.length === 0 || turn === TRIES) return faults
    await page.waitForTimeout(PAUSE_MS)
  }
}

async function faultsNow(page: Page): Promise<string[]> {
  const result = await new AxeBuilder({ page })
    // Electron pages cannot open the extra page that axe otherwise uses.
    .setLegacyMode(true)
    .withTags(TAGS)
    .exclude('.hiddenCanvasElement')
    .analyze()
  return result.violations
    .filter(violation => violation.impact === 'serious' || violation.impact === 'critical')
    .map(violation => {
      const places = violation.nodes.slice(0, 5).map(node => node.target.join(' '))
      return `${violation.id} (${violation.impact}): ${violation.help} — ${places.join(' | ')}`
    })
}

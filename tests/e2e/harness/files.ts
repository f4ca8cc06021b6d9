import path from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'

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

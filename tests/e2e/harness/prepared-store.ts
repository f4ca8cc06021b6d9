import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { t } from '../../../shared/strings/index.ts'
import { PASSPHRASE, startTestEngine, type TestEngine } from '../../helpers/test-engine.ts'
import { untilLocked } from './engine-port.ts'
import { answerDialog } from './files.ts'
import type { Launched } from './launch.ts'

/** Makes a store with the real engine, lets `fill` work in it, and gives the folder of a locked copy. */
export async function preparedStore<T>(
  fill: (engine: TestEngine) => Promise<T>,
  options: Parameters<typeof startTestEngine>[0] = {},
): Promise<{ folder: string; filled: T }> {
  const engine = await startTestEngine(options)
  try {
    const filled = await fill(engine)
    engine.engine.lock('closing')
    const folder = join(mkdtempSync(join(tmpdir(), 'adjudikasn-store-')), 'penyimpanan')
    cpSync(engine.dir, folder, { recursive: true })
    return { folder, filled }
  } finally {
    engine.close()
  }
}

/** A copy of a store in a folder of its own, so that each try begins with the same. */
export function copyOfStore(store: string): string {
  const copy = join(mkdtempSync(join(tmpdir(), 'adjudikasn-store-')), 'penyimpanan')
  cpSync(store, copy, { recursive: true })
  return copy
}

/** Opens the folder on the first screen of a new window and unlocks it as one of the test people. */
export async function unlockStore(
  { app, page }: Launched,
  folder: string,
  signInName: string,
): Promise<void> {
  await answerDialog(app, [folder])
  await page.getByRole('button', { name: t.session.start.open }).click()
  await signIn({ page }, signInName)
}

/** Unlocks the store that the lock screen shows. */
export async function signIn({ page }: Pick<Launched, 'page'>, signInName: string): Promise<void> {
  await page.getByLabel(t.session.lock.signInName).fill(signInName)
  await signInAgain({ page })
}

/** Unlocks the store as whoever used it last at this laptop: only the passphrase is asked. */
export async function signInAgain({ page }: Pick<Launched, 'page'>): Promise<void> {
  const field = page.getByLabel(t.session.lock.passphrase, { exact: true })
  await field.fill(PASSPHRASE)
  await field.press('Enter')
  await page.locator('nav').first().waitFor()
}

/** Locks, and waits until the store is locked: the page covers itself a moment earlier. */
export async function lockStore({ page }: Pick<Launched, 'page'>): Promise<void> {
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: t.session.lock.unlock, exact: true }).waitFor()
  await untilLocked(page)
}

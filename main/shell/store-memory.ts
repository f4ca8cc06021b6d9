import fs from 'node:fs'
import type { Settings } from './settings.ts'

/**
 * Remembers which folder the last store is in, so that unlocking needs no dialog: the folder that the engine
 * redeemed last counts once the engine says that a store is unlocked.
 */
export function rememberStore(settings: Settings) {
  let candidate: string | null = null
  return {
    redeemed(path: string | null): string | null {
      if (path !== null && fs.statSync(path, { throwIfNoEntry: false })?.isDirectory()) candidate = path
      return path
    },
    unlocked(): void {
      if (candidate !== null && candidate !== settings.lastStorePath) settings.lastStorePath = candidate
    },
  }
}

import fs from 'node:fs'
import type { Settings } from './settings.ts'

/**
 * Remembers which folder the last store is in, so that unlocking needs no dialog: the folder that the engine
 * redeemed last while locked counts once the engine says that a store is unlocked. `isUnlocked` keeps folders
 * that are only exported to out of it.
 */
export function rememberStore(settings: Pick<Settings, 'lastStorePath'>, isUnlocked: () => boolean) {
  let candidate: string | null = null
  return {
    /** Hands the path on. */
    redeemed(path: string | null): string | null {
      if (path === null || isUnlocked()) return path
      if (fs.statSync(path, { throwIfNoEntry: false })?.isDirectory()) candidate = path
      return path
    },
    unlocked(): void {
      if (candidate !== null && candidate !== settings.lastStorePath) settings.lastStorePath = candidate
      candidate = null
    },
  }
}

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { messages } from './messages.mjs'
import { SetupError, say } from './say.mjs'

/**
 * The switches with which Chromium's sandbox works on this machine: none for an ordinary user, `--no-sandbox`
 * with a visible warning for root (Chromium refuses root). Throws SetupError where the kernel forbids it.
 */
export function sandboxSwitches(exe) {
  if (process.platform !== 'linux') return []
  if (process.getuid() === 0) {
    say(messages.rootWithoutSandbox)
    return ['--no-sandbox']
  }
  const helper = path.join(path.dirname(exe), 'chrome-sandbox')
  const state = fs.statSync(helper, { throwIfNoEntry: false })
  const setuid = state !== undefined && state.uid === 0 && (state.mode & 0o4755) === 0o4755
  if (!setuid && spawnSync('unshare', ['-Ur', 'true']).status !== 0) {
    throw new SetupError(messages.sandboxUnavailable(helper))
  }
  return []
}

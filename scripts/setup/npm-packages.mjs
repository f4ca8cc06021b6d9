import { spawnSync } from 'node:child_process'
import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { messages } from './messages.mjs'
import { SetupError, say } from './say.mjs'

/**
 * Installs the locked packages with `npm ci` when node_modules is missing or differs from package-lock.json.
 * Takes the project folder. Throws SetupError when npm fails.
 */
export function ensurePackages(root) {
  const lockText = fs.readFileSync(path.join(root, 'package-lock.json'))
  const digest = crypto.createHash('sha256').update(lockText).digest('hex')
  const stamp = path.join(root, 'node_modules/.cache/package-lock.sha256')
  if (readText(stamp) === digest && fs.existsSync(path.join(root, 'node_modules/.package-lock.json'))) return
  const why = whatIsStale(root, JSON.parse(lockText.toString('utf8')))
  if (why !== null) {
    if (process.env.ADJUDIKASN_NO_INSTALL) throw new SetupError(messages.installForbidden)
    say(messages.installing(why))
    const code = npm(root, [
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ])
    if (code !== 0) throw new SetupError(messages.installFailed(code))
  }
  fs.mkdirSync(path.dirname(stamp), { recursive: true })
  fs.writeFileSync(stamp, digest)
}

/** Runs npm with the npm that called us, its output going to standard error; gives the exit code. */
export function npm(cwd, args, options = {}) {
  const cli = process.env.npm_execpath
  const env = { ...process.env, CI: process.env.CI ?? 'true' }
  const [command, first] = cli?.endsWith('.js')
    ? [process.env.npm_node_execpath ?? process.execPath, [cli]]
    : ['npm', []]
  const result = spawnSync(command, [...first, ...args], {
    cwd,
    env,
    stdio: ['ignore', options.quiet ? 'ignore' : 2, 2],
    timeout: options.timeout ?? 900_000,
    shell: process.platform === 'win32' && command === 'npm',
  })
  return result.status ?? 1
}

/** npm writes node_modules/.package-lock.json last, so it tells what a finished installation holds. */
function whatIsStale(root, lock) {
  const installedText = readText(path.join(root, 'node_modules/.package-lock.json'))
  if (installedText === null) return messages.noModules
  const installed = JSON.parse(installedText).packages ?? {}
  for (const [place, wanted] of Object.entries(lock.packages)) {
    if (place === '' || (wanted.optional && !installed[place])) continue
    const have = installed[place]
    if (!have || have.version !== wanted.version || have.integrity !== wanted.integrity) {
      return messages.staleModules(place)
    }
  }
  return null
}

function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

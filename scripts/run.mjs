// The one door of every npm script: plain JavaScript for Node >= 20 without packages. It sets up what the task
// needs, says what it does and why, then hands over to the task under Node 24.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureDebianPackages } from './setup/debian-packages.mjs'
import { resolveRuntime } from './setup/electron-runtime.mjs'
import { messages } from './setup/messages.mjs'
import { findNode } from './setup/node-runtime.mjs'
import { ensurePackages } from './setup/npm-packages.mjs'
import { SetupError, say } from './setup/say.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

// `window`: needs Electron and its libraries; `display`: brings its own screen; `screen`: needs the user's.
const TASKS = {
  start: { file: 'start.ts', window: true, screen: true },
  dev: { file: 'dev.ts', window: true, screen: true },
  test: { file: 'check.ts', window: true, display: true, tests: true },
  check: { file: 'check.ts', window: true, display: true, tests: true },
  demo: { file: 'demo.ts', window: true, display: true },
  seed: { file: 'seed.ts' },
  bench: { file: 'bench.ts', window: true, display: true },
  pack: { file: 'pack.ts', window: true },
  'pack:smoke': { file: 'pack-smoke.ts', window: true, display: true },
  tool: { file: 'tool.ts' },
  build: { file: 'build.ts' },
}

const [name = '', ...args] = process.argv.slice(2)
try {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) throw new SetupError(messages.nodeTooOld(process.version))
  const task = Object.hasOwn(TASKS, name) ? TASKS[name] : null
  if (!task) throw new SetupError(messages.unknownTask(name, Object.keys(TASKS)))
  prepareAndRun(task)
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  say(error.message)
  if (name === 'test' || name === 'check') process.stdout.write('0 passed, 1 failed\n')
  process.exitCode = 2
}

function prepareAndRun(task) {
  const file = path.join(root, 'scripts', task.file)
  if (!fs.existsSync(file)) throw new SetupError(messages.missingTask(name))
  const noScreen = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY
  if (task.screen && noScreen) throw new SetupError(messages.noDisplay)
  ensurePackages(root)
  const node = findNode(root)
  const env = { ...process.env, ADJUDIKASN_NODE: node }
  // Set by some editors; it would turn Electron into a plain Node.
  delete env.ELECTRON_RUN_AS_NODE
  env.PATH = `${path.dirname(node)}${path.delimiter}${env.PATH ?? ''}`
  if (task.window) {
    const runtime = resolveRuntime(root)
    say(messages.runtimeInUse(runtime.version, runtime.kind))
    env.ADJUDIKASN_RUNTIME_SAID = '1'
    ensureDebianPackages(runtime.exe, { display: task.display, tests: task.tests })
  }
  const child = spawn(node, [file, ...args], { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0)
  })
}

import { ROOT } from './project.ts'
import { type Runtime, resolveRuntime } from './setup/electron-runtime.mjs'
import { findNode } from './setup/node-runtime.mjs'
import { sandboxSwitches } from './setup/sandbox.mjs'

export type LaunchPlan = { exe: string; args: string[]; env: Record<string, string>; runtime: Runtime }

/**
 * How to start the built program on this machine: executable, arguments and environment.
 * Throws SetupError when there is no Electron or its sandbox is forbidden.
 */
export function launchPlan(): LaunchPlan {
  const runtime = resolveRuntime(ROOT)
  const env: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value
  delete env.ELECTRON_RUN_AS_NODE
  env.ADJUDIKASN_RUNTIME_KIND = runtime.kind
  // The older runtime's own Node cannot load the database; the engine then runs on Node 24 beside it.
  if (runtime.kind === 'evaluation' || env.ADJUDIKASN_ENGINE === 'node') {
    env.ADJUDIKASN_ENGINE_NODE ??= findNode(ROOT)
  }
  const quietGpu = env.CI || env.ADJUDIKASN_DISABLE_GPU ? ['--disable-gpu'] : []
  // Chromium's own chatter (no bus, no GPU) says nothing to the reader of a terminal.
  const switches = [...sandboxSwitches(runtime.exe), '--log-level=3', ...quietGpu]
  return { exe: runtime.exe, args: [...switches, ROOT], env, runtime }
}

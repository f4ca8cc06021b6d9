import os from 'node:os'
import { app } from 'electron'
import type { RuntimeInfo } from '../../shared/bridge.ts'
import { developmentSwitch } from './directories.ts'
import { runtimeKind } from './runtime-kind.ts'

declare const __ELECTRON_VERSION__: string

/** What runs here, for the status bar and the engine; `engineKind` is added by who knows the engine. */
export function runtimeInfo(sandboxed: boolean): Omit<RuntimeInfo, 'engineKind'> {
  const { electron = '', chrome = '' } = process.versions
  const runtime = runtimeKind(electron, __ELECTRON_VERSION__, developmentSwitch('ADJUDIKASN_RUNTIME_KIND'))
  return { appVersion: app.getVersion(), deviceName: os.hostname(), electron, chrome, runtime, sandboxed }
}

import type { RuntimeInfo } from '../../shared/bridge.ts'

/**
 * Which Electron is this? Takes the running and the pinned version and what the launcher said (not trusted in
 * a packaged build). Anything that is not the pinned version is for evaluation unless somebody chose it.
 */
export function runtimeKind(
  running: string,
  pinned: string,
  launcher: string | null,
): RuntimeInfo['runtime'] {
  if (running === pinned) return 'official'
  return launcher === 'override' ? 'override' : 'evaluation'
}

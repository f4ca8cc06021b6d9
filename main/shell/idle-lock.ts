import { app, powerMonitor } from 'electron'
import type { LockReason } from '../../shared/wire.ts'
import { shouldLockForIdle } from './idle-rule.ts'

const CHECK_MS = 5_000

export type IdleState = { unlocked: boolean; holdOpen: boolean; idleMinutes: number }

/** Calls `lock` before sleep, when the screen is locked, and after the idle minutes of `state` (the laptop's setting). */
export function watchIdle(state: () => IdleState, lock: (reason: LockReason) => void): void {
  let lastInputAt = Date.now()
  app.on('web-contents-created', (_event, contents) => {
    contents.on('input-event', () => {
      lastInputAt = Date.now()
    })
  })
  powerMonitor.on('suspend', () => lock('suspend'))
  powerMonitor.on('lock-screen', () => lock('suspend'))
  setInterval(() => {
    const systemIdleSeconds = powerMonitor.getSystemIdleTime()
    const secondsSinceInput = (Date.now() - lastInputAt) / 1000
    if (shouldLockForIdle({ ...state(), systemIdleSeconds, secondsSinceInput })) lock('idle')
  }, CHECK_MS)
}

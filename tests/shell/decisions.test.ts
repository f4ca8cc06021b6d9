import { describe, expect, it } from 'vitest'
import { pagePolicy } from '../../main/shell/content-policy.ts'
import { shouldLockForIdle } from '../../main/shell/idle-rule.ts'
import { otherScreen } from '../../main/shell/public-display-place.ts'
import { restartDelay } from '../../main/shell/restart-delay.ts'
import { runtimeKind } from '../../main/shell/runtime-kind.ts'
import { placeOnScreens } from '../../main/shell/window-place.ts'

describe('idle lock', () => {
  const idle = {
    unlocked: true,
    holdOpen: false,
    idleMinutes: 10,
    systemIdleSeconds: 600,
    secondsSinceInput: 600,
  }

  it('locks after the idle minutes, not before', () => {
    expect(shouldLockForIdle(idle)).toBe(true)
    expect(shouldLockForIdle({ ...idle, systemIdleSeconds: 599 })).toBe(false)
    expect(shouldLockForIdle({ ...idle, secondsSinceInput: 3 })).toBe(false)
  })

  it('stays open while a plenary is shown, when switched off, and when locked already', () => {
    expect(shouldLockForIdle({ ...idle, holdOpen: true })).toBe(false)
    expect(shouldLockForIdle({ ...idle, idleMinutes: 0 })).toBe(false)
    expect(shouldLockForIdle({ ...idle, unlocked: false })).toBe(false)
  })
})

describe('engine restarts', () => {
  it('starts at once after the first death, then ever more slowly up to ten seconds', () => {
    expect([1, 2, 3, 4, 5, 20].map(restartDelay)).toEqual([0, 250, 500, 1000, 2000, 10_000])
  })
})

describe('runtime', () => {
  it.each([
    ['45.4.1', null, 'official'],
    ['45.4.1', 'override', 'official'],
    ['25.1.1', null, 'evaluation'],
    ['25.1.1', 'official', 'evaluation'],
    ['46.0.0', 'override', 'override'],
  ] as const)('%s, launched as %s, is %s', (running, launcher, expected) => {
    expect(runtimeKind(running, '45.4.1', launcher)).toBe(expected)
  })
})

describe('place of the window', () => {
  const screens = [{ x: 0, y: 0, width: 1366, height: 728 }]
  const kept = { x: 40, y: 20, width: 1200, height: 700, maximized: false }

  it('opens 1366×768 at first', () => {
    expect(placeOnScreens(null, screens)).toEqual({ width: 1366, height: 768, maximized: false })
  })

  it('opens where it stood', () => {
    expect(placeOnScreens(kept, screens)).toEqual(kept)
  })

  it('comes back to a screen when its own was unplugged', () => {
    expect(placeOnScreens({ ...kept, x: 3000 }, screens)).toEqual({
      width: 1200,
      height: 700,
      maximized: false,
    })
  })

  it('never opens smaller than the least size and ignores a broken memory', () => {
    expect(placeOnScreens({ ...kept, width: 10, height: 10 }, screens)).toMatchObject({
      width: 1100,
      height: 640,
    })
    expect(placeOnScreens({ ...kept, x: Number.NaN }, screens)).toMatchObject({ width: 1366 })
  })
})

describe('content policy of the page', () => {
  it('lets no inline script, no eval and no foreign host in', () => {
    const policy = pagePolicy('n0nce')
    const scripts = policy.split('; ').find(part => part.startsWith('script-src'))
    expect(scripts).toBe("script-src 'self' 'wasm-unsafe-eval'")
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/)
    expect(policy).toContain("require-trusted-types-for 'script'")
  })
})

describe('the public display', () => {
  const bounds = (x: number) => ({ x, y: 0, width: 1920, height: 1080 })

  it('fills the screen that is not the presenter’s', () => {
    const screens = [
      { id: 1, bounds: bounds(0) },
      { id: 2, bounds: bounds(1920) },
    ]
    expect(otherScreen(1, screens)).toEqual(bounds(1920))
    expect(otherScreen(2, screens)).toEqual(bounds(0))
  })

  it('is an ordinary window where there is but one screen', () => {
    expect(otherScreen(1, [{ id: 1, bounds: bounds(0) }])).toBeNull()
  })
})

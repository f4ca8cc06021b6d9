import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityFaults } from './harness/axe.ts'
import { engineReady } from './harness/engine-port.ts'
import { enginePid, type Launched, launch } from './harness/launch.ts'

const READY_MS = 60_000

async function settled(program: Launched): Promise<void> {
  const shown = () => document.body.innerText.trim().length > 0
  await program.page.waitForFunction(shown, null, { timeout: READY_MS })
  await engineReady(program.page)
}

describe('the window', () => {
  let program: Launched

  beforeAll(async () => {
    program = await launch()
    await settled(program)
  })
  afterAll(() => program.close())

  it('opens with the first screen, in Indonesian, without a single console problem', async () => {
    expect(await program.page.evaluate(() => document.documentElement.lang)).toBe('id')
    expect(await program.page.title()).toBe('AdjudikASN')
    expect(await program.page.evaluate(() => document.body.innerText)).toContain('AdjudikASN')
    expect(program.problems).toEqual([])
  })

  it('has no serious accessibility fault', async () => {
    expect(await accessibilityFaults(program.page)).toEqual([])
  })

  it('says what it runs on, and warns of the evaluation runtime on the screen', async () => {
    const info = await program.page.evaluate(() => window.bridge.shell('info', {}))
    expect(info.electron).toMatch(/^\d+\.\d+\.\d+$/)
    expect(info.sandboxed).toBe(process.getuid?.() !== 0)
    if (info.runtime === 'evaluation') {
      expect(await program.page.evaluate(() => document.body.innerText)).toMatch(/evaluasi/i)
    }
  })

  it('starts only once for the same user data', async () => {
    const second = launch({ userData: program.userData }).then(
      async opened => {
        await opened.close()
        return 'opened'
      },
      () => 'refused',
    )
    expect(await second).toBe('refused')
    expect(await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  it('says when the engine dies and goes on with a fresh one', async () => {
    // Listening first, in a call of its own: the engine must not die before the page listens.
    await program.page.evaluate(() => {
      const heard: string[] = []
      Object.assign(window, { __heard: heard })
      window.bridge.onShellEvent(event => void heard.push(event))
    })
    const heard = () => program.page.evaluate(() => Reflect.get(window, '__heard') as readonly string[])
    const before = enginePid(program.app)
    if (before !== null) process.kill(before, 'SIGKILL')
    await expect.poll(heard).toEqual(['engineGone', 'engineReady'])
    await expect.poll(() => enginePid(program.app), { timeout: READY_MS }).not.toBeNull()
    expect(enginePid(program.app)).not.toBe(before)
  })
})

describe('settings of this laptop', () => {
  it('are kept from start to start, with the place of the window', async () => {
    const first = await launch()
    await settled(first)
    await first.page.evaluate(() =>
      window.bridge.shell('setSettings', { railCollapsed: true, theme: 'dark' }),
    )
    await first.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 30, y: 40, width: 1200, height: 700 })
    })
    await first.close()

    const again = await launch({ userData: first.userData, size: 'asRemembered' })
    await settled(again)
    const settings = await again.page.evaluate(() => window.bridge.shell('getSettings', {}))
    const bounds = await again.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getBounds(),
    )
    await again.close()
    expect(settings).toMatchObject({ railCollapsed: true, theme: 'dark' })
    expect(bounds).toEqual({ x: 30, y: 40, width: 1200, height: 700 })
  })

  it('start fresh when their file is damaged; the damaged file is kept', async () => {
    const first = await launch()
    await first.close()
    const file = path.join(first.userData, 'settings.json')
    fs.writeFileSync(file, '{"device": {"theme": "da')

    const again = await launch({ userData: first.userData })
    await settled(again)
    const settings = await again.page.evaluate(() => window.bridge.shell('getSettings', {}))
    await again.close()
    expect(settings.theme).toBe('system')
    expect(fs.readFileSync(`${file}.rusak`, 'utf8')).toContain('"da')
  })
})

import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attempts } from './harness/attempts.ts'
import { askEngine, engineReady } from './harness/engine-port.ts'
import { type Launched, launch } from './harness/launch.ts'

const QUIET_MS = 400

let program: Launched
let server: http.Server
let base = ''
const requests: string[] = []

beforeAll(async () => {
  server = http.createServer((request, response) => {
    requests.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*')
    response.end('globalThis.__ran = "remote"')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  program = await launch()
  await program.page.waitForFunction(() => document.body.innerText.trim().length > 0)
  // The page has its own port before the first raw call.
  await engineReady(program.page)
})
afterAll(async () => {
  await program.close()
  server.close()
})

/** Runs code in the page as the page itself would: what DevTools evaluates may use eval despite the policy. */
function asPage<T, A>(run: (argument: A) => T | Promise<T>, argument: A): Promise<T | string> {
  return program.page.evaluate(
    `new Promise(resolve => setTimeout(async () => {
      try { resolve(await (${run.toString()})(${JSON.stringify(argument)})) } catch (error) { resolve('refused: ' + error) }
    }, 0))`,
  )
}

const quiet = () => new Promise(resolve => setTimeout(resolve, QUIET_MS))

describe('the page', () => {
  it.each(['require', 'process', 'module', 'global', 'Buffer', '__dirname', 'electron'])(
    'has no %s',
    async name => {
      expect(
        await program.page.evaluate(key => typeof (globalThis as Record<string, unknown>)[key], name),
      ).toBe('undefined')
    },
  )

  it('has one frozen bridge of four functions', async () => {
    const facts = await program.page.evaluate(() => {
      const before = window.bridge.shell
      let replaced = false
      try {
        Object.assign(window.bridge, { shell: () => 'mine' })
      } catch {}
      try {
        Object.assign(window, { bridge: {} })
      } catch {}
      replaced = window.bridge.shell !== before
      return { keys: Object.keys(window.bridge).sort(), frozen: Object.isFrozen(window.bridge), replaced }
    })
    expect(facts).toEqual({
      keys: ['onFilesDropped', 'onShellEvent', 'requestEnginePort', 'shell'],
      frozen: true,
      replaced: false,
    })
  })
})

describe('code that did not ship with the program', () => {
  it.each(Object.keys(attempts.code))('does not run: %s', async name => {
    await program.page.evaluate(() => Object.assign(globalThis, { __ran: '' }))
    await asPage(attempts.code[name]!, base)
    await quiet()
    expect(await program.page.evaluate(() => Reflect.get(globalThis, '__ran'))).toBe('')
  })
})

describe('the network', () => {
  it.each(Object.keys(attempts.network))('is out of reach: %s', async name => {
    const before = requests.length
    await asPage(attempts.network[name]!, base)
    await quiet()
    expect(requests.slice(before)).toEqual([])
  })
})

describe('permissions', () => {
  it.each(Object.keys(attempts.permissions))('are denied: %s', async name => {
    expect(await asPage(attempts.permissions[name]!, '')).toMatch(/^(denied|refused)/)
  })
})

describe('files', () => {
  it.each([
    '/%2e%2e/main/main.cjs',
    '/..%2fmain/main.cjs',
    '/assets/..%2f..%2fmain/main.cjs',
    '/%2e%2e%2f%2e%2e%2fpackage.json',
    '/..%5cmain%5cmain.cjs',
    '//etc/passwd',
    '/etc/passwd',
    '/index.html%00.js',
    '/berkas/',
    '/berkas/..%2f..%2fmain%2fmain.cjs',
    '/berkas/00000000-0000-4000-8000-000000000000',
    'file:///etc/passwd',
    'app://other/index.html',
  ])('are not served: %s', async address => {
    const status = await program.page.evaluate(
      url =>
        fetch(url).then(
          response => response.status,
          () => 0,
        ),
      address,
    )
    expect([0, 403, 404]).toContain(status)
  })

  it('are not served to anything but GET', async () => {
    const status = await program.page.evaluate(() =>
      fetch('/index.html', { method: 'POST' }).then(
        r => r.status,
        () => 0,
      ),
    )
    expect([0, 405]).toContain(status)
  })

  it('cannot be saved by a download', async () => {
    const prevented = program.app.evaluate(
      ({ session }) =>
        new Promise<boolean>(resolve => {
          session.defaultSession.once('will-download', event => resolve(event.defaultPrevented))
          setTimeout(() => resolve(true), 2_000)
        }),
    )
    await asPage(() => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob(['x']))
      link.download = 'x.txt'
      link.click()
    }, '')
    expect(await prevented).toBe(true)
  })
})

describe('calls to the shell', () => {
  it.each([
    ['constructor', {}],
    ['__proto__', {}],
    ['toString', {}],
    ['', {}],
    ['info', { extra: 1 }],
    ['info', null],
    ['chooseFiles', { kind: '../../etc', many: true }],
    ['chooseFolder', { purpose: 'root' }],
    ['showInFolder', { ticket: '/etc/passwd' }],
    ['setSettings', { unknown: true }],
    ['setSettings', { idleMinutes: -1 }],
    ['setSettings', { theme: 'dark', columnWidths: { a: { b: 'x' } } }],
    ['setSettings', JSON.parse('{"__proto__": {"polluted": true}, "constructor": {}}')],
  ])('are refused: %j %j', async (name, input) => {
    const answer = await program.page.evaluate(
      ([method, value]) => {
        const call = window.bridge.shell as (name: string, input: unknown) => Promise<unknown>
        return call(method as string, value).then(
          () => 'answered',
          (error: Error) => error.message,
        )
      },
      [name, input] as const,
    )
    expect(answer).toMatch(/shell\.(unknownCall|invalidInput)/)
  })

  it('never name a store: the window can only forget the last one', async () => {
    const settings = await program.page.evaluate(() =>
      window.bridge.shell('setSettings', { lastStore: '/etc' }),
    )
    expect(settings.lastStore).toBeNull()
    expect(await program.page.evaluate(() => window.bridge.shell('lastStoreTicket', {}))).toBeNull()
  })

  it('are refused from a page that is not ours, even with the same preload', async () => {
    const answer = await program.app.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/dist/preload/preload.cjs`
      const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await foreign.loadURL('data:text/html,<p>foreign</p>')
      const said: string = await foreign.webContents.executeJavaScript(
        `bridge.requestEnginePort(); bridge.shell('info', {}).then(() => 'answered', error => error.message)`,
      )
      foreign.destroy()
      return said
    })
    expect(answer).toContain('shell.senderRefused')
  })
})

describe('calls to the engine', () => {
  it.each([
    ['__proto__', {}],
    ['constructor', {}],
    ['hasOwnProperty', {}],
    ['cases.list', { $where: '1' }],
    ["cases.list'; drop table cases", {}],
    ['session.unlock', { ticket: '/etc', signInName: 7, passphrase: {} }],
    ['', null],
  ])('are refused while locked: %j %j', async (method, input) => {
    const reply = await askEngine(program.page, { t: 'call', id: 987_654_321, method, input })
    expect(reply.ok).toBe(false)
  })
})

// Last: Playwright may wait for ever on a page whose navigation was prevented.
describe('leaving the page', () => {
  it.each(Object.keys(attempts.leaving))('is refused: %s', async name => {
    await program.page.evaluate(() => Object.assign(globalThis, { __here: true }))
    const before = requests.length
    await asPage(attempts.leaving[name]!, base)
    await quiet()
    expect(await program.page.evaluate(() => [location.href, Reflect.get(globalThis, '__here')])).toEqual([
      'app://adjudikasn/index.html',
      true,
    ])
    expect(requests.slice(before)).toEqual([])
    await expect
      .poll(() => program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
      .toBe(1)
  })
})

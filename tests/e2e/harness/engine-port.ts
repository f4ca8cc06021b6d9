import type { Page } from 'playwright-core'
import type { Bridge } from '../../../shared/bridge.ts'
import type { RefusalMessage, ReplyMessage, ToEngine } from '../../../shared/wire.ts'

const LOOK_MS = 50

declare global {
  interface Window {
    readonly bridge: Bridge
  }
}

/** Waits until an engine is ready to serve the window. */
export async function engineReady(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        window.addEventListener('message', event => event.data === 'engine-port' && resolve())
        window.bridge.requestEnginePort()
      }),
  )
}

/**
 * Sends one raw message to the engine, past the page's own client, and gives the reply of the same id. The port is
 * kept from the page, whose client would take it for its own and lose the answers still under way on its old one.
 * Only while an engine runs: a page that waits for a fresh one would not get its port.
 */
export function askEngine(page: Page, message: ToEngine): Promise<ReplyMessage | RefusalMessage> {
  return page.evaluate(
    sent =>
      new Promise<ReplyMessage | RefusalMessage>(resolve => {
        const take = (event: MessageEvent) => {
          const port = event.data === 'engine-port' ? event.ports[0] : undefined
          if (!port) return
          event.stopImmediatePropagation()
          window.removeEventListener('message', take, true)
          port.addEventListener('message', ({ data }) => {
            if (data.t !== 'reply' || data.id !== sent.id) return
            port.close()
            resolve(data)
          })
          port.start()
          port.postMessage(sent)
        }
        window.addEventListener('message', take, true)
        window.bridge.requestEnginePort()
      }),
    message,
  )
}

/** Waits until the store is locked, not only the page covered: a passphrase typed in between would be too early. */
export async function untilLocked(page: Page): Promise<void> {
  for (let id = 6_000_000; ; id += 1) {
    const reply = await askEngine(page, { t: 'call', id, method: 'session.status', input: {} })
    const status = reply.ok ? (reply.value as { state: string }) : null
    if (status?.state !== 'unlocked') return
    await page.waitForTimeout(LOOK_MS)
  }
}

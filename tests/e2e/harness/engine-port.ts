import type { Page } from 'playwright-core'
import type { Bridge } from '../../../shared/bridge.ts'
import type { RefusalMessage, ReplyMessage, ToEngine } from '../../../shared/wire.ts'

const LOOK_MS = 50
const GRACE_MS = 5_000

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
 * Sends one raw message to the engine, past the page's own client, and gives the reply of the same id. It goes over
 * the port that the page has: a port for each message would end the one before, with the answers still under way.
 */
export function askEngine(page: Page, message: ToEngine): Promise<ReplyMessage | RefusalMessage> {
  return page.evaluate(
    ({ sent, grace }) =>
      new Promise<ReplyMessage | RefusalMessage>(resolve => {
        type Tap = { port: MessagePort | null; waiting: ((port: MessagePort) => void)[] }
        const send = (port: MessagePort) => {
          const take = ({ data }: MessageEvent) => {
            if (data.t !== 'reply' || data.id !== sent.id) return
            port.removeEventListener('message', take)
            resolve(data)
          }
          port.addEventListener('message', take)
          port.start()
          port.postMessage(sent)
        }
        const known = Reflect.get(window, '__tap') as Tap | undefined
        if (known?.port) return send(known.port)
        if (known) return known.waiting.push(send)
        const tap: Tap = { port: null, waiting: [send] }
        Object.assign(window, { __tap: tap })
        // The client ends the port it had when it gets this one; what that one still brings is let in first.
        const { close } = MessagePort.prototype
        MessagePort.prototype.close = function later() {
          setTimeout(() => close.call(this), grace)
        }
        window.addEventListener('message', event => {
          const port = event.data === 'engine-port' ? event.ports[0] : undefined
          if (!port) return
          MessagePort.prototype.close = close
          tap.port = port
          for (const act of tap.waiting.splice(0)) act(port)
        })
        window.bridge.onShellEvent(event => {
          if (event === 'engineGone') tap.port = null
        })
        window.bridge.requestEnginePort()
      }),
    { sent: message, grace: GRACE_MS },
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

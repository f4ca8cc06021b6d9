import type { Page } from 'playwright-core'
import type { Bridge } from '../../../shared/bridge.ts'
import type { RefusalMessage, ReplyMessage, ToEngine } from '../../../shared/wire.ts'

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

/** Sends one raw message to the engine, past the page's own client, and gives the reply of the same id. */
export function askEngine(page: Page, message: ToEngine): Promise<ReplyMessage | RefusalMessage> {
  return page.evaluate(
    sent =>
      new Promise<ReplyMessage | RefusalMessage>(resolve => {
        const take = (event: MessageEvent) => {
          const port = event.data === 'engine-port' ? event.ports[0] : undefined
          if (!port) return
          window.removeEventListener('message', take)
          port.addEventListener('message', ({ data }) => {
            if (data.t === 'reply' && data.id === sent.id) resolve(data)
          })
          port.start()
          port.postMessage(sent)
        }
        window.addEventListener('message', take)
        window.bridge.requestEnginePort()
      }),
    message,
  )
}

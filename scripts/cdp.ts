const PATIENCE_MS = 20_000

/** A page of a running Electron, spoken to by the DevTools protocol alone. */
export type CdpPage = {
  /** Runs an expression in the page, awaits it and gives its value. Throws what the page threw. */
  evaluate(expression: string): Promise<unknown>
  close(): void
}

/**
 * Connects to the first page behind a debugging port. Raw protocol, because the packaged program refuses
 * Playwright's way in (its fuses) and Electron 25 cannot manage browser contexts.
 */
export async function connectPage(port: number): Promise<CdpPage> {
  const socket = new WebSocket(await pageAddress(port))
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  const waiting = new Map<number, (reply: Reply) => void>()
  socket.addEventListener('message', event => {
    const reply = JSON.parse(String(event.data)) as Reply
    waiting.get(reply.id)?.(reply)
    waiting.delete(reply.id)
  })
  let lastId = 0
  return {
    async evaluate(expression) {
      const id = ++lastId
      const reply = await new Promise<Reply>((resolve, reject) => {
        setTimeout(() => reject(new Error('cdp.timeout')), PATIENCE_MS).unref()
        waiting.set(id, resolve)
        const params = { expression, awaitPromise: true, returnByValue: true }
        socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }))
      })
      if (reply.error) throw new Error(reply.error.message)
      const thrown = reply.result?.exceptionDetails
      if (thrown) throw new Error(thrown.exception?.description ?? 'cdp.threw')
      return reply.result?.result.value
    },
    close: () => socket.close(),
  }
}

type Reply = {
  id: number
  error?: { message: string }
  result?: { result: { value: unknown }; exceptionDetails?: { exception?: { description?: string } } }
}

async function pageAddress(port: number): Promise<string> {
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline) {
    const pages = await fetch(`http://127.0.0.1:${port}/json/list`)
      .then(
        response => response.json() as Promise<{ type: string; url: string; webSocketDebuggerUrl: string }[]>,
      )
      .catch(() => [])
    const page = pages.find(({ type, url }) => type === 'page' && url.startsWith('app://'))
    if (page) return page.webSocketDebuggerUrl
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  throw new Error('cdp.noPage')
}

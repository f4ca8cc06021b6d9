import { afterEach, describe, expect, it } from 'vitest'
import type { Bridge } from '../../shared/bridge.ts'
import type { ToEngine } from '../../shared/wire.ts'
import { EngineClient } from './client.ts'

type ShellEvent = Parameters<Parameters<Bridge['onShellEvent']>[0]>[0]

/** A window and a shell that only carry messages; the port is Node's own. */
function stage() {
  const asked = { ports: 0 }
  let tell: (event: ShellEvent) => void = () => undefined
  let hear: (event: MessageEvent) => void = () => undefined
  const host = {
    location: { origin: 'app://adjudikasn' },
    addEventListener: (_: string, listener: (event: MessageEvent) => void) => {
      hear = listener
    },
  }
  const bridge = {
    requestEnginePort: () => {
      asked.ports += 1
    },
    onShellEvent: (receive: typeof tell) => {
      tell = receive
      return () => undefined
    },
  }
  const client = new EngineClient(bridge as unknown as Bridge, host as unknown as Window)
  const engine: { received: ToEngine[]; send: (message: unknown) => void } = {
    received: [],
    send: () => undefined,
  }
  const give = (origin = host.location.origin, source: unknown = host) => {
    const { port1, port2 } = new MessageChannel()
    opened.push(port1, port2)
    port1.onmessage = event => engine.received.push(event.data as ToEngine)
    engine.send = message => port1.postMessage(message)
    hear({ data: 'engine-port', origin, source, ports: [port2] } as unknown as MessageEvent)
  }
  return { client, engine, asked, give, tell: (event: ShellEvent) => tell(event) }
}

const opened: MessagePort[] = []
afterEach(() => {
  for (const port of opened.splice(0)) port.close()
})
const settle = () => new Promise(resolve => setTimeout(resolve, 20))

describe('EngineClient', () => {
  it('keeps calls made before the port has come and sends them then', async () => {
    const { client, engine, give } = stage()
    const answer = client.call('drafts.discard', { key: 'reports/new' })
    give()
    await settle()
    expect(engine.received).toMatchObject([
      { t: 'call', method: 'drafts.discard', input: { key: 'reports/new' } },
    ])
    engine.send({ t: 'reply', id: engine.received[0]?.id, ok: true, value: {} })
    await expect(answer).resolves.toEqual({})
  })

  it('takes no port from another origin or another window', async () => {
    const { client, engine, give } = stage()
    void client.call('law.choices', {}).catch(() => undefined)
    give('https://example.org')
    await settle()
    expect(engine.received).toEqual([])
    give(undefined, {})
    await settle()
    expect(engine.received).toEqual([])
  })

  it('refuses an answer that does not fit the contract', async () => {
    const { client, engine, give } = stage()
    give()
    const answer = client.call('drafts.get', { key: 'a' })
    await settle()
    engine.send({ t: 'reply', id: engine.received[0]?.id, ok: true, value: { key: 5 } })
    await expect(answer).rejects.toMatchObject({ code: 'internal' })
  })

  it('passes on the code, facts and fields of a refusal', async () => {
    const { client, engine, give } = stage()
    give()
    const answer = client.call('drafts.get', { key: 'a' })
    await settle()
    const error = {
      code: 'keys.waitBeforeTrying',
      facts: { seconds: 4 },
      issues: [{ path: 'key', message: 'x' }],
    }
    engine.send({ t: 'reply', id: engine.received[0]?.id, ok: false, error })
    await expect(answer).rejects.toMatchObject(error)
  })

  it('ends pending calls with engine.gone and asks for a fresh port when the engine dies', async () => {
    const { client, asked, give, tell } = stage()
    give()
    const answer = client.call('law.choices', {})
    tell('engineGone')
    await expect(answer).rejects.toMatchObject({ code: 'engine.gone' })
    expect(asked.ports).toBe(2)
  })

  it('asks only once for the port of a fresh engine, so that no answer under way is cut off', async () => {
    const { client, engine, asked, give, tell } = stage()
    give()
    tell('engineGone')
    const answer = client.call('drafts.discard', { key: 'a' })
    tell('engineReady')
    expect(asked.ports).toBe(2)
    give()
    await settle()
    engine.send({ t: 'reply', id: engine.received[0]?.id, ok: true, value: {} })
    await expect(answer).resolves.toEqual({})
  })

  it('asks the engine to stop an aborted call and waits for its answer', async () => {
    const { client, engine, give } = stage()
    give()
    const stop = new AbortController()
    const answer = client.call('law.choices', {}, { signal: stop.signal })
    stop.abort()
    await settle()
    expect(engine.received.map(message => message.t)).toEqual(['call', 'cancel'])
    engine.send({
      t: 'reply',
      id: engine.received[0]?.id,
      ok: false,
      error: { code: 'cancelled', facts: {} },
    })
    await expect(answer).rejects.toMatchObject({ code: 'cancelled' })
  })
})

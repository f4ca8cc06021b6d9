import { join } from 'node:path'
import { PUBLIC_TOPICS } from '../../shared/contract/public-scope.ts'
import type {
  EngineStart,
  PortScope,
  ShellToEngine,
  ToEngine,
  ToWindow,
  WirePort,
} from '../../shared/wire.ts'
import { serveBlobs } from './blob-service.ts'
import { createDispatcher } from './dispatcher.ts'
import { createEngineState } from './engine-state.ts'
import { CodedError } from './errors.ts'
import { registry } from './features/index.ts'
import { loadLawPack } from './law/law-pack-file.ts'
import { openTransport, type Transport } from './transport.ts'

/** Entry of the engine process: waits for the shell's facts, then serves windows. */
function main(): void {
  const transport = openTransport()
  let serve: ReturnType<typeof startEngine> | null = null
  transport.listen((message, port) => {
    if (message.c === 'start') {
      serve ??= startEngine(message.facts, transport)
      transport.tell({ c: 'ready' })
    } else serve?.(message, port)
  })
  transport.onShellGone(() => process.exit(0))
}

function startEngine(start: EngineStart, transport: Transport) {
  const windows = new Map<number, { scope: PortScope; post: (message: ToWindow) => void }>()
  const asked = new Map<number, (path: string | null) => void>()
  let asking = 0
  const law = loadLawPack(join(start.resourcesDir, 'law', 'law-pack.json'))
  const engine = createEngineState(start, law, {
    publish: (topic, facts) => {
      for (const { scope, post } of windows.values()) {
        if (scope === 'full') post({ t: 'event', topic, facts })
        else if (PUBLIC_TOPICS.includes(topic)) post({ t: 'event', topic, facts: {} })
      }
      // The shell watches for idleness and remembers the folder; the idle minutes are a setting of the laptop.
      if (topic === 'session.changed' && engine.session) {
        transport.tell({ c: 'unlocked', idleMinutes: 0, holdOpen: false })
      }
    },
    locked: reason => transport.tell({ c: 'locked', reason }),
  })
  const redeem = async (ticket: string): Promise<string> => {
    asking += 1
    const id = asking
    const path = await new Promise<string | null>(resolve => {
      asked.set(id, resolve)
      transport.tell({ c: 'redeem', id, ticket })
    })
    if (path === null) throw new CodedError('files.ticketUnknown')
    return path
  }
  const dispatcher = createDispatcher(engine, registry, { redeem })
  const blobs = serveBlobs(engine, transport)

  const receive = (port: number, message: unknown) => {
    const window = windows.get(port)
    const call = toEngine(message)
    if (!window || !call) return
    if (call.t === 'cancel') dispatcher.cancel(port, call.id)
    else void dispatcher.handle(port, call, window.post, window.scope)
  }
  const attach = (id: number, asked: PortScope, port: WirePort | null) => {
    const post = (m: ToWindow) => (port ? port.post(m) : transport.tell({ c: 'data', port: id, message: m }))
    // Only a port that is plainly a whole window's gets more than the public pane.
    windows.set(id, { post, scope: asked === 'full' ? 'full' : 'public' })
    port?.listen(message => receive(id, message))
  }

  return (message: ShellToEngine, port: WirePort | null): void => {
    switch (message.c) {
      case 'attach':
        return attach(message.port, message.scope, port)
      case 'detach':
        dispatcher.cancelAll(message.port)
        windows.delete(message.port)
        return
      case 'data':
        return receive(message.port, message.message)
      case 'lock':
        return engine.lock(message.reason)
      case 'ticket':
        asked.get(message.id)?.(message.path)
        asked.delete(message.id)
        return
      case 'statBlob':
      case 'readBlob':
        return blobs(message)
      default:
        return
    }
  }
}

/** The window is not trusted: anything that is no call or cancel is dropped. */
function toEngine(message: unknown): ToEngine | null {
  if (typeof message !== 'object' || message === null || !('t' in message) || !('id' in message)) return null
  if (typeof message.id !== 'number') return null
  if (message.t === 'cancel') return { t: 'cancel', id: message.id }
  if (message.t === 'call' && 'method' in message && typeof message.method === 'string') {
    return {
      t: 'call',
      id: message.id,
      method: message.method,
      input: 'input' in message ? message.input : undefined,
    }
  }
  return null
}

main()

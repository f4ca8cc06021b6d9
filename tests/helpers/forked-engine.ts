import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Input, MethodName, Output } from '../../shared/contract/index.ts'
import type { EngineToShell, ToWindow } from '../../shared/wire.ts'
import { Refused } from './test-engine.ts'

const project = join(import.meta.dirname, '..', '..')
const PORT = 1
const PUBLIC_PORT = 2

export type ForkedEngine = Awaited<ReturnType<typeof forkEngine>>

/** The engine as its own process, as the shell starts it; this side plays the shell. */
export async function forkEngine(tempDir: string) {
  const child: ChildProcess = fork(join(project, 'main', 'engine', 'engine.ts'), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const tickets = new Map<string, string>()
  const toPublic: ToWindow[] = []
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  void gone.then(() => {
    for (const call of waiting.values()) call.reject(new Error('engine gone'))
    waiting.clear()
  })
  let id = 0
  let ready: () => void = () => undefined
  const isReady = new Promise<void>(resolve => {
    ready = resolve
  })
  const tell = (message: unknown) => {
    if (child.connected) child.send(message as never)
  }
  child.on('message', (message: EngineToShell) => {
    if (message.c === 'ready') ready()
    else if (message.c === 'redeem') {
      tell({ c: 'ticket', id: message.id, path: tickets.get(message.ticket) ?? null })
      tickets.delete(message.ticket)
    } else if (message.c === 'data') {
      if (message.port === PUBLIC_PORT) toPublic.push(message.message as ToWindow)
      answer(message.message as ToWindow)
    }
  })
  function answer(message: ToWindow) {
    if (message.t !== 'reply') return
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.ok) call?.resolve(message.value)
    else call?.reject(new Refused(message.error))
  }
  tell({
    c: 'start',
    facts: {
      resourcesDir: join(project, 'resources'),
      deviceName: 'LAPTOP-UJI',
      appVersion: '0.0.0',
      tempDir,
      kdfCost: { memoryKib: 8192, passes: 1 },
    },
  })
  await Promise.race([
    isReady,
    gone.then(() => {
      throw new Error('engine did not start')
    }),
  ])
  tell({ c: 'attach', port: PORT, scope: 'full' })
  return {
    call<K extends MethodName>(method: K, input: Input<K>): Promise<Output<K>> {
      id += 1
      const own = id
      return new Promise((resolve, reject) => {
        waiting.set(own, { resolve: value => resolve(value as Output<K>), reject })
        tell({ c: 'data', port: PORT, message: { t: 'call', id: own, method, input } })
      })
    },
    /** Opens the port of the public display; gives what arrives on it and a way to ask on it, as a page could. */
    publicPort(scope: unknown = 'public') {
      tell({ c: 'attach', port: PUBLIC_PORT, scope })
      return {
        received: toPublic,
        ask(method: string, input: unknown): Promise<unknown> {
          id += 1
          const own = id
          return new Promise((resolve, reject) => {
            waiting.set(own, { resolve, reject })
            tell({ c: 'data', port: PUBLIC_PORT, message: { t: 'call', id: own, method, input } })
          })
        },
      }
    },
    ticket(path: string): string {
      const ticket = randomUUID()
      tickets.set(ticket, path)
      return ticket
    },
    tell,
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
    async stop() {
      child.disconnect()
      await gone
    },
  }
}

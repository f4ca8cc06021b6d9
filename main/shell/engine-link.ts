import { fork } from 'node:child_process'
import { type MessagePortMain, utilityProcess } from 'electron'
import type { EngineToShell, PortScope, ShellToEngine } from '../../shared/wire.ts'

/** One running engine process, whatever kind it is. */
export type EngineLink = {
  readonly kind: 'utility' | 'fork'
  pid(): number | undefined
  send(message: ShellToEngine): void
  /** Hands the engine the far end of a window's port. */
  attach(port: number, scope: PortScope, remote: MessagePortMain): void
  kill(): void
}

export type EngineListener = { message(message: EngineToShell): void; exit(code: number | null): void }

/** Starts the engine as Electron's utility process: the window's port goes to it, main is not in the path. */
export function startUtility(file: string, listener: EngineListener): EngineLink {
  const child = utilityProcess.fork(file, [], {
    serviceName: 'AdjudikASN engine',
    env: engineEnv(),
    stdio: 'inherit',
  })
  child.on('message', message => listener.message(message as EngineToShell))
  child.on('exit', code => listener.exit(code))
  return {
    kind: 'utility',
    pid: () => child.pid,
    send: message => child.postMessage(message),
    attach: (port, scope, remote) =>
      child.postMessage({ c: 'attach', port, scope } satisfies ShellToEngine, [remote]),
    kill: () => void child.kill(),
  }
}

/** Starts the engine on a Node beside Electron (`node` is its executable); main relays the windows' ports. */
export function startFork(file: string, node: string, listener: EngineListener): EngineLink {
  const ports = new Map<number, MessagePortMain>()
  const child = fork(file, [], {
    execPath: node,
    execArgv: [],
    // Carries Uint8Array, bigint and Date as MessagePort does.
    serialization: 'advanced',
    env: engineEnv(),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const send = (message: ShellToEngine) => {
    if (child.connected) child.send(message)
  }
  child.on('message', raw => {
    const message = raw as EngineToShell
    if (message.c === 'data') ports.get(message.port)?.postMessage(message.message)
    else listener.message(message)
  })
  let gone = false
  const ended = (code: number | null) => {
    if (gone) return
    gone = true
    for (const port of ports.values()) port.close()
    listener.exit(code)
  }
  child.on('exit', ended)
  // Could not be started at all, or its pipe broke.
  child.on('error', () => ended(null))
  return {
    kind: 'fork',
    pid: () => child.pid,
    send,
    attach(port, scope, remote) {
      ports.set(port, remote)
      send({ c: 'attach', port, scope })
      remote.on('message', event => send({ c: 'data', port, message: event.data }))
      remote.on('close', () => {
        ports.delete(port)
        send({ c: 'detach', port })
      })
      remote.start()
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

/** Our environment without what would change how the engine's runtime itself behaves. */
function engineEnv(): Record<string, string> {
  const env: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !/^(NODE_|ELECTRON_)/.test(name)) env[name] = value
  }
  return env
}

import type { EngineToShell, ShellToEngine, WirePort } from '../../shared/wire.ts'

/** The engine's line to the shell, the same under Electron's utility process and a forked Node. */
export type Transport = {
  tell(message: EngineToShell): void
  listen(receive: (message: ShellToEngine, port: WirePort | null) => void): void
  /** The shell is gone: end the process. */
  onShellGone(act: () => void): void
}

type UtilityMessage = { data: unknown; ports: UtilityPort[] }
type UtilityPort = {
  postMessage(message: unknown): void
  on(event: 'message', receive: (event: { data: unknown }) => void): void
  start(): void
}
type ParentPort = {
  postMessage(message: unknown): void
  on(event: 'message', receive: (event: UtilityMessage) => void): void
}

/** Finds out which kind of child this process is. Throws when it is neither. */
export function openTransport(): Transport {
  const parent = (process as unknown as { parentPort?: ParentPort }).parentPort
  if (parent) return utilityTransport(parent)
  if (process.send) return forkTransport(process.send.bind(process))
  throw new Error('engine.noTransport')
}

function utilityTransport(parent: ParentPort): Transport {
  return {
    tell: message => parent.postMessage(message),
    listen: receive =>
      parent.on('message', event => {
        const port = event.ports[0]
        receive(event.data as ShellToEngine, port ? utilityWirePort(port) : null)
      }),
    onShellGone: () => undefined,
  }
}

function utilityWirePort(port: UtilityPort): WirePort {
  return {
    post: message => port.postMessage(message),
    listen(receive) {
      port.on('message', event => receive(event.data))
      port.start()
    },
  }
}

function forkTransport(send: (message: unknown) => boolean): Transport {
  return {
    tell: message => void send(message),
    listen: receive => process.on('message', message => receive(message as ShellToEngine, null)),
    onShellGone: act => process.on('disconnect', act),
  }
}

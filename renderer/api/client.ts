import type { Bridge } from '../../shared/bridge.ts'
import {
  contract,
  type Input,
  type MethodName,
  type Output,
  type Progress,
} from '../../shared/contract/index.ts'
import { TOPICS, type Topic } from '../../shared/events.ts'
import type { ToWindow } from '../../shared/wire.ts'
import { EngineError } from './engine-error.ts'

export type CallOptions<K extends MethodName> = {
  /** Asks the engine to stop; the call then ends with the engine's own answer. */
  signal?: AbortSignal
  onProgress?: (progress: Progress<K>) => void
}
type EventFacts = Record<string, string>
type Pending = {
  method: MethodName
  resolve(value: unknown): void
  reject(reason: unknown): void
  onProgress: ((value: unknown) => void) | undefined
}

/**
 * The window's end of the wire. Calls made before the port has come wait for it; when the engine dies
 * every pending call ends with 'engine.gone' and a port to the fresh engine is asked for.
 */
export class EngineClient {
  readonly #bridge: Bridge
  readonly #pending = new Map<number, Pending>()
  readonly #subscribers = new Map<Topic, Set<(facts: EventFacts) => void>>()
  #waiting: unknown[] = []
  #port: MessagePort | null = null
  #lastId = 0

  constructor(bridge: Bridge, host: Window) {
    this.#bridge = bridge
    host.addEventListener('message', event => {
      const port = event.ports[0]
      const ours = event.source === host && event.origin === host.location.origin
      if (ours && event.data === 'engine-port' && port) this.#attach(port)
    })
    bridge.onShellEvent(event => {
      if (event === 'engineGone') this.#engineGone()
      if (event === 'locking') this.publish('session.changed', {})
    })
    bridge.requestEnginePort()
  }

  /** Calls a method of the contract. Rejects with EngineError; the output has been parsed. */
  call<K extends MethodName>(method: K, input: Input<K>, options: CallOptions<K> = {}): Promise<Output<K>> {
    const id = ++this.#lastId
    const { signal, onProgress } = options
    return new Promise<Output<K>>((resolve, reject) => {
      const definition = contract[method]
      this.#pending.set(id, {
        method,
        resolve: value => {
          const parsed = definition.output.safeParse(value)
          if (parsed.success) return resolve(parsed.data as Output<K>)
          console.error(`${method}: answer does not fit the contract`, parsed.error.issues)
          reject(new EngineError({ code: 'internal', facts: { method } }))
        },
        reject,
        onProgress: onProgress && (value => this.#progress(method, value, onProgress)),
      })
      this.#post({ t: 'call', id, method, input })
      signal?.addEventListener('abort', () => this.#pending.has(id) && this.#post({ t: 'cancel', id }))
    })
  }

  /** Listens to change events of one topic; gives back the way to stop. */
  subscribe(topic: Topic, receive: (facts: EventFacts) => void): () => void {
    const receivers = this.#subscribers.get(topic) ?? new Set()
    this.#subscribers.set(topic, receivers.add(receive))
    return () => receivers.delete(receive)
  }

  /** Tells the window's own subscribers, as if the engine had. */
  publish(topic: Topic, facts: EventFacts): void {
    for (const receive of [...(this.#subscribers.get(topic) ?? [])]) receive(facts)
  }

  /** One port for each request: asking twice would cut off the answers still under way on the first. */
  #attach(port: MessagePort): void {
    this.#port?.close()
    this.#port = port
    port.onmessage = event => this.#receive(event.data as ToWindow)
    for (const message of this.#waiting.splice(0)) port.postMessage(message)
    this.publish('session.changed', {})
  }

  #post(message: unknown): void {
    if (this.#port) this.#port.postMessage(message)
    else this.#waiting.push(message)
  }

  #receive(message: ToWindow): void {
    if (message.t === 'event') {
      const topic = TOPICS.find(known => known === message.topic)
      if (topic) this.publish(topic, message.facts)
      return
    }
    const pending = this.#pending.get(message.id)
    if (!pending) return
    if (message.t === 'progress') return pending.onProgress?.(message.value)
    this.#pending.delete(message.id)
    if (message.ok) pending.resolve(message.value)
    else pending.reject(new EngineError(message.error))
  }

  #progress<K extends MethodName>(method: K, value: unknown, onProgress: (value: Progress<K>) => void): void {
    const parsed = contract[method].progress?.safeParse(value)
    if (parsed?.success) onProgress(parsed.data as Progress<K>)
  }

  #engineGone(): void {
    this.#port?.close()
    this.#port = null
    this.#waiting = []
    const pending = [...this.#pending.values()]
    this.#pending.clear()
    for (const { reject, method } of pending)
      reject(new EngineError({ code: 'engine.gone', facts: { method } }))
    this.#bridge.requestEnginePort()
  }
}
